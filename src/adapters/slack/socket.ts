import { setTimeout as sleep } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../core/ports.ts';
import { faultFields, isTokenRefused } from './faults.ts';

/**
 * The connection over which Slack tells what happens. Connecting again is done here: the client's own way (socket-mode 3.1) leaves a
 * rejection unhandled when a new address is refused, which would end the process.
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

export function openSocket({ client }: SocketModeReceiver, log: Log): Connection {
  const closing = new AbortController();

  function disconnected(): Promise<void> {
    return new Promise((resolve) => client.once('disconnected', () => resolve()));
  }

  async function connect(): Promise<void> {
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

  async function goodbye(): Promise<void> {
    const late = sleep(GOODBYE_MS, undefined, { ref: false });
    await Promise.race([client.disconnect(), late]);
  }

  /** One connection, until it ends. True if it was a good one. */
  async function hold(told: () => void): Promise<boolean> {
    await connect();
    const ended = disconnected();
    log.info({}, 'connected to Slack');
    told();
    let isGood = false;
    const timer = setTimeout(() => {
      isGood = true;
    }, GOOD_MS).unref();
    const aborted = new Promise<void>((resolve) =>
      closing.signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    await Promise.race([ended, aborted]);
    clearTimeout(timer);
    return isGood;
  }

  async function run(told: () => void): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!closing.signal.aborted) {
      try {
        const isGood = await hold(told);
        pause = isGood ? FIRST_PAUSE_MS : pause;
        if (!closing.signal.aborted) log.info({}, 'connecting to Slack again');
      } catch (error) {
        told();
        if (isTokenRefused(error)) {
          log.error({}, 'Slack refused the token; this door stays closed until SLACK_APP_TOKEN is right');
          return;
        }
        log.error({ ...faultFields(error), retryInMs: pause }, 'no connection to Slack yet');
        await goodbye();
      }
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
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
      await goodbye();
    },
  };
}
