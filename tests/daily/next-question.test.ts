import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HolidayLists } from '../../src/bank/holidays.ts';
import { effectiveSchedule, type Plan, reasonAgainst } from '../../src/daily/effective-schedule.ts';
import { nextQuestion } from '../../src/daily/next-question.ts';
import { addDays, localDateOf, toLocalDate, weekdayOf } from '../../src/habits/day.ts';
import { type Due, latestDue, nextDue } from '../../src/habits/due.ts';

const ZONES = ['Asia/Seoul', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia'];
const LISTS: HolidayLists = new Map([
  [
    'kr',
    {
      from: '2026-01-01',
      until: '2027-12-31',
      dates: new Map([
        ['2026-12-25', { ko: '성탄절', en: 'Christmas' }],
        ['2027-01-01', { ko: '새해', en: 'New Year' }],
        ['2027-03-01', { ko: '3·1절', en: 'March First' }],
      ]),
    },
  ],
]);
const BASE: Plan = {
  timeOfDay: '09:00',
  timeZone: 'Asia/Seoul',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  skipDates: [],
};

const anyTime = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
  );
const anyDate = fc.integer({ min: 0, max: 150 }).map((days) => addDays(toLocalDate('2026-11-20'), days));
const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    timeOfDay: anyTime,
    timeZone: fc.constantFrom(...ZONES),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    skipDates: fc.array(anyDate, { maxLength: 5 }),
    holidays: fc.constantFrom('kr', undefined),
    pausedUntil: fc.option(anyDate, { nil: undefined, freq: 4 }),
  })
  .map(({ holidays, pausedUntil, ...plan }) => ({
    ...plan,
    ...(holidays === undefined ? {} : { holidays }),
    ...(pausedUntil === undefined ? {} : { pausedUntil }),
  }));
const anyInstant = fc.integer({ min: Date.parse('2026-11-20T00:00Z'), max: Date.parse('2027-04-10T00:00Z') });

describe('the schedule that really holds', () => {
  it('gives a question to exactly the dates that nothing speaks against, in every zone', () => {
    fc.assert(
      fc.property(anyPlan, anyInstant, (plan, now) => {
        const schedule = effectiveSchedule(plan, LISTS);
        const asked = new Set<string>();
        for (
          let due = nextDue(schedule, now);
          due !== undefined && asked.size < 40;
          due = nextDue(schedule, due.at)
        )
          asked.add(due.date);
        const last = [...asked].at(-1) ?? '';
        const first = addDays(localDateOf(now, plan.timeZone), 1);
        for (let date = first; date < last; date = addDays(date, 1))
          expect(asked.has(date), date).toBe(reasonAgainst(plan, date, weekdayOf(date), LISTS) === undefined);
      }),
      { numRuns: 60, seed: 20261120 },
    );
  });

  it.each([
    [{ skipDates: ['2026-11-23'] }, '2026-11-23', 'skipped'],
    [{ holidays: 'kr' }, '2026-12-25', 'holiday'],
    [{ pausedUntil: '2026-12-24' }, '2026-12-23', 'paused'],
    [{ weekdays: [1] }, '2026-12-25', 'weekday'],
    [{ pausedUntil: '2026-12-24' }, '2026-12-24', undefined],
    [{ holidays: 'unknown' }, '2026-12-25', undefined],
    [{}, '2026-12-25', undefined],
  ])('%j keeps %s free as %s', (more, date, kind) => {
    const day = toLocalDate(date);
    expect(reasonAgainst({ ...BASE, ...more }, day, weekdayOf(day), LISTS)?.kind).toBe(kind);
  });
});

