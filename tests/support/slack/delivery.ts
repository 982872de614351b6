import { createHmac } from 'node:crypto';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { SIGNING_SECRET } from './people.ts';
import type { Fields } from './shape.ts';

/** How Slack hands something to the app: over a socket, or as a signed request. */

export type Kind = 'slash_commands' | 'interactive' | 'events_api';

export interface Delivered {
  /** Until the acknowledgement. */
  readonly ms: number;
  readonly status: number;
  /** What the acknowledgement said: words for a slash command, options, errors of a form. */
  readonly body: unknown;
}

export interface Again {
  /** Socket Mode: the same envelope once more; a new one where it is not said. */
  readonly envelope?: string;
  readonly attempt: number;
}

export type Deliver = (kind: Kind, payload: Fields, again?: Again) => Promise<Delivered>;

export interface Signing {
  readonly secret?: string;
  /** Seconds to add to the time of the request. */
  readonly shift?: number;
  /** False: no signature at all. */
  readonly signed?: boolean;
}

function encoded(kind: Kind, payload: Fields): { readonly type: string; readonly body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const form = kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload;
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) body.set(name, String(value));
  return { type: 'application/x-www-form-urlencoded', body: body.toString() };
}

/** docs.slack.dev/authentication/verifying-requests-from-slack: v0, seconds and the raw body under the signing secret. */
export function signature(body: string, seconds: number, secret: string = SIGNING_SECRET): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;
}

function headersFor(type: string, body: string, signing: Signing, attempt: number): OutgoingHttpHeaders {
  const seconds = Math.floor(Date.now() / 1000) + (signing.shift ?? 0);
  return {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...(signing.signed === false
      ? {}
      : {
          'x-slack-request-timestamp': String(seconds),
          'x-slack-signature': signature(body, seconds, signing.secret),
        }),
    ...(attempt === 0
      ? {}
      : { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_timeout' }),
  };
}

/** Slack keeps its connections, too. */
const AGENT = new Agent({ keepAlive: true });

/** A plain request: fifty at once by `fetch` keep the test busier than the program. */
async function posted(
  url: string,
  body: string,
  headers: OutgoingHttpHeaders,
): Promise<Omit<Delivered, 'ms'>> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent: AGENT }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => {
        const isJson = response.headers['content-type']?.startsWith('application/json') === true;
        const said = text === '' ? {} : { text };
        resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : said });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Posts to the app's request URL. */
export function byHttp(url: string, signing: Signing = {}): Deliver {
  return async (kind, payload, again) => {
    const { type, body } = encoded(kind, payload);
    const headers = headersFor(type, body, signing, again?.attempt ?? 0);
    const started = performance.now();
    const { status, body: said } = await posted(url, body, headers);
    return { ms: performance.now() - started, status, body: said };
  };
}
