import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { card, text } from '../../src/cards/build.ts';
import type { MessageLog } from '../../src/core/ports.ts';
import type { Store } from '../../src/core/store.ts';
import { MIGRATIONS } from '../../src/paths.ts';
import { createMessageLog, LOG_DOOR } from '../../src/store/message-log.ts';
import { openStore } from '../../src/store/open.ts';
import { dueQuery, openQuery } from '../../src/store/reminders.ts';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import { memberStoreContract } from '../contracts/member-store.ts';
import { TestClock, temporaryFolder } from '../support/world.ts';

memberStoreContract('SQLite', async () => {
  const folder = temporaryFolder();
  const path = join(folder.path, 'store.db');
  const clock = new TestClock(0);
  let store = createSqliteStore(openStore(path, MIGRATIONS), clock);
  return {
    get store() {
      return store;
    },
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
});

describe('reminders among many members and posts', () => {
  it('are found by indexes, without going through all of them', () => {
    const { db, sqlite } = openStore(':memory:', MIGRATIONS);
    const plan = (query: { toSQL(): { sql: string; params: unknown[] } }): string => {
      const { sql, params } = query.toSQL();
      const steps = sqlite.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[];
      return steps.map((step) => step.detail).join('\n');
    };
    const due = plan(dueQuery(db, 1, ['a', 'b']));
    expect(due).toContain('members USING INDEX members_reminder (next_reminder_at<?)');
    const member = { id: 1, workspaceId: 1, name: 'm', longestStreak: 0 };
    const open = plan(openQuery(db, member, ['2026-11-19', '2026-11-20', '2026-11-21']));
    expect(open).toContain('posts_once_a_date (subscription_id=? AND local_date=?)');
    expect(due + open).not.toMatch(/SCAN/);
    sqlite.close();
  });
});

describe('messages that are kept here', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let log: MessageLog;
  beforeEach(() => {
    folder = temporaryFolder();
    const opened = openStore(join(folder.path, 'store.db'), MIGRATIONS);
    store = createSqliteStore(opened, new TestClock(0));
    log = createMessageLog(opened.db);
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  const words = card('neutral', undefined, text('words'));
  const memberOf = (door: string) =>
    store.member({ door, workspace: 'w', member: 'minseo', name: '민서', admin: false });

  async function talk(): Promise<void> {
    const { answer } = await store.recordAnswer({
      interactionId: 'i',
      member: await memberOf(LOG_DOOR),
      questionId: 'q',
      level: 1,
      kind: 'quiz',
      text: '답',
      score: 0,
      covered: [],
      version: '1',
      at: 0,
      localDate: '1970-01-01',
      active: false,
      pointsFor: () => 0,
    });
    log.append({ channel: 'c', author: 'minseo', text: '안녕하세요', at: 1 });
    log.append({ channel: 'c', privateTo: 'minseo', card: words, key: 'remind-1-1', at: 2 });
    log.append({ channel: 'c', card: words, key: 'call:minseo:1', at: 3 });
    log.append({ channel: 'c', card: words, key: `share-${answer.id}`, at: 4 });
    log.append({ channel: 'c', author: 'jiwoo', text: 'minseo 님 안녕', at: 5 });
    log.append({ channel: 'c', privateTo: 'jiwoo', card: words, at: 6 });
    log.append({ channel: 'c', card: words, key: 'call:jiwoo:1', at: 7 });
    log.append({ channel: 'c', card: words, key: 'daily-1-20261120', at: 8 });
  }
  const left = () => [...log.recent('c', 'minseo', 50), ...log.recent('c', 'jiwoo', 50)].map(({ at }) => at);

  it('go with the member: written by them, private to them, made by their calls, their shared answers', async () => {
    await talk();
    expect((await store.exportOf(await memberOf(LOG_DOOR))).messages).toEqual([
      { channel: 'c', at: '1970-01-01T00:00:00.001Z', text: '안녕하세요' },
    ]);
    await store.forget(await memberOf(LOG_DOOR));
    expect([...new Set(left())].sort()).toEqual([5, 6, 7, 8]);
  });

  it('stay when somebody of the same id goes on another door', async () => {
    await talk();
    const elsewhere = await memberOf('another door');
    expect((await store.exportOf(elsewhere)).messages).toEqual([]);
    await store.forget(elsewhere);
    expect(new Set(left()).size).toBe(8);
  });
});
