import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/core/call.ts';
import type { Member, NewAnswer, Store } from '../../src/core/store.ts';
import { claimPost, unfinishedPosts } from '../support/posts.ts';
import { PLACE, subscription } from '../support/subscription.ts';

/** One suite for every store: what the core relies on, whatever database stands behind it. */

export interface StoreUnderTest {
  readonly store: Store;
  readonly clock: { at: number };
  /** Closes and opens the same data again. */
  reopen(): Promise<Store>;
  close(): Promise<void>;
}

export function actor(member: string, workspace = 'team', door = 'door'): Actor {
  return { door, workspace, member, name: `name of ${member}`, admin: false };
}

export function answerOf(member: Member, changes: Partial<NewAnswer> = {}): NewAnswer {
  return {
    interactionId: 'i-1',
    member,
    questionId: 'q',
    level: 2,
    kind: 'quiz',
    text: '답',
    score: 70,
    covered: ['a'],
    version: '1.x',
    at: 1000,
    localDate: '2026-11-20',
    active: true,
    pointsFor: (best) => (best === undefined ? 10 : 1),
    ...changes,
  };
}

export function storeContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`store contract: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      under = await make();
      store = under.store;
    });
    afterEach(() => under.close());

    it('makes a member on first sight and keeps one row with the newest name', async () => {
      const first = await store.member(actor('minseo'));
      const renamed = await store.member({ ...actor('minseo'), name: '새 이름' });
      expect(renamed).toEqual({ ...first, name: '새 이름' });
    });

    it('keeps the same number on two doors and in two workspaces apart', async () => {
      const ids = await Promise.all(
        [actor('1'), actor('1', 'other'), actor('1', 'team', 'another door')].map((one) => store.member(one)),
      );
      expect(new Set(ids.map((member) => member.id)).size).toBe(3);
    });

    it('records an answer with its points and the day it fills', async () => {
      const member = await store.member(actor('minseo'));
      const { answer, repeated } = await store.recordAnswer(answerOf(member));
      expect({ repeated, points: answer.points, text: answer.text, shared: answer.shared }).toEqual({
        repeated: false,
        points: 10,
        text: '답',
        shared: false,
      });
      const history = await store.history(member);
      expect(history).toEqual({
        activeDays: ['2026-11-20'],
        best: new Map([['q', 70]]),
        points: 10,
        answers: 1,
      });
    });

    it('stores the same submission once and answers it twice', async () => {
      const member = await store.member(actor('minseo'));
      const first = await store.recordAnswer(answerOf(member));
      const second = await store.recordAnswer(answerOf(member, { text: 'another text', score: 0 }));
      expect(second).toEqual({ answer: first.answer, repeated: true });
      expect((await store.history(member)).answers).toBe(1);
    });

    it('tells the points function the best earlier score on that question alone', async () => {
      const member = await store.member(actor('minseo'));
      await store.recordAnswer(answerOf(member, { interactionId: 'a', score: 70 }));
      await store.recordAnswer(answerOf(member, { interactionId: 'b', score: 30 }));
      await store.recordAnswer(answerOf(member, { interactionId: 'c', questionId: 'other', score: 90 }));
      const seen: (number | undefined)[] = [];
      const pointsFor = (best: number | undefined): number => {
        seen.push(best);
        return 0;
      };
      const { previousBest } = await store.recordAnswer(answerOf(member, { interactionId: 'd', pointsFor }));
      expect(seen).toEqual([70]);
      expect(previousBest).toBe(70);
    });

    it('writes nothing of an answer whose points cannot be computed', async () => {
      const member = await store.member(actor('minseo'));
      const broken = answerOf(member, {
        pointsFor: () => {
          throw new Error('no points');
        },
      });
      await expect(store.recordAnswer(broken)).rejects.toThrow('no points');
      expect(await store.history(member)).toEqual({ activeDays: [], best: new Map(), points: 0, answers: 0 });
    });

    it('does not fill a day with an answer that is not active', async () => {
      const member = await store.member(actor('minseo'));
      await store.recordAnswer(answerOf(member, { active: false }));
      expect((await store.history(member)).activeDays).toEqual([]);
    });

    it('shares only the own answer', async () => {
      const [owner, other] = await Promise.all([store.member(actor('a')), store.member(actor('b'))]);
      const { answer } = await store.recordAnswer(answerOf(owner));
      expect(await store.shareAnswer(other, answer.id)).toBeUndefined();
      expect((await store.answer(answer.id))?.shared).toBe(false);
      expect((await store.shareAnswer(owner, answer.id))?.shared).toBe(true);
    });

    it('never lowers the longest streak', async () => {
      const member = await store.member(actor('a'));
      await store.raiseLongestStreak(member, 5);
      await store.raiseLongestStreak(member, 3);
      expect((await store.member(actor('a'))).longestStreak).toBe(5);
    });

    it('keeps one subscription a channel and lists it when it is due', async () => {
      await store.subscribe(subscription(100));
      const changed = await store.subscribe({ ...subscription(200), timeOfDay: '10:30' });
      expect(await store.subscription('door', PLACE)).toEqual(changed);
      expect(await store.dueSubscriptions(199)).toEqual([]);
      expect((await store.dueSubscriptions(200)).map((one) => one.timeOfDay)).toEqual(['10:30']);
    });

    it('lets one claim a local date, and moves the subscription on', async () => {
      const sub = await store.subscribe(subscription(100));
      const [first, second] = [
        await claimPost(store, sub, '2026-11-20', 'q', 500),
        await claimPost(store, sub, '2026-11-20', 'r', 600),
      ];
      expect(first).toMatchObject({ questionId: 'q', state: 'claimed', count: 0 });
      expect(second).toBeUndefined();
      expect((await store.subscription('door', PLACE))?.nextDueAt).toBe(600);
    });

    it('lists a claimed post as unfinished until it is posted', async () => {
      const post = await claimPost(store, await store.subscribe(subscription(100)), '2026-11-20', 'q', 500);
      expect((await unfinishedPosts(store)).map((one) => one.id)).toEqual([post?.id]);
      await store.markPosted(post?.id ?? 0, 'ref-1');
      expect(await unfinishedPosts(store)).toEqual([]);
      expect(await store.latestPost('door', PLACE)).toMatchObject({ state: 'posted', ref: 'ref-1' });
    });

    it('gives up a claimed post: it is not unfinished, was not asked, and fills no day', async () => {
      const sub = await store.subscribe(subscription(100));
      const post = await claimPost(store, sub, '2026-11-20', 'q', 500);
      await store.markFailed(post?.id ?? 0);
      expect(await unfinishedPosts(store)).toEqual([]);
      expect((await store.channelHistory(sub)).asked).toEqual([]);
      expect((await store.questionDays(sub.workspaceId)).dates.size).toBe(0);
    });

    it('pauses a subscription once, keeps all of it, and starts it when it is set up again', async () => {
      const sub = await store.subscribe(subscription(100));
      await claimPost(store, sub, '2026-11-20', 'q', 500);
      expect([await store.pause(sub.id), await store.pause(sub.id)]).toEqual([true, false]);
      expect(await store.dueSubscriptions(10_000)).toEqual([]);
      expect(await unfinishedPosts(store)).toEqual([]);
      expect((await store.subscriptions('door')).map((one) => one.paused)).toEqual([true]);
      expect(await store.subscriptions('another door')).toEqual([]);
      await store.subscribe(subscription(100));
      expect((await store.subscriptions('door')).map((one) => one.paused)).toEqual([false]);
      expect(await unfinishedPosts(store)).toHaveLength(1);
    });

    it('counts members of a post once, with the mean of their best, and says when the card is stale', async () => {
      const post = await claimPost(store, await store.subscribe(subscription(100)), '2026-11-20', 'q', 500);
      const postId = post?.id ?? 0;
      await store.markPosted(postId, 'ref');
      const [a, b] = await Promise.all([store.member(actor('a')), store.member(actor('b'))]);
      await store.recordAnswer(answerOf(a, { interactionId: '1', postId, kind: 'daily', score: 20 }));
      await store.recordAnswer(answerOf(a, { interactionId: '2', postId, kind: 'daily', score: 60 }));
      await store.recordAnswer(answerOf(b, { interactionId: '3', postId, kind: 'daily', score: 100 }));
      expect(
        (await store.stalePosts()).map(({ count, mean, shownCount }) => ({ count, mean, shownCount })),
      ).toEqual([{ count: 2, mean: 80, shownCount: 0 }]);
      await store.markShown(postId, 2);
      expect(await store.stalePosts()).toEqual([]);
    });

    it('remembers what a channel was asked and how its team did', async () => {
      const sub = await store.subscribe(subscription(100));
      await claimPost(store, sub, '2026-11-20', 'q', 500);
      await store.recordAnswer(answerOf(await store.member(actor('a')), { score: 30 }));
      expect(await store.channelHistory(sub)).toEqual({
        asked: [{ questionId: 'q', localDate: '2026-11-20' }],
        results: new Map([['q', { mean: 30, count: 1 }]]),
      });
      expect(await store.questionDays(sub.workspaceId)).toEqual({
        subscriptions: [await store.subscription('door', PLACE)],
        dates: new Set(['2026-11-20']),
      });
    });

    it('files an appeal for an own answer once, and lists it for its workspace alone', async () => {
      const [owner, stranger, abroad] = await Promise.all([
        store.member(actor('a')),
        store.member(actor('b')),
        store.member(actor('c', 'other')),
      ]);
      const { answer } = await store.recordAnswer(answerOf(owner));
      expect(await store.appeal(stranger, answer.id)).toBeUndefined();
      const first = await store.appeal(owner, answer.id);
      expect(await store.appeal(owner, answer.id)).toEqual(first);
      expect(
        (await store.openAppeals(owner.workspaceId)).map((one) => [one.memberName, one.answer.id]),
      ).toEqual([['name of a', answer.id]]);
      expect(await store.openAppeals(abroad.workspaceId)).toEqual([]);
      expect(await store.decideAppeal(abroad, first?.id ?? 0, undefined)).toBeUndefined();
    });

    it('decides an appeal once, and keeps an accepted phrase for that workspace', async () => {
      const owner = await store.member(actor('a'));
      const { answer } = await store.recordAnswer(answerOf(owner));
      const filed = await store.appeal(owner, answer.id);
      const phrase = { pointId: 'p', phrase: '내 표현' };
      expect(await store.decideAppeal(owner, filed?.id ?? 0, phrase)).toMatchObject({ state: 'accepted' });
      expect(await store.decideAppeal(owner, filed?.id ?? 0, undefined)).toBeUndefined();
      expect(await store.openAppeals(owner.workspaceId)).toEqual([]);
      expect(await store.phrases(owner.workspaceId, 'q')).toEqual([phrase]);
      expect(await store.phrases(owner.workspaceId + 1, 'q')).toEqual([]);
      expect(await store.appeal(owner, answer.id)).toMatchObject({ state: 'accepted' });
    });

    it('writes a regrade whole: scores, points and the days they fill', async () => {
      const owner = await store.member(actor('a'));
      const { answer } = await store.recordAnswer(answerOf(owner, { score: 30, active: false }));
      const change = {
        answerId: answer.id,
        score: 80,
        covered: ['b'],
        version: '2.x',
        points: 42,
        active: true,
      };
      await store.applyRegrade([change]);
      expect(await store.history(owner)).toEqual({
        activeDays: ['2026-11-20'],
        best: new Map([['q', 80]]),
        points: 42,
        answers: 1,
      });
      expect(await store.attempts({ workspaceId: owner.workspaceId, questionId: 'q' })).toMatchObject([
        { id: answer.id, score: 80, covered: ['b'], version: '2.x', memberName: 'name of a', level: 2 },
      ]);
      expect(await store.attempts({ workspaceId: owner.workspaceId, questionId: 'other' })).toEqual([]);
    });

    it('has everything after it was closed and opened again', async () => {
      const member = await store.member(actor('minseo'));
      await store.recordAnswer(answerOf(member));
      const again = await under.reopen();
      expect((await again.history(await again.member(actor('minseo')))).answers).toBe(1);
    });
  });
}
