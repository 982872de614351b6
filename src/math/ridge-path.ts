import { centred } from './centred.ts';
import { jacobiSvd } from './jacobi-svd.ts';
import type { LinearModel } from './ridge.ts';
import { mean } from './summary.ts';
import { dot, type Rows } from './vector.ts';

/**
 * Ridge regression of the same data at any number of penalties above 0: the decomposition of x is done once, after which a
 * penalty costs no more than d^2. The numbers are those of `ridge`. x[n][d], y[n]. Cost: about 8 d^2 n, then d^2 a penalty.
 */
export function ridgePath(x: Rows, y: readonly number[]): (alpha: number) => LinearModel {
  const { means, rows } = centred(x);
  const yMean = mean(y);
  const yc = y.map((value) => value - yMean);
  const { scaledColumns, right, values, null: empty } = jacobiSvd(rows);
  const directions = right.flatMap((direction, k) => {
    const size = values[k] ?? 0;
    return empty[k] === true ? [] : [{ direction, size, along: dot(scaledColumns[k] ?? [], yc) / size }];
  });
  return (alpha) => {
    const coef = means.map((_, j) =>
      directions.reduce(
        (total, { direction, size, along }) => total + (direction[j] ?? 0) * (along / (size + alpha / size)),
        0,
      ),
    );
    return { coef, intercept: yMean - dot(means, coef) };
  };
}
