import type { Actor, Place } from './call.ts';
import type { BoardStore } from './stores/boards.ts';
import type { DigestStore } from './stores/digests.ts';
import type { InstallationStore } from './stores/installations.ts';
import type { MemberStore } from './stores/members.ts';
import type { PostingStore } from './stores/posting.ts';
import type { RecapStore } from './stores/recap.ts';
import type { SetupStore } from './stores/setup.ts';
import type { TeamStore } from './stores/teams.ts';

/** The store speaks in whole actions, each one transaction, so that another database can stand behind it. */

export type AnswerKind = 'daily' | 'quiz' | 'interview' | 'review';

export interface Member {
  readonly id: number;
  readonly workspaceId: number;
  readonly name: string;
  readonly timeZone?: string;
  readonly longestStreak: number;
}

export interface NewAnswer {
  /** The platform's id of the submission: the same one twice is stored once. */
  readonly interactionId: string;
  readonly member: Member;
  readonly questionId: string;
  readonly level: 1 | 2 | 3;
  readonly kind: AnswerKind;
  readonly postId?: number;
  readonly text: string;
  readonly score: number;
  /** Ids of the points covered, for statistics and regrading. */
  readonly covered: readonly string[];
  readonly version: string;
  /** Epoch milliseconds, and the date in the member's time zone at that moment. */
  readonly at: number;
  readonly localDate: string;
  /** Whether the day counts for the streak. */
  readonly active: boolean;
  /** Points that the answer earns, given the member's best earlier score on the question; called inside the transaction. */
  readonly pointsFor: (previousBest: number | undefined) => number;
}

export interface StoredAnswer {
  readonly id: number;
  readonly memberId: number;
  readonly questionId: string;
  readonly kind: AnswerKind;
  readonly postId?: number;
  readonly text: string;
  readonly score: number;
  readonly covered: readonly string[];
  readonly points: number;
  readonly version: string;
  readonly at: number;
  readonly localDate: string;
  readonly shared: boolean;
}

export interface Attempted extends StoredAnswer {
  readonly workspaceId: number;
  readonly memberName: string;
  readonly level: 1 | 2 | 3;
}

export interface Recorded {
  readonly answer: StoredAnswer;
  /** The interaction had been recorded before; nothing was written now. */
  readonly repeated: boolean;
  /** The member's best earlier score on this question. */
  readonly previousBest?: number;
}

export interface Subscription {
  readonly id: number;
  readonly door: string;
  readonly place: Place;
  readonly workspaceId: number;
  readonly timeOfDay: string;
  readonly timeZone: string;
  readonly weekdays: readonly number[];
  readonly topics: readonly string[];
  readonly levels: readonly number[];
  readonly locale: 'ko' | 'en';
  readonly skipDates: readonly string[];
  /** Name of the holidays file whose dates get no question. */
  readonly holidays?: string;
  /** Shared answers go into a thread under the question. */
  readonly thread: boolean;
  /** `HH:MM` of the local date until which a late question is still posted. */
  readonly graceUntil: string;
  /** 1 Monday to 7 Sunday. */
  readonly digestWeekday?: number;
  readonly paused: boolean;
  /** The first local date that gets a question again. */
  readonly pausedUntil?: string;
  readonly nextDueAt: number;
}

/** What is left out keeps its default: no holidays, no thread, until 22:00, a digest on Fridays. */
export type NewSubscription = Omit<
  Subscription,
  'id' | 'workspaceId' | 'paused' | 'pausedUntil' | 'holidays' | 'thread' | 'graceUntil' | 'digestWeekday'
> &
  Partial<Pick<Subscription, 'thread' | 'graceUntil'>> & {
    /** Null: none. */
    readonly holidays?: string | null;
    readonly digestWeekday?: number | null;
  };

/**
 * `claimed`: the right to post is taken, nothing was sent. `unknown`: sending was begun and its outcome is not known; only
 * looking for the key in the place settles it. `failed`: given up, nobody saw it.
 */
export type PostState = 'claimed' | 'unknown' | 'posted' | 'failed';

export interface Post {
  readonly id: number;
  readonly subscriptionId: number;
  readonly place: Place;
  readonly door: string;
  readonly localDate: string;
  readonly questionId: string;
  readonly locale: 'ko' | 'en';
  readonly state: PostState;
  readonly ref?: string;
  /** What the posted card shows: how many have answered. */
  readonly shownCount: number;
  /** What is true now. */
  readonly count: number;
  readonly mean?: number;
  /** Epoch milliseconds. */
  readonly dueAt?: number;
}

