import { centred } from './centred.ts';
import { jacobiSvd } from './jacobi-svd.ts';
import type { LinearModel } from './ridge.ts';
import { mean } from './summary.ts';
import { dot, norm, type Rows, range } from './vector.ts';

/** A set of columns that may carry weight, and what least squares makes of it (columns at unit length). */
interface Support {
  readonly columns: readonly number[];
  readonly leastSquares: readonly number[];
  /** Inverse of the columns' Gram matrix. */
  readonly inverse: Rows;
  /** Product of every column with the residuals of least squares: 0 for its own. */
  readonly left: readonly number[];
}

function supportOf(unit: Rows, y: readonly number[], columns: readonly number[]): Support | undefined {
  const chosen = y.map((_, i) => columns.map((j) => unit[j]?.[i] ?? 0));
  const { scaledColumns, right, values, null: empty } = jacobiSvd(chosen);
  if (empty.includes(true)) return undefined;
  const solve = (b: readonly number[]): number[] => {
    const along = scaledColumns.map((one, k) => dot(one, b) / (values[k] ?? 1) ** 2);
    return columns.map((_, at) => along.reduce((total, a, k) => total + a * (right[k]?.[at] ?? 0), 0));
  };
  const restOf = (w: readonly number[]): number[] => y.map((value, i) => value - dot(chosen[i] ?? [], w));
  const first = solve(y);
  const more = solve(restOf(first));
  const leastSquares = first.map((value, at) => value + (more[at] ?? 0));
  const rest = restOf(leastSquares);
  const inverse = columns.map((_, a) =>
    columns.map((_, b) =>
      right.reduce((total, one, k) => total + ((one[a] ?? 0) * (one[b] ?? 0)) / (values[k] ?? 1) ** 2, 0),
    ),
  );
  const left = unit.map((column, j) => (columns.includes(j) ? 0 : dot(column, rest)));
  return { columns, leastSquares, inverse, left };
}

/** Rounding in a product with y, as a share of |y|. */
const ROUNDING = 1e-14;
/** A condition may be missed by this share of its limit. */
const CLOSE = 1e-9;

interface Candidate {
  readonly weights: readonly number[];
  /** By how much the condition on the other columns is missed, as a share of its limit; <= 0 where it holds. */
  readonly excess: number;
  /** Columns whose product with the residuals is at its limit. */
  readonly tight: readonly number[];
}

/** Tries all signs on one set of columns. */
function bestOf(
  support: Support,
  gram: Rows,
  limits: readonly number[],
  noise: number,
): Candidate | undefined {
  const { columns, leastSquares, inverse, left } = support;
  let best: Candidate | undefined;
  for (let mask = 0; mask < 2 ** columns.length; mask++) {
    const pulls = columns.map((j, at) => ((mask >> at) % 2 === 1 ? -1 : 1) * (limits[j] ?? 0));
    const shrink = inverse.map((row) => dot(row, pulls));
    const values = leastSquares.map((value, at) => value - (shrink[at] ?? 0));
    if (values.some((value, at) => !(value * (pulls[at] ?? 0) > 0))) continue;
    let excess = Number.NEGATIVE_INFINITY;
    const tight = [...columns];
    const weights = left.map(() => 0);
    left.forEach((own, j) => {
      const at = columns.indexOf(j);
      const limit = limits[j] ?? 0;
      const shared = columns.reduce((total, k, i) => total + (gram[j]?.[k] ?? 0) * (shrink[i] ?? 0), 0);
      const over = (Math.abs(own + shared) - limit) / (limit + noise);
      if (at >= 0) weights[j] = values[at] ?? 0;
      else {
        excess = Math.max(excess, over);
        if (over > -CLOSE) tight.push(j);
      }
    });
    if (best === undefined || excess < best.excess) best = { weights, excess, tight };
  }
  return best;
}

const MAX_SWEEPS = 50_000;
/** Enough to guess which weights are 0. */
const FEW_SWEEPS = 200;
const SETTLED = 1e-15;

