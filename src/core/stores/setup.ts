import type { Subscription } from '../store.ts';

/** What an admin may change of a subscription. Null: none. */
export type SubscriptionChange = Partial<
  Pick<
    Subscription,
    | 'timeOfDay'
    | 'timeZone'
    | 'weekdays'
    | 'topics'
    | 'levels'
    | 'locale'
    | 'skipDates'
    | 'thread'
    | 'graceUntil'
    | 'paused'
    | 'nextDueAt'
  >
> & {
  readonly holidays?: string | null;
  readonly digestWeekday?: number | null;
  readonly pausedUntil?: string | null;
};

/** What setting channels up needs of the store. */
export interface SetupStore {
  /** All of a workspace, paused ones too, in the order in which they were made. */
  workspaceSubscriptions(door: string, workspace: string): Promise<readonly Subscription[]>;
  /** Changes what is named and nothing else. Undefined: there is no such subscription. */
  changeSubscription(id: number, change: SubscriptionChange): Promise<Subscription | undefined>;
  /** The latest local date for which the subscription has taken the right to post, however that ended. */
  lastClaimedDate(subscriptionId: number): Promise<string | undefined>;
  /** Notes that few unseen questions are left; false when that was noted before and has not ended since. */
  beginLowPeriod(subscriptionId: number, localDate: string): Promise<boolean>;
  endLowPeriod(subscriptionId: number): Promise<void>;
}
