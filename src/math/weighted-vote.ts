import { argMax, sum } from './summary.ts';
import { column, type Rows } from './vector.ts';

/** Weight of the rows (probabilities of one classifier each) whose largest entry is class k, for every k; ties to the lower class. */
export function hardVotes(p: Rows, weights: readonly number[]): number[] {
  const choices = p.map(argMax);
  return (p[0] ?? []).map((_, k) => sum(weights.filter((_, row) => choices[row] === k)));
}

/** Weighted mean of the rows. Weights must not all be 0. */
export function softVotes(p: Rows, weights: readonly number[]): number[] {
  // Shares of the largest weight, so that tiny weights do not underflow.
  const largest = Math.max(...weights);
  const shares = weights.map((weight) => weight / largest);
  const total = sum(shares);
  return (p[0] ?? []).map(
    (_, k) => sum(column(p, k).map((value, row) => value * (shares[row] ?? 0))) / total,
  );
}
