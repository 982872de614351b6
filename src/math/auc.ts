import { ranks } from './ranks.ts';

/**
 * Area under the ROC curve: the probability that a random positive scores above a random negative, ties counting half.
 * By the rank sum (Mann and Whitney 1947; Hanley and McNeil, Radiology 143, 1982). O(n log n).
 * NaN where one of the two groups is empty.
 */
export function auc(positives: readonly number[], negatives: readonly number[]): number {
  const all = ranks([...positives, ...negatives]);
  const rankSum = all.slice(0, positives.length).reduce((sum, rank) => sum + rank, 0);
  return (rankSum - (positives.length * (positives.length + 1)) / 2) / (positives.length * negatives.length);
}
