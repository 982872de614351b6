import { setTimeout as sleep } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../core/ports.ts';
import { faultFields, isTokenRefused } from './faults.ts';

/**
 * The connection over which Slack tells what happens. Connecting again is done here: the client's own way (socket-mode 3.1) leaves a
 * rejection unhandled when a new address is refused, which would end the process, and waits for the old socket to be closed.
 */

export interface Connection {
  /** Settled once the first attempt has worked, failed or taken long; it goes on being tried. */
  readonly first: Promise<void>;
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
/** A connection that has held this long counts as a good one. */
const GOOD_MS = 10_000;
const HELLO_MS = 15_000;
const PATIENCE_MS = 10_000;
const GOODBYE_MS = 2000;

type Client = SocketModeReceiver['client'];

/** Slack asks for another connection, before it ends this one (apis/events-api/using-socket-mode#disconnect). */
function isFarewell(data: unknown): boolean {
  return typeof data === 'string' && /^\s*\{\s*"type"\s*:\s*"disconnect"/.test(data);
}

/** Settles when the connection is lost, or about to be. */
function ended(client: Client): Promise<void> {
  return new Promise((resolve) => {
    client.once('disconnected', () => resolve());
    client.on('ws_message', (data: unknown) => {
      if (isFarewell(data)) resolve();
    });
  });
}

export function openSocket(make: () => SocketModeReceiver, log: Log): Connection {
  const closing = new AbortController();
  const closed = new Promise<void>((resolve) => closing.signal.addEventListener('abort', () => resolve()));
  let current: Client | undefined;

  async function connect(client: Client): Promise<void> {
    const late = new AbortController();
    const limit = sleep(HELLO_MS, undefined, { signal: late.signal, ref: false }).then(() => {
      throw new Error('Slack did not say hello');
    });
    limit.catch(() => undefined);
    const started = client.start();
    // Whichever comes second has nobody who waits for it.
    started.catch(() => undefined);
    try {
      await Promise.race([started, limit]);
    } finally {
      late.abort();
    }
  }

  async function goodbye(client: Client | undefined): Promise<void> {
    const late = sleep(GOODBYE_MS, undefined, { ref: false });
    await Promise.race([client?.disconnect(), late]);
  }

  /** One connection, until it ends. True if it was a good one. */
  async function hold(client: Client, told: () => void): Promise<boolean> {
    const end = ended(client);
    await connect(client);
    log.info({}, 'connected to Slack');
    told();
    let isGood = false;
    const timer = setTimeout(() => {
      isGood = true;
    }, GOOD_MS).unref();
    await Promise.race([end, closed]);
    clearTimeout(timer);
    return isGood;
  }

  async function run(told: () => void): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!closing.signal.aborted) {
      // A client of its own for each: the old one may still be saying goodbye.
      const { client } = make();
      current = client;
      try {
        if (await hold(client, told)) pause = 0;
        if (closing.signal.aborted) return goodbye(client);
        log.info({}, 'connecting to Slack again');
      } catch (error) {
        told();
        if (isTokenRefused(error)) {
          log.error({}, 'Slack refused the token; this door stays closed until SLACK_APP_TOKEN is right');
          return;
        }
        log.error({ ...faultFields(error), retryInMs: pause }, 'no connection to Slack yet');
        await goodbye(client);
      }
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
      pause = Math.min(Math.max(pause * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
    }
  }

  const outcome = new Promise<void>((resolve) => {
    void run(resolve);
  });
  const patience = sleep(PATIENCE_MS, undefined, { ref: false, signal: closing.signal }).catch(
    () => undefined,
  );
  return {
    first: Promise.race([outcome, patience]),
    async close() {
      closing.abort();
      await goodbye(current);
    },
  };
}
