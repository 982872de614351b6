/** What date it is for a member. */
import { addDays, type LocalDate, localDateOf } from './day.ts';

/** Two zones are at most 26 hours (UTC-12 to UTC+14) and so two dates apart. */
const MOST_DATES_APART = 2;

/**
 * The date of a member's zone, unless they have been active on a later one already, in a zone further east: a member's calendar
 * does not go back, or a flight west would take a day off a streak, or give the same day twice.
 */
export function ownDate(now: number, timeZone: string, latestActive: LocalDate | undefined): LocalDate {
  const today = localDateOf(now, timeZone);
  const isLater = latestActive !== undefined && latestActive > today;
  return isLater && latestActive <= addDays(today, MOST_DATES_APART) ? latestActive : today;
}
