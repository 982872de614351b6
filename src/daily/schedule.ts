import type { Subscription } from '../core/store.ts';
import { toLocalDate } from '../habits/day.ts';
import type { Schedule } from '../habits/due.ts';

/** Far enough away never to be due, for a schedule without any date left. */
export const NEVER = Number.MAX_SAFE_INTEGER;

export function scheduleOf(
  subscription: Pick<Subscription, 'timeOfDay' | 'timeZone' | 'weekdays' | 'skipDates'>,
): Schedule {
  return { ...subscription, skipDates: subscription.skipDates.map(toLocalDate) };
}
