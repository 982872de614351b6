import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { Appeal, Attempted, Member, Phrase, Regraded } from '../core/store.ts';
import type { Db } from './open.ts';
import { toAnswer } from './rows.ts';
import { activeDays, answers, appeals, members, phrases } from './schema.ts';
import { recountTallies } from './tallies.ts';

function find(db: Db, filter: SQL | undefined): Appeal[] {
  return db
    .select({ appeal: appeals, answer: answers, member: members })
    .from(appeals)
    .innerJoin(answers, eq(answers.id, appeals.answerId))
    .innerJoin(members, eq(members.id, answers.memberId))
    .where(filter)
    .orderBy(asc(appeals.id))
    .all()
    .map(({ appeal, answer, member }) => ({
      id: appeal.id,
      state: appeal.state,
      answer: toAnswer(answer),
      memberName: member.name,
    }));
}

export function fileAppeal(db: Db, member: Member, answerId: number, now: number): Appeal | undefined {
  return db.transaction((tx) => {
    const own = tx
      .select({ id: answers.id })
      .from(answers)
      .where(and(eq(answers.id, answerId), eq(answers.memberId, member.id)))
      .get();
    if (own === undefined) return undefined;
    tx.insert(appeals).values({ answerId, state: 'open', createdAt: now }).onConflictDoNothing().run();
    return find(tx, eq(appeals.answerId, answerId))[0];
  });
}

export function openAppeals(db: Db, workspaceId: number): Appeal[] {
  return find(db, and(eq(appeals.state, 'open'), eq(members.workspaceId, workspaceId)));
}

export function decideAppeal(
  db: Db,
  by: Member,
  appealId: number,
  accepted: Phrase | undefined,
  now: number,
): Appeal | undefined {
  return db.transaction(
    (tx) => {
      const [open] = find(
        tx,
        and(eq(appeals.id, appealId), eq(appeals.state, 'open'), eq(members.workspaceId, by.workspaceId)),
      );
      if (open === undefined) return undefined;
      const state = accepted === undefined ? 'declined' : 'accepted';
      tx.update(appeals)
        .set({ state, decidedAt: now, decidedBy: by.id })
        .where(eq(appeals.id, appealId))
        .run();
      if (accepted !== undefined) {
        const { questionId } = open.answer;
        const row = {
          ...accepted,
          questionId,
          workspaceId: by.workspaceId,
          createdAt: now,
          createdBy: by.id,
        };
        tx.insert(phrases).values(row).onConflictDoNothing().run();
      }
      return { ...open, state };
    },
    { behavior: 'immediate' },
  );
}

export function phrasesOf(db: Db, workspaceId: number, questionId: string): Phrase[] {
  return db
    .select({ pointId: phrases.pointId, phrase: phrases.phrase })
    .from(phrases)
    .where(and(eq(phrases.workspaceId, workspaceId), eq(phrases.questionId, questionId)))
    .orderBy(asc(phrases.id))
    .all();
}

/** The level is stored as a plain integer; only 1 to 3 are ever written. */
function toLevel(level: number): 1 | 2 | 3 {
  return level === 3 ? 3 : level === 2 ? 2 : 1;
}

export function attempts(
  db: Db,
  filter: { workspaceId: number; questionId: string } | undefined,
): Attempted[] {
  return (
    db
      .select({ answer: answers, member: members })
      .from(answers)
      .innerJoin(members, eq(members.id, answers.memberId))
      .where(
        filter === undefined
          ? undefined
          : and(eq(members.workspaceId, filter.workspaceId), eq(answers.questionId, filter.questionId)),
      )
      // As they were stored, which is the order their points were counted in: a clock may have been set back between them.
      .orderBy(asc(answers.id))
      .all()
      .map(({ answer, member }) => ({
        ...toAnswer(answer),
        workspaceId: member.workspaceId,
        memberName: member.name,
        level: toLevel(answer.level),
      }))
  );
}

export function applyRegrade(db: Db, regraded: readonly Regraded[]): void {
  db.transaction(
    (tx) => {
      const changed = new Set<number>();
      for (const { answerId, score, covered, version, points, active } of regraded) {
        const row = tx
          .update(answers)
          .set({ score, covered: [...covered], version, points })
          .where(eq(answers.id, answerId))
          .returning({ memberId: answers.memberId, localDate: answers.localDate })
          .get();
        if (row === undefined) continue;
        changed.add(row.memberId);
        if (active) tx.insert(activeDays).values(row).onConflictDoNothing().run();
      }
      recountTallies(tx, changed);
    },
    { behavior: 'immediate' },
  );
}
