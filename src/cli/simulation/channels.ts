import type { Clock, Random } from '../../core/ports.ts';
import type { NewSubscription, Store, Subscription } from '../../core/store.ts';
import { below, oneOf } from './chance.ts';
import { DOOR } from './platform.ts';

/** Zones with clock changes of an hour, of half an hour, of none, and one that has lost a day. */
export const ZONES = [
  'Asia/Seoul',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Pacific/Apia',
] as const;

/** Ordinary times, the edges of the day, and those that clock changes skip or repeat. */
const TIMES = ['09:00', '07:30', '18:45', '00:00', '01:30', '02:15', '02:30', '23:10', '12:10'] as const;
const WEEKDAYS: readonly [readonly number[], ...(readonly number[])[]] = [
  [1, 2, 3, 4, 5],
  [1, 2, 3, 4, 5, 6, 7],
  [1, 3, 5],
  [6, 7],
];
const TOPICS: readonly [readonly string[], ...(readonly string[])[]] = [
  [],
  [],
  ['deep-learning'],
  ['machine-learning', 'deep-learning'],
  ['deep-learning', 'math-statistics', 'python'],
];

/** A change of a channel's time or zone, when it was made. */
export interface Change {
  readonly at: number;
  readonly subscription: Subscription;
}

function randomly(random: Random): Pick<NewSubscription, 'timeOfDay' | 'timeZone'> {
  return { timeOfDay: oneOf(random, TIMES), timeZone: oneOf(random, ZONES) };
}

/** Set up as `setup` does: due at once, and the daily run finds out whether today's is still wanted. */
export async function makeChannel(
  index: number,
  store: Store,
  clock: Clock,
  random: Random,
): Promise<Subscription> {
  return store.subscribe({
    door: DOOR,
    place: { workspace: `team ${Math.floor(index / 5)}`, channel: `channel ${index}` },
    ...randomly(random),
    weekdays: oneOf(random, WEEKDAYS),
    topics: oneOf(random, TOPICS),
    levels: random.next() < 0.8 ? [] : [1, 2],
    locale: random.next() < 0.5 ? 'ko' : 'en',
    skipDates: [],
    graceUntil: oneOf(random, ['22:00', '23:30', '12:00']),
    nextDueAt: clock.now(),
  });
}

/** Moves a channel to another zone or time. */
export async function moveChannel(
  subscription: Subscription,
  store: Store,
  clock: Clock,
  random: Random,
): Promise<Subscription> {
  const { paused, pausedUntil, id, workspaceId, ...kept } = subscription;
  const moved = below(random, 2) === 0 ? { timeOfDay: oneOf(random, TIMES) } : randomly(random);
  return store.subscribe({ ...kept, ...moved, nextDueAt: clock.now() });
}
