import { sql } from 'drizzle-orm';
import type { Db } from './open.ts';

/**
 * Running sums, so that no board reads every answer. Written in the transaction that writes the answers, and always equal to
 * what {@link rebuildTallies} counts from them.
 *
 * Beside the points of `all`, `m2026-11` and `w2026-11-23` (a week by its Monday) there are the periods `sm…` and `sw…`: the
 * sum of scores and the number of *first* answers to questions, from which a mean is told.
 */

/** `weekday 1` moves on to the next Monday unless the date is one (sqlite.org/lang_datefunc.html). */
const MONDAY = "date(local_date, '-6 days', 'weekday 1')";
const MONTH = 'substr(local_date, 1, 7)';

/** One row an answer and period it counts in, of `answers_in` with columns of answers, `nth` and the workspace. */
const COUNTED = sql.raw(`
  select member_id, workspace_id, period, sum(amount) as points, count(*) as attempts, max(reached) as reached_at from (
    select member_id, workspace_id, 'all' as period, points as amount, iif(points > 0, at, 0) as reached from answers_in
    union all
    select member_id, workspace_id, 'm' || ${MONTH}, points, iif(points > 0, at, 0) from answers_in
    union all
    select member_id, workspace_id, 'w' || ${MONDAY}, points, iif(points > 0, at, 0) from answers_in
    union all
    select member_id, workspace_id, 'sm' || ${MONTH}, score, at from answers_in where nth = 1
    union all
    select member_id, workspace_id, 'sw' || ${MONDAY}, score, at from answers_in where nth = 1
  ) group by member_id, period`);

/** Answers in the order in which they were stored: a clock that was set back does not make an earlier one the first. */
const NUMBERED = sql.raw(`
  select a.member_id, m.workspace_id, a.points, a.score, a.at, a.local_date,
    row_number() over (partition by a.member_id, a.question_id order by a.id) as nth
  from answers a join members m on m.id = a.member_id`);

const COLUMN_LIST = sql.raw('member_id, workspace_id, period, points, attempts, reached_at');
const COLUMNS = sql`(${COLUMN_LIST})`;

/** Adds an answer that was just stored; `first` where it is the member's first to the question. */
export function addToTallies(db: Db, answerId: number, first: boolean): void {
  db.run(sql`
    insert into tallies ${COLUMNS}
    with answers_in as (
      select a.*, m.workspace_id, ${first ? 1 : 2} as nth from answers a join members m on m.id = a.member_id where a.id = ${answerId}
    )
    select * from (${COUNTED}) where true
    on conflict (member_id, period) do update set
      points = points + excluded.points,
      attempts = attempts + excluded.attempts,
      reached_at = max(reached_at, excluded.reached_at)`);
}

/** Counts the sums of these members afresh, after some of their answers changed. */
export function recountTallies(db: Db, memberIds: Iterable<number>): void {
  for (const memberId of new Set(memberIds)) {
    db.run(sql`delete from tallies where member_id = ${memberId}`);
    db.run(sql`
      insert into tallies ${COLUMNS}
      with answers_in as (${NUMBERED} where a.member_id = ${memberId})
      select * from (${COUNTED})`);
  }
}

/** Counts all sums afresh; returns how many rows were not as the answers say. */
export function rebuildTallies(db: Db): number {
  db.run(sql`create temp table counted as with answers_in as (${NUMBERED}) ${COUNTED}`);
  const wrong = db.get<{ count: number }>(sql`
    select (select count(*) from (select * from counted except select ${COLUMN_LIST} from tallies))
      + (select count(*) from tallies t where not exists
          (select 1 from counted c where c.member_id = t.member_id and c.period = t.period)) as count`);
  if (wrong.count > 0) {
    db.run(sql`delete from tallies`);
    db.run(sql`insert into tallies ${COLUMNS} select * from counted`);
  }
  db.run(sql`drop table counted`);
  return wrong.count;
}
