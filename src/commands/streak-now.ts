import type { Context } from '../core/command.ts';
import type { Member } from '../core/store.ts';
import { toLocalDate } from '../habits/day.ts';
import { type Streak, streakOf } from '../habits/streak.ts';
import { datesOf } from '../habits/vacation.ts';
import { memberToday } from './member-day.ts';
import { offDaysOf } from './off-days.ts';

/**
 * The member's streak as of now, with the off days of the member's team and the member's own vacations.
 * The longest streak ever reached is stored, so that a later change of the schedule cannot lower it.
 */
export async function streakNow(
  context: Pick<Context, 'store' | 'bank' | 'clock' | 'defaultTimeZone'>,
  member: Member,
): Promise<Streak> {
  const { store } = context;
  const today = await memberToday(context, member);
  const { activeDays } = await store.history(member);
  const streak = streakOf({
    activeDays: activeDays.map(toLocalDate),
    isOffDay: await offDaysOf(context, member.workspaceId, today),
    excused: datesOf(await store.vacations(member)),
    today,
  });
  if (streak.longest > member.longestStreak) await store.raiseLongestStreak(member, streak.longest);
  return { ...streak, longest: Math.max(streak.longest, member.longestStreak) };
}
