import { setTimeout as sleep } from 'node:timers/promises';
import type { types } from '@slack/bolt';
import { ResponseUrlError } from './faults.ts';

/** Messages to a `response_url` (interactivity/handling-user-interaction#message_responses). */

export interface Response {
  readonly response_type?: 'ephemeral' | 'in_channel';
  readonly replace_original: boolean;
  readonly blocks: readonly types.KnownBlock[];
  readonly text: string;
  readonly thread_ts?: string;
}

const TIMEOUT_MS = 10_000;
const PAUSE_MS = 400;
const ATTEMPTS = 3;

/** `ok` as a word or as JSON; refusals come as either, with 200 or with 400 and 404. */
function refusalIn(status: number, body: string): string | undefined {
  if (body === 'ok') return undefined;
  try {
    const read = JSON.parse(body) as { readonly ok?: boolean; readonly error?: string };
    return read.ok === true ? undefined : (read.error ?? `status ${status}`);
  } catch {
    return status < 300 ? undefined : body.slice(0, 80);
  }
}

async function attempt(url: string, response: Response): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ ...response, unfurl_links: false, unfurl_media: false }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const body = (await answer.text()).trim();
  if (answer.status === 429 || answer.status >= 500) return answer.status;
  const refusal = refusalIn(answer.status, body);
  if (refusal !== undefined) throw new ResponseUrlError(answer.status, refusal);
  return 200;
}

/** Throws ResponseUrlError where it is refused: used up, too old, blocks that cannot be shown. */
export async function respond(url: string, response: Response): Promise<void> {
  for (let count = 1; ; count += 1) {
    const status = await attempt(url, response);
    if (status === 200) return;
    if (count === ATTEMPTS) throw new ResponseUrlError(status, 'service_unavailable');
    await sleep(PAUSE_MS * count);
  }
}
