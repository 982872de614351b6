import { eq, sql } from 'drizzle-orm';
import type { Deal, DealTeams, Strength, TeamStanding } from '../core/stores/teams.ts';
import type { Db } from './open.ts';
import { members, workspaces } from './schema.ts';

export function teamCount(db: Db, workspaceId: number): number | undefined {
  const row = db
    .select({ count: workspaces.teamCount })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .get();
  return row?.count ?? undefined;
}

export function setTeamCount(db: Db, workspaceId: number, count: number | undefined, week: string): void {
  db.transaction(
    (tx) => {
      tx.update(workspaces)
        .set({ teamCount: count ?? null })
        .where(eq(workspaces.id, workspaceId))
        .run();
      tx.run(sql`delete from teams where week >= ${week}
        and member_id in (select id from members where workspace_id = ${workspaceId})`);
    },
    { behavior: 'immediate' },
  );
}

/** Mean weekly points over all the weeks, those without an answer counting as 0. */
function strengths(db: Db, workspaceId: number, weeks: readonly string[]): Strength[] {
  const periods = sql.join(
    weeks.map((week) => sql`${`w${week}`}`),
    sql`, `,
  );
  return db.all<Strength>(sql`select member_id as memberId, sum(points) / ${weeks.length} as strength from tallies
    where workspace_id = ${workspaceId} and period in (${periods}) group by member_id order by member_id`);
}

function known(db: Db, workspaceId: number, week: string): Map<number, number> {
  const rows = db.all<{ memberId: number; team: number }>(sql`
    select m.id as memberId, t.team as team from members m join teams t on t.member_id = m.id and t.week = ${week}
    where m.workspace_id = ${workspaceId} order by m.id`);
  return new Map(rows.map((row) => [row.memberId, row.team]));
}

/** Who answers this week and has no team, in the order of joining. */
function withoutTeam(db: Db, workspaceId: number, week: string): number[] {
  return db
    .all<{ id: number }>(sql`select t.member_id as id from tallies t
      where t.workspace_id = ${workspaceId} and t.period = ${`w${week}`}
        and not exists (select 1 from teams where teams.member_id = t.member_id and teams.week = ${week})
      order by t.member_id`)
    .map((row) => row.id);
}

export function teamsOf(
  db: Db,
  workspaceId: number,
  week: string,
  before: readonly string[],
  deal: DealTeams,
): Deal {
  return db.transaction(
    (tx) => {
      const had = known(tx, workspaceId, week);
      const late = withoutTeam(tx, workspaceId, week);
      if (had.size > 0 && late.length === 0) return had;
      const dealt = deal(strengths(tx, workspaceId, before), had, late);
      for (const [memberId, team] of dealt) {
        if (had.has(memberId)) continue;
        tx.run(sql`insert into teams (member_id, week, team) values (${memberId}, ${week}, ${team})`);
      }
      return dealt;
    },
    { behavior: 'immediate' },
  );
}

export function teamStandings(db: Db, workspaceId: number, week: string): TeamStanding[] {
  return db.all<TeamStanding>(sql`
    select x.team as team, count(*) as members, count(t.member_id) as active, coalesce(sum(t.points), 0) as points,
      coalesce(sum(t.attempts), 0) as attempts, coalesce(max(t.reached_at), 0) as reachedAt
    from members m
    join teams x on x.member_id = m.id and x.week = ${week}
    left join tallies t on t.member_id = m.id and t.period = ${`w${week}`}
    where m.workspace_id = ${workspaceId} group by x.team order by x.team`);
}

export function memberNames(db: Db, workspaceId: number): Map<number, string> {
  const rows = db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(eq(members.workspaceId, workspaceId))
    .all();
  return new Map(rows.map((row) => [row.id, row.name]));
}
