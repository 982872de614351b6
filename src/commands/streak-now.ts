import type { Context } from '../core/command.ts';
import type { Member } from '../core/store.ts';
import { toLocalDate, weekdayOf } from '../habits/day.ts';
import { type Streak, streakOf } from '../habits/streak.ts';
import { datesOf } from '../habits/vacation.ts';
import { memberToday, toStretch } from './member-day.ts';

/**
 * The member's streak as of now. Days on which no channel of the team gets a question are off days, unless one was
 * posted all the same, and so are the days of the member's vacations; a team without any subscription has no off days,
 * so that practice alone can keep a streak.
 * The longest streak ever reached is stored, so that a later change of the schedule cannot lower it.
 */
export async function streakNow(
  { store, clock, defaultTimeZone }: Pick<Context, 'store' | 'clock' | 'defaultTimeZone'>,
  member: Member,
): Promise<Streak> {
  const today = await memberToday({ store, clock, defaultTimeZone }, member);
  const { weekdays, dates } = await store.questionDays(member.workspaceId);
  const { activeDays } = await store.history(member);
  const streak = streakOf({
    activeDays: activeDays.map(toLocalDate),
    excused: datesOf((await store.vacations(member)).map(toStretch)),
    isOffDay: (date) => weekdays.size > 0 && !weekdays.has(weekdayOf(date)) && !dates.has(date),
    today,
  });
  if (streak.longest > member.longestStreak) await store.raiseLongestStreak(member, streak.longest);
  return { ...streak, longest: Math.max(streak.longest, member.longestStreak) };
}
