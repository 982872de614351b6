import { svd } from './decomposition.ts';
import { extent, mean, standardDeviation, sum } from './summary.ts';
import { column, multiply, type Rows, transpose } from './vector.ts';

export interface PrincipalComponents {
  /** Means of the raw columns [d]. */
  readonly mean: readonly number[];
  /** The centred (and scaled) data [n][d]. */
  readonly analysed: Rows;
  /** Directions [m][d], m = min(n, d), by the sign rule, in the order of their variance. */
  readonly directions: Rows;
  /** Variances along them, over n - 1. */
  readonly variances: readonly number[];
}

/**
 * Principal component analysis of x[n][d] by the singular value decomposition of the centred data: variances s^2 / (n - 1)
 * (Jolliffe, Principal Component Analysis, 2nd ed., 3.5; as scikit-learn). Forming the covariance matrix instead would square
 * the condition. `standardize` divides the columns by their population standard deviation.
 */
export function principalComponents(x: Rows, standardize: boolean): PrincipalComponents {
  const columns = transpose(x).map((values) => {
    const { min, max } = extent(values);
    // Equal values: their mean may be off by a rounding, which standardising would blow up.
    if (min === max) return { centre: min, values: values.map(() => 0) };
    const centre = mean(values);
    const scale = standardize ? standardDeviation(values) || 1 : 1;
    return { centre, values: values.map((value) => (value - centre) / scale) };
  });
  const analysed = transpose(columns.map((one) => one.values));
  const { values, vt } = svd(analysed);
  return {
    mean: columns.map((one) => one.centre),
    analysed,
    directions: vt,
    variances: values.map((value) => value ** 2 / (x.length - 1)),
  };
}

/** Coordinates of the rows along the first k directions: [n][k]. */
export function scoresOf({ analysed, directions }: PrincipalComponents, k: number): number[][] {
  return analysed.map((row) => multiply(directions.slice(0, k), row));
}

/** The analysed rows as their first k components give them back: [n][d]. */
export function rebuilt(found: PrincipalComponents, k: number): number[][] {
  const axes = found.directions.slice(0, k);
  const columns = found.mean.map((_, j) => column(axes, j));
  return scoresOf(found, k).map((scores) => multiply(columns, scores));
}

/** Mean squared difference over all entries. */
export function meanSquaredGap(a: Rows, b: Rows): number {
  const gaps = a.flatMap((row, i) => row.map((value, j) => (value - (b[i]?.[j] ?? 0)) ** 2));
  return sum(gaps) / gaps.length;
}
