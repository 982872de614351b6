import type { Adapter } from '../../src/adapters/adapter.ts';
import { dailyPost } from '../../src/commands/daily-post.ts';
import type { DailySettings } from '../../src/daily/settings.ts';
import { realBank, type World } from './world.ts';

/** The daily run through one door, as the program puts it together. */
export function dailyRunOf(world: World, adapter: Adapter): DailySettings {
  const { store, clock, log } = world;
  return {
    bank: realBank(),
    store,
    clock,
    log,
    adapters: new Map([[adapter.name, adapter]]),
    cardOf: (post, locale) => dailyPost(post, locale, realBank(), store),
  };
}
