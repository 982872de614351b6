import { and, desc, eq, gt, gte, inArray, lte, ne, or, sql } from 'drizzle-orm';
import type { Place } from '../core/call.ts';
import type { NewSubscription, Post, Subscription } from '../core/store.ts';
import type { Db } from './open.ts';
import { ensureChannel, toSubscription } from './rows.ts';
import { answers, channels, posts, subscriptions, workspaces } from './schema.ts';

/** Subscriptions with their places. */
export function joined(db: Db) {
  return db
    .select({ subscription: subscriptions, channel: channels, workspace: workspaces })
    .from(subscriptions)
    .innerJoin(channels, eq(channels.id, subscriptions.channelId))
    .innerJoin(workspaces, eq(workspaces.id, channels.workspaceId));
}

export function subscribe(db: Db, wanted: NewSubscription, now: number): Subscription {
  return db.transaction((tx) => {
    const { channelId } = ensureChannel(tx, wanted.door, wanted.place, now);
    const { timeOfDay, timeZone, locale, nextDueAt, thread, graceUntil, holidays, digestWeekday } = wanted;
    const values = {
      timeOfDay,
      timeZone,
      locale,
      nextDueAt,
      weekdays: [...wanted.weekdays],
      topics: [...wanted.topics],
      levels: [...wanted.levels],
      skipDates: [...wanted.skipDates],
      ...(thread === undefined ? {} : { thread }),
      ...(graceUntil === undefined ? {} : { graceUntil }),
      ...(holidays === undefined ? {} : { holidays }),
      ...(digestWeekday === undefined ? {} : { digestWeekday }),
    };
    tx.insert(subscriptions)
      .values({ ...values, channelId, createdAt: now })
      // Whoever sets a channel up again wants it to run.
      .onConflictDoUpdate({
        target: subscriptions.channelId,
        set: { ...values, paused: false, pausedUntil: null },
      })
      .run();
    const row = joined(tx).where(eq(subscriptions.channelId, channelId)).get();
    if (row === undefined) throw new Error('the subscription just written is missing');
    return toSubscription(row);
  });
}

export function atPlace(door: string, place: Place) {
  return and(
    eq(workspaces.door, door),
    eq(workspaces.externalId, place.workspace),
    eq(channels.externalId, place.channel),
  );
}

export function findSubscription(db: Db, door: string, place: Place): Subscription | undefined {
  const row = joined(db).where(atPlace(door, place)).get();
  return row === undefined ? undefined : toSubscription(row);
}

export function subscriptionsOf(db: Db, door: string): Subscription[] {
  return joined(db).where(eq(workspaces.door, door)).orderBy(subscriptions.id).all().map(toSubscription);
}

export function pause(db: Db, id: number): boolean {
  const running = and(eq(subscriptions.id, id), eq(subscriptions.paused, false));
  return db.update(subscriptions).set({ paused: true }).where(running).run().changes > 0;
}

/** More than a week: a weekly question is not looked at anew every minute. */
const FAR_AHEAD_MS = 8 * 86_400_000;

/** Prepared once: it is asked every minute. */
export function dueQuery(db: Db): (now: number) => Subscription[] {
  const due = or(
    lte(subscriptions.nextDueAt, sql.placeholder('now')),
    gt(subscriptions.nextDueAt, sql.placeholder('far')),
  );
  const query = joined(db)
    .where(and(due, eq(subscriptions.paused, false)))
    .orderBy(subscriptions.nextDueAt)
    .prepare();
  return (now) => query.all({ now, far: now + FAR_AHEAD_MS }).map(toSubscription);
}

export function questionDays(
  db: Db,
  workspaceId: number,
): { subscriptions: Subscription[]; dates: Set<string> } {
  const rows = joined(db).where(eq(workspaces.id, workspaceId)).all();
  const dates = db
    .selectDistinct({ date: posts.localDate })
    .from(posts)
    .innerJoin(subscriptions, eq(subscriptions.id, posts.subscriptionId))
    .innerJoin(channels, eq(channels.id, subscriptions.channelId))
    .where(and(eq(channels.workspaceId, workspaceId), ne(posts.state, 'failed')))
    .all();
  return {
    subscriptions: rows.map(toSubscription),
    dates: new Set(dates.map((row) => row.date)),
  };
}

/** Posts with the first answers of members, and their mean. */
export function countedQuery(db: Db, filter: ReturnType<typeof and>) {
  return db
    .select({
      post: posts,
      channel: channels,
      workspace: workspaces,
      count: sql<number>`(select count(distinct member_id) from answers where answers.post_id = ${posts.id})`,
      mean: sql<
        number | null
      >`(select avg(best) from (select max(score) as best from answers where answers.post_id = ${posts.id} group by member_id))`,
    })
    .from(posts)
    .innerJoin(subscriptions, eq(subscriptions.id, posts.subscriptionId))
    .innerJoin(channels, eq(channels.id, subscriptions.channelId))
    .innerJoin(workspaces, eq(workspaces.id, channels.workspaceId))
    .where(filter);
}

type CountedRow = ReturnType<ReturnType<typeof countedQuery>['all']>[number];

export function toPost({ post, channel, workspace, count, mean }: CountedRow): Post {
  return {
    id: post.id,
    subscriptionId: post.subscriptionId,
    place: { workspace: workspace.externalId, channel: channel.externalId },
    door: workspace.door,
    localDate: post.localDate,
    questionId: post.questionId,
    locale: post.locale,
    state: post.state,
    shownCount: post.shownCount,
    count,
    ...(post.ref === null ? {} : { ref: post.ref }),
    ...(post.dueAt === null ? {} : { dueAt: post.dueAt }),
    ...(mean === null ? {} : { mean }),
  };
}

function withCounts(db: Db, filter: ReturnType<typeof and>): Post[] {
  return countedQuery(db, filter).orderBy(desc(posts.id)).all().map(toPost);
}

export function findPost(db: Db, id: number): Post | undefined {
  return withCounts(db, eq(posts.id, id))[0];
}

export function latestPost(db: Db, door: string, place: Place): Post | undefined {
  const row = db
    .select({ id: posts.id })
    .from(posts)
    .innerJoin(subscriptions, eq(subscriptions.id, posts.subscriptionId))
    .innerJoin(channels, eq(channels.id, subscriptions.channelId))
    .innerJoin(workspaces, eq(workspaces.id, channels.workspaceId))
    .where(atPlace(door, place))
    .orderBy(desc(posts.localDate))
    .limit(1)
    .get();
  return row === undefined ? undefined : findPost(db, row.id);
}

/** Older cards are not looked at any more: nobody waits for their count, and edits of old messages are rationed. */
const FRESH_MS = 48 * 3600 * 1000;

export function stalePosts(db: Db, now: number): Post[] {
  const stale = db
    .select({ id: posts.id })
    .from(posts)
    // Posts without answers, too: those there were may have been forgotten.
    .leftJoin(answers, eq(answers.postId, posts.id))
    .where(and(gte(posts.postedAt, now - FRESH_MS), eq(posts.state, 'posted')))
    .groupBy(posts.id)
    .having(sql`count(distinct ${answers.memberId}) <> ${posts.shownCount}`)
    .all();
  return stale.length === 0
    ? []
    : withCounts(
        db,
        inArray(
          posts.id,
          stale.map((row) => row.id),
        ),
      );
}
