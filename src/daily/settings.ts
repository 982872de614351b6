import type { Adapter } from '../adapters/adapter.ts';
import type { Bank } from '../bank/bank.ts';
import type { Card } from '../cards/card.ts';
import type { Locale } from '../cards/inline.ts';
import type { Clock, Log } from '../core/ports.ts';
import type { Post, Store } from '../core/store.ts';

export interface DailySettings {
  readonly bank: Bank;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters: ReadonlyMap<string, Adapter>;
  /** The card of a post, in a language; undefined where its question is gone. */
  readonly cardOf: (post: Post, locale: Locale) => Card | undefined | Promise<Card | undefined>;
  /** How long a post whose sender has fallen silent is left alone; see {@link LEASE_MS}. */
  readonly leaseMs?: number;
}

/**
 * A sender says that it is alive three times in this time, whatever the platform makes it wait; so a post that nobody has spoken
 * for this long belongs to a process that is gone.
 */
export const LEASE_MS = 30_000;
