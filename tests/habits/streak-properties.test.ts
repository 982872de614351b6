import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, toLocalDate } from '../../src/habits/day.ts';
import { dateOfDayNumber, dayNumber } from '../../src/habits/local-date.ts';
import {
  currentStreak,
  MAX_FREEZES,
  STREAK_DAYS_PER_FREEZE,
  type Streak,
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

// Mostly active, so that freezes are earned and spent; now and then a rare calendar.
const letter = fc.oneof(
  { weight: 12, arbitrary: fc.constant('x') },
  { weight: 2, arbitrary: fc.constant('.') },
  { weight: 1, arbitrary: fc.constant('-') },
  { weight: 1, arbitrary: fc.constant('o') },
);
const letters = fc.oneof(
  fc.array(letter, { minLength: 1, maxLength: 120 }),
  fc.array(fc.constantFrom('x', '.', '-', 'o'), { minLength: 1, maxLength: 40 }),
);
const calendar = letters.map((all) => all.join(''));
const calendarAndDay = letters.chain((all) =>
  fc.tuple(fc.constant(all), fc.nat({ max: all.length - 1 })).map(([days, at]) => ({ days, at })),
);

describe('streakOf, whatever happens', () => {
  it('agrees with a slow count day by day', () => {
    fc.assert(
      fc.property(calendar, (text) => {
        expect(streakOf(fromCalendar(text))).toEqual(slowStreak(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('current is at most longest, freezes are between none and the most, and state fits current', () => {
    fc.assert(
      fc.property(calendar, (text) => {
        const { current, longest, freezes, state } = streakOf(fromCalendar(text));
        expect(current).toBeLessThanOrEqual(longest);
        expect(freezes).toBeGreaterThanOrEqual(0);
        expect(freezes).toBeLessThanOrEqual(MAX_FREEZES);
        expect(state === 'none').toBe(current === 0);
      }),
    );
  });

  it('longest never falls as days pass, and current grows by one at most', () => {
    fc.assert(
      fc.property(calendar, (text) => {
        const input = fromCalendar(text);
        let before = streakOf({ ...input, today: addDays(START, -1) });
        for (let i = 0; i < text.length + 10; i += 1) {
          const now = streakOf({ ...input, today: addDays(START, i) });
          expect(now.longest).toBeGreaterThanOrEqual(before.longest);
          expect(now.current).toBeLessThanOrEqual(before.current + 1);
          before = now;
        }
      }),
    );
  });

  it('one more active day lowers neither current, nor longest, nor the freezes', () => {
    fc.assert(
      fc.property(calendarAndDay, ({ days, at }) => {
        const more = days.with(at, days[at] === '.' ? 'x' : days[at] === '-' ? 'o' : (days[at] ?? 'x'));
        expectNotWorse(streakOf(fromCalendar(days.join(''))), streakOf(fromCalendar(more.join(''))));
      }),
      { numRuns: 2000 },
    );
  });

  it('an earlier first day does not cost a freeze later on', () => {
    // Freezes on days 7, 14, 21 of the streak, lost when two are held, would break the longer streak here.
    const later = `${'x'.repeat(20)}.x..x`;
    expect(streakOf(fromCalendar(`.${later}`)).longest).toBeLessThan(
      streakOf(fromCalendar(`x${later}`)).longest,
    );
    expectNotWorse(streakOf(fromCalendar(`.${later}`)), streakOf(fromCalendar(`x${later}`)));
  });

  it('a missed day declared off lowers nothing', () => {
    fc.assert(
      fc.property(calendarAndDay, ({ days, at }) => {
        const excused = days.with(at, days[at] === '.' ? '-' : (days[at] ?? '-'));
        expectNotWorse(streakOf(fromCalendar(days.join(''))), streakOf(fromCalendar(excused.join(''))));
      }),
      { numRuns: 1000 },
    );
  });

  it('a calendar gives the figures it gives with its past off days cut out', () => {
    fc.assert(
      fc.property(calendar, (text) => {
        const past = text.slice(0, -1).replace(/[-o]/g, '');
        const whole = streakOf(fromCalendar(text));
        const cut = streakOf(fromCalendar(past + text.slice(-1)));
        for (const key of ['current', 'longest', 'freezes', 'state'] as const)
          expect(cut[key]).toBe(whole[key]);
        expect(cut.frozenDays).toHaveLength(whole.frozenDays.length);
      }),
    );
  });

  it('a vacation does exactly what a day without a question does', () => {
    fc.assert(
      fc.property(calendar, (text) => {
        const input = fromCalendar(text);
        const dates = [...text].map((_, i) => addDays(START, i));
        const excused = dates.filter((date) => input.isOffDay(date));
        expect(streakOf({ ...input, excused, isOffDay: () => false })).toEqual(streakOf(input));
      }),
    );
  });

  it('the quick count for boards is the same running streak', () => {
    fc.assert(
      fc.property(calendar, (text) => {
        const input = fromCalendar(text);
        const days = {
          active: [...input.activeDays].map(dayNumber),
          isOff: (day: number) => input.isOffDay(dateOfDayNumber(day)),
          today: dayNumber(input.today),
        };
        expect(currentStreak(days)).toBe(streakOf(input).current);
      }),
    );
  });

  it('whether days before the first and after today are off changes nothing', () => {
    fc.assert(
      fc.property(calendar, fc.boolean(), (text, isOff) => {
        const input = fromCalendar(text);
        const isOffDay = (date: LocalDate) =>
          date < START || date > input.today ? isOff : input.isOffDay(date);
        expect(streakOf({ ...input, isOffDay })).toEqual(streakOf(input));
      }),
    );
  });

  it('frozen days are past days, neither active nor off, and each once', () => {
    fc.assert(
      fc.property(calendar, (text) => {
        const input = fromCalendar(text);
        const { frozenDays } = streakOf(input);
        const active = new Set(input.activeDays);
        for (const date of frozenDays) {
          expect(active.has(date) || input.isOffDay(date) || date >= input.today).toBe(false);
        }
        expect(frozenDays).toEqual([...new Set(frozenDays)].sort());
      }),
    );
  });
});

function expectNotWorse(before: Streak, after: Streak): void {
  for (const key of ['current', 'longest', 'freezes'] as const) {
    expect(after[key], key).toBeGreaterThanOrEqual(before[key]);
  }
}

/** The rules once more, letter by letter, with the freezes and the count toward the next kept apart. */
function slowStreak(text: string): Streak {
  let current = 0;
  let longest = 0;
  let freezes = 0;
  let towardNext = 0;
  let lastActive: LocalDate | undefined;
  const frozenDays: LocalDate[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const isToday = i === text.length - 1;
    const day = text.charAt(i);
    if (day === 'x' || day === 'o') lastActive = addDays(START, i);
    if (day === 'x') {
      current += 1;
      if (freezes < MAX_FREEZES) towardNext += 1;
      if (towardNext === STREAK_DAYS_PER_FREEZE) {
        freezes += 1;
        towardNext = 0;
      }
    } else if (day === '.' && current > 0 && !isToday) {
      if (freezes > 0) {
        freezes -= 1;
        frozenDays.push(addDays(START, i));
      } else {
        current = 0;
        towardNext = 0;
      }
    }
    longest = Math.max(longest, current);
  }
  const isOpen = text.endsWith('.');
  const state = current === 0 ? 'none' : isOpen ? 'open' : 'safe';
  return { current, longest, freezes, state, frozenDays, ...(lastActive ? { lastActive } : {}) };
}