/** What the pick of the day is made from. */
export interface ChannelHistory {
  readonly asked: readonly { readonly questionId: string; readonly localDate: string }[];
  /** Mean of the best scores of the workspace's members in the last months, and how many they are, by question. */
  readonly results: ReadonlyMap<string, { readonly mean: number; readonly count: number }>;
}

export interface MemberHistory {
  readonly activeDays: readonly string[];
  /** Best score on each question answered. */
  readonly best: ReadonlyMap<string, number>;
  readonly points: number;
  readonly answers: number;
}

/** A wording that a workspace accepts for a point of a question. */
export interface Phrase {
  readonly pointId: string;
  readonly phrase: string;
}

export interface Appeal {
  readonly id: number;
  readonly answer: StoredAnswer;
  readonly memberName: string;
  readonly state: 'open' | 'accepted' | 'declined';
}

/** An answer as it is after grading it again. */
export interface Regraded {
  readonly answerId: number;
  readonly score: number;
  readonly covered: readonly string[];
  readonly version: string;
  readonly points: number;
  readonly active: boolean;
}

export interface Store
  extends BoardStore,
    DigestStore,
    InstallationStore,
    MemberStore,
    PostingStore,
    RecapStore,
    SetupStore,
    TeamStore {
  /** The member behind an actor, made on first sight; the name is kept up to date. */
  member(actor: Actor): Promise<Member>;
  recordAnswer(answer: NewAnswer): Promise<Recorded>;
  answer(id: number): Promise<StoredAnswer | undefined>;
  hasAnswered(member: Member, questionId: string): Promise<boolean>;
  /** Marks the member's own answer as shown in public. */
  shareAnswer(member: Member, id: number): Promise<StoredAnswer | undefined>;
  history(member: Member): Promise<MemberHistory>;
  /** Keeps the longest streak from ever falling. */
  raiseLongestStreak(member: Pick<Member, 'id'>, days: number): Promise<void>;

  /** Stores that a member asks for an own answer to count; the same answer twice is one appeal. Undefined: no such answer of theirs. */
  appeal(member: Member, answerId: number): Promise<Appeal | undefined>;
  /** Open appeals of a workspace, oldest first. */
  openAppeals(workspaceId: number): Promise<readonly Appeal[]>;
  /**
   * Decides an open appeal of the workspace; accepting adds the phrase to the point. Undefined when there is none, or it
   * was decided before.
   */
  decideAppeal(by: Member, appealId: number, accepted: Phrase | undefined): Promise<Appeal | undefined>;
  phrases(workspaceId: number, questionId: string): Promise<readonly Phrase[]>;
  /** All answers, or those of one workspace to one question, oldest first, with what points are counted from. */
  attempts(filter?: {
    readonly workspaceId: number;
    readonly questionId: string;
  }): Promise<readonly Attempted[]>;
  /** Writes new scores and points and the days they fill, all or nothing. */
  applyRegrade(regraded: readonly Regraded[]): Promise<void>;

  /** On which dates the workspace had a question, and the subscriptions that say when it gets more. */
  questionDays(
    workspaceId: number,
  ): Promise<{ readonly subscriptions: readonly Subscription[]; readonly dates: ReadonlySet<string> }>;
  /** Makes or changes a channel's subscription; one that was paused runs again. */
  subscribe(subscription: NewSubscription): Promise<Subscription>;
  subscription(door: string, place: Place): Promise<Subscription | undefined>;
  /** All of a door, paused ones too. */
  subscriptions(door: string): Promise<readonly Subscription[]>;
  /** Stops a subscription; false when it stood still already. */
  pause(subscriptionId: number): Promise<boolean>;
  /** Also those set to a day far ahead, which may come of a clock that was wrong: their schedule tells. */
  dueSubscriptions(now: number): Promise<readonly Subscription[]>;
  channelHistory(subscription: Subscription): Promise<ChannelHistory>;
  /** Of a post that is claimed or unknown; any other stays as it is. */
  markPosted(postId: number, ref: string): Promise<void>;
  /** Gives up a post that nobody saw: its date is over. As `markPosted`, of claimed and unknown posts. */
  markFailed(postId: number, failure?: string): Promise<void>;
  post(id: number): Promise<Post | undefined>;
  latestPost(door: string, place: Place): Promise<Post | undefined>;
  /** Posts of the last two days whose card shows another count than the store has. */
  stalePosts(): Promise<readonly Post[]>;
  markShown(postId: number, count: number): Promise<void>;
  close(): Promise<void>;
}
