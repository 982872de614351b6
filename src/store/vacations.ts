import { eq } from 'drizzle-orm';
import type { Member } from '../core/store.ts';
import type { Vacation } from '../core/stores/members.ts';
import type { Db } from './open.ts';
import { vacations } from './schema-habits.ts';

export function vacationsOf(db: Db, memberId: number): Vacation[] {
  return db
    .select({ from: vacations.fromDate, until: vacations.untilDate })
    .from(vacations)
    .where(eq(vacations.memberId, memberId))
    .orderBy(vacations.fromDate)
    .all();
}

export function changeVacations(
  db: Db,
  member: Member,
  change: (current: readonly Vacation[]) => readonly Vacation[],
): Vacation[] {
  return db.transaction(
    (tx) => {
      const next = change(vacationsOf(tx, member.id));
      tx.delete(vacations).where(eq(vacations.memberId, member.id)).run();
      for (const { from, until } of next)
        tx.insert(vacations).values({ memberId: member.id, fromDate: from, untilDate: until }).run();
      return vacationsOf(tx, member.id);
    },
    { behavior: 'immediate' },
  );
}
