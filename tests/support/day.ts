import { plainText } from '../../src/cards/inline.ts';
import { type DailySettings, postDue } from '../../src/daily/post-due.ts';
import type { Chat } from './chat.ts';
import { dailyRunOf } from './run.ts';
import { PLACE, subscription } from './subscription.ts';
import { makeWorld, realBank, type World } from './world.ts';

/** A team whose channel has got its question: nine in Seoul, on every day of the week. */

export const dailyOf = (world: World, chat: Chat): DailySettings => dailyRunOf(world, chat);

export async function subscribe(
  world: World,
  door: string,
  changes: Partial<ReturnType<typeof subscription>> = {},
): Promise<void> {
  await world.store.subscribe({
    ...subscription(world.clock.now()),
    door,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    ...changes,
  });
}

/** Posts what is due. */
export function postQuestions(world: World, chat: Chat): Promise<void> {
  return postDue(dailyOf(world, chat));
}

/** A world at noon in Seoul whose channel has today's question; the last one posted. */
export async function dayWorld(chat: Chat, changes: Partial<ReturnType<typeof subscription>> = {}) {
  const world = makeWorld({ adapters: new Map([[chat.name, chat]]) });
  await subscribe(world, chat.name, changes);
  await postQuestions(world, chat);
  const post = await world.store.latestPost(chat.name, PLACE);
  if (post === undefined) throw new Error('nothing was posted');
  return { world, post };
}

/** A good answer to any question of the bank. */
export function modelAnswer(questionId: string): string {
  return realBank().questions.get(questionId)?.model.ko.map(plainText).join('\n') ?? '';
}
