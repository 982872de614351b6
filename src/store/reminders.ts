import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Member } from '../core/store.ts';
import type { DueReminder, OpenQuestion } from '../core/stores/members.ts';
import type { Db } from './open.ts';
import { toMember, toSettings } from './rows.ts';
import { channels, members, posts, subscriptions, workspaces } from './schema.ts';

/**
 * By the index on the time, whose due part is small; the unary plus keeps the planner from going through all members of the doors
 * (sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_).
 */
export function dueQuery(db: Db, now: number, doors: readonly string[]) {
  return db
    .select({ member: members, workspace: workspaces })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(lte(members.nextReminderAt, now), inArray(sql`+${workspaces.door}`, [...doors])))
    .orderBy(asc(members.nextReminderAt), asc(members.id));
}

export function dueReminders(db: Db, now: number, doors: readonly string[]): DueReminder[] {
  return dueQuery(db, now, doors)
    .all()
    .flatMap(({ member, workspace }) => {
      const settings = toSettings(member);
      const { reminderAt, nextReminderAt } = settings;
      if (reminderAt === undefined || nextReminderAt === undefined) return [];
      return [
        {
          member: toMember(member),
          door: workspace.door,
          workspace: workspace.externalId,
          externalId: member.externalId,
          settings: { ...settings, reminderAt, nextReminderAt },
        },
      ];
    });
}

/** One statement with the expected value in its condition: of two processes only one changes the row. */
export function claimReminder(db: Db, { member, settings }: DueReminder, next: number | undefined): boolean {
  const { changes } = db
    .update(members)
    .set({ nextReminderAt: next ?? null })
    .where(and(eq(members.id, member.id), eq(members.nextReminderAt, settings.nextReminderAt)))
    .run();
  return changes > 0;
}

/** From the workspace's channels to their posts of these dates, not through all that were ever posted. */
export function openQuery(db: Db, member: Member, dates: readonly string[]) {
  const answered = sql`exists (select 1 from answers where answers.post_id = ${posts.id} and answers.member_id = ${member.id})`;
  const lastHere = sql<
    number | null
  >`(select max(answers.at) from answers join posts as earlier on earlier.id = answers.post_id where earlier.subscription_id = ${subscriptions.id} and answers.member_id = ${member.id})`;
  return db
    .select({
      postId: posts.id,
      questionId: posts.questionId,
      localDate: posts.localDate,
      locale: posts.locale,
      timeZone: subscriptions.timeZone,
    })
    .from(posts)
    .innerJoin(subscriptions, eq(subscriptions.id, posts.subscriptionId))
    .innerJoin(channels, eq(channels.id, subscriptions.channelId))
    .where(
      and(
        eq(channels.workspaceId, member.workspaceId),
        eq(sql`+${posts.state}`, 'posted'),
        inArray(posts.localDate, [...dates]),
        sql`not ${answered}`,
      ),
    )
    .orderBy(desc(lastHere), asc(subscriptions.id));
}

export function openQuestions(db: Db, member: Member, dates: readonly string[]): OpenQuestion[] {
  return openQuery(db, member, dates).all();
}
