/**
 * When a channel's daily question is due.
 *
 * Everything follows from the schedule and one instant, so that a crash, a restart or a clock change gives the same
 * date and instant again; that it is posted only once is for the store to see to, with the date as key.
 */
import { Temporal } from 'temporal-polyfill';
import { addDays, type LocalDate, localDateOf, weekdayOf } from './day.ts';

/** What a channel has subscribed to. */
export interface Schedule {
  /** Wall-clock time of the zone, `HH:MM`, 00:00 to 23:59. */
  readonly timeOfDay: string;
  /** IANA name, see `isTimeZone`. */
  readonly timeZone: string;
  /** Days of the week that get a question, 1 Monday to 7 Sunday; at least one, or nothing is ever due. */
  readonly weekdays: readonly number[];
  /** Single dates without a question: holidays, a pause. */
  readonly skipDates: readonly LocalDate[];
}

/** One question to post: the date it belongs to and the instant (epoch milliseconds) it is due. */
export interface Due {
  readonly date: LocalDate;
  readonly at: number;
}

/** How far {@link nextDue} looks ahead, in days: a year off and a month more. */
export const DUE_HORIZON_DAYS = 400;

const TIME_SHAPE = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * The instant (epoch milliseconds) at which the schedule's time of day comes on a date, whatever its weekday.
 *
 * A time that a clock change skips is the first minute after the gap (02:30 in New York on 2027-03-14 becomes 03:00
 * daylight time); one that comes twice is its first occurrence. In a zone whose gap reaches midnight (23:30 in Nuuk
 * at the end of March) the first minute after it belongs to the next date.
 *
 * @throws RangeError for a malformed time of day or an unknown time zone.
 */
export function dueInstant(schedule: Schedule, date: LocalDate): number {
  if (!TIME_SHAPE.test(schedule.timeOfDay)) {
    throw new RangeError(`not a time of day (HH:MM): ${schedule.timeOfDay}`);
  }
  const wall = Temporal.PlainDateTime.from(`${date}T${schedule.timeOfDay}`);
  const earlier = wall.toZonedDateTime(schedule.timeZone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wall)) return earlier.epochMilliseconds;

  // In a gap Temporal only moves by the gap's length (02:30 to 01:30 or 03:30); the next valid minute is the gap's end.
  const gapEnd = earlier.getTimeZoneTransition('next');
  const fallback = wall.toZonedDateTime(schedule.timeZone, { disambiguation: 'later' });
  return (gapEnd ?? fallback).epochMilliseconds;
}

/**
 * The first question due strictly after an instant, on an allowed weekday and not on a skipped date; undefined when
 * there is none within {@link DUE_HORIZON_DAYS}. A date that the zone itself left out (Samoa, 2011-12-30) has no question.
 *
 * @throws RangeError as {@link dueInstant}.
 */
export function nextDue(schedule: Schedule, afterMs: number): Due | undefined {
  // No earlier date can still be due: if a gap moved its time past midnight, then to the first minute of this date.
  const start = localDateOf(afterMs, schedule.timeZone);
  for (let ahead = 0; ahead <= DUE_HORIZON_DAYS; ahead += 1) {
    const due = dueOn(schedule, addDays(start, ahead));
    if (due && due.at > afterMs) return due;
  }
  return undefined;
}

/**
 * The question that should be out by now: the latest one that has fallen due on the local date of `nowMs`. Undefined
 * before the time of day and on days without a question; what an earlier day missed stays missed.
 *
 * Its date is today's, except after a gap that pushed yesterday's time past midnight (see {@link dueInstant}).
 *
 * @throws RangeError as {@link dueInstant}.
 */
export function latestDue(schedule: Schedule, nowMs: number): Due | undefined {
  const today = localDateOf(nowMs, schedule.timeZone);
  for (const date of [today, addDays(today, -1)]) {
    const due = dueOn(schedule, date);
    if (due && due.at <= nowMs && localDateOf(due.at, schedule.timeZone) === today) return due;
  }
  return undefined;
}

/**
 * The last instant (epoch milliseconds) at which a late question is still wanted: `graceUntil` (`HH:MM`) of its date, or the end
 * of the date where that is no later than the question itself is due.
 *
 * @throws RangeError as {@link dueInstant}.
 */
export function graceEnd(schedule: Schedule, graceUntil: string, due: Due): number {
  const end = dueInstant({ ...schedule, timeOfDay: graceUntil }, due.date);
  if (end > due.at) return end;
  // A gap may have pushed the question itself past midnight; then the date it lands on is the one that counts.
  const landed = localDateOf(due.at, schedule.timeZone);
  const midnight = Temporal.PlainDate.from(landed).add({ days: 1 }).toZonedDateTime(schedule.timeZone);
  return midnight.epochMilliseconds - 1;
}

/** The date's question, unless weekday, skipped dates or the zone's calendar leave the date out. */
function dueOn(schedule: Schedule, date: LocalDate): Due | undefined {
  if (!schedule.weekdays.includes(weekdayOf(date)) || schedule.skipDates.includes(date)) return undefined;
  const at = dueInstant(schedule, date);
  const onItsDate = localDateOf(at, schedule.timeZone) === date;
  return onItsDate || hasDate(schedule.timeZone, date) ? { date, at } : undefined;
}

/** Whether a date ever came in a zone: one that moved across the date line has lost a whole day. */
function hasDate(timeZone: string, date: LocalDate): boolean {
  const day = Temporal.PlainDate.from(date);
  return day.toZonedDateTime(timeZone).toPlainDate().equals(day);
}
