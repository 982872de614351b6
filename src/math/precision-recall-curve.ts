import { thresholdCounts } from './threshold-counts.ts';

export interface PrecisionRecallCurve {
  /** Distinct scores, descending. */
  readonly thresholds: readonly number[];
  readonly precision: readonly number[];
  readonly recall: readonly number[];
}

/** At least one label must be positive. O(n log n). */
export function precisionRecallCurve(
  labels: readonly number[],
  scores: readonly number[],
): PrecisionRecallCurve {
  const { thresholds, hits, falseAlarms, positives } = thresholdCounts(labels, scores);
  return {
    thresholds,
    precision: hits.map((hit, i) => hit / (hit + (falseAlarms[i] ?? 0))),
    recall: hits.map((hit) => hit / positives),
  };
}

/**
 * Average precision: sum of (R_i - R_(i-1)) P_i (sklearn.metrics.average_precision_score). A sum of steps, not of trapezoids,
 * which would be too kind (Davis & Goadrich, ICML 2006).
 */
export function averagePrecision({ precision, recall }: Omit<PrecisionRecallCurve, 'thresholds'>): number {
  return precision.reduce(
    (total, p, i) => total + ((recall[i] ?? 0) - (i === 0 ? 0 : (recall[i - 1] ?? 0))) * p,
    0,
  );
}
