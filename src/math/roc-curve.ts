import { thresholdCounts } from './threshold-counts.ts';

export interface RocCurve {
  /** From (0, 0), where nothing is called positive, to (1, 1); one point for each distinct score. */
  readonly fpr: readonly number[];
  readonly tpr: readonly number[];
  /** Threshold of each point; undefined for (0, 0). */
  readonly thresholds: readonly (number | undefined)[];
}

/** ROC curve (Fawcett, Pattern Recognition Letters 27, 2006). Both classes must occur. O(n log n). */
export function rocCurve(labels: readonly number[], scores: readonly number[]): RocCurve {
  const { thresholds, hits, falseAlarms, positives, negatives } = thresholdCounts(labels, scores);
  return {
    fpr: [0, ...falseAlarms.map((count) => count / negatives)],
    tpr: [0, ...hits.map((count) => count / positives)],
    thresholds: [undefined, ...thresholds],
  };
}

/** Area under the points (x, y) joined by straight lines, x ascending. */
export function trapezoidArea(x: readonly number[], y: readonly number[]): number {
  let area = 0;
  for (let i = 1; i < x.length; i++)
    area += ((x[i] ?? 0) - (x[i - 1] ?? 0)) * (((y[i] ?? 0) + (y[i - 1] ?? 0)) / 2);
  return area;
}

/** Differences up to this are rounding, not a better point. */
const TIE = 1e-12;

/** The point with the largest tpr - fpr (Youden, Cancer 3(1), 1950), the first on ties. */
export function youden({ fpr, tpr }: Pick<RocCurve, 'fpr' | 'tpr'>): {
  readonly at: number;
  readonly j: number;
} {
  let best = { at: 0, j: 0 };
  tpr.forEach((rate, at) => {
    const j = rate - (fpr[at] ?? 0);
    if (j > best.j + TIE) best = { at, j };
  });
  return best;
}
