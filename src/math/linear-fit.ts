import { centred } from './centred.ts';
import { jacobiSvd } from './jacobi-svd.ts';
import { mean } from './summary.ts';
import { dot, multiply, norm, type Rows } from './vector.ts';

export interface LinearFit {
  /** One a column of x; the constant stands apart. */
  readonly coef: number[];
  /** 0 where none was asked for. */
  readonly intercept: number;
  readonly residuals: number[];
  /** Diagonal of (X'X)^-1 for coef, and for the intercept: variances in units of that of the noise. */
  readonly spread: number[];
  readonly interceptSpread: number;
}

/**
 * Ordinary least squares: minimises |y - X w - b|^2, with or without b, by the singular value decomposition of the centred
 * columns at unit length. x[n][d], y[n]. Undefined where columns (or a column and the constant) depend on one another.
 * Cost: about 8 d^2 n.
 */
export function linearFit(x: Rows, y: readonly number[], withIntercept: boolean): LinearFit | undefined {
  const none = (x[0] ?? []).map(() => 0);
  const { means, rows } = withIntercept ? centred(x) : { means: none, rows: x };
  const yMean = withIntercept ? mean(y) : 0;
  const yc = y.map((value) => value - yMean);
  const sizes = none.map((_, j) => norm(rows.map((row) => row[j] ?? 0)));
  if (sizes.includes(0)) return undefined;
  const unit = rows.map((row) => row.map((value, j) => value / (sizes[j] ?? 1)));
  const { scaledColumns, right, values, null: empty } = jacobiSvd(unit);
  if (empty.includes(true)) return undefined;
  /** What least squares makes of any right side. */
  const solve = (b: readonly number[]): number[] => {
    const solution = [...none];
    right.forEach((direction, k) => {
      const along = dot(scaledColumns[k] ?? [], b) / (values[k] ?? 1) ** 2;
      direction.forEach((v, j) => {
        solution[j] = (solution[j] ?? 0) + v * along;
      });
    });
    return solution;
  };
  const residualsOf = (w: readonly number[]): number[] => {
    const fitted = multiply(unit, w);
    return yc.map((value, i) => value - (fitted[i] ?? 0));
  };
  // Fitting what the first solution left takes most of its rounding away.
  const first = solve(yc);
  const correction = solve(residualsOf(first));
  const scaled = first.map((value, j) => value + (correction[j] ?? 0));
  const coef = scaled.map((value, j) => value / (sizes[j] ?? 1));
  const along = (vector: readonly number[]): number =>
    right.reduce((total, direction, k) => total + (dot(direction, vector) / (values[k] ?? 1)) ** 2, 0);
  return {
    coef,
    intercept: yMean - dot(means, coef),
    residuals: residualsOf(scaled),
    spread: sizes.map((size, j) => along(sizes.map((_, i) => (i === j ? 1 / size : 0)))),
    interceptSpread: withIntercept
      ? 1 / y.length + along(means.map((value, j) => value / (sizes[j] ?? 1)))
      : 0,
  };
}
