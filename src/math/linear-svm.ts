import { centred } from './centred.ts';
import { jacobiSvd } from './jacobi-svd.ts';
import { positiveSolve } from './positive-solve.ts';
import type { LinearModel } from './ridge.ts';
import { mean, sum } from './summary.ts';
import { dot, type Rows } from './vector.ts';

const MAX_STEPS = 200;
/** Complementarity, as a share of c, at which the solution has all its digits. */
const SETTLED = 1e-26;
/** How far towards the boundary a step may go. */
const STAY = 0.995;

/** A row's slack s = margin - 1 + xi with its multiplier alpha, and its shortfall xi with beta = c - alpha; all positive. */
interface Row {
  readonly s: number;
  readonly alpha: number;
  readonly xi: number;
  readonly beta: number;
}

interface Problem {
  /** Rows times their labels, a last column of labels: margin = dot(row, [w, b]). */
  readonly signed: Rows;
  readonly c: number;
}

interface Point {
  readonly theta: readonly number[];
  readonly rows: readonly Row[];
}

function complementarity({ rows }: Point): number {
  return rows.reduce((total, one) => total + one.s * one.alpha + one.xi * one.beta, 0) / (2 * rows.length);
}

/** Newton's step towards s alpha = xi beta = mu; `second` holds products of an earlier step to correct for. */
function direction(problem: Problem, at: Point, mu: number, second?: readonly Row[]): Point {
  const { signed } = problem;
  const size = at.theta.length;
  const parts = at.rows.map((row, i) => {
    const { s, alpha, xi, beta } = row;
    const extra = second?.[i];
    const forS = s * alpha - mu + (extra === undefined ? 0 : extra.s * extra.alpha);
    const forXi = xi * beta - mu + (extra === undefined ? 0 : extra.xi * extra.beta);
    const gap = s - (dot(signed[i] ?? [], at.theta) - 1 + xi);
    return { forS, forXi, weight: 1 / (s / alpha + xi / beta), pull: forXi / beta - forS / alpha + gap };
  });
  const matrix = at.theta.map((_, j) => at.theta.map((_, k): number => (j === k && j < size - 1 ? 1 : 0)));
  const right = at.theta.map((value, j) => (j < size - 1 ? -value : 0));
  signed.forEach((row, i) => {
    const { weight, pull } = parts[i] ?? { weight: 0, pull: 0 };
    const push = (at.rows[i]?.alpha ?? 0) + weight * pull;
    row.forEach((value, j) => {
      right[j] = (right[j] ?? 0) + push * value;
      const line = matrix[j];
      if (line !== undefined)
        row.forEach((other, k) => {
          line[k] = (line[k] ?? 0) + weight * value * other;
        });
    });
  });
  const theta = positiveSolve(matrix, right);
  const rows = at.rows.map((row, i) => {
    const { forS, forXi, weight, pull } = parts[i] ?? { forS: 0, forXi: 0, weight: 0, pull: 0 };
    const alpha = weight * (pull - dot(signed[i] ?? [], theta));
    return {
      alpha,
      beta: -alpha,
      s: -(forS + row.s * alpha) / row.alpha,
      xi: -(forXi - row.xi * alpha) / row.beta,
    };
  });
  return { theta, rows };
}

const PARTS = ['s', 'alpha', 'xi', 'beta'] as const;

/** Largest share of a step, at most 1, that keeps every part positive. */
function reach(at: Point, step: Point): number {
  let share = 1;
  at.rows.forEach((row, i) => {
    for (const part of PARTS) {
      const change = step.rows[i]?.[part] ?? 0;
      if (change < 0) share = Math.min(share, -row[part] / change);
    }
  });
  return share;
}

function moved(at: Point, step: Point, share: number): Point {
  return {
    theta: at.theta.map((value, j) => value + share * (step.theta[j] ?? 0)),
    rows: at.rows.map((row, i) => {
      const change = step.rows[i] ?? { s: 0, alpha: 0, xi: 0, beta: 0 };
      return {
        s: row.s + share * change.s,
        alpha: row.alpha + share * change.alpha,
        xi: row.xi + share * change.xi,
        beta: row.beta + share * change.beta,
      };
    }),
  };
}

function interiorPoint(problem: Problem): Point {
  const { signed, c } = problem;
  let at: Point = {
    theta: (signed[0] ?? []).map(() => 0),
    rows: signed.map(() => ({ s: 1, alpha: c / 2, xi: 2, beta: c / 2 })),
  };
  for (let taken = 0; taken < MAX_STEPS && complementarity(at) > SETTLED * c; taken++) {
    const mu = complementarity(at);
    const guess = direction(problem, at, 0);
    const far = complementarity(moved(at, guess, reach(at, guess)));
    const step = direction(problem, at, mu * (far / mu) ** 3, guess.rows);
    const next = moved(at, step, Math.min(1, STAY * reach(at, step)));
    if (!next.theta.every(Number.isFinite)) break;
    at = next;
  }
  return at;
}

