import type { DailySettings } from '../../../src/daily/settings.ts';
import { dailyRunOf } from '../run.ts';
import { subscription } from '../subscription.ts';
import { type DiscordDoor, PLACE } from './door.ts';

/** The daily run on the loopback Discord. */

export const dailyRun = ({ world, adapter }: DiscordDoor): DailySettings => dailyRunOf(world, adapter);

/** The channel of the loopback gets its question at nine. */
export async function subscribeChannel({ world }: DiscordDoor): Promise<void> {
  const wanted = { ...subscription(world.clock.now()), door: 'discord', place: PLACE, timeOfDay: '09:00' };
  await world.store.subscribe(wanted);
}
