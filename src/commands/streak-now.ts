import type { Context } from '../core/command.ts';
import type { Member, Store } from '../core/store.ts';
import { datesOf } from '../habits/board.ts';
import { type LocalDate, localDateOf, toLocalDate, weekdayOf } from '../habits/day.ts';
import { dateOfDayNumber, dayNumber } from '../habits/local-date.ts';
import { dayReached, type Streak, streakOf } from '../habits/streak.ts';

/**
 * Whether a team has no question on a date: no channel of it gets one on that weekday, unless one was posted all the same. A team
 * without any subscription has no such days, so that practice alone can keep a streak.
 */
export async function offDaysOf(store: Store, workspaceId: number): Promise<(date: LocalDate) => boolean> {
  const { weekdays, dates } = await store.questionDays(workspaceId);
  return (date) => weekdays.size > 0 && !weekdays.has(weekdayOf(date)) && !dates.has(date);
}

/**
 * The member's streak as of now. The longest streak ever reached is stored, so that a later change of the schedule cannot lower it.
 */
export async function streakNow(
  { store, clock, defaultTimeZone }: Pick<Context, 'store' | 'clock' | 'defaultTimeZone'>,
  member: Member,
): Promise<Streak> {
  const activeDays = (await store.history(member)).activeDays.map(toLocalDate);
  const today = dayNumber(localDateOf(clock.now(), member.timeZone ?? defaultTimeZone));
  const streak = streakOf({
    activeDays,
    isOffDay: await offDaysOf(store, member.workspaceId),
    excused: datesOf(await store.vacationsIn(member.workspaceId, member.id)),
    today: dateOfDayNumber(dayReached(today, activeDays.map(dayNumber))),
  });
  if (streak.longest > member.longestStreak) await store.raiseLongestStreak(member, streak.longest);
  return { ...streak, longest: Math.max(streak.longest, member.longestStreak) };
}
