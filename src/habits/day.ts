/**
 * Calendar days, as people see them: streaks, boards and the daily question count local dates, not hours, so the
 * arithmetic here never meets a clock change. This file is where the rest of the project gets dates from.
 */
import { dateOfDayNumber, dayNumber, type LocalDate } from './local-date.ts';

export { type LocalDate, toLocalDate } from './local-date.ts';
export { isTimeZone, localDateOf } from './time-zone.ts';

/** The stretch a leaderboard looks back on. */
export type Period = 'week' | 'month' | 'all';

/**
 * The date `count` days later, or earlier when negative.
 *
 * @throws RangeError when the result leaves the years 0000 to 9999, or `count` is not a whole number.
 */
export function addDays(date: LocalDate, count: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + count);
}

/** How many days lie from `from` to `to`: 1 from today to tomorrow, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week as ISO 8601 numbers it: 1 Monday to 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
  const sinceMonday = (dayNumber(date) + 3) % 7; // day 0, 1 January 1970, was a Thursday
  return ((sinceMonday + 7) % 7) + 1;
}

/** The first day of the week (Monday) or month that contains `today`; undefined for `all`, which has no beginning. */
export function startOfPeriod(period: Period, today: LocalDate): LocalDate | undefined {
  switch (period) {
    case 'week':
      return addDays(today, 1 - weekdayOf(today));
    case 'month':
      return addDays(today, 1 - Number(today.slice(8)));
    case 'all':
      return undefined;
  }
}
