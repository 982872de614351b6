import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Attempted, Member, Store } from '../../src/core/store.ts';
import { addDays, startOfPeriod, toLocalDate } from '../../src/habits/day.ts';
import { improvementsQuery, placeQuery, topQuery } from '../../src/store/boards.ts';
import { actor, answerOf } from '../contracts/store.ts';
import { type SqliteUnderTest, sqliteStore } from '../support/sqlite.ts';

const START = toLocalDate('2026-10-25');

interface Tally {
  points: number;
  attempts: number;
  reachedAt: number;
}

/** The sums once more, from the answers alone. */
function summed(answers: readonly Attempted[]): Record<string, Tally> {
  const sums: Record<string, Tally> = {};
  const asked = new Set<string>();
  const add = (answer: Attempted, period: string, amount: number, reached: number): void => {
    const key = `${answer.memberId} ${period}`;
    const sum = sums[key] ?? { points: 0, attempts: 0, reachedAt: 0 };
    sums[key] = {
      points: sum.points + amount,
      attempts: sum.attempts + 1,
      reachedAt: Math.max(sum.reachedAt, reached),
    };
  };
  for (const answer of answers) {
    const { memberId, questionId, points, score, at } = answer;
    const date = toLocalDate(answer.localDate);
    const week = startOfPeriod('week', date) ?? '';
    const month = date.slice(0, 7);
    for (const period of ['all', `m${month}`, `w${week}`]) add(answer, period, points, points > 0 ? at : 0);
    const question = `${memberId} ${questionId}`;
    if (!asked.has(question))
      for (const period of [`sm${month}`, `sw${week}`]) add(answer, period, score, at);
    asked.add(question);
  }
  return sums;
}

function stored({ opened }: SqliteUnderTest): Record<string, Tally> {
  const rows = opened.db.all<Tally & { memberId: number; period: string }>(
    sql`select member_id as memberId, period, points, attempts, reached_at as reachedAt from tallies`,
  );
  return Object.fromEntries(
    rows.map(({ memberId, period, points, attempts, reachedAt }) => [
      `${memberId} ${period}`,
      { points, attempts, reachedAt },
    ]),
  );
}

/** An answer, or (one in five) an old answer that scores more on a second look. */
const step = fc.record({
  member: fc.nat({ max: 2 }),
  question: fc.nat({ max: 4 }),
  score: fc.nat({ max: 100 }),
  day: fc.nat({ max: 40 }),
  regrade: fc.nat({ max: 4 }).map((one) => one === 0),
  which: fc.nat({ max: 60 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(store: Store, members: readonly Member[], one: Step, index: number): Promise<void> {
  if (one.regrade) {
    const answers = await store.attempts();
    const old = answers[one.which % Math.max(1, answers.length)];
    if (old === undefined) return;
    const { id: answerId, covered, version } = old;
    const score = Math.max(old.score, one.score);
    await store.applyRegrade([{ answerId, covered, version, score, points: score / 4, active: score >= 40 }]);
    return;
  }
  const member = members[one.member];
  if (member === undefined) return;
  const { score } = one;
  await store.recordAnswer(
    answerOf(member, {
      interactionId: `i${index}`,
      questionId: `q${one.question}`,
      score,
      // Now and then the clock stands earlier than before.
      at: 1000 + ((index * 37) % 50),
      localDate: addDays(START, one.day),
      active: score >= 40,
      pointsFor: (best) => (best === undefined ? score / 2 : Math.max(0, score - best) / 4),
    }),
  );
}

describe('running sums', () => {
  it('are what the answers add up to, whatever happens, and a rebuild finds nothing to mend', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const under = sqliteStore();
        try {
          const names = ['a', 'b', 'c'];
          const members = await Promise.all(names.map((name) => under.store.member(actor(name))));
          for (const [index, one] of steps.entries()) await take(under.store, members, one, index);
          const expected = summed(await under.store.attempts());
          expect(stored(under)).toEqual(expected);
          expect(await under.store.rebuildFigures(40)).toEqual({ tallies: 0, days: 0 });
          expect(stored(under)).toEqual(expected);
        } finally {
          await under.close();
        }
      }),
      { numRuns: 60, seed: 20261129 },
    );
  }, 60_000);

  it('are mended by a rebuild, as are days that no answer filled', async () => {
    const under = sqliteStore();
    const member = await under.store.member(actor('a'));
    await under.store.recordAnswer(answerOf(member, {}));
    const expected = stored(under);
    under.opened.sqlite.exec(`update tallies set points = points + 5 where period = 'all';
      delete from tallies where period like 'w%';
      insert into tallies values (${member.id}, ${member.workspaceId}, 'm1999-01', 1, 1, 1);
      delete from active_days; insert into active_days values (${member.id}, '2026-01-01')`);
    const mended = await under.store.rebuildFigures(40);
    expect(mended.days).toBe(2);
    expect(mended.tallies).toBeGreaterThan(2);
    expect(stored(under)).toEqual(expected);
    expect((await under.store.history(member)).activeDays).toEqual(['2026-11-20']);
    expect(await under.store.rebuildFigures(40)).toEqual({ tallies: 0, days: 0 });
    await under.close();
  });
});

