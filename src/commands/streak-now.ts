import type { Context } from '../core/command.ts';
import type { Member } from '../core/store.ts';
import { localDateOf, toLocalDate, weekdayOf } from '../habits/day.ts';
import { type Streak, streakOf } from '../habits/streak.ts';

/**
 * The member's streak as of now. Days on which no channel of the team gets a question are off days, unless one was
 * posted all the same; a team without any subscription has none, so that practice alone can keep a streak.
 * The longest streak ever reached is stored, so that a later change of the schedule cannot lower it.
 */
export async function streakNow(
  { store, clock, defaultTimeZone }: Pick<Context, 'store' | 'clock' | 'defaultTimeZone'>,
  member: Member,
): Promise<Streak> {
  const today = localDateOf(clock.now(), member.timeZone ?? defaultTimeZone);
  const { weekdays, dates } = await store.questionDays(member.workspaceId);
  const { activeDays } = await store.history(member);
  const streak = streakOf({
    activeDays: activeDays.map(toLocalDate),
    isOffDay: (date) => weekdays.size > 0 && !weekdays.has(weekdayOf(date)) && !dates.has(date),
    today,
  });
  if (streak.longest > member.longestStreak) await store.raiseLongestStreak(member, streak.longest);
  return { ...streak, longest: Math.max(streak.longest, member.longestStreak) };
}
