import type { Bank } from '../bank/bank.ts';
import type { Store } from '../core/store.ts';
import { effectiveSchedule } from '../daily/effective-schedule.ts';
import { type LocalDate, weekdayOf } from '../habits/day.ts';

/**
 * Which dates are off days of a team: dates without a question, which neither extend nor break a streak.
 *
 * What is over is known: a date had a question if one was posted on it. So neither a holiday, a skipped date or a pause nor a later
 * change of the schedule, not even an outage of the bot, ever costs a streak. From `today` on the schedules say it. Before the
 * team's first question, and in a team without any channel, every date counts, so that practice alone can keep a streak.
 */
export async function offDaysOf(
  { store, bank }: { readonly store: Store; readonly bank: Bank },
  workspaceId: number,
  today: LocalDate,
): Promise<(date: LocalDate) => boolean> {
  const { subscriptions, dates } = await store.questionDays(workspaceId);
  if (subscriptions.length === 0) return () => false;
  const schedules = subscriptions
    .filter((one) => !one.paused)
    .map((one) => effectiveSchedule(one, bank.holidays));
  const first = [...dates].sort()[0];
  return (date) => {
    if (dates.has(date)) return false;
    if (date < today) return first !== undefined && date > first;
    return !schedules.some(
      ({ weekdays, skipDates }) => weekdays.includes(weekdayOf(date)) && !skipDates.includes(date),
    );
  };
}