/**
 * The last digits: once it is known which rows lie on the margin (alpha between 0 and c) and which inside it (alpha = c), the
 * weights are the point nearest to `pull` where the rows on the margin have score = label; the intercept drops out of
 * differences to their mean.
 */
function polished(problem: Problem, at: Point): number[] {
  const { signed, c } = problem;
  const d = at.theta.length - 1;
  const kind = at.rows.map(({ s, alpha, xi, beta }) => (xi > beta / c ? 'in' : s > alpha / c ? 'out' : 'on'));
  const inside = signed.filter((_, i) => kind[i] === 'in');
  const total = at.theta.map((_, j) => c * sum(inside.map((row) => row[j] ?? 0)));
  const on = signed.filter((_, i) => kind[i] === 'on').map((row) => ({ row, label: row[d] ?? 0 }));
  if (on.length === 0) return total.slice(0, d);
  const { means: centre, rows } = centred(
    on.map(({ row, label }) => row.slice(0, d).map((value) => value * label)),
  );
  const middle = mean(on.map(({ label }) => label));
  const pull = centre.map((value, j) => (total[j] ?? 0) - (total[d] ?? 0) * value);
  const short = on.map(({ label }, i) => label - middle - dot(rows[i] ?? [], pull));
  const { scaledColumns, right, values, null: empty } = jacobiSvd(rows);
  const w = [...pull];
  right.forEach((one, k) => {
    if (empty[k] === true) return;
    const along = dot(scaledColumns[k] ?? [], short) / (values[k] ?? 1) ** 2;
    one.forEach((v, j) => {
      w[j] = (w[j] ?? 0) + v * along;
    });
  });
  return w;
}

/**
 * Where the sum of hinge losses is least for given weights: between the breakpoints y - w x number `positives` and
 * `positives` + 1, ascending, since the slope rises by one at each. Their middle, as libsvm takes it.
 */
function bestIntercept(x: Rows, labels: readonly number[], w: readonly number[]): number {
  const breakpoints = x.map((row, i) => (labels[i] ?? 0) - dot(row, w)).sort((a, b) => a - b);
  const positives = labels.filter((label) => label > 0).length;
  return ((breakpoints[positives - 1] ?? 0) + (breakpoints[positives] ?? 0)) / 2;
}

function objective(x: Rows, labels: readonly number[], c: number, { coef, intercept }: LinearModel): number {
  const losses = x.map((row, i) => Math.max(0, 1 - (labels[i] ?? 0) * (dot(row, coef) + intercept)));
  return dot(coef, coef) / 2 + c * sum(losses);
}

/** A weight below this share of what the rows could add up to is rounding of 0. */
const NOTHING = 1e-12;
/** The polished weights may not cost more than the others by more than rounding. */
const SAME = 1e-12;

/**
 * Linear support vector machine with soft margin (Cortes & Vapnik, Machine Learning 20, 1995): w, b that minimise
 * |w|^2 / 2 + c * sum of max(0, 1 - label (w x + b)), as scikit-learn's SVC with a linear kernel. By a primal-dual interior
 * point method with Mehrotra's predictor and corrector (Nocedal & Wright, Numerical Optimization, 2nd ed., 16.6).
 * x[n][d], labels -1 and +1, both present. Cost: about 30 steps of n d^2.
 */
export function linearSvm(x: Rows, labels: readonly number[], c: number): LinearModel {
  const { means, rows } = centred(x);
  const signed = rows.map((row, i) => [...row, 1].map((value) => value * (labels[i] ?? 0)));
  const at = interiorPoint({ signed, c });
  const modelOf = (coef: number[]): LinearModel => ({ coef, intercept: bestIntercept(rows, labels, coef) });
  const rough = modelOf(at.theta.slice(0, -1));
  const fine = modelOf(polished({ signed, c }, at));
  const cost = (model: LinearModel): number => objective(rows, labels, c, model);
  const { coef } = cost(fine) <= cost(rough) * (1 + SAME) ? fine : rough;
  const most = coef.map((_, j) => c * sum(rows.map((row) => Math.abs(row[j] ?? 0))));
  const kept = coef.map((value, j) => (Math.abs(value) <= NOTHING * (most[j] ?? 0) ? 0 : value));
  return { coef: kept, intercept: bestIntercept(rows, labels, kept) - dot(means, kept) };
}
