import { and, eq, inArray, like, or } from 'drizzle-orm';
import type { Member } from '../core/store.ts';
import { LOG_DOOR } from './message-log.ts';
import type { Db } from './open.ts';
import { activeDays, answers, appeals, members, messages, phrases, reviews, workspaces } from './schema.ts';
import { tallies, teams, vacations } from './schema-habits.ts';

/** Stands for all who were forgotten in a workspace, where a row needs an author. No platform has an empty id. */
const NOBODY = '';
const NOBODY_NAME = '–';

function nobodyOf(db: Db, workspaceId: number, now: number): number {
  const found = db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.externalId, NOBODY)))
    .get();
  if (found !== undefined) return found.id;
  const row = { workspaceId, externalId: NOBODY, name: NOBODY_NAME, createdAt: now };
  return db.insert(members).values(row).returning({ id: members.id }).get().id;
}

/** The wordings a team accepted stay its rubric; who accepted them is forgotten. */
function giveUpDecisions(db: Db, member: Member, now: number): void {
  db.update(appeals).set({ decidedBy: null }).where(eq(appeals.decidedBy, member.id)).run();
  const own = eq(phrases.createdBy, member.id);
  if (db.select({ id: phrases.id }).from(phrases).where(own).limit(1).get() === undefined) return;
  db.update(phrases)
    .set({ createdBy: nobodyOf(db, member.workspaceId, now) })
    .where(own)
    .run();
}

/** Keys of messages that calls of the member made, and of answers they shared. */
function forgetMessages(db: Db, externalId: string, answerIds: readonly number[]): void {
  const literally = externalId.replaceAll(/[\\%_]/g, '');
  db.delete(messages)
    .where(
      or(
        eq(messages.author, externalId),
        eq(messages.privateTo, externalId),
        literally === externalId ? like(messages.key, `call:${externalId}:%`) : undefined,
        inArray(
          messages.key,
          answerIds.map((id) => `share-${id}`),
        ),
      ),
    )
    .run();
}

export function forget(db: Db, member: Member, now: number): void {
  const { id } = member;
  db.transaction(
    (tx) => {
      const found = tx
        .select({ externalId: members.externalId, door: workspaces.door })
        .from(members)
        .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
        .where(eq(members.id, id))
        .get();
      if (found === undefined) return;
      const own = tx.select({ id: answers.id }).from(answers).where(eq(answers.memberId, id));
      const ids = own.all().map((row) => row.id);
      if (found.door === LOG_DOOR) forgetMessages(tx, found.externalId, ids);
      giveUpDecisions(tx, member, now);
      tx.delete(appeals).where(inArray(appeals.answerId, own)).run();
      for (const table of [answers, activeDays, vacations, tallies, teams, reviews])
        tx.delete(table).where(eq(table.memberId, id)).run();
      tx.delete(members).where(eq(members.id, id)).run();
    },
    { behavior: 'immediate' },
  );
}
