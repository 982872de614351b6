import { type Call, postCall, RefusedError } from './api.ts';
import { say } from './boot.ts';
import type { CallAnswer } from './wire.ts';

/** Sending calls so that each happens once. */

const openIds = new Map<string, string>();

/**
 * Sends a call. One that did not get through keeps its id for the next try, so that the server knows it again;
 * changed words make another call.
 */
export async function send(call: Call): Promise<CallAnswer> {
  const key = JSON.stringify(call);
  const id = openIds.get(key) ?? crypto.randomUUID();
  openIds.set(key, id);
  const answer = await postCall(id, call);
  openIds.delete(key);
  return answer;
}

/** Why it was not sent, for the writer. */
export function reasonOf(error: unknown, otherwise: 'error.network' | 'error.network-button'): string {
  return error instanceof RefusedError ? error.message : say(otherwise);
}
