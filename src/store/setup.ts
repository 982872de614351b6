import { and, eq, isNotNull, isNull, max } from 'drizzle-orm';
import type { SetupStore, SubscriptionChange } from '../core/stores/setup.ts';
import type { Db } from './open.ts';
import { toSubscription } from './rows.ts';
import { channels, posts, subscriptions, workspaces } from './schema.ts';

function joined(db: Db) {
  return db
    .select({ subscription: subscriptions, channel: channels, workspace: workspaces })
    .from(subscriptions)
    .innerJoin(channels, eq(channels.id, subscriptions.channelId))
    .innerJoin(workspaces, eq(workspaces.id, channels.workspaceId));
}

/** The columns of a change: lists are copied, and what is not named is left out. */
function columnsOf(change: SubscriptionChange) {
  const { weekdays, topics, levels, skipDates, ...plain } = change;
  return {
    ...plain,
    ...(weekdays === undefined ? {} : { weekdays: [...weekdays] }),
    ...(topics === undefined ? {} : { topics: [...topics] }),
    ...(levels === undefined ? {} : { levels: [...levels] }),
    ...(skipDates === undefined ? {} : { skipDates: [...skipDates] }),
  };
}

export function setupQueries(db: Db): SetupStore {
  return {
    workspaceSubscriptions: async (door, workspace) =>
      joined(db)
        .where(and(eq(workspaces.door, door), eq(workspaces.externalId, workspace)))
        .orderBy(subscriptions.id)
        .all()
        .map(toSubscription),
    changeSubscription: async (id, change) =>
      db.transaction((tx) => {
        const columns = columnsOf(change);
        if (Object.keys(columns).length > 0)
          tx.update(subscriptions).set(columns).where(eq(subscriptions.id, id)).run();
        const row = joined(tx).where(eq(subscriptions.id, id)).get();
        return row === undefined ? undefined : toSubscription(row);
      }),
    lastClaimedDate: async (id) =>
      db
        .select({ date: max(posts.localDate) })
        .from(posts)
        .where(eq(posts.subscriptionId, id))
        .get()?.date ?? undefined,
    beginLowPeriod: async (id, localDate) =>
      db
        .update(subscriptions)
        .set({ lowWarnedOn: localDate })
        .where(and(eq(subscriptions.id, id), isNull(subscriptions.lowWarnedOn)))
        .run().changes > 0,
    endLowPeriod: async (id) => {
      db.update(subscriptions)
        .set({ lowWarnedOn: null })
        .where(and(eq(subscriptions.id, id), isNotNull(subscriptions.lowWarnedOn)))
        .run();
    },
  };
}
