import { sql } from 'drizzle-orm';
import type {
  BoardStore,
  ImprovementBoard,
  Mended,
  PlacedImprovement,
  PlacedStanding,
  PointsBoard,
  Standing,
  Vacation,
} from '../core/stores/boards.ts';
import type { Db } from './open.ts';
import { rebuildTallies } from './tallies.ts';

/** Boards from the running sums: the index `tallies_board` leads to the rows, no answer is read. */

/** More points first, then fewer attempts, then reached earlier; alike in all, by the order of joining. */
const RANKED = sql.raw('order by t.points desc, t.attempts, t.reached_at, t.member_id');
const RANKED_BACK = sql.raw('order by t.points, t.attempts desc, t.reached_at desc, t.member_id desc');
const ROW = sql.raw(
  't.member_id as memberId, m.name as name, t.points as points, t.attempts as attempts, t.reached_at as reachedAt',
);

type ImprovementsWanted = Parameters<BoardStore['improvements']>[0];
type Wanted = Parameters<BoardStore['pointsBoard']>[0];

function inPeriod({ workspaceId, period }: Pick<Wanted, 'workspaceId' | 'period'>) {
  return sql`t.workspace_id = ${workspaceId} and t.period = ${period}`;
}

/** The query of the first places; its plan is tested. */
export function topQuery(wanted: Wanted) {
  return sql`select ${ROW} from tallies t join members m on m.id = t.member_id
    where ${inPeriod(wanted)} and t.points > 0 ${RANKED} limit ${wanted.top}`;
}

/** Whether the row `t` stands before (`<`) or behind (`>`) the own row. Points come by range, so that the index serves. */
function ahead(own: Standing) {
  return sql`t.points >= ${own.points} and (t.points > ${own.points}
    or (t.attempts, t.reached_at, t.member_id) < (${own.attempts}, ${own.reachedAt}, ${own.memberId}))`;
}

function behind(own: Standing) {
  return sql`t.points > 0 and t.points <= ${own.points} and (t.points < ${own.points}
    or (t.attempts, t.reached_at, t.member_id) > (${own.attempts}, ${own.reachedAt}, ${own.memberId}))`;
}

/** How many stand before the own row; its plan is tested. */
export function placeQuery(wanted: Wanted, own: Standing) {
  return sql`select count(*) as count from tallies t where ${inPeriod(wanted)} and ${ahead(own)}`;
}

function around(db: Db, wanted: Wanted, own: Standing): PlacedStanding[] {
  const place = db.get<{ count: number }>(placeQuery(wanted, own)).count + 1;
  if (place <= wanted.top) return [];
  const from = sql`select ${ROW} from tallies t join members m on m.id = t.member_id where ${inPeriod(wanted)}`;
  const before = db.all<Standing>(sql`${from} and ${ahead(own)} ${RANKED_BACK} limit 1`);
  const after = db.all<Standing>(sql`${from} and ${behind(own)} ${RANKED} limit 1`);
  return [
    ...before.map((row) => ({ ...row, place: place - 1 })),
    { ...own, place },
    ...after.map((row) => ({ ...row, place: place + 1 })),
  ].filter((row) => row.place > wanted.top);
}

export function pointsBoard(db: Db, wanted: Wanted): PointsBoard {
  return db.transaction((tx) => {
    const top = tx.all<Standing>(topQuery(wanted)).map((row, index) => ({ ...row, place: index + 1 }));
    const [own] = tx.all<Standing>(sql`select ${ROW} from tallies t join members m on m.id = t.member_id
      where t.member_id = ${wanted.memberId} and t.period = ${wanted.period} and t.points > 0`);
    const { count } = tx.get<{ count: number }>(
      sql`select count(*) as count from tallies t where ${inPeriod(wanted)}`,
    );
    return { top, around: own === undefined ? [] : around(tx, wanted, own), answered: count };
  });
}

/** Rises with their places, of everybody who has one, from both periods' rows by `tallies_board`. Its plan is tested. */
export function improvementsQuery({ workspaceId, period, before, least, top, memberId }: ImprovementsWanted) {
  const [now, then] = [`s${period}`, `s${before}`];
  return sql`with risen as (
      select member_id as memberId, max(iif(period = ${now}, points / attempts, null)) as mean,
        max(iif(period = ${then}, points / attempts, null)) as before, sum(attempts) as attempts,
        max(reached_at) as reachedAt
      from tallies where workspace_id = ${workspaceId} and period in (${now}, ${then}) and attempts >= ${least}
      group by member_id having mean > before),
    ranked as materialized (
      select *, row_number() over (order by mean - before desc, attempts, reachedAt, memberId) as place from risen)
    select k.*, m.name as name from ranked k join members m on m.id = k.memberId
    where k.place <= ${top} or k.place between (select place - 1 from ranked where memberId = ${memberId})
      and (select place + 1 from ranked where memberId = ${memberId})
    order by k.place`;
}

export function improvements(db: Db, wanted: ImprovementsWanted): ImprovementBoard {
  const rows = db.all<PlacedImprovement>(improvementsQuery(wanted));
  return {
    top: rows.filter((row) => row.place <= wanted.top),
    around: rows.some((row) => row.memberId === wanted.memberId && row.place > wanted.top)
      ? rows.filter((row) => row.place > wanted.top)
      : [],
  };
}

export function vacationsIn(db: Db, workspaceId: number): Vacation[] {
  return db.all<Vacation>(sql`select v.member_id as memberId, v.from_date as "from", v.until_date as until
    from vacations v join members m on m.id = v.member_id
    where m.workspace_id = ${workspaceId} order by v.member_id, v.from_date`);
}

/** Days with an answer that counts, exactly; returns how many were missing or stood there without one. */
function rebuildDays(db: Db, minScore: number): number {
  db.run(sql`create temp table filled (member_id, local_date, primary key (member_id, local_date))`);
  db.run(sql`insert into filled select distinct member_id, local_date from answers where score >= ${minScore}
    order by local_date, member_id`);
  const removed = db.run(sql`delete from active_days where not exists (select 1 from filled f
    where f.member_id = active_days.member_id and f.local_date = active_days.local_date)`).changes;
  const added = db.run(sql`insert or ignore into active_days (member_id, local_date)
    select member_id, local_date from filled order by rowid`).changes;
  db.run(sql`drop table filled`);
  return removed + added;
}

export function rebuildFigures(db: Db, minScore: number): Mended {
  return db.transaction((tx) => ({ days: rebuildDays(tx, minScore), tallies: rebuildTallies(tx) }), {
    behavior: 'immediate',
  });
}
