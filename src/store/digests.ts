import { and, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { Subscription } from '../core/store.ts';
import type { Digest, DigestStore, SharedAnswer, WeekFacts, WeekQuestion } from '../core/stores/digests.ts';
import type { Db } from './open.ts';
import { joined } from './posts.ts';
import { toSubscription } from './rows.ts';
import { posts, subscriptions, workspaces } from './schema.ts';
import { digests } from './schema-habits.ts';

export function digestCandidates(
  db: Db,
  days: Parameters<DigestStore['digestCandidates']>[0],
): Subscription[] {
  const wanted = days.map(
    ({ weekday, week }) => sql`${subscriptions.digestWeekday} = ${weekday}
      and not exists (select 1 from digests d where d.subscription_id = ${subscriptions.id} and d.week = ${week})
      and exists (select 1 from tallies t where t.workspace_id = ${workspaces.id} and t.period = ${`w${week}`})`,
  );
  return joined(db)
    .where(and(eq(subscriptions.paused, false), or(...wanted)))
    .orderBy(subscriptions.id)
    .all()
    .map(toSubscription);
}

export function hasAnswers(
  db: Db,
  workspaceId: number,
  from: string,
  until: string,
  before: number,
): boolean {
  const rows = db.all(sql`select 1 from answers a join members m on m.id = a.member_id
    where a.local_date between ${from} and ${until} and a.at < ${before} and m.workspace_id = ${workspaceId} limit 1`);
  return rows.length > 0;
}

export function isPostUnderway(db: Db, subscriptionId: number, localDate: string): boolean {
  const underway = and(
    eq(posts.subscriptionId, subscriptionId),
    eq(posts.localDate, localDate),
    inArray(posts.state, ['claimed', 'unknown']),
  );
  return db.select({ id: posts.id }).from(posts).where(underway).get() !== undefined;
}

export function claimDigest(
  db: Db,
  subscription: Subscription,
  week: string,
  now: number,
): Digest | undefined {
  const { changes } = db
    .insert(digests)
    .values({ subscriptionId: subscription.id, week, state: 'claimed', claimedAt: now })
    .onConflictDoNothing()
    .run();
  return changes === 0 ? undefined : { subscription, week, claimedAt: now };
}

export function unfinishedDigests(db: Db, claimedBefore: number): Digest[] {
  const rows = db
    .select()
    .from(digests)
    .where(and(eq(digests.state, 'claimed'), lt(digests.claimedAt, claimedBefore)))
    .all();
  return rows.flatMap(({ subscriptionId, week, claimedAt }) => {
    const row = joined(db).where(eq(subscriptions.id, subscriptionId)).get();
    return row === undefined ? [] : [{ subscription: toSubscription(row), week, claimedAt }];
  });
}

function claimOf({ subscription, week, claimedAt }: Digest) {
  return and(
    eq(digests.subscriptionId, subscription.id),
    eq(digests.week, week),
    eq(digests.state, 'claimed'),
    eq(digests.claimedAt, claimedAt),
  );
}

export function reclaimDigest(db: Db, digest: Digest, now: number): boolean {
  return db.update(digests).set({ claimedAt: now }).where(claimOf(digest)).run().changes > 0;
}

export function markDigest(
  db: Db,
  { subscription, week }: Digest,
  outcome: Parameters<DigestStore['markDigest']>[1],
  now: number,
): void {
  db.update(digests)
    .set(outcome === 'failed' ? { state: 'failed' } : { state: 'posted', ref: outcome.posted, postedAt: now })
    .where(and(eq(digests.subscriptionId, subscription.id), eq(digests.week, week)))
    .run();
}

interface FirstAnswer {
  readonly postId: number;
  readonly questionId: string;
  readonly score: number;
  readonly covered: string;
}

/** Answers to the channel's posts of these dates; `posts_once_a_date` and `answers_post` lead to them. */
function ofWeek(subscriptionId: number, from: string, until: string) {
  return sql`from posts p join answers a on a.post_id = p.id join members m on m.id = a.member_id
    where p.subscription_id = ${subscriptionId} and p.local_date between ${from} and ${until}`;
}

export function weekFacts(db: Db, subscriptionId: number, from: string, until: string): WeekFacts {
  const firsts = db.all<FirstAnswer>(sql`
    select p.id as postId, p.question_id as questionId, a.score as score, a.covered as covered, min(a.id)
    ${ofWeek(subscriptionId, from, until)} group by p.id, a.member_id order by p.local_date, a.id`);
  const best = db.all<SharedAnswer>(sql`
    select m.name as name, a.question_id as questionId, a.score as score, a.text as text
    ${ofWeek(subscriptionId, from, until)} and a.shared = 1 order by a.score desc, a.id limit 1`)[0];
  const byPost = new Map<number, FirstAnswer[]>();
  for (const one of firsts) byPost.set(one.postId, [...(byPost.get(one.postId) ?? []), one]);
  const questions = [...byPost.values()].map(
    (answers): WeekQuestion => ({
      questionId: answers[0]?.questionId ?? '',
      mean: answers.reduce((sum, one) => sum + one.score, 0) / answers.length,
      answers: answers.length,
      covered: answers.map((one) => JSON.parse(one.covered) as string[]),
    }),
  );
  return { questions, ...(best === undefined ? {} : { best }) };
}
