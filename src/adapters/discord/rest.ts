import { setTimeout as sleep } from 'node:timers/promises';
import { type RawFile, REST, type RESTOptions } from 'discord.js';
import type { DiscordSettings } from './settings.ts';

export type Access = Pick<DiscordSettings, 'token' | 'apiUrl'>;

/** The client for HTTP: Discord's own waits and retries, and what they leave out. */

/** Pause before a request that met a fault of the server is sent again; discord.js would send it at once. */
const SERVER_FAULT_PAUSE_MS = 300;
const RETRIES = 4;

/** Connections that ended without an answer. discord.js sends again only after ECONNRESET. */
const DROPPED = new Set(['ECONNREFUSED', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Every request that repeats is safe to: a post carries a nonce, an edit says what is to stand there, and an acknowledgement
 * that had arrived is refused with 40060, which counts as done.
 */
async function patient(
  request: RESTOptions['makeRequest'],
  closing: AbortSignal | undefined,
  ...[url, options]: Parameters<RESTOptions['makeRequest']>
): ReturnType<RESTOptions['makeRequest']> {
  if (closing?.aborted === true) throw new Error('the door is being closed');
  try {
    const signals = [options.signal, closing].filter((one) => one instanceof AbortSignal);
    const response = await request(url, { ...options, signal: AbortSignal.any(signals) });
    if (response.status >= 500) await sleep(SERVER_FAULT_PAUSE_MS);
    return response;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!DROPPED.has(code)) throw error;
    await sleep(SERVER_FAULT_PAUSE_MS);
    throw Object.assign(new Error(`the connection was dropped (${code})`), { code: 'ECONNRESET' });
  }
}

/**
 * Where the API is, up to and without the version, as in https://discord.com/api. An address without any path may leave the
 * `/api` out or not; the server tells.
 */
export async function resolveApi({ token, apiUrl }: Access): Promise<string | undefined> {
  const base = apiUrl?.replace(/\/+$/, '').replace(/\/v\d+$/, '');
  if (base === undefined || new URL(base).pathname !== '/') return base;
  const headers = { authorization: `Bot ${token}` };
  const asked = await fetch(`${base}/v10/gateway/bot`, { headers }).catch(() => undefined);
  const elsewhere = asked !== undefined && asked.status >= 400 && asked.status < 500 && asked.status !== 401;
  return elsewhere ? `${base}/api` : base;
}

/**
 * Options for discord.js. Answers to interactions are not bound to the global limit of 50 a second (docs: topics/rate-limits),
 * and all else goes out one after another, so that limit is left to the headers of the answers.
 */
export function restOptions(api: string | undefined, closing?: AbortSignal): Partial<RESTOptions> {
  const request = new REST().options.makeRequest;
  return {
    ...(api === undefined ? {} : { api }),
    retries: RETRIES,
    timeout: 15_000,
    globalRequestsPerSecond: 1_000_000,
    makeRequest: (...args) => patient(request, closing, ...args),
  };
}

export async function openRest(access: Access): Promise<REST> {
  return new REST(restOptions(await resolveApi(access))).setToken(access.token);
}

export type { RawFile, REST };
