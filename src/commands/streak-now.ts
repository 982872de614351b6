import type { Context } from '../core/command.ts';
import type { Member } from '../core/store.ts';
import { datesOf } from '../habits/board.ts';
import { localDateOf, toLocalDate } from '../habits/day.ts';
import { type Streak, streakOf } from '../habits/streak.ts';
import { offDaysOf } from './off-days.ts';

/**
 * The member's streak as of now, with the off days of the member's team and the member's own vacations.
 * The longest streak ever reached is stored, so that a later change of the schedule cannot lower it.
 */
export async function streakNow(
  { store, bank, clock, defaultTimeZone }: Pick<Context, 'store' | 'bank' | 'clock' | 'defaultTimeZone'>,
  member: Member,
): Promise<Streak> {
  const today = localDateOf(clock.now(), member.timeZone ?? defaultTimeZone);
  const { activeDays } = await store.history(member);
  const streak = streakOf({
    activeDays: activeDays.map(toLocalDate),
    isOffDay: await offDaysOf({ store, bank }, member.workspaceId, today),
    excused: datesOf(await store.vacationsIn(member.workspaceId, member.id)),
    today,
  });
  if (streak.longest > member.longestStreak) await store.raiseLongestStreak(member, streak.longest);
  return { ...streak, longest: Math.max(streak.longest, member.longestStreak) };
}
