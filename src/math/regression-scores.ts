import { mean, median, sum } from './summary.ts';

/** Scores of predictions against the truth, in the definitions of sklearn.metrics. O(n log n) for the median. */
export interface RegressionScores {
  readonly mae: number;
  readonly mse: number;
  /** 1 - SSE/SST and 1 - Var(error)/Var(truth); undefined where the truth is constant. */
  readonly r2: number | undefined;
  readonly explainedVariance: number | undefined;
  readonly maxError: number;
  readonly medianError: number;
  /** Squared deviations of the truth from its mean, and squared errors, summed. */
  readonly sst: number;
  readonly sse: number;
}

function squares(values: readonly number[], unit = 1): number {
  return sum(values.map((value) => (value / unit) ** 2));
}

function centred(values: readonly number[]): number[] {
  const centre = mean(values);
  return values.map((value) => value - centre);
}

export function regressionScores(truth: readonly number[], predicted: readonly number[]): RegressionScores {
  const errors = truth.map((value, i) => value - (predicted[i] ?? 0));
  const sizes = errors.map(Math.abs);
  const deviations = centred(truth);
  // In units of the largest deviation the squares of very small values do not vanish.
  const unit = deviations.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const constant = truth.every((value) => value === truth[0]);
  const oneMinus = (values: readonly number[]): number | undefined =>
    constant ? undefined : 1 - squares(values, unit) / squares(deviations, unit);
  const sse = squares(errors);
  return {
    mae: mean(sizes),
    mse: sse / truth.length,
    r2: oneMinus(errors),
    explainedVariance: oneMinus(centred(errors)),
    maxError: sizes.reduce((most, size) => Math.max(most, size), 0),
    medianError: median(sizes),
    sst: constant ? 0 : squares(deviations),
    sse,
  };
}
