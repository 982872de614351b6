import { mean, variance } from './summary.ts';
import { column, type Rows } from './vector.ts';

/**
 * Batch normalisation (Ioffe & Szegedy, 2015) of x[n][d] as torch.nn.BatchNorm1d does it: each column is centred and divided by
 * sqrt(variance + eps), with the biased variance of the batch; the running values move by `momentum` towards the batch's mean and
 * its unbiased variance. In evaluation the running values take the place of the batch's own.
 */

export interface BatchNormSettings {
  readonly gamma: number;
  readonly beta: number;
  readonly eps: number;
  readonly momentum: number;
  readonly training: boolean;
  readonly runningMean: number;
  readonly runningVariance: number;
}

export interface BatchNorm {
  readonly y: number[][];
  /** Of this batch, per column; the variance biased. */
  readonly mean: number[];
  readonly variance: number[];
  readonly runningMean: number[];
  readonly runningVariance: number[];
}

/** Training needs at least two rows: the unbiased variance of one does not exist. */
export function batchNorm(x: Rows, settings: BatchNormSettings): BatchNorm {
  const { gamma, beta, eps, momentum, training } = settings;
  const columns = (x[0] ?? []).map((_, d) => column(x, d));
  const means = columns.map(mean);
  const variances = columns.map((values) => variance(values));
  const moved = (old: number, seen: number): number =>
    training ? (1 - momentum) * old + momentum * seen : old;
  const centre = training ? means : columns.map(() => settings.runningMean);
  const spread = training ? variances : columns.map(() => settings.runningVariance);
  return {
    y: x.map((row) =>
      row.map((value, d) => (gamma * (value - (centre[d] ?? 0))) / Math.sqrt((spread[d] ?? 0) + eps) + beta),
    ),
    mean: means,
    variance: variances,
    runningMean: means.map((value) => moved(settings.runningMean, value)),
    runningVariance: columns.map((values) =>
      training ? moved(settings.runningVariance, variance(values, 1)) : settings.runningVariance,
    ),
  };
}
