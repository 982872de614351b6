import type { HolidayLists } from '../bank/holidays.ts';
import type { Subscription } from '../core/store.ts';
import { addDays, type LocalDate, toLocalDate } from '../habits/day.ts';
import { DUE_HORIZON_DAYS, type Schedule } from '../habits/due.ts';

/** What of a subscription decides on which dates it has a question. */
export type Plan = Pick<
  Subscription,
  'timeOfDay' | 'timeZone' | 'weekdays' | 'skipDates' | 'holidays' | 'pausedUntil'
>;

/**
 * The schedule that really holds: skipped dates, holidays and the dates before the end of a pause are dates without a question.
 * Pure: the same subscription and lists give the same schedule at any time.
 */
export function effectiveSchedule(plan: Plan, lists: HolidayLists): Schedule {
  const { timeOfDay, timeZone, weekdays } = plan;
  const holidays = plan.holidays === undefined ? undefined : lists.get(plan.holidays)?.dates.keys();
  return {
    timeOfDay,
    timeZone,
    weekdays,
    skipDates: [
      ...plan.skipDates.map(toLocalDate),
      ...[...(holidays ?? [])].map(toLocalDate),
      ...pausedDates(plan.pausedUntil),
    ],
  };
}

/** No schedule is followed further than its horizon, so that many dates before the end are as good as all. */
function pausedDates(until: string | undefined): LocalDate[] {
  if (until === undefined) return [];
  const end = toLocalDate(until);
  return Array.from({ length: DUE_HORIZON_DAYS + 1 }, (_, index) => addDays(end, -1 - index));
}

/** Why a date has no question. */
export type Reason =
  | { readonly kind: 'paused' | 'skipped' | 'weekday' }
  | { readonly kind: 'holiday'; readonly name: { readonly ko: string; readonly en: string } };

/** What keeps a question from a date; the strongest reason first. Undefined: the date gets one. */
export function reasonAgainst(
  plan: Plan,
  date: LocalDate,
  weekday: number,
  lists: HolidayLists,
): Reason | undefined {
  if (plan.pausedUntil !== undefined && date < plan.pausedUntil) return { kind: 'paused' };
  if (plan.skipDates.includes(date)) return { kind: 'skipped' };
  const holiday = plan.holidays === undefined ? undefined : lists.get(plan.holidays)?.dates.get(date);
  if (!plan.weekdays.includes(weekday)) return { kind: 'weekday' };
  return holiday === undefined ? undefined : { kind: 'holiday', name: holiday };
}
