import { type Logger, LogLevel, webApi } from '@slack/bolt';
import type { Log } from '../../core/ports.ts';
import { faultFields, NotInstalledError } from './faults.ts';
import type { Installations } from './installations.ts';
import type { SlackSettings } from './settings.ts';

/** The Web API, a client a workspace, and the token of each. */

export type Client = webApi.WebClient;

export interface Grant {
  readonly token: string;
  /** Who put the app there, where it is known. */
  readonly installer?: string;
}

export interface Clients {
  /** Repeats what failed: for what may be done twice. Throws NotInstalledError. */
  get(team: string): Promise<Client>;
  /** Repeats nothing by itself: for messages. */
  poster(team: string): Promise<Client>;
  access(team: string): Promise<Grant | undefined>;
  /** The token has changed, or is gone. */
  forget(team: string): void;
}

const TIMEOUT_MS = 10_000;
/** Twice, quickly: a form has to be open within three seconds. The client's own ten in half an hour are for batch work. */
const RETRIES = { retries: 2, minTimeout: 200, factor: 2 };

/** Bolt's faults go to our log; what it says besides holds what was sent. */
export function quietLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...said) => log.warn({ said: said.map(String).join(' ').slice(0, 300) }, 'the Slack client warns'),
    error: (...said) =>
      log.error({ said: said.map(String).join(' ').slice(0, 300) }, 'the Slack client reports a fault'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

/**
 * Where the methods are, as in https://slack.com/api/. An address without any path may leave the `/api` out or not; the server
 * tells.
 */
export async function resolveApi(apiUrl: string | undefined): Promise<string | undefined> {
  if (apiUrl === undefined) return undefined;
  const base = apiUrl.replace(/\/+$/, '');
  if (new URL(base).pathname !== '/') return `${base}/`;
  const asked = await fetch(`${base}/api/auth.test`, {
    method: 'POST',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => undefined);
  return asked?.status === 404 ? `${base}/` : `${base}/api/`;
}

export function clientOptions(api: string | undefined, log: Log): webApi.WebClientOptions {
  return {
    logger: quietLogger(log),
    timeout: TIMEOUT_MS,
    retryConfig: { ...RETRIES },
    ...(api === undefined ? {} : { slackApiUrl: api }),
  };
}

interface Pair {
  readonly client: Client;
  readonly poster: Client;
}

export function createClients(
  { token, log }: Pick<SlackSettings, 'token' | 'log'>,
  api: string | undefined,
  installations: Installations | undefined,
): Clients {
  const kept = new Map<string, Promise<Pair>>();
  const options = clientOptions(api, log);

  async function access(team: string): Promise<Grant | undefined> {
    const installed = await installations?.find(team);
    if (installed?.bot !== undefined) return { token: installed.bot.token, installer: installed.user.id };
    return token === undefined ? undefined : { token };
  }

  async function make(team: string): Promise<Pair> {
    const found = await access(team);
    if (found === undefined) throw new NotInstalledError(team);
    return {
      client: new webApi.WebClient(found.token, options),
      poster: new webApi.WebClient(found.token, {
        ...options,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      }),
    };
  }

  function pair(team: string): Promise<Pair> {
    const known = kept.get(team);
    if (known !== undefined) return known;
    const made = make(team);
    kept.set(team, made);
    made.catch((error: unknown) => {
      kept.delete(team);
      log.warn({ ...faultFields(error), team }, 'no access to a workspace');
    });
    return made;
  }

  return {
    get: async (team) => (await pair(team)).client,
    poster: async (team) => (await pair(team)).poster,
    access,
    forget: (team) => {
      kept.delete(team);
    },
  };
}