describe('the plan of a board', () => {
  const wanted = { workspaceId: 1, memberId: 1, period: 'w2026-11-23', top: 10 } as const;
  const own = { memberId: 1, name: 'n', points: 10, attempts: 1, reachedAt: 5 };
  it.each([
    ['the first places', topQuery(wanted)],
    ['the own place', placeQuery(wanted, own)],
    ['the most improved', improvementsQuery({ ...wanted, before: 'w2026-11-16', least: 3 })],
  ])('of %s goes by the index of the sums and reads no answer', async (_, query) => {
    const under = sqliteStore();
    const { sql: text, params } = new SQLiteSyncDialect().sqlToQuery(query);
    const plan = (
      under.opened.sqlite.prepare(`explain query plan ${text}`).all(...params) as { detail: string }[]
    ).map((row) => row.detail);
    await under.close();
    expect(
      plan.some((line) => /SEARCH (?:t|tallies) USING (?:COVERING )?INDEX tallies_board/.test(line)),
    ).toBe(true);
    expect(plan.filter((line) => /answers|SCAN (?:t|m|tallies|members)\b/.test(line))).toEqual([]);
  });
});

describe('the days that streaks are counted from', () => {
  let under: SqliteUnderTest;
  let member: Member;
  beforeEach(async () => {
    under = sqliteStore();
    member = await under.store.member(actor('a'));
  });
  afterEach(() => under.close());

  const fill = (localDate: string, one = member) =>
    under.store.recordAnswer(answerOf(one, { interactionId: `${one.id} ${localDate}`, localDate }));
  const days = async () =>
    (await under.store.streakFacts(member.workspaceId)).map((one) => [one.name, one.days.length]);

  it('are in order and never stale: not after an answer, nor one of the past', async () => {
    await fill('2026-11-20');
    expect(await days()).toEqual([['name of a', 1]]);
    await fill('2026-11-22');
    await fill('2026-11-10');
    const [facts] = await under.store.streakFacts(member.workspaceId);
    expect(facts?.days).toEqual([20767, 20777, 20779]);
    expect((await under.store.streakFacts(member.workspaceId, [member.id]))[0]?.days).toEqual(facts?.days);
  });

  it('take in what another process wrote', async () => {
    await fill('2026-11-20');
    expect(await days()).toEqual([['name of a', 1]]);
    const other = new Database(under.path);
    other.exec(`insert into active_days values (${member.id}, '2026-11-21')`);
    expect(await days()).toEqual([['name of a', 2]]);
    other.exec(`delete from active_days where local_date = '2026-11-20'`);
    other.close();
    expect(await days()).toEqual([['name of a', 1]]);
  });

  it('hold when the last row was deleted and its number taken again', async () => {
    const leaver = await under.store.member(actor('b'));
    await fill('2026-11-20');
    await fill('2026-11-20', leaver);
    expect(await days()).toHaveLength(2);
    under.opened.sqlite.exec(`delete from active_days where member_id = ${leaver.id}`);
    await fill('2026-11-21');
    expect(await days()).toEqual([['name of a', 2]]);
  });

  it('follow a rebuild', async () => {
    await fill('2026-11-20');
    under.opened.sqlite.exec(`insert into active_days values (${member.id}, '2026-11-19')`);
    expect(await days()).toEqual([['name of a', 2]]);
    await under.store.rebuildFigures(40);
    expect(await days()).toEqual([['name of a', 1]]);
  });
});
