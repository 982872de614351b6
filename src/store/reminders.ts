import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Member } from '../core/store.ts';
import type { DueReminder, OpenQuestion } from '../core/stores/members.ts';
import type { Db } from './open.ts';
import { toMember, toSettings } from './rows.ts';
import { channels, members, posts, subscriptions, workspaces } from './schema.ts';

export function dueReminders(db: Db, now: number, doors: readonly string[]): DueReminder[] {
  return db
    .select({ member: members, workspace: workspaces })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(lte(members.nextReminderAt, now), inArray(workspaces.door, [...doors])))
    .orderBy(asc(members.nextReminderAt), asc(members.id))
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

export function openQuestions(db: Db, member: Member, dates: readonly string[]): OpenQuestion[] {
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
        eq(posts.state, 'posted'),
        inArray(posts.localDate, [...dates]),
        sql`not ${answered}`,
      ),
    )
    .orderBy(desc(lastHere), asc(subscriptions.id))
    .all();
}
