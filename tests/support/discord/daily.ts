import { dailyCard } from '../../../src/commands/question-card.ts';
import type { DailySettings } from '../../../src/daily/post-due.ts';
import { translator } from '../../../src/texts/index.ts';
import { subscription } from '../subscription.ts';
import { realBank } from '../world.ts';
import { type DiscordDoor, PLACE } from './door.ts';

/** The daily run on the loopback Discord. */

export function dailyRun({ world, adapter }: DiscordDoor): DailySettings {
  return {
    bank: realBank(),
    store: world.store,
    clock: world.clock,
    log: world.log,
    adapters: new Map([[adapter.name, adapter]]),
    cardOf: (post, locale) => {
      const question = realBank().questions.get(post.questionId);
      return question === undefined
        ? undefined
        : dailyCard(question, post.id, post, locale, translator(locale));
    },
  };
}

/** The channel of the loopback gets its question at nine. */
export async function subscribeChannel({ world }: DiscordDoor): Promise<void> {
  const wanted = { ...subscription(world.clock.now()), door: 'discord', place: PLACE, timeOfDay: '09:00' };
  await world.store.subscribe(wanted);
}
