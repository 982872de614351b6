import { type Counts, clippedMatches, countItems, ngramsOf } from './ngram-overlap.ts';

export interface Bleu {
  /** matches / totals of the n-grams, n = 1 .. maxN. */
  readonly precisions: readonly number[];
  readonly matches: readonly number[];
  readonly totals: readonly number[];
  readonly brevityPenalty: number;
  /** Length of the reference closest to the candidate's, the shorter on ties. */
  readonly referenceLength: number;
  readonly score: number;
}

/** The most that any reference has of each item. */
function largestCounts(references: readonly Counts[]): Counts {
  const most = new Map<string, number>();
  for (const counts of references)
    for (const [item, count] of counts) most.set(item, Math.max(count, most.get(item) ?? 0));
  return most;
}

function closestLength(lengths: readonly number[], length: number): number {
  return lengths.reduce((best, one) => {
    const gap = Math.abs(one - length) - Math.abs(best - length);
    return gap < 0 || (gap === 0 && one < best) ? one : best;
  });
}

/** 1 for a candidate longer than the reference, else exp(1 - r/c); 0 for an empty candidate. */
export function brevityPenalty(candidate: number, reference: number): number {
  if (candidate > reference) return 1;
  return candidate === 0 ? 0 : Math.exp(1 - reference / candidate);
}

/**
 * Sentence BLEU (Papineni et al., ACL 2002) as nltk.translate.bleu_score counts it, equal weights, no smoothing: the
 * geometric mean of the clipped n-gram precisions times the brevity penalty, 0 where a precision is 0.
 * At least one reference. O(words * maxN).
 */
export function sentenceBleu(
  candidate: readonly string[],
  references: readonly (readonly string[])[],
  maxN: number,
): Bleu {
  const orders = Array.from({ length: maxN }, (_, i) => i + 1);
  const matches = orders.map((n) =>
    clippedMatches(
      countItems(ngramsOf(candidate, n)),
      largestCounts(references.map((reference) => countItems(ngramsOf(reference, n)))),
    ),
  );
  const totals = orders.map((n) => Math.max(1, candidate.length - n + 1));
  const precisions = matches.map((count, i) => count / (totals[i] ?? 1));
  const referenceLength = closestLength(
    references.map((reference) => reference.length),
    candidate.length,
  );
  const penalty = brevityPenalty(candidate.length, referenceLength);
  const meanLog = precisions.reduce((total, precision) => total + Math.log(precision), 0) / maxN;
  // exp(-Infinity) is 0: one precision of 0 makes the whole score 0.
  const score = penalty * Math.exp(meanLog);
  return { precisions, matches, totals, brevityPenalty: penalty, referenceLength, score };
}
