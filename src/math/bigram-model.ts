/** Marks around every sentence, so that its first and its last word have a neighbour too. */
export const SENTENCE_START = '<s>';
export const SENTENCE_END = '</s>';

export interface BigramModel {
  /** Words that can come next: all training words and the end mark. */
  readonly vocabularySize: number;
  /** P(word | previous); 0 where nothing is known (0/0). */
  probability(previous: string, word: string): number;
}

/** Neighbouring pairs of a sentence with its marks. */
export function bigramsOf(sentence: readonly string[]): (readonly [string, string])[] {
  const marked = [SENTENCE_START, ...sentence, SENTENCE_END];
  return marked.slice(1).map((word, i) => [marked[i] ?? '', word] as const);
}

/**
 * Bigram language model with add-k smoothing (Jurafsky & Martin, Speech and Language Processing, 3rd ed. draft, ch. 3):
 * P(b | a) = (count(a b) + k) / (count(a) + k V), count(a) as the first of a pair. k = 0 is maximum likelihood.
 */
export function bigramModel(sentences: readonly (readonly string[])[], k: number): BigramModel {
  const following = new Map<string, Map<string, number>>();
  const begun = new Map<string, number>();
  for (const [a, b] of sentences.flatMap(bigramsOf)) {
    const after = following.get(a) ?? new Map<string, number>();
    after.set(b, (after.get(b) ?? 0) + 1);
    following.set(a, after);
    begun.set(a, (begun.get(a) ?? 0) + 1);
  }
  const vocabularySize = new Set([...sentences.flat(), SENTENCE_END]).size;
  return {
    vocabularySize,
    probability(previous, word) {
      const bottom = (begun.get(previous) ?? 0) + k * vocabularySize;
      return bottom === 0 ? 0 : ((following.get(previous)?.get(word) ?? 0) + k) / bottom;
    },
  };
}
