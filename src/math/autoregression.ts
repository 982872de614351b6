import { type LinearFit, linearFit } from './linear-fit.ts';
import { dot, range } from './vector.ts';

/**
 * AR(p) with a constant: s_t = c + phi_1 s_(t-1) + .. + phi_p s_(t-p) + noise, by least squares on the n - p rows that have
 * all lags (conditional maximum likelihood; Hamilton, Time Series Analysis, 1994, 5.3). coef[i] belongs to lag i + 1.
 * Undefined where the lags depend on one another. Cost: 8 p^2 n.
 */
export function autoregression(series: readonly number[], order: number): LinearFit | undefined {
  const targets = series.slice(order);
  const lags = targets.map((_, row) => range(order).map((lag) => series[row + order - 1 - lag] ?? 0));
  return linearFit(lags, targets, true);
}

/** Goes on from the end of the series, each forecast being the newest value for the next. */
export function forecast(series: readonly number[], fit: LinearFit, horizon: number): number[] {
  const order = fit.coef.length;
  const known = [...series];
  for (let step = 0; step < horizon; step++) {
    const lags = range(order).map((lag) => known[known.length - 1 - lag] ?? 0);
    known.push(fit.intercept + dot(fit.coef, lags));
  }
  return known.slice(series.length);
}
