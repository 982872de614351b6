import type { Adapter } from '../adapters/adapter.ts';
import type { Bank } from '../bank/bank.ts';
import { pickOfTheDay } from '../bank/pick.ts';
import { card, text } from '../cards/build.ts';
import type { Card } from '../cards/card.ts';
import type { Locale } from '../cards/inline.ts';
import { PlaceError } from '../core/errors.ts';
import type { Clock, Log } from '../core/ports.ts';
import type { Post, Store, Subscription } from '../core/store.ts';
import { localDateOf } from '../habits/day.ts';
import { latestDue, nextDue } from '../habits/due.ts';
import { translator } from '../texts/index.ts';
import { effectiveSchedule } from './effective-schedule.ts';
import { warnWhenLow } from './low-questions.ts';

export interface DailySettings {
  readonly bank: Bank;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters: ReadonlyMap<string, Adapter>;
  /** The card of a post, in a language; the same that `today` shows. */
  readonly cardOf: (post: Post, locale: Locale) => Card | undefined;
}

/** Far enough away never to be due, for a schedule without any date left. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** The key that makes a post idempotent on its platform; short enough for Discord's nonce (25 characters). */
export function postKey(post: Pick<Post, 'subscriptionId' | 'localDate'>): string {
  return `daily-${post.subscriptionId}-${post.localDate.replaceAll('-', '')}`;
}

/** Midnight has passed where the channel is. */
async function isOver(post: Post, { store, clock }: DailySettings): Promise<boolean> {
  const subscription = await store.subscription(post.door, post.place);
  return subscription !== undefined && localDateOf(clock.now(), subscription.timeZone) > post.localDate;
}

/** Nothing can be posted there: the subscription rests, and one admin hears of it once. Nothing is deleted. */
async function rest(post: Post, reason: PlaceError['reason'], settings: DailySettings): Promise<void> {
  const { store, adapters, log } = settings;
  log.warn({ subscription: post.subscriptionId, door: post.door, reason }, 'a subscription was paused');
  if (!(await store.pause(post.subscriptionId))) return;
  const t = translator(post.locale);
  const told = card('warn', t('paused.title'), text(t(`paused.${reason}`)), text(t('paused.resume')));
  try {
    await adapters.get(post.door)?.tellAdmin(post.place, told, `pause-${post.id}`);
  } catch (error) {
    log.error({ err: error, subscription: post.subscriptionId }, 'no admin could be told of the pause');
  }
}

/** Sends a claimed post, unless an earlier run did so before it was cut off. */
async function send(post: Post, settings: DailySettings): Promise<void> {
  try {
    await sendOnce(post, settings);
  } catch (error) {
    if (!(error instanceof PlaceError)) throw error;
    await rest(post, error.reason, settings);
  }
}

async function sendOnce(post: Post, settings: DailySettings): Promise<void> {
  const { adapters, store, log } = settings;
  const adapter = adapters.get(post.door);
  const shown = settings.cardOf(post, post.locale);
  if (adapter === undefined || shown === undefined) {
    log.warn({ post: post.id, door: post.door }, 'a post has no door or no question; left as claimed');
    return;
  }
  const key = postKey(post);
  const earlier = await adapter.find(post.place, key);
  if (earlier === undefined && (await isOver(post, settings))) {
    log.warn(
      { post: post.id, date: post.localDate },
      'a claimed post is of a date that is over; it is given up',
    );
    return store.markFailed(post.id);
  }
  const ref = earlier ?? (await adapter.post(post.place, shown, key));
  await store.markPosted(post.id, ref);
  log.info({ post: post.id, question: post.questionId, date: post.localDate }, 'daily question posted');
}

async function postOne(subscription: Subscription, settings: DailySettings): Promise<void> {
  const { store, clock, bank, log } = settings;
  const now = clock.now();
  const schedule = effectiveSchedule(subscription, bank.holidays);
  const next = nextDue(schedule, now)?.at ?? NEVER;
  const due = latestDue(schedule, now);
  // Down past midnight: that date is over, and its question is not wanted any more.
  if (due === undefined) return store.moveOn(subscription, next);
  const history = await store.channelHistory(subscription);
  const question = pickOfTheDay({
    questions: bank.questions.values(),
    topics: subscription.topics,
    levels: subscription.levels,
    ...history,
    seed: `${subscription.door} ${subscription.place.channel}`,
  });
  if (question === undefined) {
    log.warn({ subscription: subscription.id }, 'no question fits the topics and levels of this channel');
    return store.moveOn(subscription, next);
  }
  const post = await store.claimPost(subscription, due.date, question.id, next);
  if (post === undefined) return;
  await send(post, settings);
  await warnWhenLow(subscription, settings);
}

/**
 * Posts what is due: each subscription gets one question a local date, however often this runs and wherever it was cut
 * off. One channel's failure does not hold up the others; a claimed post is taken up again by the next run.
 */
export async function postDue(settings: DailySettings): Promise<void> {
  const { store, clock, log } = settings;
  for (const post of await store.unfinishedPosts()) {
    await send(post, settings).catch((error: unknown) =>
      log.error({ err: error, post: post.id }, 'a claimed post could not be sent'),
    );
  }
  for (const subscription of await store.dueSubscriptions(clock.now())) {
    await postOne(subscription, settings).catch((error: unknown) =>
      log.error({ err: error, subscription: subscription.id }, 'the daily question could not be posted'),
    );
  }
}
