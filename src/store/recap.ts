import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Place } from '../core/call.ts';
import type { RecapStore, Replies } from '../core/stores/recap.ts';
import type { Db } from './open.ts';
import { atPlace, countedQuery, toPost } from './posts.ts';
import { answers, channels, members, posts, subscriptions, workspaces } from './schema.ts';

/** What the post of a day says about the one before. */

function prepared(db: Db) {
  const earlier = and(
    eq(posts.subscriptionId, sql.placeholder('subscriptionId')),
    eq(posts.state, 'posted'),
    lt(posts.localDate, sql.placeholder('localDate')),
  );
  return {
    before: countedQuery(db, earlier).orderBy(desc(posts.localDate)).limit(1).prepare(),
    replies: db
      .select({ answer: answers, name: members.name })
      .from(answers)
      .innerJoin(members, eq(members.id, answers.memberId))
      .where(eq(answers.postId, sql.placeholder('postId')))
      .orderBy(desc(answers.score), answers.at, answers.id)
      .prepare(),
  };
}

type Prepared = ReturnType<typeof prepared>;

function repliesTo({ replies }: Prepared, postId: number): Replies {
  const rows = replies.all({ postId });
  const best = new Map(rows.toReversed().map(({ answer }) => [answer.memberId, answer.covered]));
  const shared = rows.find(({ answer }) => answer.shared);
  return {
    covered: [...best.values()],
    ...(shared === undefined
      ? {}
      : { shared: { name: shared.name, score: shared.answer.score, text: shared.answer.text } }),
  };
}

function isPast(db: Db, door: string, place: Place, questionId: string): boolean {
  const later = sql`exists (select 1 from posts later where later.subscription_id = ${posts.subscriptionId}
    and later.state = 'posted' and later.local_date > ${posts.localDate})`;
  const row = db
    .select({ id: posts.id })
    .from(posts)
    .innerJoin(subscriptions, eq(subscriptions.id, posts.subscriptionId))
    .innerJoin(channels, eq(channels.id, subscriptions.channelId))
    .innerJoin(workspaces, eq(workspaces.id, channels.workspaceId))
    .where(and(atPlace(door, place), eq(posts.questionId, questionId), eq(posts.state, 'posted'), later))
    .limit(1)
    .get();
  return row !== undefined;
}

export function recapActions(db: Db): RecapStore {
  const statements = prepared(db);
  return {
    postBefore: async ({ subscriptionId, localDate }) => {
      const row = statements.before.get({ subscriptionId, localDate });
      return row === undefined ? undefined : toPost(row);
    },
    repliesTo: async (postId) => repliesTo(statements, postId),
    isPast: async (door, place, questionId) => isPast(db, door, place, questionId),
  };
}
