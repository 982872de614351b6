import { and, desc, eq, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Clock } from '../core/ports.ts';
import type { ChannelHistory, Store, Subscription } from '../core/store.ts';
import type { AuditLine, Decision, OpenPost, PostingStore } from '../core/stores/posting.ts';
import type { Db } from './open.ts';
import { toSubscription } from './rows.ts';
import { answers, channels, members, posts, subscriptions, workspaces } from './schema.ts';

/** How the daily run claims, sends and reconciles; see docs/daily.md. */

/** How far back answers say how a team does: longer than the last comeback of a question may take. */
const RESULTS_DAYS = 120;
const DAY_MS = 86_400_000;

type Results = Map<string, { mean: number; count: number }>;

function within(column: typeof posts.subscriptionId | typeof members.workspaceId): SQL {
  // A list in one parameter, so that the statement can be prepared.
  return sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`;
}

/** Statements that tell how teams did and what channels were asked. */
function preparedHistories(db: Db) {
  const best = db
    .select({
      workspaceId: members.workspaceId,
      questionId: answers.questionId,
      score: sql<number>`max(${answers.score})`.as('score'),
    })
    .from(answers)
    .innerJoin(members, eq(members.id, answers.memberId))
    .where(and(within(members.workspaceId), sql`${answers.localDate} >= ${sql.placeholder('since')}`))
    .groupBy(answers.memberId, answers.questionId)
    .as('best');
  const results = db
    .select({
      workspaceId: best.workspaceId,
      questionId: best.questionId,
      mean: sql<number>`avg(${best.score})`,
      count: sql<number>`count(*)`,
    })
    .from(best)
    .groupBy(best.workspaceId, best.questionId)
    .prepare();
  const asked = db
    .select({ id: posts.subscriptionId, questionId: posts.questionId, localDate: posts.localDate })
    .from(posts)
    // What nobody saw was not asked.
    .where(and(within(posts.subscriptionId), ne(posts.state, 'failed')))
    // As they were asked: a channel that was moved west may have an earlier date after a later one.
    .orderBy(posts.id)
    .prepare();
  return { results, asked };
}

type Histories = ReturnType<typeof preparedHistories>;

function resultsOf(
  { results }: Histories,
  workspaceIds: readonly number[],
  now: number,
): Map<number, Results> {
  const since = new Date(now - RESULTS_DAYS * DAY_MS).toISOString().slice(0, 10);
  const all = new Map<number, Results>(workspaceIds.map((id) => [id, new Map()]));
  for (const { workspaceId, questionId, mean, count } of results.all({
    ids: JSON.stringify(workspaceIds),
    since,
  }))
    all.get(workspaceId)?.set(questionId, { mean, count });
  return all;
}

function historiesQuery(
  db: Db,
): (wanted: readonly Subscription[], now: number) => Map<number, ChannelHistory> {
  const statements = preparedHistories(db);
  return (wanted, now) => {
    const results = resultsOf(statements, [...new Set(wanted.map((one) => one.workspaceId))], now);
    const asked = new Map<number, { questionId: string; localDate: string }[]>(
      wanted.map(({ id }) => [id, []]),
    );
    const ids = JSON.stringify(wanted.map(({ id }) => id));
    // Rows as SQLite gives them: there may be hundreds of thousands.
    const rows = statements.asked.values({ ids }) as [number, string, string][];
    for (const [id, questionId, localDate] of rows) asked.get(id)?.push({ questionId, localDate });
    return new Map(
      wanted.map(({ id, workspaceId }) => [
        id,
        { asked: asked.get(id) ?? [], results: results.get(workspaceId) ?? new Map() },
      ]),
    );
  };
}

/** Statements of the run of every minute and of each post, prepared once. */
function prepared(db: Db) {
  const parameter = sql.placeholder;
  return {
    move: db
      .update(subscriptions)
      .set({ nextDueAt: sql`${parameter('next')}` })
      .where(
        and(
          eq(subscriptions.id, parameter('id')),
          eq(subscriptions.nextDueAt, parameter('was')),
          eq(subscriptions.paused, false),
        ),
      )
      .prepare(),
    claim: db
      .insert(posts)
      .values({
        subscriptionId: parameter('id'),
        localDate: parameter('localDate'),
        questionId: parameter('questionId'),
        locale: parameter('locale'),
        dueAt: parameter('dueAt'),
        state: 'claimed',
        claimedAt: parameter('now'),
      })
      .onConflictDoNothing()
      .returning({ id: posts.id })
      .prepare(),
    open: db
      .select({ post: posts, subscription: subscriptions, channel: channels, workspace: workspaces })
      .from(posts)
      .innerJoin(subscriptions, eq(subscriptions.id, posts.subscriptionId))
      .innerJoin(channels, eq(channels.id, subscriptions.channelId))
      .innerJoin(workspaces, eq(workspaces.id, channels.workspaceId))
      .where(and(inArray(posts.state, ['claimed', 'unknown']), mayBeSent(), eq(subscriptions.paused, false)))
      .orderBy(posts.id)
      .prepare(),
    begin: db
      .update(posts)
      .set({ state: 'unknown', attempts: sql`${posts.attempts} + 1`, claimedAt: sql`${parameter('now')}` })
      .where(
        and(
          eq(posts.id, parameter('id')),
          eq(posts.state, parameter('state')),
          eq(posts.attempts, parameter('attempts')),
          mayBeSent(),
        ),
      )
      .prepare(),
  };
}

type Prepared = ReturnType<typeof prepared>;

/** Claimed, or nobody is sending it: the lease ended, or was begun by a clock that has been set back since. */
function mayBeSent(): SQL | undefined {
  const silent = or(
    lt(posts.claimedAt, sql.placeholder('silentSince')),
    sql`${posts.claimedAt} > ${sql.placeholder('ahead')}`,
  );
  return or(eq(posts.state, 'claimed'), and(eq(posts.state, 'unknown'), silent));
}

function leaseAt(now: number, leaseMs: number): { readonly silentSince: number; readonly ahead: number } {
  return { silentSince: now - leaseMs, ahead: now + leaseMs };
}

function settle(db: Db, { move, claim }: Prepared, decisions: readonly Decision[], now: number): number[] {
  return db.transaction(
    () => {
      const claimed: number[] = [];
      for (const { subscription, nextDueAt, claim: wanted } of decisions) {
        const { id, locale, nextDueAt: was } = subscription;
        if (move.run({ id, was, next: nextDueAt }).changes === 0 || wanted === undefined) continue;
        const row = claim.get({ id, locale, now, ...wanted });
        if (row !== undefined) claimed.push(row.id);
      }
      return claimed;
    },
    { behavior: 'immediate' },
  );
}

function openPosts({ open }: Prepared, leaseMs: number, now: number): OpenPost[] {
  return open.all(leaseAt(now, leaseMs)).map((row) => {
    const { id, subscriptionId, localDate, questionId, locale, state, attempts, dueAt } = row.post;
    const subscription = toSubscription(row);
    const { door, place } = subscription;
    const post = { id, subscriptionId, localDate, questionId, locale, state, attempts, door, place };
    // Nobody can have answered what was not seen.
    const counts = { shownCount: row.post.shownCount, count: 0 };
    return { ...post, ...counts, subscription, ...(dueAt === null ? {} : { dueAt }) };
  });
}

function beginSending({ begin }: Prepared, post: OpenPost, leaseMs: number, now: number): boolean {
  const { id, state, attempts } = post;
  return begin.run({ id, state, attempts, now, ...leaseAt(now, leaseMs) }).changes > 0;
}

function renewSending(db: Db, postIds: readonly number[], now: number): void {
  const sending = and(inArray(posts.id, [...postIds]), eq(posts.state, 'unknown'));
  db.update(posts).set({ claimedAt: now }).where(sending).run();
}

function endSending(db: Db, postId: number, failure: string): void {
  db.update(posts)
    .set({ failure, claimedAt: 0 })
    .where(and(eq(posts.id, postId), eq(posts.state, 'unknown')))
    .run();
}

function isOpen(postId: number): SQL | undefined {
  return and(eq(posts.id, postId), inArray(posts.state, ['claimed', 'unknown']));
}

export function markPosted(db: Db, postId: number, ref: string, now: number): void {
  db.update(posts).set({ state: 'posted', ref, postedAt: now, failure: null }).where(isOpen(postId)).run();
}

export function markFailed(db: Db, postId: number, failure: string | undefined): void {
  db.update(posts)
    .set({ state: 'failed', ...(failure === undefined ? {} : { failure }) })
    .where(isOpen(postId))
    .run();
}

function audit(db: Db, limit: number): AuditLine[] {
  return db
    .select({ post: posts, channel: channels.externalId, door: workspaces.door })
    .from(posts)
    .innerJoin(subscriptions, eq(subscriptions.id, posts.subscriptionId))
    .innerJoin(channels, eq(channels.id, subscriptions.channelId))
    .innerJoin(workspaces, eq(workspaces.id, channels.workspaceId))
    .orderBy(desc(posts.id))
    .limit(limit)
    .all()
    .map(({ post, channel, door }) => {
      const { localDate, questionId, state, attempts, dueAt, postedAt, ref, failure } = post;
      return {
        ...{ door, channel, localDate, questionId, state, attempts },
        ...(dueAt === null ? {} : { dueAt }),
        ...(postedAt === null ? {} : { postedAt }),
        ...(ref === null ? {} : { ref }),
        ...(failure === null ? {} : { failure }),
      };
    });
}

export function postingActions(db: Db, clock: Clock): PostingStore & Pick<Store, 'channelHistory'> {
  const statements = prepared(db);
  const histories = historiesQuery(db);
  return {
    channelHistories: async (wanted) => histories(wanted, clock.now()),
    channelHistory: async (subscription) =>
      histories([subscription], clock.now()).get(subscription.id) ?? { asked: [], results: new Map() },
    settle: async (decisions) => settle(db, statements, decisions, clock.now()),
    openPosts: async (leaseMs) => openPosts(statements, leaseMs, clock.now()),
    beginSending: async (post, leaseMs) => beginSending(statements, post, leaseMs, clock.now()),
    renewSending: async (postIds) => renewSending(db, postIds, clock.now()),
    endSending: async (postId, failure) => endSending(db, postId, failure),
    audit: async (limit) => audit(db, limit),
  };
}
