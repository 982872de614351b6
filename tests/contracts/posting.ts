import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { PLACE, subscription } from '../support/subscription.ts';
import type { StoreUnderTest } from './store.ts';

/** What the daily run relies on, whatever database stands behind it. */

const LEASE = 1000;

export function postingContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`posting contract: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      under = await make();
      store = under.store;
    });
    afterEach(() => under.close());

    async function claimed() {
      const sub = await store.subscribe(subscription(100));
      const claim = { localDate: '2026-11-20', questionId: 'q', dueAt: 100 };
      const ids = await store.settle([{ subscription: sub, nextDueAt: 500, claim }]);
      return { sub, claim, ids };
    }

    it('settles once: not for a subscription that was changed since, nor for a date that has its post', async () => {
      const { sub, claim, ids } = await claimed();
      expect(ids).toHaveLength(1);
      expect(await store.settle([{ subscription: sub, nextDueAt: 900, claim }])).toEqual([]);
      expect((await store.subscription('door', PLACE))?.nextDueAt).toBe(500);
      const moved = await store.subscribe(subscription(200));
      expect(await store.settle([{ subscription: moved, nextDueAt: 900, claim }])).toEqual([]);
      expect((await store.subscription('door', PLACE))?.nextDueAt).toBe(900);
    });

    it('moves a subscription on without a claim', async () => {
      const sub = await store.subscribe(subscription(100));
      expect(await store.settle([{ subscription: sub, nextDueAt: 700 }])).toEqual([]);
      expect((await store.subscription('door', PLACE))?.nextDueAt).toBe(700);
    });

    it('lets one begin, keeps the others out for as long as the lease is renewed, and counts attempts', async () => {
      await claimed();
      const [post] = await store.openPosts(LEASE);
      if (post === undefined) throw new Error('nothing is open');
      expect([await store.beginSending(post, LEASE), await store.beginSending(post, LEASE)]).toEqual([
        true,
        false,
      ]);
      expect(await store.openPosts(LEASE)).toEqual([]);
      under.clock.at += LEASE;
      await store.renewSending([post.id]);
      under.clock.at += LEASE;
      expect(await store.openPosts(LEASE)).toEqual([]);
      under.clock.at += 1;
      const [again] = await store.openPosts(LEASE);
      expect(again).toMatchObject({ state: 'unknown', attempts: 1, dueAt: 100 });
      await store.renewSending([post.id]);
      expect(again && (await store.beginSending(again, LEASE))).toBe(false);
    });

    it('opens a post at once when its sender says that it has stopped, and when the clock was set back', async () => {
      await claimed();
      under.clock.at = 1_000_000;
      const [post] = await store.openPosts(LEASE);
      if (post === undefined) throw new Error('nothing is open');
      await store.beginSending(post, LEASE);
      under.clock.at = 0;
      expect(await store.openPosts(LEASE)).toHaveLength(1);
      under.clock.at = 1_000_000;
      expect(await store.openPosts(LEASE)).toEqual([]);
      await store.endSending(post.id, 'timed out');
      expect(await store.openPosts(LEASE)).toHaveLength(1);
      expect(await store.audit(5)).toMatchObject([{ state: 'unknown', failure: 'timed out', attempts: 1 }]);
    });

    it('changes what is posted or given up no more', async () => {
      const { ids } = await claimed();
      await store.markPosted(ids[0] ?? 0, 'ref');
      await store.markFailed(ids[0] ?? 0, 'too late');
      await store.markPosted(ids[0] ?? 0, 'another');
      await store.endSending(ids[0] ?? 0, 'no');
      expect(await store.audit(5)).toMatchObject([{ state: 'posted', ref: 'ref' }]);
      expect(await store.openPosts(LEASE)).toEqual([]);
    });

    it('tells the histories of many channels at once, each as on its own', async () => {
      const { sub } = await claimed();
      const other = await store.subscribe({ ...subscription(100), place: { ...PLACE, channel: 'other' } });
      const histories = await store.channelHistories([sub, other]);
      expect(histories.get(sub.id)).toEqual(await store.channelHistory(sub));
      expect(histories.get(sub.id)?.asked).toEqual([{ questionId: 'q', localDate: '2026-11-20' }]);
      expect(histories.get(other.id)?.asked).toEqual([]);
    });
  });
}
