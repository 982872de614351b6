/** When a member is reminded. */
import { nextDue } from './due.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/**
 * The next instant (epoch milliseconds) after another one at which a wall-clock time (`HH:MM`) comes in a zone; once a date,
 * at clock changes too (see `dueInstant`).
 *
 * @throws RangeError as `dueInstant`.
 */
export function nextReminder(timeOfDay: string, timeZone: string, afterMs: number): number | undefined {
  return nextDue({ timeOfDay, timeZone, weekdays: EVERY_DAY, skipDates: [] }, afterMs)?.at;
}
