import { kFolds } from './k-fold.ts';
import type { LinearModel } from './ridge.ts';
import { ridgePath } from './ridge-path.ts';
import { argMin, mean } from './summary.ts';
import { dot, type Rows, range } from './vector.ts';

/** Choosing the penalty of ridge regression by cross-validation, and judging that choice by a second loop around it. */

interface Data {
  readonly x: Rows;
  readonly y: readonly number[];
}

/** Errors within this share of the least are ties that rounding broke. */
const TIE = 1e-12;

function errorOn({ x, y }: Data, { coef, intercept }: LinearModel): number {
  return mean(x.map((row, i) => (dot(row, coef) + intercept - (y[i] ?? 0)) ** 2));
}

function pick({ x, y }: Data, rows: readonly number[]): Data {
  return { x: rows.map((row) => x[row] ?? []), y: rows.map((row) => y[row] ?? 0) };
}

/** The part of each fold to learn from and the part to test on, k consecutive folds. */
function partsOf(data: Data, k: number): { readonly train: Data; readonly test: Data }[] {
  const rows = range(data.y.length);
  return kFolds(rows.length, k).map((test) => {
    const held = new Set(test);
    return {
      train: pick(
        data,
        rows.filter((row) => !held.has(row)),
      ),
      test: pick(data, test),
    };
  });
}

/** For each alpha the mean over k folds of the mean squared error on the fold left out. Cost: k decompositions. */
export function crossValidate(data: Data, alphas: readonly number[], k: number): number[] {
  const parts = partsOf(data, k).map(({ train, test }) => ({ fit: ridgePath(train.x, train.y), test }));
  return alphas.map((alpha) => mean(parts.map(({ fit, test }) => errorOn(test, fit(alpha)))));
}

/** Index of the least error, the first on ties. */
export function firstLeast(errors: readonly number[]): number {
  const least = errors[argMin(errors)] ?? 0;
  return errors.findIndex((error) => error <= least * (1 + TIE));
}

/**
 * Nested cross-validation (Varma & Simon, BMC Bioinformatics 7:91, 2006): in each outer fold the whole search runs on the
 * training part alone, and the winner, fitted again to all of that part, is judged on rows that no choice has seen.
 * Cost: outer * (alphas * k + 1) fits.
 */
export function nestedValidate(
  data: Data,
  alphas: readonly number[],
  k: number,
  outer: number,
): readonly { readonly alpha: number; readonly error: number }[] {
  return partsOf(data, outer).map(({ train, test }) => {
    const alpha = alphas[firstLeast(crossValidate(train, alphas, k))] ?? 0;
    return { alpha, error: errorOn(test, ridgePath(train.x, train.y)(alpha)) };
  });
}
