import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import type { PeriodKey } from '../../src/core/stores/boards.ts';
import { dealTeams } from '../../src/habits/teams.ts';
import { claimPost } from '../support/posts.ts';
import { PLACE, subscription } from '../support/subscription.ts';
import { actor, answerOf, type StoreUnderTest } from './store.ts';

/** What boards, teams and digests rely on, whatever database stands behind them. */
export function boardStoreContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`board store contract: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      under = await make();
      store = under.store;
    });
    afterEach(() => under.close());

    const members = (...names: string[]) => Promise.all(names.map((one) => store.member(actor(one))));

    it('sums points by workspace and period; equals by fewer attempts, then earlier', async () => {
      const [a, b] = await members('a', 'b');
      const c = await store.member(actor('c', 'other'));
      if (a === undefined || b === undefined) throw new Error('no members');
      await store.recordAnswer(answerOf(a, { at: 5, localDate: '2026-11-01' }));
      await store.recordAnswer(answerOf(a, { interactionId: '2', questionId: 'r', at: 9 }));
      await store.recordAnswer(answerOf(b, { at: 7 }));
      await store.recordAnswer(answerOf(c, { at: 7 }));
      const board = (period: PeriodKey) =>
        store.pointsBoard({ workspaceId: a.workspaceId, memberId: b.id, period, top: 10 });
      const all = await board('all');
      expect(all.top.map((row) => [row.place, row.name, row.points, row.attempts, row.reachedAt])).toEqual([
        [1, 'name of a', 20, 2, 9],
        [2, 'name of b', 10, 1, 7],
      ]);
      const week = await board('w2026-11-16');
      expect(week.top.map((row) => [row.name, row.points])).toEqual([
        ['name of b', 10],
        ['name of a', 10],
      ]);
      expect([all.answered, week.answered, (await board('m2026-10')).answered]).toEqual([2, 2, 0]);
    });

    it('shows the own row with its neighbours behind the top, and never twice', async () => {
      const all = await members('a', 'b', 'c', 'd', 'e');
      for (const [index, member] of all.entries())
        await store.recordAnswer(answerOf(member, { at: index, pointsFor: () => 100 - 10 * index }));
      const around = async (own: number, top: number) =>
        (
          await store.pointsBoard({ workspaceId: 1, memberId: all[own]?.id ?? 0, period: 'all', top })
        ).around.map((row) => row.place);
      expect([await around(1, 2), await around(2, 2), await around(3, 2), await around(4, 2)]).toEqual([
        [],
        [3, 4],
        [3, 4, 5],
        [4, 5],
      ]);
    });

    it('leaves members without points out of the places and counts them as taking part', async () => {
      const [a] = await members('a');
      if (a === undefined) throw new Error('no member');
      await store.recordAnswer(answerOf(a, { score: 0, active: false, pointsFor: () => 0 }));
      const wanted = { workspaceId: a.workspaceId, memberId: a.id, period: 'all', top: 10 } as const;
      expect(await store.pointsBoard(wanted)).toEqual({ top: [], around: [], answered: 1 });
    });

    it('tells a rise from first answers alone, three in each period', async () => {
      const [a, b] = await members('a', 'b');
      if (a === undefined || b === undefined) throw new Error('no members');
      const put = (member: typeof a, date: string, questionId: string, score: number, id = questionId) =>
        store.recordAnswer(
          answerOf(member, { interactionId: `${id} ${date}`, questionId, score, localDate: date }),
        );
      for (const [index, score] of [30, 40, 50].entries()) await put(a, '2026-10-20', `o${index}`, score);
      // A retry with the model answer in sight says nothing of what one knew.
      await put(a, '2026-10-21', 'o0', 100, 'retry');
      for (const [index, score] of [60, 60, 90].entries()) await put(a, '2026-11-10', `n${index}`, score);
      for (const index of [0, 1]) await put(b, '2026-10-20', `o${index}`, 10);
      for (const index of [0, 1, 2]) await put(b, '2026-11-10', `n${index}`, 90);
      const wanted = { workspaceId: a.workspaceId, memberId: b.id, top: 10, least: 3 } as const;
      const board = await store.improvements({ ...wanted, period: 'm2026-11', before: 'm2026-10' });
      expect(board.top.map((row) => [row.place, row.name, row.before, row.mean, row.attempts])).toEqual([
        [1, 'name of a', 40, 70, 6],
      ]);
      expect((await store.improvements({ ...wanted, period: 'm2026-10', before: 'm2026-09' })).top).toEqual(
        [],
      );
    });

    it('deals a week once, lets late-comers join, and deals again when the number changes', async () => {
      const [a, b, c] = await members('a', 'b', 'c');
      if (a === undefined || b === undefined || c === undefined) throw new Error('no members');
      await store.recordAnswer(answerOf(a, { localDate: '2026-11-18' }));
      await store.recordAnswer(answerOf(b, { localDate: '2026-11-19' }));
      await store.setTeamCount(a.workspaceId, 2, '2026-11-23');
      const deal = (late: readonly number[]) => (strengths: Parameters<typeof dealTeams>[0]) =>
        new Map([...dealTeams(strengths, 2), ...late.map((id) => [id, 1] as const)]);
      const teams = (late: readonly number[] = []) =>
        store.teamsOf(a.workspaceId, '2026-11-23', ['2026-11-16'], deal(late));
      expect([...(await teams())]).toEqual([
        [a.id, 0],
        [b.id, 1],
      ]);
      expect([...(await teams([c.id]))]).toEqual([...(await teams())]);
      await store.recordAnswer(answerOf(c, { localDate: '2026-11-24', pointsFor: () => 40 }));
      expect((await teams([c.id])).get(c.id)).toBe(1);
      expect(await store.teamStandings(a.workspaceId, '2026-11-23')).toMatchObject([
        { team: 0, members: 1, active: 0, points: 0 },
        { team: 1, members: 2, active: 1, points: 40 },
      ]);
      await store.setTeamCount(a.workspaceId, undefined, '2026-11-23');
      expect(await store.teamCount(a.workspaceId)).toBeUndefined();
      expect(await store.teamStandings(a.workspaceId, '2026-11-23')).toEqual([]);
    });

    it('lets one claim a digest, and one take over a claim that was left', async () => {
      const sub = await store.subscribe(subscription(100));
      under.clock.at = 1000;
      const digest = await store.claimDigest(sub, '2026-11-16');
      expect(await store.claimDigest(sub, '2026-11-16')).toBeUndefined();
      if (digest === undefined) throw new Error('not claimed');
      expect(await store.unfinishedDigests(1000)).toEqual([]);
      expect(await store.unfinishedDigests(1001)).toEqual([digest]);
      under.clock.at = 2000;
      expect([await store.reclaimDigest(digest), await store.reclaimDigest(digest)]).toEqual([true, false]);
      await store.markDigest(digest, { posted: 'ref' });
      expect(await store.unfinishedDigests(9000)).toEqual([]);
    });

    it('tells of a week from the channel’s own posts', async () => {
      const sub = await store.subscribe(subscription(100));
      const other = await store.subscribe({ ...subscription(100), place: { ...PLACE, channel: 'other' } });
      const [a, b] = await members('a', 'b');
      const post = await claimPost(store, sub, '2026-11-20', 'q', 500);
      const foreign = await claimPost(store, other, '2026-11-20', 'secret', 500);
      if (a === undefined || b === undefined || post === undefined || foreign === undefined)
        throw new Error('nothing to answer');
      const daily = { kind: 'daily', postId: post.id } as const;
      await store.recordAnswer(answerOf(a, { ...daily, score: 20, covered: ['x'] }));
      const again = await store.recordAnswer(answerOf(a, { ...daily, interactionId: '2', score: 90 }));
      await store.recordAnswer(answerOf(b, { ...daily, score: 60, covered: ['y'] }));
      const hidden = await store.recordAnswer(
        answerOf(b, {
          kind: 'daily',
          postId: foreign.id,
          interactionId: '3',
          questionId: 'secret',
          score: 100,
        }),
      );
      await store.shareAnswer(a, again.answer.id);
      await store.shareAnswer(b, hidden.answer.id);
      expect(await store.weekFacts(sub.id, '2026-11-16', '2026-11-22')).toEqual({
        questions: [{ questionId: 'q', mean: 40, answers: 2, covered: [['x'], ['y']] }],
        best: { name: 'name of a', questionId: 'q', score: 90, text: '답' },
      });
      expect(await store.weekFacts(sub.id, '2026-11-23', '2026-11-29')).toEqual({ questions: [] });
    });
  });
}
