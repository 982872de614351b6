import { eq } from 'drizzle-orm';
import type { Clock } from '../core/ports.ts';
import type { Store } from '../core/store.ts';
import * as answerQueries from './answers.ts';
import * as appealQueries from './appeals.ts';
import { createBoardStore } from './board-store.ts';
import { installationQueries } from './installations.ts';
import { memberActions } from './members.ts';
import type { OpenStore } from './open.ts';
import { markFailed, markPosted, postingActions } from './posting.ts';
import * as postQueries from './posts.ts';
import { recapActions } from './recap.ts';
import { ensureMember } from './rows.ts';
import { posts } from './schema.ts';
import { setupQueries } from './setup.ts';

/** The store on SQLite. better-sqlite3 is synchronous; the promises are there for the contract's sake. */
export function createSqliteStore({ db, sqlite }: OpenStore, clock: Clock): Store {
  const dueSubscriptions = postQueries.dueQuery(db);
  return {
    ...createBoardStore({ db, sqlite }, clock),

    ...memberActions(db, () => clock.now()),
    ...postingActions(db, clock),
    ...recapActions(db),
    member: async (actor) => db.transaction((tx) => ensureMember(tx, actor, clock.now())),
    recordAnswer: async (answer) => answerQueries.recordAnswer(db, answer),
    answer: async (id) => answerQueries.findAnswer(db, id),
    hasAnswered: async (member, questionId) => answerQueries.hasAnswered(db, member, questionId),
    shareAnswer: async (member, id) => answerQueries.shareAnswer(db, member, id),
    history: async (member) => answerQueries.historyOf(db, member),
    raiseLongestStreak: async (member, days) => answerQueries.raiseLongestStreak(db, member, days),

    appeal: async (member, answerId) => appealQueries.fileAppeal(db, member, answerId, clock.now()),
    openAppeals: async (workspaceId) => appealQueries.openAppeals(db, workspaceId),
    decideAppeal: async (by, appealId, accepted) =>
      appealQueries.decideAppeal(db, by, appealId, accepted, clock.now()),
    phrases: async (workspaceId, questionId) => appealQueries.phrasesOf(db, workspaceId, questionId),
    attempts: async (filter) => appealQueries.attempts(db, filter),
    applyRegrade: async (regraded) => appealQueries.applyRegrade(db, regraded),

    ...setupQueries(db),
    questionDays: async (workspaceId) => postQueries.questionDays(db, workspaceId),
    subscribe: async (wanted) => postQueries.subscribe(db, wanted, clock.now()),
    subscription: async (door, place) => postQueries.findSubscription(db, door, place),
    subscriptions: async (door) => postQueries.subscriptionsOf(db, door),
    pause: async (subscriptionId) => postQueries.pause(db, subscriptionId),
    dueSubscriptions: async (now) => dueSubscriptions(now),
    markPosted: async (postId, ref) => markPosted(db, postId, ref, clock.now()),
    markFailed: async (postId, failure) => markFailed(db, postId, failure),
    post: async (id) => postQueries.findPost(db, id),
    latestPost: async (door, place) => postQueries.latestPost(db, door, place),
    stalePosts: async () => postQueries.stalePosts(db, clock.now()),
    markShown: async (postId, count) => {
      db.update(posts).set({ shownCount: count }).where(eq(posts.id, postId)).run();
    },
    ...installationQueries(db, clock),
    close: async () => {
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
      sqlite.close();
    },
  };
}
