import { vocabularyOf } from './bag-of-words.ts';

export interface Cooccurrence {
  /** Code-point order. */
  readonly vocabulary: readonly string[];
  /** Training pairs (centre, context), repeats included. */
  readonly pairs: number;
  /** counts[centre][context]; symmetric. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * Training pairs of skip-gram (Mikolov et al., "Efficient Estimation of Word Representations in Vector Space", 2013) with a
 * window of fixed size: every word with every other one at most `window` places away. words[n]; cost: n * window.
 */
export function skipGramPairs(words: readonly string[], window: number): Cooccurrence {
  const vocabulary = vocabularyOf(words);
  const place = new Map(vocabulary.map((word, index) => [word, index]));
  const counts = vocabulary.map(() => vocabulary.map(() => 0));
  let pairs = 0;
  words.forEach((centre, at) => {
    const row = counts[place.get(centre) ?? 0] ?? [];
    for (let other = Math.max(0, at - window); other <= Math.min(words.length - 1, at + window); other++) {
      if (other === at) continue;
      const context = place.get(words[other] ?? '') ?? 0;
      row[context] = (row[context] ?? 0) + 1;
      pairs += 1;
    }
  });
  return { vocabulary, pairs, counts };
}
