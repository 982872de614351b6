import type { Question } from '../../bank/question.ts';
import { addDays, daysBetween, localDateOf, toLocalDate } from '../../habits/day.ts';
import { graceEnd, nextDue } from '../../habits/due.ts';
import type { Change } from './channels.ts';
import type { Delivered } from './platform.ts';

/** What went wrong in a history; reckoned from what arrived on the platform, not from what the database believes. */

/** A look of the daily run at what is due, and the channels that met a fault of the platform in it. */
export interface Tick {
  readonly at: number;
  /** The process did not live to its end. */
  readonly killed: boolean;
  readonly faulty: ReadonlySet<string>;
}

/** Messages of a channel with the same key or on the same local date, less one of each. */
export function countDuplicates(delivered: readonly Delivered[]): number {
  return delivered.length - new Set(delivered.map(({ channel, key }) => `${channel} ${key}`)).size;
}

function dateOfKey(key: string): string {
  const digits = key.slice(-8);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Dates on which a channel had a question coming and the process a chance to post it, and nothing arrived. */
export function findGaps(
  changes: readonly Change[],
  ticks: readonly Tick[],
  delivered: readonly Delivered[],
  endAt: number,
): string[] {
  const [first] = changes;
  if (first === undefined) return [];
  const { channel } = first.subscription.place;
  const dates = new Set(delivered.filter((one) => one.channel === channel).map(({ key }) => dateOfKey(key)));
  return changes.flatMap(({ at: from, subscription }, index) => {
    const until = changes[index + 1]?.at ?? endAt;
    const schedule = { ...subscription, skipDates: [] };
    const gaps: string[] = [];
    // Dates on which something was changed are left out at both ends.
    const first = addDays(localDateOf(from, subscription.timeZone), 1);
    const last = localDateOf(until, subscription.timeZone);
    let due = nextDue(schedule, from);
    for (; due !== undefined && due.date < last; due = nextDue(schedule, due.at)) {
      const { date, at } = due;
      if (date < first || dates.has(date)) continue;
      const end = graceEnd(schedule, subscription.graceUntil, due);
      const could = (tick: Tick) =>
        tick.at >= at && tick.at <= end && !tick.killed && !tick.faulty.has(channel);
      if (ticks.some(could)) gaps.push(date);
    }
    return gaps.map((one) => `${channel} ${one}`);
  });
}

/** A question as it was asked, with the mean of its team on it at that moment. */
export interface AskedQuestion {
  readonly questionId: string;
  readonly localDate: string;
  readonly mean: number | undefined;
}

/** In the order in which they were asked. A question that comes again before all of its round were asked, and was not answered badly a week or more ago. */
export function countEarlyRepeats(
  asked: readonly AskedQuestion[],
  pool: readonly Question[],
): { readonly early: number; readonly comebacks: number } {
  let seen = new Map<string, string>();
  let [early, comebacks] = [0, 0];
  for (const { questionId, localDate, mean } of asked) {
    if (seen.size === pool.length) seen = new Map();
    const before = seen.get(questionId);
    if (before === undefined) {
      seen.set(questionId, localDate);
      continue;
    }
    const isComeback =
      mean !== undefined && mean < 50 && daysBetween(toLocalDate(before), toLocalDate(localDate)) >= 7;
    if (isComeback) comebacks += 1;
    else early += 1;
  }
  return { early, comebacks };
}
