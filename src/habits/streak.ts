/**
 * Streaks, as a pure function of the days somebody was active, so that a rebuild gives the same figures.
 *
 * The rules, day by day:
 * - an active day adds one;
 * - an **off day** (the team has no question) changes nothing: it neither extends nor breaks, not even with activity;
 * - an **excused day** (the member is on vacation) is like an off day, for that member alone;
 * - a missed day uses up a freeze if one is held, and ends the streak if not; a frozen day does not add one;
 * - today counts as missed only when it is over;
 * - every {@link STREAK_DAYS_PER_FREEZE} streak days earn a freeze. While {@link MAX_FREEZES} are held nothing is
 *   collected toward a further one, so after using one it takes the full number of days to earn it again.
 *
 * Why collecting pauses: were freezes handed out on days 7, 14, 21, … and lost when two are held, one more active
 * day in the past could move such a day to where the freeze is lost, and an answer accepted on appeal would shorten
 * a streak. With the pause, one more active day never lowers `current`, `longest` or `freezes`.
 */
import { dateOfDayNumber, dayNumber, type LocalDate } from './local-date.ts';

/** The lowest score, of 100, that makes a day active. The caller applies it when collecting the active days. */
export const STREAK_MIN_SCORE = 40;
/** Streak days that earn one freeze. */
export const STREAK_DAYS_PER_FREEZE = 7;
/** Freezes that can be held at a time. */
export const MAX_FREEZES = 2;

/** What a streak is computed from. */
export interface StreakInput {
  /** Dates, in the member's zone, with an answer of at least {@link STREAK_MIN_SCORE}; any order, repeats allowed. */
  readonly activeDays: Iterable<LocalDate>;
  /** Whether the member's team has no question on a date. Asked only for days that can matter. */
  isOffDay(date: LocalDate): boolean;
  /** Dates on which the member is on vacation; any order, repeats allowed. */
  readonly excused?: Iterable<LocalDate>;
  /** The date it is for the member now; later active days are ignored. */
  readonly today: LocalDate;
}

/** The same in day numbers (see {@link dayNumber}), for boards that compute thousands of streaks at a time. */
export interface StreakDays {
  /** Ascending, each once; those after `today` are ignored. */
  readonly active: readonly number[];
  /** Off or excused. */
  isOff(day: number): boolean;
  readonly today: number;
}

/** Zones reach from UTC-12 to UTC+14, so that somebody's date can be two ahead of somebody else's. */
const MAX_DATES_AHEAD = 2;

/**
 * The day a streak stands at: today, or an active day of up to two dates ahead. Who flies west after an answer finds an earlier
 * date there; the day they have done stays done, and the streak does not fall for the journey. `active` ascending, as day numbers.
 */
export function dayReached(today: number, active: readonly number[]): number {
  for (let at = active.length - 1; at >= 0; at -= 1) {
    const day = active[at] ?? 0;
    if (day <= today) break;
    if (day <= today + MAX_DATES_AHEAD) return day;
  }
  return today;
}

/** A member's streak at the end of what has happened so far. */
export interface Streak {
  /** Days in the running streak, 0 when there is none. */
  readonly current: number;
  /** Days in the longest streak ever, the running one included. */
  readonly longest: number;
  /** Freezes held, 0 to {@link MAX_FREEZES}. */
  readonly freezes: number;
  /**
   * `safe`: the streak runs and nothing is left to do today (already active, or an off day);
   * `open`: it runs, but today is still to do; `none`: no streak runs.
   */
  readonly state: 'safe' | 'open' | 'none';
  /** Every day a freeze was used for, ever, earliest first. */
  readonly frozenDays: readonly LocalDate[];
  /** The latest active day up to today, off days included; absent when there is none. */
  readonly lastActive?: LocalDate;
}

