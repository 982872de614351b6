import type { NewSubscription } from '../../src/core/store.ts';

export const PLACE = { workspace: 'team', channel: 'daily' };

/** The channel of a team in Seoul: a question at nine on weekdays, of any topic and level. */
export function subscription(nextDueAt: number): NewSubscription {
  return {
    door: 'door',
    place: PLACE,
    timeOfDay: '09:00',
    timeZone: 'Asia/Seoul',
    weekdays: [1, 2, 3, 4, 5],
    topics: [],
    levels: [],
    locale: 'ko',
    skipDates: [],
    nextDueAt,
  };
}
