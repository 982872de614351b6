import { and, eq, max, sql } from 'drizzle-orm';
import type { Member, MemberHistory, NewAnswer, Recorded, StoredAnswer } from '../core/store.ts';
import type { Db } from './open.ts';
import { toAnswer } from './rows.ts';
import { activeDays, answers, members } from './schema.ts';
import { addToTallies } from './tallies.ts';

function previousBest(db: Db, memberId: number, questionId: string): number | undefined {
  const row = db
    .select({ best: max(answers.score) })
    .from(answers)
    .where(and(eq(answers.memberId, memberId), eq(answers.questionId, questionId)))
    .get();
  return row?.best ?? undefined;
}

/** One transaction: the answer, its points, the running sums and the day it fills, or nothing. */
export function recordAnswer(db: Db, answer: NewAnswer): Recorded {
  return db.transaction(
    (tx) => {
      const mine = and(
        eq(answers.memberId, answer.member.id),
        eq(answers.interactionId, answer.interactionId),
      );
      const known = tx.select().from(answers).where(mine).get();
      if (known !== undefined) return { answer: toAnswer(known), repeated: true };
      const best = previousBest(tx, answer.member.id, answer.questionId);
      const { interactionId, questionId, level, kind, text, score, version, at, localDate } = answer;
      const row = tx
        .insert(answers)
        .values({
          interactionId,
          questionId,
          level,
          kind,
          text,
          score,
          version,
          at,
          localDate,
          memberId: answer.member.id,
          postId: answer.postId ?? null,
          covered: [...answer.covered],
          points: answer.pointsFor(best),
        })
        .returning()
        .get();
      if (answer.active)
        tx.insert(activeDays).values({ memberId: answer.member.id, localDate }).onConflictDoNothing().run();
      addToTallies(tx, row.id, best === undefined);
      return {
        answer: toAnswer(row),
        repeated: false,
        ...(best === undefined ? {} : { previousBest: best }),
      };
    },
    { behavior: 'immediate' },
  );
}

export function findAnswer(db: Db, id: number): StoredAnswer | undefined {
  const row = db.select().from(answers).where(eq(answers.id, id)).get();
  return row === undefined ? undefined : toAnswer(row);
}

export function hasAnswered(db: Db, member: Member, questionId: string): boolean {
  return previousBest(db, member.id, questionId) !== undefined;
}

export function shareAnswer(db: Db, member: Member, id: number): StoredAnswer | undefined {
  const row = db
    .update(answers)
    .set({ shared: true })
    .where(and(eq(answers.id, id), eq(answers.memberId, member.id)))
    .returning()
    .get();
  return row === undefined ? undefined : toAnswer(row);
}

export function historyOf(db: Db, member: Member): MemberHistory {
  const days = db
    .select({ date: activeDays.localDate })
    .from(activeDays)
    .where(eq(activeDays.memberId, member.id))
    .orderBy(activeDays.localDate)
    .all();
  const questions = db
    .select({
      id: answers.questionId,
      best: max(answers.score),
      count: sql<number>`count(*)`,
      points: sql<number>`sum(${answers.points})`,
    })
    .from(answers)
    .where(eq(answers.memberId, member.id))
    .groupBy(answers.questionId)
    .all();
  return {
    activeDays: days.map((day) => day.date),
    best: new Map(questions.map(({ id, best }) => [id, best ?? 0])),
    points: questions.reduce((sum, question) => sum + question.points, 0),
    answers: questions.reduce((sum, question) => sum + question.count, 0),
  };
}

export function raiseLongestStreak(db: Db, member: Pick<Member, 'id'>, days: number): void {
  db.update(members)
    .set({ longestStreak: sql`max(${members.longestStreak}, ${days})` })
    .where(eq(members.id, member.id))
    .run();
}
