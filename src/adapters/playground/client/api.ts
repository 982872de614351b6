import { boot, say } from './boot.ts';
import type { CallAnswer, Choice, Refusal, WireMessage } from './wire.ts';

/** The addresses of the server, as functions. */

/** Longer than any command is allowed to take; a request must not hang for ever. */
const PATIENCE_MS = 20_000;

/** The server refused and said why. */
export class RefusedError extends Error {}

export interface Call {
  readonly text: string;
  readonly message?: number;
  readonly fields?: Readonly<Record<string, string>>;
}

async function refusal(response: Response): Promise<RefusedError> {
  const body = (await response.json().catch(() => ({}))) as Partial<Refusal>;
  return new RefusedError(body.error ?? say('error.server'));
}

/** Rejects with RefusedError when the server said no, with anything else when it was not reached. */
export async function postCall(id: string, call: Call): Promise<CallAnswer> {
  const { channel, member, locale } = boot;
  const response = await fetch('/api/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, channel, member, locale, ...call }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as CallAnswer;
}

async function read<T>(
  path: string,
  query: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<T> {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`, { signal: signal ?? null });
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as T;
}

const viewer = { channel: boot.channel, member: boot.member, locale: boot.locale };

export function fetchMessages(): Promise<readonly WireMessage[]> {
  return read('/api/messages', viewer);
}

export function fetchCompletions(
  command: string,
  option: string,
  q: string,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  return read('/api/complete', { command, option, q, locale: boot.locale }, signal);
}

export function eventsAddress(): string {
  return `/api/events?${new URLSearchParams(viewer)}`;
}
