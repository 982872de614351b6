/**
 * Teams of equal past strength, as a pure function of what members did before, so that the same weeks give the same teams.
 *
 * The draft goes in rounds, strongest members first: in each round every team gets one member, and the team that is weakest so
 * far gets the strongest of the round. So sizes differ by one at most, and the sums of any two teams by no more than the
 * strongest member has: a round moves the difference of two teams toward zero or past it by at most the spread within the round,
 * so that it is never larger than the largest such spread.
 */

export const MIN_TEAMS = 2;
export const MAX_TEAMS = 6;
/** Weeks that strength is counted from. */
export const STRENGTH_WEEKS = 4;

/** Optimisers: no team name is better than another, except on some loss surfaces. */
export const TEAM_NAMES = ['Adam', 'Momentum', 'Nesterov', 'RMSProp', 'Adagrad', 'Lion'] as const;

export interface Drafted {
  readonly memberId: number;
  readonly strength: number;
}

interface Team {
  readonly team: number;
  size: number;
  sum: number;
}

function teamsFrom(count: number): Team[] {
  return Array.from({ length: count }, (_, team) => ({ team, size: 0, sum: 0 }));
}

/** Everybody's team, numbered from 0. With fewer members than teams some teams stay empty. */
export function dealTeams(members: readonly Drafted[], count: number): Map<number, number> {
  const order = members.toSorted((a, b) => b.strength - a.strength || a.memberId - b.memberId);
  const teams = teamsFrom(count);
  const dealt = new Map<number, number>();
  for (let start = 0; start < order.length; start += count) {
    const weakestFirst = teams.toSorted((a, b) => a.sum - b.sum || a.team - b.team);
    for (const [seat, { memberId, strength }] of order.slice(start, start + count).entries()) {
      const team = weakestFirst[seat];
      if (team === undefined) continue;
      team.size += 1;
      team.sum += strength;
      dealt.set(memberId, team.team);
    }
  }
  return dealt;
}

/** Gives each late-comer, in the order given, to the smallest team, of these the weakest; nobody else moves. */
export function joinTeams(
  known: ReadonlyMap<number, number>,
  members: readonly Drafted[],
  late: readonly number[],
  count: number,
): Map<number, number> {
  const strengths = new Map(members.map((one) => [one.memberId, one.strength]));
  const teams = teamsFrom(count);
  const dealt = new Map<number, number>();
  const put = (memberId: number, team: Team | undefined): void => {
    if (team === undefined) return;
    team.size += 1;
    team.sum += strengths.get(memberId) ?? 0;
    dealt.set(memberId, team.team);
  };
  for (const [memberId, team] of known) put(memberId, teams[team]);
  for (const memberId of late) {
    const [first] = teams.toSorted((a, b) => a.size - b.size || a.sum - b.sum || a.team - b.team);
    put(memberId, first);
  }
  return dealt;
}
