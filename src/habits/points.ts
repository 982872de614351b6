/**
 * Points and the leaderboard. Nothing here rewards speed: time only settles a tie.
 *
 * Exactness: scores are whole numbers, weights and shares multiples of a half, so every award is a whole number of
 * quarter points. Floating point holds quarters and their sums without error (up to 2^51), so a total does not depend
 * on the order of adding and two members with equal points compare as equal. Round only when showing them.
 */

/** How hard a question is, 1 to 3. */
export type Level = 1 | 2 | 3;

/** One graded answer, as stored. */
export interface Attempt {
  readonly id: string | number;
  readonly member: string;
  readonly question: string;
  readonly level: Level;
  /** Where it was answered; only the channel's daily question counts whole. */
  readonly kind: 'daily' | 'quiz' | 'interview' | 'review';
  /** 0 to 100, whole. */
  readonly score: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The points that one attempt added, never negative. */
export interface Award {
  readonly id: Attempt['id'];
  readonly member: string;
  readonly points: number;
}

/** What a leaderboard knows of a member within its period. */
export interface BoardRow {
  readonly member: string;
  readonly points: number;
  /** How many answers the points took. */
  readonly attempts: number;
  /** When the points were reached, epoch milliseconds: the last attempt that added any. */
  readonly reachedAt: number;
}

/** What a score is multiplied by, per level. */
export const LEVEL_WEIGHT: Readonly<Record<Level, number>> = { 1: 1, 2: 1.5, 3: 2 };

const WHOLE = 1;
const HALF = 0.5;

/**
 * The points of each attempt, in the order given, which is the order of time.
 *
 * A member's first answer to a question counts by its kind: whole as the daily question, half otherwise. Every later
 * answer of that member to that question is a retry, whatever its kind and however much later: it adds half of what
 * it improves on the best score before it, and nothing if it does not.
 *
 * @throws RangeError for a score outside 0 to 100.
 */
export function pointsOf(attempts: readonly Attempt[]): Award[] {
  const bestScores = new Map<string, Map<string, number>>(); // member -> question -> best score so far
  return attempts.map((attempt) => {
    const { id, member, question, score } = attempt;
    if (!(score >= 0 && score <= 100))
      throw new RangeError(`attempt ${id}: score ${score} is not within 0 to 100`);
    const bests = bestScores.get(member) ?? new Map<string, number>();
    bestScores.set(member, bests);
    const best = bests.get(question);
    bests.set(question, Math.max(best ?? 0, score));
    return { id, member, points: pointsAdded(attempt, best) };
  });
}

/**
 * The leaderboard's order and places 1, 2, 3, …: more points first, then fewer attempts, then reached earlier. Rows
 * alike in all three are put in the order of their member ids, so that the board looks the same each time. Rows keep
 * whatever else they carry; the input stays as it is.
 */
export function rankBoard<Row extends BoardRow>(rows: readonly Row[]): (Row & { readonly place: number })[] {
  return rows.toSorted(compareRows).map((row, index) => ({ ...row, place: index + 1 }));
}

/** What one answer adds, given the best earlier score of that member on that question (undefined: there is none). */
export function pointsAdded(
  { kind, level, score }: Pick<Attempt, 'kind' | 'level' | 'score'>,
  best: number | undefined,
): number {
  if (best === undefined) return score * LEVEL_WEIGHT[level] * (kind === 'daily' ? WHOLE : HALF);
  return Math.max(0, score - best) * LEVEL_WEIGHT[level] * HALF;
}

function compareRows(a: BoardRow, b: BoardRow): number {
  return (
    b.points - a.points ||
    a.attempts - b.attempts ||
    a.reachedAt - b.reachedAt ||
    compareIds(a.member, b.member)
  );
}

/** By code unit, not by locale: the same on every machine. */
function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
