import { argSort } from './summary.ts';

/** What a classifier "score >= threshold" does at each distinct score, from the strictest threshold to the laxest. */
export interface ThresholdCounts {
  /** Distinct scores, descending. */
  readonly thresholds: readonly number[];
  /** True and false positives at each threshold. */
  readonly hits: readonly number[];
  readonly falseAlarms: readonly number[];
  readonly positives: number;
  readonly negatives: number;
}

/** Labels are 1 (positive) or 0. Equal scores enter together. O(n log n). */
export function thresholdCounts(labels: readonly number[], scores: readonly number[]): ThresholdCounts {
  const thresholds: number[] = [];
  const hits: number[] = [];
  const falseAlarms: number[] = [];
  let hit = 0;
  let falseAlarm = 0;
  for (const i of argSort(scores).reverse()) {
    const score = scores[i] ?? 0;
    if (labels[i] === 1) hit += 1;
    else falseAlarm += 1;
    const at = thresholds.at(-1) === score ? thresholds.length - 1 : thresholds.length;
    thresholds[at] = score;
    hits[at] = hit;
    falseAlarms[at] = falseAlarm;
  }
  return { thresholds, hits, falseAlarms, positives: hit, negatives: falseAlarm };
}
