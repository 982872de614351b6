import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offDaysOf } from '../../src/commands/off-days.ts';
import { rebuildAll } from '../../src/commands/regrade.ts';
import { streakNow } from '../../src/commands/streak-now.ts';
import type { Member } from '../../src/core/store.ts';
import { runningStreaks } from '../../src/habits/board.ts';
import { addDays, type LocalDate, localDateOf, toLocalDate, weekdayOf } from '../../src/habits/day.ts';
import { pointsAdded } from '../../src/habits/points.ts';
import { actor, answerOf } from '../contracts/store.ts';
import { type SqliteUnderTest, sqliteStore } from '../support/sqlite.ts';
import { PLACE, subscription } from '../support/subscription.ts';
import { realBank } from '../support/world.ts';

/** Two hundred histories in zones with clock changes of an hour, of half an hour, and a date line behind them. */

const ZONES = ['Asia/Seoul', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia'];
const HISTORIES = 200;
const HOUR = 3_600_000;
/** Of questions: the longest history has 36 events, 200 hours apart at most. */
const DAYS = 340;
// From here on the clocks change in Lord Howe (4 October), London (25 October) and New York (1 November).
const START = Date.parse('2026-09-28T00:00:00Z');
const LEVELS = [1, 2, 3] as const;

const event = fc.record({
  /** Hours since the event before: mostly a day or less, so that streaks run. */
  after: fc.oneof(
    { weight: 8, arbitrary: fc.nat({ max: 26 }) },
    { weight: 1, arbitrary: fc.nat({ max: 200 }) },
  ),
  what: fc.oneof(
    { weight: 12, arbitrary: fc.constant('answer' as const) },
    { weight: 1, arbitrary: fc.constant('vacation' as const) },
    { weight: 1, arbitrary: fc.constant('move' as const) },
    { weight: 1, arbitrary: fc.constant('regrade' as const) },
  ),
  question: fc.nat({ max: 20 }),
  score: fc.nat({ max: 100 }),
  level: fc.constantFrom(...LEVELS),
  kind: fc.constantFrom('daily', 'quiz', 'interview', 'review'),
  number: fc.nat({ max: 6 }),
});
const history = fc.record({
  weekdays: fc.oneof(fc.constant([1, 2, 3, 4, 5]), fc.constant([1, 2, 3, 4, 5, 6, 7]), fc.constant([2, 4])),
  events: fc.array(event, { minLength: 12, maxLength: 36 }),
});
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

describe('two hundred random histories', () => {
  let under: SqliteUnderTest;
  const members: Member[] = [];
  beforeAll(() => {
    under = sqliteStore();
    // Nothing here outlives the test, so nothing need wait for the disk.
    under.opened.sqlite.pragma('synchronous = OFF');
  });
  afterAll(() => under.close());

  const now = (member: Member) =>
    streakNow(
      { bank: realBank(), store: under.store, clock: { now: () => under.clock.at }, defaultTimeZone: 'UTC' },
      member,
    );

  async function answer(member: Member, zone: string, one: Event, id: string): Promise<void> {
    const { score, level, kind } = one;
    await under.store.recordAnswer(
      answerOf(member, {
        interactionId: id,
        questionId: `q${one.question}`,
        level,
        kind,
        score,
        at: under.clock.at,
        localDate: localDateOf(under.clock.at, zone),
        active: score >= 40,
        pointsFor: (best) => pointsAdded({ kind, level, score }, best),
      }),
    );
  }

  /** An old answer is graded again by a richer rubric: its score can only rise. Points follow by a rebuild of the member's. */
  async function regrade(member: Member, one: Event): Promise<void> {
    const { workspaceId } = member;
    const [old] = await under.store.attempts({ workspaceId, questionId: `q${one.question % 6}` });
    if (old === undefined) return;
    const score = Math.max(old.score, one.score);
    const { id: answerId, covered, version, points } = old;
    await under.store.applyRegrade([{ answerId, covered, version, score, points, active: score >= 40 }]);
  }

  async function vacation(member: Member, from: LocalDate, days: number): Promise<void> {
    under.opened.sqlite
      .prepare('insert or ignore into vacations values (?, ?, ?)')
      .run(member.id, from, addDays(from, days));
  }

  async function boardStreak(member: Member): Promise<number> {
    const rows = runningStreaks(
      await under.store.streakFacts(member.workspaceId),
      await under.store.vacationsIn(member.workspaceId),
      {
        now: under.clock.at,
        defaultTimeZone: 'UTC',
        isOffDay: await offDaysOf(
          { bank: realBank(), store: under.store },
          member.workspaceId,
          localDateOf(under.clock.at, 'UTC'),
        ),
      },
    );
    return rows.find((row) => row.memberId === member.id)?.value ?? 0;
  }

  /** A question stands on each of the channel's days, from well before the history to well after it. */
  function posted(subscriptionId: number, weekdays: readonly number[]): void {
    const insert = under.opened.sqlite.prepare(
      "insert into posts (subscription_id, local_date, question_id, locale, state, claimed_at) values (?, ?, 'q', 'ko', 'posted', 0)",
    );
    const first = toLocalDate('2026-09-01');
    for (let day = 0; day < DAYS; day += 1) {
      const date = addDays(first, day);
      if (weekdays.includes(weekdayOf(date))) insert.run(subscriptionId, date);
    }
  }

  async function live(index: number, weekdays: readonly number[], events: readonly Event[]): Promise<void> {
    const { store, clock, opened } = under;
    let zone = ZONES[index % ZONES.length] ?? 'UTC';
    const who = actor('m', `team ${index}`);
    const place = { ...PLACE, workspace: `team ${index}` };
    const { id } = await store.subscribe({ ...subscription(1), place, weekdays });
    posted(id, weekdays);
    const joined = await store.member(who);
    opened.sqlite.prepare('update members set time_zone = ? where id = ?').run(zone, joined.id);
    clock.at = START;
    let longest = 0;
    for (const [step, one] of events.entries()) {
      clock.at += one.after * HOUR;
      const member = await store.member(who);
      const before = await now(member);
      const today = localDateOf(clock.at, zone);
      if (one.what === 'answer') await answer(member, zone, one, `${index} ${step}`);
      else if (one.what === 'regrade') await regrade(member, one);
      else if (one.what === 'vacation') await vacation(member, addDays(today, 1), one.number);
      else {
        zone = ZONES[one.number % ZONES.length] ?? 'UTC';
        opened.sqlite.prepare('update members set time_zone = ? where id = ?').run(zone, member.id);
      }
      const after = await now(await store.member(who));
      expect(after.longest).toBeGreaterThanOrEqual(Math.max(longest, after.current));
      longest = after.longest;
      // An event of the same instant can add the day it fills, a regrade join what was apart; nothing takes a day away.
      if (one.what === 'answer') {
        expect(after.current).toBeGreaterThanOrEqual(before.current);
        expect(after.current).toBeLessThanOrEqual(before.current + 1);
        if (one.score < 40 || !isQuestionDay(weekdays, today)) expect(after.current).toBe(before.current);
      }
      if (one.what === 'vacation') expect(after.current).toBe(before.current);
      expect(await boardStreak(joined)).toBe(after.current);
    }
    members.push(await store.member(who));
  }

  function isQuestionDay(weekdays: readonly number[], date: LocalDate): boolean {
    return weekdays.includes(weekdayOf(toLocalDate(date)));
  }

  async function figures(member: Member) {
    const { current, longest, freezes, frozenDays } = await now(member);
    const { points, activeDays } = await under.store.history(member);
    return { current, longest, freezes, frozenDays, points, activeDays };
  }

  it('keep streaks from falling, agree with the board, and come out of a rebuild the same', async () => {
    let index = 0;
    await fc.assert(
      fc.asyncProperty(history, async ({ weekdays, events }) => {
        await live(index, weekdays, events);
        index += 1;
      }),
      { numRuns: HISTORIES, seed: 7, endOnFailure: true },
    );
    expect(members).toHaveLength(HISTORIES);
    // Regraded answers above kept their points; the first rebuild counts them, as the command does after an appeal.
    await rebuildAll(under.store, realBank(), false);
    const before = await Promise.all(members.map(figures));
    under.opened.sqlite.exec(
      'delete from active_days; delete from tallies; update answers set points = 1; update members set longest_streak = 0',
    );
    const rebuilt = await rebuildAll(under.store, realBank(), false);
    expect(rebuilt.corrected).toBeGreaterThan(HISTORIES);
    expect(await under.store.rebuildFigures(40)).toEqual({ tallies: 0, days: 0 });
    const after = await Promise.all(
      members.map(async (_, at) => figures(await under.store.member(actor('m', `team ${at}`)))),
    );
    expect(after.map(({ longest, ...rest }) => rest)).toEqual(before.map(({ longest, ...rest }) => rest));
    // The longest streak as the days give it: what a vacation declared later or a journey took from it was stored alone.
    for (const [at, figure] of after.entries())
      expect(figure.longest).toBeLessThanOrEqual(before[at]?.longest ?? 0);
  }, 300_000);
});
