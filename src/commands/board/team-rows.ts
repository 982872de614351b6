import { marked } from '../../cards/build.ts';
import type { Block, BoardRow } from '../../cards/card.ts';
import type { Store } from '../../core/store.ts';
import type { Deal } from '../../core/stores/teams.ts';
import { rankRows } from '../../habits/board.ts';
import { addDays, type LocalDate, startOfPeriod } from '../../habits/day.ts';
import { dealTeams, joinTeams, STRENGTH_WEEKS, TEAM_NAMES } from '../../habits/teams.ts';
import type { Translate } from '../../texts/index.ts';
import { pointsFigure } from './view.ts';

/** Teams of the week and how they stand; the mean of those who answered, so that sizes do not matter. */

export function teamName(team: number): string {
  return TEAM_NAMES[team] ?? `${team + 1}`;
}

export function weekOf(today: LocalDate): LocalDate {
  return startOfPeriod('week', today) ?? today;
}

/** Who is in which team this week; dealt at the first call. */
export function teamsOfWeek(
  store: Store,
  workspaceId: number,
  week: LocalDate,
  count: number,
): Promise<Deal> {
  const before = Array.from({ length: STRENGTH_WEEKS }, (_, index) => addDays(week, -7 * (index + 1)));
  return store.teamsOf(workspaceId, week, before, (strengths, known, late) =>
    joinTeams(known.size === 0 ? dealTeams(strengths, count) : known, strengths, late, count),
  );
}

/** The board of teams, or nothing where everybody plays alone. */
export async function teamBlocks(
  store: Store,
  { workspaceId, id }: { readonly workspaceId: number; readonly id?: number },
  today: LocalDate,
  t: Translate,
): Promise<Block[]> {
  const count = await store.teamCount(workspaceId);
  if (count === undefined) return [];
  const week = weekOf(today);
  const deal = await teamsOfWeek(store, workspaceId, week, count);
  const own = id === undefined ? undefined : deal.get(id);
  const ranked = rankRows(
    (await store.teamStandings(workspaceId, week)).map((row) => ({
      ...row,
      memberId: row.team,
      value: row.active === 0 ? 0 : row.points / row.active,
    })),
  );
  if (ranked.length === 0) return [];
  const rows = ranked.map(
    ({ place, team, value, active, members }): BoardRow => ({
      place,
      name: teamName(team),
      value: t('board.points', { points: pointsFigure(value) }),
      note: t('board.team-active', { active, members }),
      self: team === own,
    }),
  );
  return [marked('heading', t('board.teams')), { kind: 'board', rows }];
}
