import type { IncomingMessage, ServerResponse } from 'node:http';

/** What goes wrong at the next calls that fit. */
export interface Trouble {
  /** A Web API method, `upload`, or `response_url`. */
  readonly method: string;
  /**
   * An error word that Slack answers with 200; an HTTP status; or a connection that is cut before or after the work is
   * done, or that never answers although the work is done.
   */
  readonly answer:
    | string
    | { readonly status: number; readonly retryAfter?: number }
    | { readonly connection: 'cut before' | 'cut after' | 'silent' };
  times: number;
}

export type Answer = Trouble['answer'];

export function takeTrouble(all: readonly Trouble[], method: string): Answer | undefined {
  const found = all.find((one) => one.times > 0 && one.method === method);
  if (found !== undefined) found.times -= 1;
  return found?.answer;
}

export function limited(retryAfter = 1): Answer {
  return { status: 429, retryAfter };
}

/** Answers with the trouble; false: the work has to be done first, or there is no trouble. */
export function answeredWith(
  answer: Answer | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (answer === undefined) return false;
  if (typeof answer === 'string') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: false, error: answer }));
    return true;
  }
  if ('connection' in answer) {
    if (answer.connection !== 'cut before') return false;
    request.socket.destroy();
    return true;
  }
  const { status, retryAfter } = answer;
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  response.end(JSON.stringify({ ok: false, error: status === 429 ? 'ratelimited' : 'internal_error' }));
  return true;
}

/** After the work is done: true where its answer gets lost. */
export function loses(answer: Answer | undefined, request: IncomingMessage): boolean {
  if (typeof answer !== 'object' || !('connection' in answer)) return false;
  if (answer.connection === 'cut after') request.socket.destroy();
  return true;
}
