import { centred } from './centred.ts';
import { positiveSolve } from './positive-solve.ts';
import type { LinearModel } from './ridge.ts';
import { sigmoid } from './sigmoid.ts';
import { dot, type Rows } from './vector.ts';

const MAX_STEPS = 300;
/** A step smaller than this share of the parameters is the last one: Newton's method then has all digits. */
const SETTLED = 1e-12;
const MAX_TRIES = 60;

interface State {
  /** Weights, then the intercept. */
  readonly theta: readonly number[];
  readonly gradient: readonly number[];
  /** p (1 - p) of every row. */
  readonly weights: readonly number[];
}

/** Rows carry a last column of ones; the last parameter is not penalised. */
function stateAt(theta: readonly number[], rows: Rows, y: readonly number[], c: number): State {
  const free = theta.length - 1;
  const gradient = theta.map((value, j) => (j === free ? 0 : value));
  const weights = rows.map((row, i) => {
    const z = dot(row, theta);
    const [p, q] = [sigmoid(z), sigmoid(-z)];
    // p - y without cancellation.
    const error = y[i] === 1 ? -q : p;
    row.forEach((value, j) => {
      gradient[j] = (gradient[j] ?? 0) + c * error * value;
    });
    return p * q;
  });
  return { theta, gradient, weights };
}

function newtonStep({ gradient, weights }: State, rows: Rows, c: number): number[] {
  const free = gradient.length - 1;
  const hessian = gradient.map((_, j) =>
    gradient.map(
      (_, k) =>
        (j === k && j !== free ? 1 : 0) +
        c * rows.reduce((total, row, i) => total + (weights[i] ?? 0) * (row[j] ?? 0) * (row[k] ?? 0), 0),
    ),
  );
  return positiveSolve(
    hessian,
    gradient.map((value) => -value),
  );
}

/**
 * Goes along a step until the slope there is at most half of what it was. The objective is convex, so its slope along the
 * step only rises: too small a step is doubled, too large a one narrowed down by halves.
 */
function search(from: State, step: readonly number[], at: (theta: readonly number[]) => State): State {
  const before = Math.abs(dot(from.gradient, step));
  let [low, high, share] = [0, Number.POSITIVE_INFINITY, 1];
  let next = from;
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    next = at(from.theta.map((value, j) => value + share * (step[j] ?? 0)));
    const slope = dot(next.gradient, step);
    if (Math.abs(slope) <= before / 2) return next;
    if (slope < 0) low = share;
    else high = share;
    share = Number.isFinite(high) ? (low + high) / 2 : share * 2;
  }
  return next;
}

/**
 * Logistic regression: w, b that minimise |w|^2 / 2 + c * sum of log losses, b free, as scikit-learn's LogisticRegression
 * does (there by L-BFGS), here by Newton's method (iteratively reweighted least squares; Nelder & Wedderburn, J. R. Stat.
 * Soc. A 135, 1972) until nothing changes. x[n][d], y[n] of 0 and 1, both present. Cost: steps * n d^2.
 */
export function logisticFit(x: Rows, y: readonly number[], c: number): LinearModel {
  const { means, rows: inner } = centred(x);
  const rows = inner.map((row) => [...row, 1]);
  const at = (theta: readonly number[]): State => stateAt(theta, rows, y, c);
  const positives = y.filter((label) => label === 1).length;
  let state = at([...means.map(() => 0), Math.log(positives / (y.length - positives))]);
  for (let taken = 0; taken < MAX_STEPS; taken++) {
    const step = newtonStep(state, rows, c);
    // In terms of the scores, which do not depend on how the columns are scaled.
    const change = Math.max(...rows.map((row) => Math.abs(dot(row, step))));
    const size = Math.max(1, ...rows.map((row) => Math.abs(dot(row, state.theta))));
    if (change <= SETTLED * size) {
      state = at(state.theta.map((value, j) => value + (step[j] ?? 0)));
      break;
    }
    state = search(state, step, at);
  }
  const coef = state.theta.slice(0, -1);
  return { coef, intercept: (state.theta.at(-1) ?? 0) - dot(means, coef) };
}
