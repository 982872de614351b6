import { join } from 'node:path';
import { dailyPost } from '../../src/commands/daily-post.ts';
import type { NewSubscription, Subscription } from '../../src/core/store.ts';
import type { DailySettings } from '../../src/daily/settings.ts';
import { MIGRATIONS } from '../../src/paths.ts';
import { openStore } from '../../src/store/open.ts';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import { Platform } from './platform.ts';
import { subscription } from './subscription.ts';
import { memoryLog, realBank, TestClock, temporaryFolder } from './world.ts';

/** The daily run on a real database file, with a clock that a test can turn. */
export class DailyWorld {
  readonly #folder = temporaryFolder();
  readonly clock: TestClock;
  readonly platform = new Platform();
  readonly log = memoryLog();
  settings: DailySettings;

  constructor(at: string) {
    this.clock = new TestClock(at);
    this.settings = this.process();
  }

  /** The settings of one more process on the same database. */
  process(): DailySettings {
    const store = createSqliteStore(openStore(join(this.#folder.path, 'daily.db'), MIGRATIONS), this.clock);
    return {
      bank: realBank(),
      store,
      clock: this.clock,
      log: this.log,
      adapters: new Map([['door', this.platform]]),
      cardOf: (post, locale) => dailyPost(post, locale, realBank(), store),
    };
  }

  subscribe(changes: Partial<NewSubscription> = {}): Promise<Subscription> {
    return this.settings.store.subscribe({ ...subscription(this.clock.now()), ...changes });
  }

  async restart(): Promise<void> {
    await this.settings.store.close();
    this.settings = this.process();
  }

  async close(): Promise<void> {
    await this.settings.store.close();
    this.#folder.remove();
  }
}
