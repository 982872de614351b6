import { argSort, distinct } from './summary.ts';
import { euclidean, type Rows, type Vector } from './vector.ts';

export type Metric = 'euclidean' | 'manhattan';

/** Sum of absolute differences (L1 distance). */
export function manhattan(a: Vector, b: Vector): number {
  return a.reduce((total, value, i) => total + Math.abs(value - (b[i] ?? 0)), 0);
}

export interface Neighbour {
  readonly index: number;
  readonly distance: number;
}

/**
 * The k rows nearest to a query, nearest first, equal distances by the lower index (Cover & Hart, IEEE Trans. Inf. Theory
 * 13(1), 1967). rows[n][d]. Cost: n d + n log n.
 */
export function nearestNeighbours(rows: Rows, query: Vector, k: number, metric: Metric): Neighbour[] {
  const measure = metric === 'euclidean' ? euclidean : manhattan;
  const distances = rows.map((row) => measure(row, query));
  return argSort(distances)
    .slice(0, k)
    .map((index) => ({ index, distance: distances[index] ?? 0 }));
}

/** The label that occurs most often, the lowest on ties, and its share. */
export function majority(labels: readonly number[]): { readonly label: number; readonly share: number } {
  let best = { label: labels[0] ?? 0, share: 0 };
  for (const label of distinct(labels)) {
    const share = labels.filter((one) => one === label).length / labels.length;
    if (share > best.share) best = { label, share };
  }
  return best;
}