describe('the next question after a change', () => {
  const NOON = Date.parse('2026-11-20T03:00Z'); // in Seoul

  function after(
    plan: Partial<Plan>,
    {
      next,
      zone = 'Asia/Seoul',
      last,
      grace = '22:00',
      now = NOON,
    }: { next?: string; zone?: string; last?: string; grace?: string; now?: number },
  ): string | undefined {
    const due = nextQuestion(
      {
        schedule: effectiveSchedule({ ...BASE, ...plan }, LISTS),
        before: next === undefined ? undefined : { nextDueAt: Date.parse(next), timeZone: zone },
        lastDate: last,
        graceUntil: grace,
      },
      now,
    );
    return due === undefined ? undefined : `${due.date} ${new Date(due.at).toISOString().slice(0, 16)}`;
  }
  const TONIGHT = '2026-11-20T09:00Z'; // 18:00 in Seoul
  const TOMORROW = '2026-11-21T00:00Z';

  it.each([
    [
      'a first question waits for the next time of day',
      { timeOfDay: '09:00' },
      {},
      '2026-11-21 2026-11-21T00:00',
    ],
    [
      'a first question whose time has just come is now',
      { timeOfDay: '11:56' },
      {},
      '2026-11-20 2026-11-20T02:56',
    ],
    ['a first question may still come today', { timeOfDay: '13:00' }, {}, '2026-11-20 2026-11-20T04:00'],
    [
      'asked today, a later time is tomorrow',
      { timeOfDay: '20:00' },
      { next: TOMORROW, last: '2026-11-20' },
      '2026-11-21 2026-11-21T11:00',
    ],
    [
      'still to come, a time ahead is today',
      { timeOfDay: '15:00' },
      { next: TONIGHT },
      '2026-11-20 2026-11-20T06:00',
    ],
    [
      'still to come, a time that is over is at once',
      { timeOfDay: '08:00' },
      { next: TONIGHT },
      '2026-11-20 2026-11-19T23:00',
    ],
    [
      'still to come, over, and later than the grace',
      { timeOfDay: '08:00' },
      { next: TONIGHT, grace: '11:00' },
      '2026-11-21 2026-11-20T23:00',
    ],
    [
      'a grace before the time of day is the whole date',
      { timeOfDay: '11:30' },
      { next: TONIGHT, grace: '11:00' },
      '2026-11-20 2026-11-20T02:30',
    ],
    [
      'overdue when it was changed, it stays due',
      { timeOfDay: '09:00' },
      { next: '2026-11-20T00:00Z' },
      '2026-11-20 2026-11-20T00:00',
    ],
    [
      'first tomorrow, a change today does not hurry it',
      { timeOfDay: '08:00' },
      { next: TOMORROW },
      '2026-11-21 2026-11-20T23:00',
    ],
    [
      'today is skipped now',
      { timeOfDay: '08:00', skipDates: ['2026-11-20'] },
      { next: TONIGHT },
      '2026-11-21 2026-11-20T23:00',
    ],
    // Seoul's 20th was asked; in New York it is the evening of the 19th, and its own 20th counts as asked.
    [
      'moved west, no date twice',
      { timeZone: 'America/New_York', timeOfDay: '23:00' },
      { next: TOMORROW, last: '2026-11-20' },
      '2026-11-21 2026-11-22T04:00',
    ],
    // New York's 19th was asked; in Seoul it is noon of the 20th.
    [
      'moved east, not a date less',
      { timeOfDay: '13:00' },
      { next: '2026-11-20T14:00Z', zone: 'America/New_York', last: '2026-11-19' },
      '2026-11-20 2026-11-20T04:00',
    ],
    [
      'a time in the gap of New York',
      { timeZone: 'America/New_York', timeOfDay: '02:30' },
      { now: Date.parse('2027-03-14T06:00Z') },
      '2027-03-14 2027-03-14T07:00',
    ],
  ])('%s', (_, plan, past, expected) => {
    expect(after(plan, past)).toBe(expected);
  });

  it('never asks a date twice, and loses none that is still wanted, whatever is changed when', () => {
    fc.assert(
      fc.property(
        anyPlan,
        fc.array(fc.record({ plan: anyPlan, wait: fc.integer({ min: 1, max: 5 * 24 * 60 }) }), {
          maxLength: 8,
        }),
        (first, changes) => {
          const asked: string[] = [];
          let plan = first;
          let now = NOON;
          const decide = (before: Due | undefined, zone: string): Due | undefined =>
            nextQuestion(
              {
                schedule: effectiveSchedule(plan, LISTS),
                before: before === undefined ? undefined : { nextDueAt: before.at, timeZone: zone },
                lastDate: asked.at(-1),
                graceUntil: '22:00',
              },
              now,
            );
          let next = decide(undefined, plan.timeZone);
          // The daily run: whatever is due is posted, then the schedule moves on.
          const run = (until: number): void => {
            while (next !== undefined && next.at <= until) {
              now = Math.max(now, next.at);
              const due = latestDue(effectiveSchedule(plan, LISTS), now);
              expect(due, 'a question that is due has a date').toBeDefined();
              if (due !== undefined && !asked.includes(due.date)) asked.push(due.date);
              next = nextDue(effectiveSchedule(plan, LISTS), now);
            }
            now = until;
          };
          for (const change of changes) {
            run(now + change.wait * 60_000);
            const zone = plan.timeZone;
            const today = localDateOf(now, zone);
            const owed = next !== undefined && next.date === today;
            plan = change.plan;
            next = decide(next, zone);
            const schedule = effectiveSchedule(plan, LISTS);
            const ahead = nextDue(schedule, now);
            // Still to come, and its new time as well: it comes today.
            if (owed && plan.timeZone === zone && ahead?.date === today) expect(next?.date).toBe(today);
            // Nothing is hurried that was not to come today.
            if (!owed && plan.timeZone === zone)
              expect(next?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
            if (next !== undefined) {
              expect(asked).not.toContain(next.date);
              expect(reasonAgainst(plan, next.date, weekdayOf(next.date), LISTS)).toBeUndefined();
            }
          }
          expect(asked).toEqual([...new Set(asked)].sort());
        },
      ),
      { numRuns: 200, seed: 20261120 },
    );
  });
});
