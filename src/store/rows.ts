import { and, eq } from 'drizzle-orm';
import type { Actor, Place } from '../core/call.ts';
import type { Member, StoredAnswer, Subscription } from '../core/store.ts';
import type { MemberSettings } from '../core/stores/members.ts';
import type { Db } from './open.ts';
import { type answers, channels, members, type subscriptions, workspaces } from './schema.ts';

/** Rows to the shapes that the core speaks in, and the parents that an action may have to make first. */

export function toMember(row: typeof members.$inferSelect): Member {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    name: row.name,
    longestStreak: row.longestStreak,
    ...(row.timeZone === null ? {} : { timeZone: row.timeZone }),
  };
}

export function toSettings(row: typeof members.$inferSelect): MemberSettings {
  const { timeZone, locale, reminderAt, nextReminderAt, snoozedUntil } = row;
  return {
    ...(timeZone === null ? {} : { timeZone }),
    ...(locale === null ? {} : { locale }),
    ...(reminderAt === null ? {} : { reminderAt }),
    ...(nextReminderAt === null ? {} : { nextReminderAt }),
    ...(snoozedUntil === null ? {} : { snoozedUntil }),
  };
}

export function toAnswer(row: typeof answers.$inferSelect): StoredAnswer {
  // The level is the question's and the interaction the store's own: neither is the answer's.
  const { postId, interactionId, level, ...answer } = row;
  return postId === null ? answer : { ...answer, postId };
}

interface SubscriptionRow {
  readonly subscription: typeof subscriptions.$inferSelect;
  readonly channel: typeof channels.$inferSelect;
  readonly workspace: typeof workspaces.$inferSelect;
}

export function toSubscription({ subscription, channel, workspace }: SubscriptionRow): Subscription {
  const { id, timeOfDay, timeZone, weekdays, topics, levels, locale, skipDates, paused, nextDueAt } =
    subscription;
  const { thread, graceUntil, holidays, digestWeekday, pausedUntil } = subscription;
  const place = { workspace: workspace.externalId, channel: channel.externalId };
  return {
    id,
    door: workspace.door,
    place,
    workspaceId: workspace.id,
    timeOfDay,
    timeZone,
    weekdays,
    topics,
    levels,
    locale,
    skipDates,
    paused,
    nextDueAt,
    thread,
    graceUntil,
    ...(holidays === null ? {} : { holidays }),
    ...(digestWeekday === null ? {} : { digestWeekday }),
    ...(pausedUntil === null ? {} : { pausedUntil }),
  };
}

export function ensureWorkspace(db: Db, door: string, externalId: string, now: number): number {
  const found = db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(and(eq(workspaces.door, door), eq(workspaces.externalId, externalId)))
    .get();
  return (
    found?.id ??
    db.insert(workspaces).values({ door, externalId, createdAt: now }).returning({ id: workspaces.id }).get()
      .id
  );
}

export function ensureChannel(
  db: Db,
  door: string,
  place: Place,
  now: number,
): { workspaceId: number; channelId: number } {
  const workspaceId = ensureWorkspace(db, door, place.workspace, now);
  const found = db
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.externalId, place.channel)))
    .get();
  const channelId =
    found?.id ??
    db
      .insert(channels)
      .values({ workspaceId, externalId: place.channel })
      .returning({ id: channels.id })
      .get().id;
  return { workspaceId, channelId };
}

export function ensureMember(db: Db, actor: Actor, now: number): Member {
  const workspaceId = ensureWorkspace(db, actor.door, actor.workspace, now);
  const found = db
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.externalId, actor.member)))
    .get();
  if (found === undefined) {
    return toMember(
      db
        .insert(members)
        .values({ workspaceId, externalId: actor.member, name: actor.name, createdAt: now })
        .returning()
        .get(),
    );
  }
  if (found.name !== actor.name)
    db.update(members).set({ name: actor.name }).where(eq(members.id, found.id)).run();
  return toMember({ ...found, name: actor.name });
}
