import type { Place } from '../call.ts';
import type { Post } from '../store.ts';

/** Answers to a post. */
export interface Replies {
  /** Ids of the points that each member's best answer covers, a list a member. */
  readonly covered: readonly (readonly string[])[];
  /** The best answer whose author has shared it; of equal ones the earlier. */
  readonly shared?: { readonly name: string; readonly score: number; readonly text: string };
}

/** What the post of a day says about the one before. */
export interface RecapStore {
  /** The post that was seen before this one in its channel. */
  postBefore(post: Post): Promise<Post | undefined>;
  repliesTo(postId: number): Promise<Replies>;
  /** Whether a question was posted in a place, and another one after it. */
  isPast(door: string, place: Place, questionId: string): Promise<boolean>;
}
