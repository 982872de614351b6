/** What boards are made from; see docs/boards.md for the rules. */

/** The span of a board's points: everything, a month (`m2026-11`) or a week by its Monday (`w2026-11-23`). */
export type PeriodKey = 'all' | `m${string}` | `w${string}`;

/** The key of a week or month that begins on a date; of everything where there is no beginning. */
export function periodKey(period: 'week' | 'month' | 'all', start: string | undefined): PeriodKey {
  if (start === undefined || period === 'all') return 'all';
  return period === 'week' ? `w${start}` : `m${start.slice(0, 7)}`;
}

export interface Standing {
  readonly memberId: number;
  readonly name: string;
  readonly points: number;
  readonly attempts: number;
  /** The last answer that added points, epoch milliseconds. */
  readonly reachedAt: number;
}

export interface PlacedStanding extends Standing {
  readonly place: number;
}

export interface PointsBoard {
  /** The first places; members without points have none. */
  readonly top: readonly PlacedStanding[];
  /** The own row with the one before and the one behind; empty without points or where the top has it. */
  readonly around: readonly PlacedStanding[];
  /** How many have answered in the period, with or without points. */
  readonly answered: number;
}

/** Mean scores of first answers to questions, in a period and in the one before it. */
export interface PlacedImprovement {
  readonly place: number;
  readonly memberId: number;
  readonly name: string;
  readonly mean: number;
  readonly before: number;
  /** First answers in both periods together. */
  readonly attempts: number;
  /** The last of them, epoch milliseconds. */
  readonly reachedAt: number;
}

export interface ImprovementBoard {
  readonly top: readonly PlacedImprovement[];
  /** As in {@link PointsBoard}. */
  readonly around: readonly PlacedImprovement[];
}

/** What a running streak is counted from; days are numbered from 1970-01-01. */
export interface StreakFacts {
  readonly memberId: number;
  readonly name: string;
  readonly timeZone?: string;
  /** Days with an answer that counts, ascending. */
  readonly days: readonly number[];
  /** Of all time; they settle ties. */
  readonly attempts: number;
  readonly reachedAt: number;
}

export interface Vacation {
  readonly memberId: number;
  readonly from: string;
  /** The last day of it. */
  readonly until: string;
}

/** How many figures a rebuild found other than the answers say, and mended. */
export interface Mended {
  readonly tallies: number;
  readonly days: number;
}

export interface BoardStore {
  pointsBoard(wanted: {
    readonly workspaceId: number;
    readonly period: PeriodKey;
    readonly memberId: number;
    readonly top: number;
  }): Promise<PointsBoard>;
  /** Those with at least `least` first answers in both periods whose mean rose, the largest rise first. */
  improvements(wanted: {
    readonly workspaceId: number;
    readonly period: PeriodKey;
    readonly before: PeriodKey;
    readonly least: number;
    readonly memberId: number;
    readonly top: number;
  }): Promise<ImprovementBoard>;
  /** All members of a workspace with any active day, or the named ones. */
  streakFacts(workspaceId: number, memberIds?: readonly number[]): Promise<readonly StreakFacts[]>;
  /** Vacations in a workspace. */
  vacationsIn(workspaceId: number): Promise<readonly Vacation[]>;
  /** Counts days (those with an answer of `minScore` or more) and running sums afresh from the stored answers. */
  rebuildFigures(minScore: number): Promise<Mended>;
}
