import { card, text } from '../cards/build.ts';
import { PlaceError } from '../core/errors.ts';
import type { Post } from '../core/store.ts';
import type { OpenPost } from '../core/stores/posting.ts';
import { toLocalDate } from '../habits/day.ts';
import { dueInstant, graceEnd } from '../habits/due.ts';
import { translator } from '../texts/index.ts';
import { effectiveSchedule } from './effective-schedule.ts';
import { warnWhenLow } from './low-questions.ts';
import { type DailySettings, LEASE_MS } from './settings.ts';

/** Sends one post: at most once by what the database knows, and looked for on the platform wherever it does not know. */

/** The key that makes a post idempotent on its platform; short enough for Discord's nonce (25 characters). */
export function postKey(post: Pick<Post, 'subscriptionId' | 'localDate'>): string {
  return `daily-${post.subscriptionId}-${post.localDate.replaceAll('-', '')}`;
}

function isLate({ subscription, localDate }: OpenPost, { bank, clock }: DailySettings): boolean {
  const now = clock.now();
  const schedule = effectiveSchedule(subscription, bank.holidays);
  const date = toLocalDate(localDate);
  return now > graceEnd(schedule, subscription.graceUntil, { date, at: dueInstant(schedule, date) });
}

/** Nothing can be posted there: the subscription rests, and one admin hears of it once. Nothing is deleted. */
async function rest(post: OpenPost, reason: PlaceError['reason'], settings: DailySettings): Promise<void> {
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

async function giveUp(post: OpenPost, { store, log }: DailySettings): Promise<void> {
  await store.markFailed(post.id, 'too late');
  log.warn({ post: post.id, date: post.localDate }, 'a post is given up: its grace is over');
}

/** The audit: one line a post. */
function written(post: OpenPost, ref: string, found: boolean, { clock, log }: DailySettings): void {
  const { id, dueAt, attempts } = post;
  const late = dueAt === undefined ? {} : { lateSeconds: Math.round((clock.now() - dueAt) / 1000) };
  const due = dueAt === undefined ? {} : { due: new Date(dueAt).toISOString() };
  log.info(
    {
      ...{ post: id, door: post.door, channel: post.place.channel, question: post.questionId },
      ...{ date: post.localDate, ...due, ...late, message: ref, attempts: attempts + 1, found },
    },
    'daily question posted',
  );
}

async function deliver(post: OpenPost, late: boolean, settings: DailySettings): Promise<void> {
  const { adapters, store } = settings;
  const adapter = adapters.get(post.door);
  if (adapter === undefined) throw new Error(`the door ${post.door} is not open`);
  const key = postKey(post);
  // What was only claimed was never sent, and need not be looked for.
  const earlier = post.state === 'unknown' ? await adapter.find(post.place, key) : undefined;
  if (earlier === undefined && late) return giveUp(post, settings);
  const shown = earlier === undefined ? await settings.cardOf(post, post.locale) : undefined;
  if (earlier === undefined && shown === undefined)
    throw new Error(`the question ${post.questionId} is gone`);
  const ref = earlier ?? (shown && (await adapter.post(post.place, shown, key)));
  if (ref === undefined) return;
  await store.markPosted(post.id, ref);
  written(post, ref, earlier !== undefined, settings);
  await warnWhenLow(post.subscription, settings);
}

/**
 * Takes a post as far as it can: posted, given up, or left as unknown for the next run. Rejects only where the database does.
 * `held` hears of the lease while it is held.
 */
export async function sendPost(post: OpenPost, settings: DailySettings, held: Set<number>): Promise<void> {
  const { store, log } = settings;
  const late = isLate(post, settings);
  if (late && post.state === 'claimed') return giveUp(post, settings);
  if (!settings.adapters.has(post.door)) {
    log.warn({ post: post.id, door: post.door }, 'a post waits: its door is not open');
    return;
  }
  if (!(await store.beginSending(post, settings.leaseMs ?? LEASE_MS))) return;
  held.add(post.id);
  try {
    await deliver(post, late, settings);
  } catch (error) {
    const refused = error instanceof PlaceError;
    await store.endSending(post.id, (error instanceof Error ? error.message : String(error)).slice(0, 200));
    if (refused) await rest(post, error.reason, settings);
    else
      log.error(
        { err: error, post: post.id },
        'a post could not be sent; it is looked for before the next attempt',
      );
  } finally {
    held.delete(post.id);
  }
}
