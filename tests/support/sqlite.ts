import { join } from 'node:path';
import { MIGRATIONS } from '../../src/paths.ts';
import { type OpenStore, openStore } from '../../src/store/open.ts';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import type { StoreUnderTest } from '../contracts/store.ts';
import { TestClock, temporaryFolder } from './world.ts';

export interface SqliteUnderTest extends StoreUnderTest {
  readonly opened: OpenStore;
  readonly path: string;
}

/** A store on a file of its own, with the database behind it in reach. */
export function sqliteStore(): SqliteUnderTest {
  const folder = temporaryFolder();
  const path = join(folder.path, 'store.db');
  const clock = new TestClock(0);
  const opened = openStore(path, MIGRATIONS);
  let store = createSqliteStore(opened, clock);
  return {
    store,
    opened,
    path,
    clock,
    async reopen() {
      await store.close();
      store = createSqliteStore(openStore(path, MIGRATIONS), clock);
      return store;
    },
    async close() {
      await store.close();
      folder.remove();
    },
  };
}
