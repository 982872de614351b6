import type { Post, Store, Subscription } from '../../src/core/store.ts';

/** Posts in the store, as the daily run makes them. */

/** Takes the right to post for a date; undefined where it was taken before. */
export async function claimPost(
  store: Store,
  { id }: Pick<Subscription, 'id'>,
  localDate: string,
  questionId: string,
  nextDueAt: number,
): Promise<Post | undefined> {
  const subscription = (await store.dueSubscriptions(Number.MAX_SAFE_INTEGER)).find((one) => one.id === id);
  if (subscription === undefined) throw new Error(`the subscription ${id} is paused or not there`);
  const claim = { localDate, questionId, dueAt: subscription.nextDueAt };
  const [claimed] = await store.settle([{ subscription, nextDueAt, claim }]);
  return claimed === undefined ? undefined : store.post(claimed);
}

/** Claimed or unknown, and waiting for the daily run. */
export const unfinishedPosts = (store: Store) => store.openPosts(0);
