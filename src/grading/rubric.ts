/** What a question expects, as its author writes it. */

export interface Rubric {
  /** Words of the question in every language: repeating them earns nothing. */
  readonly question: readonly string[];
  /** Synonyms for this question alone: name -> words. A word "@id" stands for all words of that lexicon entry. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly points: readonly RubricPoint[];
  readonly misconceptions: readonly RubricMisconception[];
  /** Weight that makes 100; the sum of all weights unless a part of the points is enough for a complete answer. */
  readonly enough?: number;
}

export interface RubricPoint {
  readonly id: string;
  readonly weight: number;
  /** Patterns, any of which states the point. */
  readonly say: readonly string[];
}

export interface RubricMisconception {
  readonly id: string;
  readonly say: readonly string[];
  /** Points of 100 that it costs. */
  readonly cost: number;
}
