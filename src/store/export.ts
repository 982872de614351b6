import { asc, eq } from 'drizzle-orm';
import type { Member } from '../core/store.ts';
import type { ExportedAnswer, MemberExport } from '../core/stores/export.ts';
import { LOG_DOOR } from './message-log.ts';
import type { Db } from './open.ts';
import {
  activeDays,
  answers,
  appeals,
  channels,
  members,
  messages,
  phrases,
  posts,
  reviews,
  subscriptions,
  workspaces,
} from './schema.ts';
import { tallies, teams } from './schema-habits.ts';
import { vacationsOf } from './vacations.ts';

function iso(at: number): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}

function answersOf(db: Db, memberId: number): ExportedAnswer[] {
  return db
    .select({ answer: answers, channel: channels.externalId, date: posts.localDate })
    .from(answers)
    .leftJoin(posts, eq(posts.id, answers.postId))
    .leftJoin(subscriptions, eq(subscriptions.id, posts.subscriptionId))
    .leftJoin(channels, eq(channels.id, subscriptions.channelId))
    .where(eq(answers.memberId, memberId))
    .orderBy(asc(answers.at), asc(answers.id))
    .all()
    .map(({ answer, channel, date }) => ({
      id: answer.id,
      question: answer.questionId,
      kind: answer.kind,
      level: answer.level,
      text: answer.text,
      score: answer.score,
      covered: answer.covered,
      points: answer.points,
      version: answer.version,
      at: iso(answer.at),
      date: answer.localDate,
      shared: answer.shared,
      post: channel === null || date === null ? null : { channel, date },
    }));
}

function appealsOf(db: Db, memberId: number): MemberExport['appeals'] {
  return db
    .select({ appeal: appeals })
    .from(appeals)
    .innerJoin(answers, eq(answers.id, appeals.answerId))
    .where(eq(answers.memberId, memberId))
    .orderBy(asc(appeals.id))
    .all()
    .map(({ appeal }) => ({
      answer: appeal.answerId,
      state: appeal.state,
      at: iso(appeal.createdAt),
      decidedAt: isoOrNull(appeal.decidedAt),
    }));
}

function asAdmin(db: Db, memberId: number): Pick<MemberExport, 'decidedAppeals' | 'acceptedPhrases'> {
  return {
    decidedAppeals: db
      .select({ appeal: appeals.id, state: appeals.state })
      .from(appeals)
      .where(eq(appeals.decidedBy, memberId))
      .orderBy(asc(appeals.id))
      .all(),
    acceptedPhrases: db
      .select()
      .from(phrases)
      .where(eq(phrases.createdBy, memberId))
      .orderBy(asc(phrases.id))
      .all()
      .map(({ questionId, pointId, phrase, createdAt }) => ({
        question: questionId,
        point: pointId,
        phrase,
        at: iso(createdAt),
      })),
  };
}

function habitsOf(db: Db, memberId: number): Pick<MemberExport, 'reviews' | 'teams' | 'tallies'> {
  return {
    reviews: db
      .select()
      .from(reviews)
      .where(eq(reviews.memberId, memberId))
      .orderBy(asc(reviews.questionId))
      .all()
      .map(({ questionId, dueAt, card }) => ({ question: questionId, dueAt: iso(dueAt), card })),
    teams: db
      .select({ week: teams.week, team: teams.team })
      .from(teams)
      .where(eq(teams.memberId, memberId))
      .orderBy(asc(teams.week))
      .all(),
    tallies: db
      .select()
      .from(tallies)
      .where(eq(tallies.memberId, memberId))
      .orderBy(asc(tallies.period))
      .all()
      .map(({ period, points, attempts, reachedAt }) => ({
        period,
        points,
        attempts,
        // 0: no answer has added points.
        reachedAt: isoOrNull(reachedAt === 0 ? null : reachedAt),
      })),
  };
}

function messagesOf(db: Db, door: string, externalId: string): MemberExport['messages'] {
  if (door !== LOG_DOOR) return [];
  return db
    .select({ channel: messages.channel, at: messages.at, text: messages.text })
    .from(messages)
    .where(eq(messages.author, externalId))
    .orderBy(asc(messages.id))
    .all()
    .map(({ channel, at, text }) => ({ channel, at: iso(at), text: text ?? '' }));
}

/** Read in one transaction, so that the parts fit together. */
export function exportOf(db: Db, { id }: Member): MemberExport {
  return db.transaction((tx) => {
    const found = tx
      .select({ member: members, workspace: workspaces })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(eq(members.id, id))
      .get();
    if (found === undefined) throw new Error(`there is no member ${id}`);
    const { member, workspace } = found;
    const days = tx
      .select({ date: activeDays.localDate })
      .from(activeDays)
      .where(eq(activeDays.memberId, id))
      .orderBy(asc(activeDays.localDate))
      .all();
    return {
      format: 'dailygrad-member',
      version: 1,
      member: {
        door: workspace.door,
        workspace: workspace.externalId,
        id: member.externalId,
        name: member.name,
        since: iso(member.createdAt),
        longestStreak: member.longestStreak,
      },
      settings: {
        timeZone: member.timeZone,
        language: member.locale,
        reminderAt: member.reminderAt,
        nextReminderAt: isoOrNull(member.nextReminderAt),
        snoozedUntil: member.snoozedUntil,
      },
      answers: answersOf(tx, id),
      activeDays: days.map(({ date }) => date),
      vacations: vacationsOf(tx, id),
      appeals: appealsOf(tx, id),
      ...asAdmin(tx, id),
      ...habitsOf(tx, id),
      messages: messagesOf(tx, workspace.door, member.externalId),
    };
  });
}
