/** METEOR with exact matches only (Banerjee & Lavie, 2005; parameters of Lavie & Agarwal, 2007), as nltk computes it. */

export interface Alignment {
  /** [candidate index, reference index], ascending in the candidate. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Number of the chunk of each pair: a chunk is a run that is adjacent in both texts. */
  readonly chunkOf: readonly number[];
  readonly chunks: number;
}

/** From the last candidate word to the first, each takes the last free equal word of the reference. O(words * words). */
export function alignWords(candidate: readonly string[], reference: readonly string[]): Alignment {
  const free = reference.map(() => true);
  const pairs: [number, number][] = [];
  for (let i = candidate.length - 1; i >= 0; i--) {
    const j = reference.findLastIndex((word, at) => free[at] === true && word === candidate[i]);
    if (j < 0) continue;
    free[j] = false;
    pairs.unshift([i, j]);
  }
  const chunkOf: number[] = [];
  pairs.forEach(([i, j], at) => {
    const [beforeI, beforeJ] = pairs[at - 1] ?? [-2, -2];
    const last = chunkOf.at(-1) ?? -1;
    chunkOf.push(i === beforeI + 1 && j === beforeJ + 1 ? last : last + 1);
  });
  return { pairs, chunkOf, chunks: (chunkOf.at(-1) ?? -1) + 1 };
}

export interface MeteorSettings {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/**
 * fMean = P R / (alpha P + (1 - alpha) R), penalty = gamma (chunks / matches)^beta, score = (1 - penalty) fMean; all 0 without
 * a match.
 */
export function meteorScore(
  { matches, chunks }: { readonly matches: number; readonly chunks: number },
  lengths: { readonly candidate: number; readonly reference: number },
  { alpha, beta, gamma }: MeteorSettings,
) {
  if (matches === 0) return { precision: 0, recall: 0, fMean: 0, penalty: 0, score: 0 };
  const precision = matches / lengths.candidate;
  const recall = matches / lengths.reference;
  const fMean = (precision * recall) / (alpha * precision + (1 - alpha) * recall);
  const penalty = gamma * (chunks / matches) ** beta;
  return { precision, recall, fMean, penalty, score: (1 - penalty) * fMean };
}
