import type { ChannelHistory, Post, Subscription } from '../store.ts';

/** What the daily run needs of the store. Each member is one transaction, and checks in it the state that it expects. */

/** What becomes of a due subscription: it moves on, and mostly a post is claimed. */
export interface Decision {
  readonly subscription: Subscription;
  readonly nextDueAt: number;
  readonly claim?: { readonly localDate: string; readonly questionId: string; readonly dueAt: number };
}

/** A post that is claimed or whose outcome is unknown. */
export interface OpenPost extends Post {
  /** How often sending it was begun. */
  readonly attempts: number;
  readonly subscription: Subscription;
}

/** A line of the audit. */
export interface AuditLine {
  readonly door: string;
  readonly channel: string;
  readonly localDate: string;
  readonly questionId: string;
  readonly state: Post['state'];
  readonly attempts: number;
  readonly dueAt?: number;
  readonly postedAt?: number;
  readonly ref?: string;
  readonly failure?: string;
}

export interface PostingStore {
  /** What channels were asked and how their teams did, by subscription: as `channelHistory`, for many at once. */
  channelHistories(subscriptions: readonly Subscription[]): Promise<ReadonlyMap<number, ChannelHistory>>;
  /**
   * Moves subscriptions on and takes the rights to post, all in one transaction; the ids of the posts claimed. Passed over are a
   * subscription that was changed since it was read, and a claim for a date that has one.
   */
  settle(decisions: readonly Decision[]): Promise<readonly number[]>;
  /**
   * Posts to be sent, oldest first: those claimed, and those unknown whose lease has run out. Those of paused subscriptions wait.
   * A lease is held by whoever is sending, for as long as `renewSending` is called.
   */
  openPosts(leaseMs: number): Promise<readonly OpenPost[]>;
  /**
   * Marks a post as unknown before anything goes out, and takes its lease; false when somebody else has taken the post up since it
   * was read.
   */
  beginSending(post: OpenPost, leaseMs: number): Promise<boolean>;
  /** Keeps the leases of posts that are being sent. */
  renewSending(postIds: readonly number[]): Promise<void>;
  /** Gives the lease of an unknown post up: whoever sent it has stopped. */
  endSending(postId: number, failure: string): Promise<void>;
  /** The newest posts, newest first. */
  audit(limit: number): Promise<readonly AuditLine[]>;
}
