import type { Context } from '../core/command.ts';
import type { Member } from '../core/store.ts';
import type { Vacation } from '../core/stores/members.ts';
import { type LocalDate, toLocalDate } from '../habits/day.ts';
import { ownDate } from '../habits/own-day.ts';
import type { Stretch } from '../habits/vacation.ts';

/** The date it is for a member now; answers are filed under it and streaks end with it. */
export async function memberToday(
  { store, clock, defaultTimeZone }: Pick<Context, 'store' | 'clock' | 'defaultTimeZone'>,
  member: Member,
): Promise<LocalDate> {
  const latest = await store.latestActiveDay(member);
  return ownDate(
    clock.now(),
    member.timeZone ?? defaultTimeZone,
    latest === undefined ? undefined : toLocalDate(latest),
  );
}

export function toStretch({ from, until }: Vacation): Stretch {
  return { from: toLocalDate(from), until: toLocalDate(until) };
}
