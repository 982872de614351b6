import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { MIGRATIONS } from '../../src/paths.ts';
import { openStore } from '../../src/store/open.ts';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import { claimPost } from '../support/posts.ts';
import { PLACE, subscription } from '../support/subscription.ts';
import { TestClock, temporaryFolder } from '../support/world.ts';

describe('subscriptions in the store', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: Store;
  beforeEach(() => {
    folder = temporaryFolder();
    store = createSqliteStore(openStore(join(folder.path, 'setup.db'), MIGRATIONS), new TestClock(0));
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  it('are listed for one workspace of one door, paused ones too, the oldest first', async () => {
    const first = await store.subscribe(subscription(1));
    const second = await store.subscribe({ ...subscription(2), place: { ...PLACE, channel: 'second' } });
    await store.subscribe({ ...subscription(3), place: { workspace: 'other', channel: 'daily' } });
    await store.subscribe({ ...subscription(4), door: 'other' });
    await store.pause(second.id);
    const listed = await store.workspaceSubscriptions('door', 'team');
    expect(listed.map((one) => [one.id, one.paused])).toEqual([
      [first.id, false],
      [second.id, true],
    ]);
    expect(await store.workspaceSubscriptions('door', 'nobody')).toEqual([]);
  });

  it('change in what is named and nothing else; null takes a value away', async () => {
    const before = await store.subscribe({ ...subscription(1), holidays: 'kr', thread: true });
    const paused = await store.changeSubscription(before.id, { pausedUntil: '2026-12-24', nextDueAt: 7 });
    expect(paused).toEqual({ ...before, pausedUntil: '2026-12-24', nextDueAt: 7 });
    const changed = await store.changeSubscription(before.id, {
      holidays: null,
      digestWeekday: null,
      pausedUntil: null,
      weekdays: [7],
      skipDates: ['2026-12-25'],
    });
    const { holidays, digestWeekday, ...rest } = before;
    expect([holidays, digestWeekday]).toEqual(['kr', 5]);
    expect(changed).toEqual({ ...rest, weekdays: [7], skipDates: ['2026-12-25'], nextDueAt: 7 });
    expect(await store.changeSubscription(before.id, {})).toEqual(changed);
    expect(await store.changeSubscription(99, { thread: false })).toBeUndefined();
  });

  it('know the latest date that was claimed, given up or not', async () => {
    const made = await store.subscribe(subscription(1));
    expect(await store.lastClaimedDate(made.id)).toBeUndefined();
    await claimPost(store, made, '2026-11-23', 'a', 2);
    const post = await claimPost(store, made, '2026-11-24', 'b', 3);
    if (post === undefined) throw new Error('not claimed');
    await store.markFailed(post.id);
    expect(await store.lastClaimedDate(made.id)).toBe('2026-11-24');
  });

  it('begin a time of few questions once, until it has ended', async () => {
    const { id } = await store.subscribe(subscription(1));
    expect(await store.beginLowPeriod(id, '2026-11-23')).toBe(true);
    expect(await store.beginLowPeriod(id, '2026-11-24')).toBe(false);
    await store.endLowPeriod(id);
    await store.endLowPeriod(id);
    expect(await store.beginLowPeriod(id, '2026-11-25')).toBe(true);
  });
});
