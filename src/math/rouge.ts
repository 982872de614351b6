import { lcsLength } from './lcs-length.ts';
import { clippedMatches, countItems, ngramsOf, skipBigramsOf } from './ngram-overlap.ts';

/** ROUGE for one reference (Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004), without stemming. */

/** Precision, recall and F1. */
export type Scores = readonly [number, number, number];

/** Share of the candidate's items that match, share of the reference's, and their harmonic mean; 0/0 counts as 0. */
function scoresOf(matches: number, candidate: number, reference: number): Scores {
  const precision = candidate === 0 ? 0 : matches / candidate;
  const recall = reference === 0 ? 0 : matches / reference;
  return [precision, recall, matches === 0 ? 0 : (2 * matches) / (candidate + reference)];
}

function overlap(candidate: readonly string[], reference: readonly string[]): Scores {
  const matches = clippedMatches(countItems(candidate), countItems(reference));
  return scoresOf(matches, candidate.length, reference.length);
}

/** Overlap of n-grams. O(words). */
export function rougeN(candidate: readonly string[], reference: readonly string[], n: number): Scores {
  return overlap(ngramsOf(candidate, n), ngramsOf(reference, n));
}

/** Overlap of skip-bigrams: pairs of words in order, at most window - 1 apart. O(words * window). */
export function rougeS(candidate: readonly string[], reference: readonly string[], window: number): Scores {
  return overlap(skipBigramsOf(candidate, window), skipBigramsOf(reference, window));
}

/** Longest common subsequence of the whole texts. O(words * words). */
export function rougeL(
  candidate: readonly string[],
  reference: readonly string[],
): { readonly lcs: number; readonly scores: Scores } {
  const lcs = lcsLength(candidate, reference);
  return { lcs, scores: scoresOf(lcs, candidate.length, reference.length) };
}
