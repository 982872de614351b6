import { mean, sum } from './summary.ts';

/** A straight line wx + b through points x[n], y[n], and its squared error. Everything here costs n. */

export interface Line {
  readonly w: number;
  readonly b: number;
}

/** Mean squared error (1/n) Σ (wx + b − y)². */
export function lineLoss(x: readonly number[], y: readonly number[], { w, b }: Line): number {
  return mean(x.map((at, i) => (w * at + b - (y[i] ?? 0)) ** 2));
}

/** Slopes of that error: ∂/∂w = (2/n) Σ (wx + b − y) x, ∂/∂b = (2/n) Σ (wx + b − y). */
export function lineGradient(x: readonly number[], y: readonly number[], { w, b }: Line): Line {
  const residuals = x.map((at, i) => w * at + b - (y[i] ?? 0));
  return { w: 2 * mean(residuals.map((residual, i) => residual * (x[i] ?? 0))), b: 2 * mean(residuals) };
}

/**
 * Least squares: w = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)², b = ȳ − w x̄ (Gauss, 1809). NaN where x is constant.
 * lineFit([1, 2, 3], [3, 5, 7]) -> { w: 2, b: 1 }
 */
export function lineFit(x: readonly number[], y: readonly number[]): Line {
  const [centreX, centreY] = [mean(x), mean(y)];
  const spread = sum(x.map((at) => (at - centreX) ** 2));
  const w = sum(x.map((at, i) => (at - centreX) * ((y[i] ?? 0) - centreY))) / spread;
  return { w, b: centreY - w * centreX };
}
