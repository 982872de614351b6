import { sum } from './summary.ts';
import { type Rows, transpose, type Vector } from './vector.ts';

/**
 * Collaborative filtering by neighbours: users by Resnick et al. ("GroupLens", CSCW 1994), items by Sarwar et al. (WWW 2001).
 * A rating of 0 stands for "not rated".
 */

export type RatingSimilarity = 'cosine' | 'pearson';

/** Below this a similarity is rounding of 0. */
const NOTHING = 1e-12;
/** Similarities closer than this count as equal. */
const TIE = 1e-9;

function cosineOf(a: Vector, b: Vector): number {
  const lengths = Math.sqrt(sum(a.map((value) => value ** 2))) * Math.sqrt(sum(b.map((value) => value ** 2)));
  return lengths === 0 ? 0 : sum(a.map((value, i) => value * (b[i] ?? 0))) / lengths;
}

function centred(a: Vector): number[] {
  const mean = sum(a) / a.length;
  // Rounding of the mean must not lend a spread to equal ratings.
  return a.every((value) => value === a[0]) ? a.map(() => 0) : a.map((value) => value - mean);
}

/** Similarity over the entries that both have rated; 0 where it is undefined. a[m], b[m]. */
export function ratingSimilarity(a: Vector, b: Vector, kind: RatingSimilarity): number {
  const shared = a.flatMap((value, i) => (value !== 0 && (b[i] ?? 0) !== 0 ? [i] : []));
  const [one, other] = [a, b].map((row) => scaled(shared.map((i) => row[i] ?? 0)));
  if (one === undefined || other === undefined) return 0;
  if (kind === 'pearson' && shared.length < 2) return 0;
  const value = kind === 'cosine' ? cosineOf(one, other) : cosineOf(centred(one), centred(other));
  return Math.abs(value) < NOTHING ? 0 : Math.min(1, Math.max(-1, value));
}

/** Divided by the largest entry: both measures stay the same, and tiny ratings do not vanish when squared. */
function scaled(a: Vector): number[] {
  const largest = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0 ? [...a] : a.map((value) => value / largest);
}

/** The k candidates of largest weight, best first; among equal weights the lower index. Only weights above 0. */
function strongest(candidates: readonly number[], weights: Vector, k: number): number[] {
  const left = candidates.filter((index) => (weights[index] ?? 0) > 0);
  const chosen: number[] = [];
  while (chosen.length < k && left.length > 0) {
    const most = left.reduce((best, index) => Math.max(best, weights[index] ?? 0), 0);
    const at = left.findIndex((index) => (weights[index] ?? 0) >= most - TIE);
    chosen.push(...left.splice(at, 1));
  }
  return chosen;
}

export interface RatingPrediction {
  /** Of the target row (column) to every row (column). */
  readonly similarities: readonly number[];
  /** Rows (columns) used, most similar first. */
  readonly neighbours: readonly number[];
  /** Mean of their ratings, weighted by similarity; undefined without neighbours. */
  readonly prediction: number | undefined;
}

export interface RatingQuestion {
  readonly user: number;
  readonly item: number;
  readonly method: 'user' | 'item';
  readonly similarity: RatingSimilarity;
  readonly k: number;
}

/** Predicts ratings[user][item] from the others; its own value is not looked at. Cost: users * items. */
export function predictRating(
  ratings: Rows,
  { user, item, method, similarity, k }: RatingQuestion,
): RatingPrediction {
  const hidden = ratings.map((row, i) =>
    i === user ? row.map((value, j) => (j === item ? 0 : value)) : [...row],
  );
  const byUser = method === 'user';
  const rows = byUser ? hidden : transpose(hidden);
  const [own, cell] = byUser ? [user, item] : [item, user];
  const similarities = rows.map((row, i) =>
    i === own ? 1 : ratingSimilarity(rows[own] ?? [], row, similarity),
  );
  const ratingOf = (row: number): number => rows[row]?.[cell] ?? 0;
  const rated = rows.flatMap((_, i) => (i !== own && ratingOf(i) !== 0 ? [i] : []));
  const neighbours = strongest(rated, similarities, k);
  const weight = sum(neighbours.map((i) => similarities[i] ?? 0));
  const prediction =
    neighbours.length === 0
      ? undefined
      : sum(neighbours.map((i) => (similarities[i] ?? 0) * ratingOf(i))) / weight;
  return { similarities, neighbours, prediction };
}
