import { setTimeout as sleep } from 'node:timers/promises';
import { type types, webApi } from '@slack/bolt';
import type { Log } from '../../core/ports.ts';
import type { Clients } from './clients.ts';
import { faultFields, isUnknown } from './faults.ts';
import { type Ready, sendBlocks } from './files.ts';
import { blockIdOf, type History, metadataOf, type Spot } from './history.ts';

/** Sends one message once: where the outcome is not known, the history says, and only then it is sent again. */

export interface Posting {
  /** The message's `ts`. */
  post(spot: Spot, ready: Ready, key: string): Promise<string>;
}

/** The history may be a moment behind. */
const LOOKS_MS = [300, 1000, 2500];
const MOST_WAITS = 5;
const LONGEST_WAIT_S = 60;
const ATTEMPTS = 2;

export function createPosting(clients: Clients, history: History, log: Log): Posting {
  /** A limit of requests means that nothing was done; waits as long as Slack asks for. */
  async function patiently<T>(request: () => Promise<T>): Promise<T> {
    for (let waits = 0; ; waits += 1) {
      try {
        return await request();
      } catch (error) {
        const limited = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : undefined;
        if (limited === undefined || waits === MOST_WAITS || limited > LONGEST_WAIT_S) throw error;
        await sleep(limited * 1000);
      }
    }
  }

  async function send(
    spot: Spot,
    [first, ...rest]: types.KnownBlock[],
    text: string,
    key: string,
  ): Promise<string> {
    const poster = await clients.poster(spot.team);
    const { ts } = await patiently(() =>
      poster.chat.postMessage({
        channel: spot.channel,
        blocks: first === undefined ? [] : [{ ...first, block_id: blockIdOf(key) }, ...rest],
        text,
        metadata: metadataOf(key),
        // Nothing that a member wrote becomes a preview.
        unfurl_links: false,
        unfurl_media: false,
        ...(spot.thread === undefined ? {} : { thread_ts: spot.thread }),
      }),
    );
    if (ts === undefined) throw new Error('Slack gave no ts for a message');
    return ts;
  }

  async function settle(spot: Spot, key: string): Promise<string | undefined> {
    for (const pause of LOOKS_MS) {
      await sleep(pause);
      const found = await history.find(spot, key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  return {
    async post(spot, { blocks, text }, key) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await sendBlocks(blocks, (shown) => send(spot, shown, text, key));
        } catch (error) {
          if (!isUnknown(error)) throw error;
          log.warn(
            { ...faultFields(error), channel: spot.channel },
            'it is not known whether a message arrived',
          );
          const found = await settle(spot, key);
          if (found !== undefined) return found;
          if (attempt === ATTEMPTS) throw error;
        }
      }
    },
  };
}
