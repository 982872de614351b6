import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate, toLocalDate } from '../../src/habits/day.ts';
import { ownDate } from '../../src/habits/own-day.ts';
import {
  datesOf,
  daysInYear,
  MAX_AHEAD_DAYS,
  MAX_YEAR_DAYS,
  merged,
  type Stretch,
  withJumpedDates,
  withoutVacation,
  withVacation,
} from '../../src/habits/vacation.ts';

const TODAY = toLocalDate('2026-11-20');
const ZONES = ['Asia/Seoul', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia'];

const stretch = fc
  .tuple(fc.integer({ min: -30, max: 70 }), fc.integer({ min: 0, max: 30 }))
  .map(([start, days]): Stretch => ({ from: addDays(TODAY, start), until: addDays(TODAY, start + days) }));

describe('vacations', () => {
  it('merge to stretches that do not touch and hold the same dates', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), (all) => {
        const one = merged(all);
        expect(new Set(datesOf(one))).toEqual(new Set(datesOf(all)));
        expect(datesOf(one)).toHaveLength(new Set(datesOf(one)).size);
        for (const [index, { from }] of one.entries()) {
          const before = one[index - 1];
          if (before !== undefined) expect(daysBetween(before.until, from)).toBeGreaterThan(1);
        }
      }),
    );
  });

  it('keep every rule, whatever is wished for in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(stretch, fc.nat({ max: 40 })), { maxLength: 20 }), (wishes) => {
        let all: readonly Stretch[] = [];
        let today: LocalDate = TODAY;
        for (const [wish, later] of wishes) {
          const before = datesOf(all);
          const next = withVacation(all, wish, today);
          if (typeof next !== 'string') {
            const added = datesOf(next).filter((date) => !before.includes(date));
            expect(added.every((date) => date >= today)).toBe(true);
            expect(added.every((date) => daysBetween(today, date) <= MAX_AHEAD_DAYS)).toBe(true);
            all = next;
          }
          for (const year of ['2026', '2027', '2028'])
            expect(daysInYear(all, year)).toBeLessThanOrEqual(MAX_YEAR_DAYS);
          today = addDays(today, later);
        }
      }),
    );
  });

  it('lose only today and what is to come when cancelled', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), fc.nat({ max: 60 }), (given, at) => {
        const all = merged(given);
        const date = addDays(TODAY, at - 20);
        const left = datesOf(withoutVacation(all, date, TODAY));
        const past = datesOf(all).filter((one) => one < TODAY);
        expect(past.every((one) => left.includes(one))).toBe(true);
        if (date >= TODAY) expect(left).not.toContain(date);
      }),
    );
  });
});

describe('a member’s own date', () => {
  it('never goes back, through any journey with an answer at each stop', () => {
    const stop = fc.tuple(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(fc.array(stop, { minLength: 1, maxLength: 30 }), (stops) => {
        let now = Date.parse('2026-10-20T00:00:00Z');
        let latest: LocalDate | undefined;
        for (const [zone, hours] of stops) {
          now += hours * 3600 * 1000;
          const date = ownDate(now, zone, latest);
          expect(latest === undefined || date >= latest).toBe(true);
          latest = date;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('follows the zone again after a clock that was far ahead', () => {
    const now = Date.parse('2026-11-20T03:00:00Z');
    expect(ownDate(now, 'Asia/Seoul', toLocalDate('2027-03-01'))).toBe('2026-11-20');
    expect(ownDate(now, 'Asia/Seoul', toLocalDate('2026-11-22'))).toBe('2026-11-22');
    expect(ownDate(now, 'Asia/Seoul', toLocalDate('2026-11-01'))).toBe('2026-11-20');
    expect(ownDate(now, 'Asia/Seoul', undefined)).toBe('2026-11-20');
  });

  it('excuses what a way east jumps over, but for active dates, within the year’s days', () => {
    const [from, to] = [toLocalDate('2026-11-20'), toLocalDate('2026-11-22')];
    expect(withJumpedDates([], from, to, (date) => date === '2026-11-20')).toEqual([
      { from: '2026-11-21', until: '2026-11-21' },
    ]);
    expect(withJumpedDates([], to, from, () => false)).toEqual([]);
    const full = [{ from: toLocalDate('2026-01-01'), until: toLocalDate('2026-03-31') }];
    expect(daysInYear(full, '2026')).toBe(MAX_YEAR_DAYS);
    expect(withJumpedDates(full, from, to, () => false)).toEqual(full);
  });
});