/** Where the walk through the days stands. */
interface Walk {
  length: number;
  longest: number;
  /** Streak days saved up: whole sevens are the freezes held, the rest counts toward the next. */
  saved: number;
  readonly frozenDays: number[];
  lastActive: number | undefined;
}

/** The streak of one member, see {@link walkThrough}. */
export function streakOf(input: StreakInput): Streak {
  const today = dayNumber(input.today);
  const excused = new Set(input.excused);
  const isOff = (day: number): boolean => {
    const date = dateOfDayNumber(day);
    return excused.has(date) || input.isOffDay(date);
  };
  const active = [...new Set([...input.activeDays].map(dayNumber))].sort((a, b) => a - b);
  const walk = walkThrough({ active, isOff, today });
  const { lastActive } = walk;
  return {
    current: walk.length,
    longest: walk.longest,
    freezes: Math.floor(walk.saved / STREAK_DAYS_PER_FREEZE),
    state: stateOf(walk, lastActive === today || isOff(today)),
    frozenDays: walk.frozenDays.map(dateOfDayNumber),
    ...(lastActive === undefined ? {} : { lastActive: dateOfDayNumber(lastActive) }),
  };
}

/** Days in the running streak alone; what {@link streakOf} calls `current`. Looks no further back than it must. */
export function currentStreak(days: StreakDays): number {
  let end = days.active.length;
  while (end > 0 && (days.active[end - 1] ?? 0) > days.today) end -= 1;
  let next = days.today;
  let start = end;
  while (start > 0) {
    const day = days.active[start - 1] ?? 0;
    if (isBreak(day, next, days)) break;
    next = day;
    start -= 1;
  }
  return start === end ? 0 : walkThrough({ ...days, active: days.active.slice(start, end) }).length;
}

/** Days in the longest streak ever; what {@link streakOf} calls `longest`. */
export function longestStreak(days: StreakDays): number {
  return walkThrough(days).longest;
}

/** More days were missed between two dates than freezes can be held: whatever came before, no streak goes across. */
function isBreak(from: number, to: number, days: StreakDays): boolean {
  if (to - from - 1 <= MAX_FREEZES) return false;
  let missed = 0;
  for (let day = from + 1; day < to && missed <= MAX_FREEZES; day += 1) if (!days.isOff(day)) missed += 1;
  return missed > MAX_FREEZES;
}

/**
 * Looks at each day of a running streak once and jumps from a broken one to the next active day, so a member who comes
 * back after years costs no more than one who left yesterday.
 */
function walkThrough(days: StreakDays): Walk {
  const walk: Walk = { length: 0, longest: 0, saved: 0, frozenDays: [], lastActive: undefined };
  let next = days.today;
  for (const day of days.active) {
    if (day > days.today) break;
    passIdleDays(walk, next, day, days);
    if (!days.isOff(day)) passActiveDay(walk);
    walk.lastActive = day;
    next = day + 1;
  }
  passIdleDays(walk, next, days.today, days); // up to yesterday: today is not over
  return walk;
}

function passActiveDay(walk: Walk): void {
  walk.length += 1;
  walk.longest = Math.max(walk.longest, walk.length);
  walk.saved = Math.min(walk.saved + 1, MAX_FREEZES * STREAK_DAYS_PER_FREEZE);
}

/** Passes the days without activity from `from` up to, not including, `to`; stops as soon as no streak runs. */
function passIdleDays(walk: Walk, from: number, to: number, days: StreakDays): void {
  for (let day = from; day < to && walk.length > 0; day += 1) {
    if (days.isOff(day)) continue;
    if (walk.saved >= STREAK_DAYS_PER_FREEZE) {
      walk.saved -= STREAK_DAYS_PER_FREEZE;
      walk.frozenDays.push(day);
    } else {
      walk.length = 0;
      walk.saved = 0;
    }
  }
}

function stateOf(walk: Walk, isTodayDone: boolean): Streak['state'] {
  if (walk.length === 0) return 'none';
  return isTodayDone ? 'safe' : 'open';
}
