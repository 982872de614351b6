import { leastSquares } from './decomposition.ts';
import { extent, mean } from './summary.ts';
import { column, type Rows, range, transpose } from './vector.ts';

export interface Elimination {
  /** Columns in the order in which they were removed. */
  readonly removed: readonly number[];
  /** What remains, ascending, with the coefficients of the last fit. */
  readonly kept: readonly number[];
  readonly coefficients: readonly number[];
}

/** Coefficients closer than this share count as tied: roundings must not decide which column goes. */
const TIE = 1e-9;
/** Coefficients below this share of the target's size are roundings of 0. */
const NOTHING = 1e-12;

/**
 * Recursive feature elimination (Guyon et al., Machine Learning 46, 2002) with least squares: fit, remove the column of
 * smallest coefficient, until `keep` are left. The columns of x[n][d] are to be on one scale and centred, so that the fit needs
 * no intercept and the coefficients can be compared. Undefined where columns depend on one another. O(d n d^2).
 */
export function eliminate(x: Rows, target: readonly number[], keep: number): Elimination | undefined {
  const y = centred(target);
  const size = Math.max(...y.map(Math.abs));
  let kept = range(x[0]?.length ?? 0);
  const removed: number[] = [];
  for (;;) {
    const coefficients = leastSquares(transpose(kept.map((j) => column(x, j))), y);
    if (coefficients === undefined) return undefined;
    if (kept.length <= keep) return { removed, kept, coefficients };
    const weakest = kept[firstSmallest(coefficients, size * NOTHING)] ?? 0;
    removed.push(weakest);
    kept = kept.filter((j) => j !== weakest);
  }
}

function centred(values: readonly number[]): number[] {
  const { min, max } = extent(values);
  const centre = min === max ? min : mean(values);
  return values.map((value) => value - centre);
}

function firstSmallest(coefficients: readonly number[], floor: number): number {
  const sizes = coefficients.map((value) => (Math.abs(value) <= floor ? 0 : Math.abs(value)));
  const least = Math.min(...sizes);
  return sizes.findIndex((value) => value <= least * (1 + TIE));
}
