import type { Clients } from './clients.ts';
import { HISTORY_PAGE, HISTORY_PAGES, MAX_BLOCK_ID } from './limits.ts';

/**
 * Messages found again by their key. Slack has no key that makes a post idempotent (slack-api-specs issue 10), but a message's
 * metadata is kept with it and comes back with a channel's history (messaging/message-metadata).
 */

export const EVENT_TYPE = 'dailygrad_message';

export interface Spot {
  readonly team: string;
  readonly channel: string;
  /** The message that a thread hangs under. */
  readonly thread?: string;
}

export interface History {
  /** Of the newest messages; throws what the API throws where they cannot be read. */
  find(spot: Spot, key: string): Promise<string | undefined>;
}

interface Found {
  readonly ts?: string;
  readonly blocks?: readonly { readonly block_id?: string }[];
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
}

export function metadataOf(key: string) {
  return { event_type: EVENT_TYPE, event_payload: { key } };
}

/** The first block carries the key as well, for a history that is given without metadata. */
export function blockIdOf(key: string): string {
  return `key:${key}`.slice(0, MAX_BLOCK_ID);
}

function hasKey({ metadata, blocks }: Found, key: string): boolean {
  if (blocks?.[0]?.block_id === blockIdOf(key)) return true;
  const payload = metadata?.event_payload;
  return (
    metadata?.event_type === EVENT_TYPE && payload !== undefined && 'key' in payload && payload.key === key
  );
}

export function createHistory(clients: Clients): History {
  async function page({ team, channel, thread }: Spot, cursor: string | undefined) {
    const client = await clients.get(team);
    const common = {
      channel,
      limit: HISTORY_PAGE,
      include_all_metadata: true,
      ...(cursor === undefined ? {} : { cursor }),
    };
    return thread === undefined
      ? client.conversations.history(common)
      : client.conversations.replies({ ...common, ts: thread });
  }

  return {
    async find(spot, key) {
      let cursor: string | undefined;
      for (let count = 0; count < HISTORY_PAGES; count += 1) {
        const { messages, response_metadata: next } = await page(spot, cursor);
        const found = (messages as readonly Found[] | undefined)?.find((one) => hasKey(one, key));
        if (found?.ts !== undefined) return found.ts;
        cursor = next?.next_cursor;
        if (cursor === undefined || cursor === '') return undefined;
      }
      return undefined;
    },
  };
}
