import { centred } from './centred.ts';
import { jacobiSvd } from './jacobi-svd.ts';
import { mean } from './summary.ts';
import { dot, type Rows } from './vector.ts';

export interface LinearModel {
  readonly coef: number[];
  readonly intercept: number;
}

/**
 * Ridge regression: w and b that minimise |y - X w - b|^2 + alpha |w|^2 (Hoerl & Kennard, Technometrics 12(1), 1970), as
 * scikit-learn's Ridge: b is not penalised, nothing is scaled. x[n][d], y[n], alpha >= 0.
 *
 * With X = U S V' after centring, w = V (S / (S^2 + alpha)) U' y: every direction shrinks by s^2 / (s^2 + alpha). Directions
 * without spread get no weight, the limit for alpha -> 0. Undefined when alpha is 0 and there is such a direction.
 * Cost: about 8 d^2 n.
 */
export function ridge(x: Rows, y: readonly number[], alpha: number): LinearModel | undefined {
  const { means, rows } = centred(x);
  const yMean = mean(y);
  const yc = y.map((value) => value - yMean);
  const { scaledColumns, right, values, null: empty } = jacobiSvd(rows);
  if (alpha === 0 && empty.includes(true)) return undefined;
  const coef = means.map(() => 0);
  right.forEach((direction, k) => {
    const size = values[k] ?? 0;
    if (empty[k] === true) return;
    // Divided by the singular value twice, not by its square, which may underflow.
    const along = dot(scaledColumns[k] ?? [], yc) / size / (size + alpha / size);
    direction.forEach((v, j) => {
      coef[j] = (coef[j] ?? 0) + v * along;
    });
  });
  return { coef, intercept: yMean - dot(means, coef) };
}
