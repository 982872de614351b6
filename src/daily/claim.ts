import { setImmediate as turn } from 'node:timers/promises';
import type { HolidayLists } from '../bank/holidays.ts';
import { pickOfTheDay } from '../bank/pick.ts';
import type { ChannelHistory, Subscription } from '../core/store.ts';
import type { Decision } from '../core/stores/posting.ts';
import { type Due, graceEnd, latestDue, nextDue } from '../habits/due.ts';
import { effectiveSchedule } from './effective-schedule.ts';
import { NEVER } from './next-question.ts';
import type { DailySettings } from './settings.ts';

/** Claims what is due: nothing is sent here. */

/** Claims of one transaction; between two of them members are served. */
const BATCH = 200;

interface Moment {
  readonly next: number;
  /** Undefined: no question is wanted now. */
  readonly due: Due | undefined;
  /** The question of this date was due, and its grace is over. */
  readonly missed: boolean;
}

/** Channels that are due in the same minute mostly have the same schedule. */
function createMoments(now: number, lists: HolidayLists): (subscription: Subscription) => Moment {
  const known = new Map<string, Moment>();
  return (subscription) => {
    const schedule = effectiveSchedule(subscription, lists);
    const { graceUntil } = subscription;
    const { timeZone, timeOfDay, weekdays, skipDates } = schedule;
    const key = JSON.stringify([timeZone, timeOfDay, weekdays, skipDates, graceUntil]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const due = latestDue(schedule, now);
    const missed = due !== undefined && now > graceEnd(schedule, graceUntil, due);
    const moment = { next: nextDue(schedule, now)?.at ?? NEVER, due: missed ? undefined : due, missed };
    known.set(key, moment);
    return moment;
  };
}

function decide(
  subscription: Subscription,
  { next, due, missed }: Moment,
  history: ChannelHistory,
  { bank, log }: DailySettings,
): Decision | undefined {
  const { id, topics, levels, door, place } = subscription;
  const moveOn = next === subscription.nextDueAt ? undefined : { subscription, nextDueAt: next };
  if (missed && moveOn !== undefined)
    log.warn({ subscription: id }, 'a daily question was missed: its grace is over');
  if (due === undefined) return moveOn;
  // The date may have its question: after a clock was set back.
  if (history.asked.some((one) => one.localDate === due.date)) return moveOn;
  const question = pickOfTheDay({
    questions: bank.questions.values(),
    topics,
    levels,
    ...history,
    seed: `${door} ${place.channel}`,
    localDate: due.date,
  });
  if (question === undefined) {
    log.warn({ subscription: id }, 'no question fits the topics and levels of this channel');
    return moveOn;
  }
  return {
    subscription,
    nextDueAt: next,
    claim: { localDate: due.date, questionId: question.id, dueAt: due.at },
  };
}

async function claimBatch(
  batch: readonly Subscription[],
  momentOf: (subscription: Subscription) => Moment,
  settings: DailySettings,
): Promise<void> {
  const { store, log } = settings;
  const histories = await store.channelHistories(batch);
  const decisions = batch.flatMap((subscription) => {
    try {
      const history = histories.get(subscription.id) ?? { asked: [], results: new Map() };
      return decide(subscription, momentOf(subscription), history, settings) ?? [];
    } catch (error) {
      log.error({ err: error, subscription: subscription.id }, 'a subscription could not be scheduled');
      return [];
    }
  });
  if (decisions.length > 0) await store.settle(decisions);
}

/**
 * Several days missed come to one question, that of today. With `all`, channels that are not due by what the database says are
 * looked at too: it may have been written by a clock that has been set back since.
 */
export async function claimDue(settings: DailySettings, all = false): Promise<void> {
  const { store, clock, bank } = settings;
  const now = clock.now();
  const momentOf = createMoments(now, bank.holidays);
  // Those of a workspace together: how its team did is read once for all of them.
  const due = (await store.dueSubscriptions(all ? NEVER : now)).toSorted(
    (a, b) => a.workspaceId - b.workspaceId,
  );
  for (let start = 0; start < due.length; start += BATCH) {
    await claimBatch(due.slice(start, start + BATCH), momentOf, settings);
    await turn();
  }
}
