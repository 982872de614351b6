import { pearson } from './pearson.ts';
import { ranks } from './ranks.ts';

/** Spearman's rank correlation, -1 to 1: Pearson's of the ranks, ties averaged. Am. J. Psychol. 15 (1904). O(n log n). */
export function spearman(x: readonly number[], y: readonly number[]): number {
  return pearson(ranks(x), ranks(y));
}