/** Coordinate descent (Friedman et al., J. Stat. Softw. 33(1), 2010) from 0: each weight in turn is set to its best value. */
function byCoordinates(
  gram: Rows,
  products: readonly number[],
  limits: readonly number[],
  sweeps: number,
): number[] {
  const weights = products.map(() => 0);
  for (let sweep = 0, change = 1; sweep < sweeps && change > SETTLED; sweep++) {
    change = 0;
    products.forEach((product, j) => {
      const size = gram[j]?.[j] ?? 0;
      if (size === 0) return;
      const before = weights[j] ?? 0;
      const wish = product - dot(gram[j] ?? [], weights) + size * before;
      const next = (Math.sign(wish) * Math.max(0, Math.abs(wish) - (limits[j] ?? 0))) / size;
      change = Math.max(change, Math.abs(next - before));
      weights[j] = next;
    });
    change /= Math.max(...weights.map(Math.abs), Number.MIN_VALUE);
  }
  return weights;
}

/**
 * The lasso: w and b that minimise |y - X w - b|^2 / (2n) + alpha |w|_1 (Tibshirani, J. R. Stat. Soc. B 58(1), 1996), as
 * scikit-learn's Lasso. Returns a function of alpha > 0. x[n][d], y[n].
 *
 * w is the optimum where each column's product with the residuals is n alpha sign(w_j) for weights other than 0 and at most
 * n alpha in size for the rest. Libraries come near to it by coordinate descent, slowly where columns are alike; with few
 * columns every set of columns and signs can be tried (that of coordinate descent first), and the one that meets the
 * conditions is the exact answer. Only where several answers are equally good (equal columns) does coordinate descent from 0
 * choose, as in scikit-learn.
 * Cost: at most 2^d decompositions of n d^2, then 3^d d^2 for each alpha.
 */
export function lassoSolver(x: Rows, y: readonly number[]): (alpha: number) => LinearModel {
  const { means, rows } = centred(x);
  const yMean = mean(y);
  const yc = y.map((value) => value - yMean);
  const raw = means.map((_, j) => rows.map((row) => row[j] ?? 0));
  const sizes = raw.map((one) => norm(one));
  const unit = raw.map((one, j) => one.map((value) => value / (sizes[j] || 1)));
  const usable = range(means.length).filter((j) => (sizes[j] ?? 0) > 0);
  const gram = unit.map((a) => unit.map((b) => dot(a, b)));
  const products = unit.map((column) => dot(column, yc));
  const noise = ROUNDING * norm(yc);
  const known = new Map<string, Support | undefined>();
  const supportFor = (columns: readonly number[]): Support | undefined => {
    const key = String(columns);
    if (!known.has(key)) known.set(key, supportOf(unit, yc, columns));
    return known.get(key);
  };
  const subsets = range(2 ** usable.length).map((mask) => usable.filter((_, bit) => (mask >> bit) % 2 === 1));
  const weightsAt = (limits: readonly number[]): readonly number[] => {
    const guess = byCoordinates(gram, products, limits, FEW_SWEEPS);
    let best: Candidate | undefined;
    for (const columns of [usable.filter((j) => guess[j] !== 0), ...subsets]) {
      const support = supportFor(columns);
      const found = support === undefined ? undefined : bestOf(support, gram, limits, noise);
      if (found !== undefined && found.excess < (best?.excess ?? Number.POSITIVE_INFINITY)) best = found;
      if (best !== undefined && best.excess <= CLOSE) break;
    }
    if (best !== undefined && supportFor([...best.tight].sort((a, b) => a - b)) !== undefined)
      return best.weights;
    return byCoordinates(gram, products, limits, MAX_SWEEPS);
  };
  return (alpha) => {
    const weights = weightsAt(sizes.map((size) => (y.length * alpha) / (size || 1)));
    const coef = weights.map((value, j) => value / (sizes[j] || 1));
    return { coef, intercept: yMean - dot(means, coef) };
  };
}
