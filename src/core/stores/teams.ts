/** Balanced teams, dealt anew each week; see docs/boards.md. */

export interface Strength {
  readonly memberId: number;
  /** Mean weekly points of the last four weeks. */
  readonly strength: number;
}

/** Team numbers from 0, by member. */
export type Deal = ReadonlyMap<number, number>;

/** Members of the week who have no team yet get one; those who have one keep it. */
export type DealTeams = (strengths: readonly Strength[], known: Deal, late: readonly number[]) => Deal;

export interface TeamStanding {
  readonly team: number;
  readonly members: number;
  /** Members who have answered this week, their points and answers. */
  readonly active: number;
  readonly points: number;
  readonly attempts: number;
  readonly reachedAt: number;
}

export interface TeamStore {
  teamCount(workspaceId: number): Promise<number | undefined>;
  /** Switches teams on or off (undefined); teams of this week are dealt again when they are next asked for. */
  setTeamCount(workspaceId: number, count: number | undefined, week: string): Promise<void>;
  /**
   * The teams of a week, named by its Monday. At the first call members of the four weeks before are dealt, later on those who
   * joined since; one transaction, so that nobody is dealt twice.
   */
  teamsOf(workspaceId: number, week: string, before: readonly string[], deal: DealTeams): Promise<Deal>;
  memberNames(workspaceId: number): Promise<ReadonlyMap<number, string>>;
  teamStandings(workspaceId: number, week: string): Promise<readonly TeamStanding[]>;
}
