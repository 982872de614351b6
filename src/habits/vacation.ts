/**
 * Vacations: stretches of dates that neither extend nor break a member's streak.
 *
 * The rules: a vacation begins today at the earliest, so that nobody mends a streak that is broken already; it ends
 * {@link MAX_AHEAD_DAYS} days from today at the latest; and a calendar year holds {@link MAX_YEAR_DAYS} days of vacation, those
 * that are over included. Stretches that overlap or touch become one. Giving one up takes away today and what is to come.
 */
import { addDays, type LocalDate, toLocalDate } from './day.ts';
import { dateOfDayNumber, dayNumber } from './local-date.ts';

/** The last day of a vacation lies at most this many days after today. */
export const MAX_AHEAD_DAYS = 60;
/** Days of vacation in a calendar year. */
export const MAX_YEAR_DAYS = 90;

/** Both ends included. */
export interface Stretch {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export type VacationFault = 'past' | 'backwards' | 'far' | 'year';

/** Ascending stretches that neither overlap nor touch. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const one of stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1);
    if (last === undefined || one.from > addDays(last.until, 1)) all.push(one);
    else if (one.until > last.until) all[all.length - 1] = { from: last.from, until: one.until };
  }
  return all;
}

/** Every date of the stretches, both ends included. */
export function datesOf(
  stretches: readonly { readonly from: string; readonly until: string }[],
): LocalDate[] {
  return stretches.flatMap(({ from, until }) => {
    const first = dayNumber(toLocalDate(from));
    const last = dayNumber(toLocalDate(until));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
      dateOfDayNumber(first + index),
    );
  });
}

/** Days of vacation in the calendar year `YYYY`. */
export function daysInYear(stretches: readonly Stretch[], year: string): number {
  return datesOf(merged(stretches)).filter((date) => date.startsWith(year)).length;
}

function overfull(stretches: readonly Stretch[], wish: Stretch): boolean {
  const years = new Set([wish.from.slice(0, 4), wish.until.slice(0, 4)]);
  return [...years].some((year) => daysInYear(stretches, year) > MAX_YEAR_DAYS);
}

/** The stretches with another one added, or what stands against it. */
export function withVacation(
  current: readonly Stretch[],
  wish: Stretch,
  today: LocalDate,
): readonly Stretch[] | VacationFault {
  if (wish.from < today) return 'past';
  if (wish.until < wish.from) return 'backwards';
  if (wish.until > addDays(today, MAX_AHEAD_DAYS)) return 'far';
  const next = merged([...current, wish]);
  return overfull(next, wish) ? 'year' : next;
}

/** The stretches without the one that holds `date`, of which the days before today stay. */
export function withoutVacation(
  current: readonly Stretch[],
  date: LocalDate,
  today: LocalDate,
): readonly Stretch[] {
  return current.flatMap((one) => {
    if (date < one.from || date > one.until || one.until < today) return [one];
    return one.from < today ? [{ from: one.from, until: addDays(today, -1) }] : [];
  });
}

/**
 * After a change of the time zone: dates that the member's calendar jumps over, from `before` (today until now) up to `after`
 * (today from now on), are excused, but for those they were active on. They count as days of vacation, so that nobody
 * excuses a whole year by travelling to and fro.
 */
export function withJumpedDates(
  current: readonly Stretch[],
  before: LocalDate,
  after: LocalDate,
  isActive: (date: LocalDate) => boolean,
): readonly Stretch[] {
  let next = current;
  for (let date = before; date < after; date = addDays(date, 1)) {
    if (isActive(date)) continue;
    const stretch = { from: date, until: date };
    const more = merged([...next, stretch]);
    if (!overfull(more, stretch)) next = more;
  }
  return next;
}
