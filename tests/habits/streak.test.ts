import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, toLocalDate, weekdayOf } from '../../src/habits/day.ts';
import {
  MAX_FREEZES,
  STREAK_DAYS_PER_FREEZE,
  STREAK_MIN_SCORE,
  type StreakInput,
  streakOf,
} from '../../src/habits/streak.ts';

const START = toLocalDate('2026-11-01');

/**
 * A calendar in letters from START on: `x` active, `.` no answer, `-` off day, `o` off day with an answer. The last
 * letter is today.
 */
function fromCalendar(letters: string): StreakInput {
  const days = [...letters.replaceAll(' ', '')].map((letter, i) => ({ letter, date: addDays(START, i) }));
  const off = new Set(days.filter(({ letter }) => '-o'.includes(letter)).map(({ date }) => date));
  return {
    activeDays: days.filter(({ letter }) => 'xo'.includes(letter)).map(({ date }) => date),
    isOffDay: (date) => off.has(date),
    today: addDays(START, days.length - 1),
  };
}

const week = 'x'.repeat(7);
const never = () => false;

describe('streakOf', () => {
  it.each([
    // calendar, current, longest, freezes, state
    ['.', 0, 0, 0, 'none', 'nothing yet'],
    ['x', 1, 1, 0, 'safe', 'the first day'],
    ['x.', 1, 1, 0, 'open', 'today is not over'],
    ['x..', 0, 1, 0, 'none', 'yesterday was missed'],
    ['x..x', 1, 1, 0, 'safe', 'a new start'],
    ['xxx.xx', 2, 3, 0, 'safe', 'longest stays'],
    ['xxx..', 0, 3, 0, 'none', 'longest outlives the streak'],
    ['xx--x', 3, 3, 0, 'safe', 'off days pass by'],
    ['xx--.', 2, 2, 0, 'open', 'open after off days'],
    ['xx--', 2, 2, 0, 'safe', 'nothing to do on an off day'],
    ['xx.-', 0, 2, 0, 'none', 'an off day does not mend'],
    ['xxoox', 3, 3, 0, 'safe', 'activity on an off day does not extend'],
    ['oo', 0, 0, 0, 'none', 'nor begin a streak'],
    ['x.o', 0, 1, 0, 'none', 'nor save one'],
    [week, 7, 7, 1, 'safe', 'a freeze after seven days'],
    [`${week}.`, 7, 7, 1, 'open', 'today uses no freeze'],
    [`${week}..`, 7, 7, 0, 'open', 'yesterday did'],
    [`${week}.x`, 8, 8, 0, 'safe', 'a frozen day does not lengthen'],
    [`${week}...`, 0, 7, 0, 'none', 'one freeze, two missed days'],
    ['xxxxxx..', 0, 6, 0, 'none', 'six days earn nothing'],
    [`${week}${week}`, 14, 14, 2, 'safe', 'two freezes'],
    [`${week}${week}${week}`, 21, 21, 2, 'safe', 'never three'],
    [`${week}${week}..x`, 15, 15, 0, 'safe', 'two missed days bridged'],
    [`${week}${week}...x`, 1, 14, 0, 'safe', 'three are too many'],
    [`${week}.--x`, 8, 8, 0, 'safe', 'off days use no freeze'],
    [`${week}xxx.xxx`, 13, 13, 0, 'safe', 'days toward the next freeze are kept when one is used'],
    [`${week}xxx.xxxx`, 14, 14, 1, 'safe', 'so it comes on the fourteenth day'],
    [`${week}${week}xxx.xxxx`, 21, 21, 1, 'safe', 'nothing was collected while two were held'],
    [`${week}${week}xxx.${week}`, 24, 24, 2, 'safe', 'so it takes seven days to be full again'],
    ['xxx.xxxx', 4, 4, 0, 'safe', 'a broken streak takes its count toward a freeze with it'],
  ] as const)(
    '%s: current %i, longest %i, freezes %i, %s (%s)',
    (calendar, current, longest, freezes, state, _why) => {
      expect(streakOf(fromCalendar(calendar))).toMatchObject({ current, longest, freezes, state });
    },
  );

  it('copes with no days at all', () => {
    expect(streakOf({ activeDays: [], isOffDay: never, today: START })).toEqual({
      current: 0,
      longest: 0,
      freezes: 0,
      state: 'none',
      frozenDays: [],
    });
  });

  it('lists the frozen days, those of streaks that broke all the same included', () => {
    const streak = streakOf(fromCalendar(`${week}.x..${week}.x`));
    expect(streak.frozenDays).toEqual([addDays(START, 7), addDays(START, 18)]);
    const broken = streakOf(fromCalendar(`${week}....`));
    expect(broken.frozenDays).toEqual([addDays(START, 7)]);
  });

  it('names the last active day, an off day too', () => {
    expect(streakOf(fromCalendar('x.o.')).lastActive).toBe(addDays(START, 2));
  });

  it('counts over the end of a year and a leap day', () => {
    const activeDays = Array.from({ length: 120 }, (_, i) => addDays(toLocalDate('2027-12-01'), i));
    const streak = streakOf({ activeDays, isOffDay: never, today: toLocalDate('2028-03-29') });
    expect(streak).toMatchObject({ current: 120, longest: 120, state: 'safe' });
  });

  it('keeps a streak of working days over weekends and a week of holidays', () => {
    const holidays = new Set(['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01']);
    const isOffDay = (date: LocalDate) => weekdayOf(date) > 5 || holidays.has(date);
    const days = Array.from({ length: 66 }, (_, i) => addDays(START, i));
    const workdays = days.filter((date) => !isOffDay(date));
    const today = addDays(START, 65);
    expect(streakOf({ activeDays: workdays, isOffDay, today })).toMatchObject({
      current: workdays.length,
      frozenDays: [],
    });
  });

  it('takes any iterable, in any order, with repeats', () => {
    const { activeDays, isOffDay, today } = fromCalendar('xxx.xxx');
    const shuffled = [...activeDays, ...activeDays].reverse().values();
    expect(streakOf({ activeDays: shuffled, isOffDay, today })).toEqual(streakOf(fromCalendar('xxx.xxx')));
  });

  it('ignores days after today', () => {
    const input = fromCalendar('xx.xx');
    expect(streakOf({ ...input, today: addDays(START, 1) })).toEqual(streakOf(fromCalendar('xx')));
    expect(streakOf({ ...input, today: addDays(START, -1) })).toMatchObject({ current: 0, longest: 0 });
  });

  it('jumps over the years in which nothing runs', () => {
    let asked = 0;
    const isOffDay = () => {
      asked += 1;
      return false;
    };
    const activeDays = ['0001-01-01', '1970-01-01', '2026-08-22'].map(toLocalDate);
    const streak = streakOf({ activeDays, isOffDay, today: toLocalDate('9999-12-31') });
    expect(streak).toMatchObject({ current: 0, longest: 1, state: 'none', lastActive: '2026-08-22' });
    expect(asked).toBeLessThan(20);
  });

  it('asks about each day at most twice', () => {
    const asked = new Map<LocalDate, number>();
    const input = fromCalendar(`${week}--.${week}ooo.x.`);
    const isOffDay = (date: LocalDate) => {
      asked.set(date, (asked.get(date) ?? 0) + 1);
      return input.isOffDay(date);
    };
    streakOf({ ...input, isOffDay });
    expect(Math.max(...asked.values())).toBeLessThanOrEqual(2);
  });

  it('has the constants of the contract', () => {
    expect([STREAK_MIN_SCORE, STREAK_DAYS_PER_FREEZE, MAX_FREEZES]).toEqual([40, 7, 2]);
  });
});
