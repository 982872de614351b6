import { join } from 'node:path';
import { loadConfig } from '../../src/config.ts';
import { type App, startApp } from '../../src/main.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { TestClock, temporaryFolder } from '../support/world.ts';

/** The real application on a fresh database file, and a browser to look at it. */

export interface House {
  readonly app: App;
  readonly browser: TestBrowser;
  readonly clock: TestClock;
  close(): Promise<void>;
}

export async function openHouse(): Promise<House> {
  const folder = temporaryFolder();
  const clock = new TestClock('2026-11-20T00:30:00Z');
  const settings = { DATABASE_PATH: join(folder.path, 'house.db'), PLAYGROUND_PORT: '0', LOG_LEVEL: 'warn' };
  const app = await startApp(loadConfig(settings), { clock });
  const browser = await launchBrowser();
  return {
    app,
    browser,
    clock,
    async close() {
      await browser.close();
      await app.stop();
      folder.remove();
    },
  };
}
