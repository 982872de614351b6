import type { Subscription } from '../store.ts';

/** One post a week and subscription; see docs/boards.md. */

export interface Digest {
  readonly subscription: Subscription;
  /** The Monday of the week. */
  readonly week: string;
  readonly claimedAt: number;
}

export interface WeekQuestion {
  readonly questionId: string;
  /** Of the first answers to the post. */
  readonly mean: number;
  readonly answers: number;
  /** Ids of the points that each of these answers covered. */
  readonly covered: readonly (readonly string[])[];
}

export interface SharedAnswer {
  readonly name: string;
  readonly questionId: string;
  readonly score: number;
  readonly text: string;
}

/** What a channel's week was like, from its own posts. */
export interface WeekFacts {
  /** Questions posted from the Monday on that somebody answered, in the order of their dates. */
  readonly questions: readonly WeekQuestion[];
  /** The highest-scored answer to one of them whose author shared it; the earlier of equals. */
  readonly best?: SharedAnswer;
}

export interface DigestStore {
  /** Running subscriptions whose weekday it is, with answers in the week that is told of and no digest of it claimed. */
  digestCandidates(
    days: readonly { readonly weekday: number; readonly week: string }[],
  ): Promise<readonly Subscription[]>;
  /** Whether anybody of a workspace answered on these dates, before an instant. */
  hasAnswers(workspaceId: number, from: string, until: string, before: number): Promise<boolean>;
  /** Whether that day's question is claimed but not known to be posted. */
  isPostUnderway(subscriptionId: number, localDate: string): Promise<boolean>;
  /** Takes the right to post; undefined when it was taken before. */
  claimDigest(subscription: Subscription, week: string): Promise<Digest | undefined>;
  /** Claimed before an instant and not known to be posted. */
  unfinishedDigests(claimedBefore: number): Promise<readonly Digest[]>;
  /** Takes over a claim that nobody seems to follow up any more; false when somebody else did. */
  reclaimDigest(digest: Digest): Promise<boolean>;
  markDigest(digest: Digest, outcome: { readonly posted: string } | 'failed'): Promise<void>;
  weekFacts(subscriptionId: number, from: string, until: string): Promise<WeekFacts>;
}
