/** Boards beside the one of points: who runs the longest streak, whose scores rose most. The rules stand in docs/boards.md. */
import { type LocalDate, localDateOf } from './day.ts';
import { dateOfDayNumber, dayNumber } from './local-date.ts';
import { currentStreak, dayReached } from './streak.ts';
import { datesOf } from './vacation.ts';

/** Rows of a board in its order, places 1, 2, 3, …: the larger value first, then fewer attempts, then reached earlier. */
export interface Ranked {
  readonly memberId: number;
  readonly value: number;
  readonly attempts: number;
  /** Epoch milliseconds. */
  readonly reachedAt: number;
}

export type Placed<Row extends Ranked> = Row & { readonly place: number };

export function rankRows<Row extends Ranked>(rows: readonly Row[]): Placed<Row>[] {
  return rows
    .toSorted(
      (a, b) =>
        b.value - a.value || a.attempts - b.attempts || a.reachedAt - b.reachedAt || a.memberId - b.memberId,
    )
    .map((row, index) => ({ ...row, place: index + 1 }));
}

/** The first `top` rows, and the own one with its neighbours where it stands behind them. */
export function excerpt<Row extends Ranked>(
  ranked: readonly Placed<Row>[],
  memberId: number,
  top: number,
): { readonly top: readonly Placed<Row>[]; readonly around: readonly Placed<Row>[] } {
  const own = ranked.find((row) => row.memberId === memberId);
  const around =
    own === undefined || own.place <= top ? [] : ranked.slice(Math.max(top, own.place - 2), own.place + 1);
  return { top: ranked.slice(0, top), around };
}

export interface StreakSource {
  readonly memberId: number;
  readonly timeZone?: string;
  /** Active days as day numbers, ascending. */
  readonly days: readonly number[];
}

export interface Away {
  readonly memberId: number;
  readonly from: string;
  readonly until: string;
}

const MS_PER_DAY = 86_400_000;
/** Eleven years back from today; what lies further is asked for each time. */
const REMEMBERED = 4096;
const [UNKNOWN, ON, OFF] = [0, 1, 2];

/** The same by day number; each day is asked for once. A typed array, as a million look-ups in a map are felt. */
function rememberedDays(isOffDay: (date: LocalDate) => boolean, latest: number): (day: number) => boolean {
  const known = new Uint8Array(REMEMBERED);
  return (day) => {
    const at = latest - day;
    const seen = known[at] ?? UNKNOWN;
    if (seen !== UNKNOWN) return seen === OFF;
    const isOff = isOffDay(dateOfDayNumber(day));
    known[at] = isOff ? OFF : ON;
    return isOff;
  };
}

/**
 * Running streaks of many members at an instant, each in the member's own zone; members without one are left out. Whether a day
 * is off is asked once a day, not once a member: that is what makes ten thousand of them quick.
 */
export function runningStreaks<Row extends StreakSource>(
  sources: readonly Row[],
  away: readonly Away[],
  at: { readonly now: number; readonly defaultTimeZone: string; isOffDay(date: LocalDate): boolean },
): (Row & { readonly value: number })[] {
  const todays = new Map<string, number>();
  const todayIn = (zone: string): number => {
    const known = todays.get(zone);
    const today = known ?? dayNumber(localDateOf(at.now, zone));
    if (known === undefined) todays.set(zone, today);
    return today;
  };
  const isTeamOff = rememberedDays(at.isOffDay, Math.floor(at.now / MS_PER_DAY) + 1);
  const vacations = new Map<number, Set<number>>();
  for (const one of away) {
    const days = vacations.get(one.memberId) ?? new Set<number>();
    for (const date of datesOf([one])) days.add(dayNumber(date));
    vacations.set(one.memberId, days);
  }
  return sources.flatMap((row) => {
    const excused = vacations.get(row.memberId);
    const isOff = excused === undefined ? isTeamOff : (day: number) => excused.has(day) || isTeamOff(day);
    const value = currentStreak({
      active: row.days,
      isOff,
      today: dayReached(todayIn(row.timeZone ?? at.defaultTimeZone), row.days),
    });
    return value === 0 ? [] : [{ ...row, value }];
  });
}
