import { byCodePoint } from './code-point-order.ts';

/** Words of a text: lower-cased, split on white space; punctuation stays with its word. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Distinct words in code-point order. */
export function vocabularyOf(words: Iterable<string>): string[] {
  return [...new Set(words)].sort(byCodePoint);
}

export interface BagOfWords {
  readonly vocabulary: readonly string[];
  /** counts[document][word of the vocabulary]. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * How often each word of the vocabulary occurs in each document; the order of the words is lost (Harris, "Distributional
 * Structure", Word 10, 1954). documents[n] of words -> counts[n][v]. Cost: n * v.
 */
export function bagOfWordsOf(documents: readonly (readonly string[])[]): BagOfWords {
  const vocabulary = vocabularyOf(documents.flat());
  const place = new Map(vocabulary.map((word, index) => [word, index]));
  const counts = documents.map((words) => {
    const row = new Array<number>(vocabulary.length).fill(0);
    for (const word of words) {
      const at = place.get(word) ?? 0;
      row[at] = (row[at] ?? 0) + 1;
    }
    return row;
  });
  return { vocabulary, counts };
}
