import { midway } from './midway.ts';
import { argSort, mean, sum } from './summary.ts';

/** A tree with one split: values up to the threshold get `left`, the others `right`. */
export interface RegressionStump {
  readonly threshold: number;
  readonly left: number;
  readonly right: number;
}

export interface Boosted {
  readonly init: number;
  readonly stumps: readonly RegressionStump[];
  /** fits[t][n]: the prediction for every sample after t stumps, from 0 on. */
  readonly fits: readonly (readonly number[])[];
}

/** Two gains within this share are one that rounding split. */
const TIE = 1e-12;
/** Rounding error of a residual, as a share of the largest target, after up to a hundred stages. */
const NOISE = 1e-14;

export function stumpValue(stump: RegressionStump, x: number): number {
  return x <= stump.threshold ? stump.left : stump.right;
}

/**
 * The stump that leaves the least sum of squares. A split saves S_L^2/n_L + S_R^2/n_R (sums of the residuals on either side)
 * less what no split saves, so the largest such score wins; ties go to the lowest threshold. `noise`: size below which a
 * residual means nothing. Needs two different x. Cost: n log n.
 */
export function fitStump(x: readonly number[], residuals: readonly number[], noise: number): RegressionStump {
  const order = argSort(x);
  const n = x.length;
  const total = sum(residuals);
  let best: (RegressionStump & { readonly root: number }) | undefined;
  let left = 0;
  for (let i = 0; i + 1 < n; i++) {
    left += residuals[order[i] ?? 0] ?? 0;
    const [here, next] = [x[order[i] ?? 0] ?? 0, x[order[i + 1] ?? 0] ?? 0];
    if (!(here < next)) continue;
    const right = total - left;
    const [few, rest] = [i + 1, n - i - 1];
    const root = Math.hypot(left / Math.sqrt(few), right / Math.sqrt(rest));
    if (best === undefined || root > best.root * (1 + TIE) + noise * Math.sqrt(n))
      best = { threshold: midway(here, next), left: left / few, right: right / rest, root };
  }
  if (best === undefined) throw new RangeError('a stump needs two different values of x');
  const { threshold } = best;
  const side = (low: boolean): number => mean(residuals.filter((_, i) => (x[i] ?? 0) <= threshold === low));
  return { threshold, left: side(true), right: side(false) };
}

/**
 * Gradient boosting for squared error (Friedman, "Greedy Function Approximation", Annals of Statistics 29(5), 2001): begin with
 * the mean; again and again fit a stump to the residuals y - F (the negative gradient) and add `rate` times its answer to F.
 * x[n], y[n]. Cost: trees * n log n.
 */
export function boostStumps(
  x: readonly number[],
  y: readonly number[],
  trees: number,
  rate: number,
): Boosted {
  const init = mean(y);
  const noise = NOISE * y.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const stumps: RegressionStump[] = [];
  const fits: number[][] = [y.map(() => init)];
  for (let stage = 0; stage < trees; stage++) {
    const fit = fits[stage] ?? [];
    const stump = fitStump(
      x,
      y.map((value, i) => value - (fit[i] ?? 0)),
      noise,
    );
    stumps.push(stump);
    fits.push(fit.map((value, i) => value + rate * stumpValue(stump, x[i] ?? 0)));
  }
  return { init, stumps, fits };
}
