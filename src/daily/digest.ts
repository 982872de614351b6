import type { Adapter } from '../adapters/adapter.ts';
import type { Bank } from '../bank/bank.ts';
import { PlaceError } from '../core/errors.ts';
import type { Clock, Log } from '../core/ports.ts';
import type { Store, Subscription } from '../core/store.ts';
import { periodKey } from '../core/stores/boards.ts';
import type { Digest } from '../core/stores/digests.ts';
import {
  addDays,
  type LocalDate,
  localDateOf,
  startOfPeriod,
  toLocalDate,
  weekdayOf,
} from '../habits/day.ts';
import { type Due, latestDue } from '../habits/due.ts';
import { digestCard } from './digest-card.ts';

/**
 * The week's digest: one post a subscription and week, on its weekday, at its time of day, after that day's question. Late is better
 * than never on the same local date; a week without an answer by then has none.
 *
 * Once, whatever happens: a row in `digests` is claimed before anything is sent. A claim that was not followed up (a crash, a request
 * without an answer) is taken over after {@link LEASE_MS} by one process, and the message is looked for by its key before it is sent again.
 */

export interface DigestSettings {
  readonly bank: Bank;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters: ReadonlyMap<string, Adapter>;
}

/** Longer than any platform lets a request wait, so that a claim that old has nobody at work on it. */
export const LEASE_MS = 5 * 60_000;
const TOP = 5;
const HOUR = 3_600_000;
/** Zones reach from 12 hours behind UTC to 14 ahead. */
const EARLIEST = -12 * HOUR;
const LATEST = 14 * HOUR;

/** Short enough for Discord's nonce (25 characters). */
export function digestKey({ subscription, week }: Pick<Digest, 'subscription' | 'week'>): string {
  return `digest-${subscription.id}-${week.replaceAll('-', '')}`;
}

/** The Monday of the week that a digest of this date tells of: on a Monday the week before, as its own has only begun. */
function weekTold(date: LocalDate): LocalDate {
  return startOfPeriod('week', addDays(date, -1)) ?? date;
}

/** The digest that should be out by now, if there is one. */
function dueNow(subscription: Subscription, now: number): Due | undefined {
  const { digestWeekday, timeOfDay, timeZone } = subscription;
  if (digestWeekday === undefined) return undefined;
  return latestDue({ timeOfDay, timeZone, weekdays: [digestWeekday], skipDates: [] }, now);
}

/** Every local date that it is somewhere on Earth. */
function datesAround(now: number): LocalDate[] {
  return [...new Set([EARLIEST, 0, LATEST].map((offset) => localDateOf(now + offset, 'UTC')))];
}

async function cardOf({ subscription, week }: Digest, { store, bank }: DigestSettings) {
  const { workspaceId, id, locale } = subscription;
  const monday = toLocalDate(week);
  const board = await store.pointsBoard({
    workspaceId,
    memberId: 0,
    top: TOP,
    period: periodKey('week', week),
  });
  const facts = await store.weekFacts(id, monday, addDays(monday, 6));
  return digestCard({ week, board, facts, bank, locale });
}

async function send(digest: Digest, settings: DigestSettings, isFresh: boolean): Promise<void> {
  const { adapters, store, clock, log } = settings;
  const { subscription, week } = digest;
  const adapter = adapters.get(subscription.door);
  if (adapter === undefined) return;
  const key = digestKey(digest);
  try {
    const earlier = isFresh ? undefined : await adapter.find(subscription.place, key);
    const due = dueNow(subscription, clock.now());
    const isOver = due === undefined || weekTold(due.date) !== week;
    if (earlier === undefined && isOver) return await store.markDigest(digest, 'failed');
    const ref = earlier ?? (await adapter.post(subscription.place, await cardOf(digest, settings), key));
    await store.markDigest(digest, { posted: ref });
    log.info({ subscription: subscription.id, week }, 'weekly digest posted');
  } catch (error) {
    if (!(error instanceof PlaceError)) throw error;
    // The day's question meets the same fault and tells an admin; once is enough.
    log.warn(
      { subscription: subscription.id, week, reason: error.reason },
      'a digest could not be posted there',
    );
    await store.markDigest(digest, 'failed');
  }
}

async function postOne(subscription: Subscription, settings: DigestSettings): Promise<void> {
  const { store, clock } = settings;
  const now = clock.now();
  const due = dueNow(subscription, now);
  // First the day's question: due and not claimed yet, or claimed and not out yet.
  if (due === undefined || subscription.nextDueAt <= now) return;
  if (await store.isPostUnderway(subscription.id, due.date)) return;
  const week = weekTold(due.date);
  // A first answer later that day does not make a digest of one answer.
  const sunday = addDays(week, 6);
  if (!(await store.hasAnswers(subscription.workspaceId, week, sunday, due.at))) return;
  const digest = await store.claimDigest(subscription, week);
  if (digest !== undefined) await send(digest, settings, true);
}

/**
 * Posts the digests that are due, however often it runs, one after the other: nobody waits for them, so they leave the platform's
 * rate to questions and answers. One channel's failure does not hold up others.
 */
export async function postDigests(settings: DigestSettings): Promise<void> {
  const { store, clock, log } = settings;
  const now = clock.now();
  for (const digest of await store.unfinishedDigests(now - LEASE_MS)) {
    if (!(await store.reclaimDigest(digest))) continue;
    await send(digest, settings, false).catch((error: unknown) =>
      log.error({ err: error, subscription: digest.subscription.id }, 'a claimed digest could not be sent'),
    );
  }
  const days = datesAround(now).map((date) => ({ weekday: weekdayOf(date), week: weekTold(date) }));
  for (const subscription of await store.digestCandidates(days)) {
    await postOne(subscription, settings).catch((error: unknown) =>
      log.error({ err: error, subscription: subscription.id }, 'the digest could not be posted'),
    );
  }
}
