import { align, isOfTheField, type Stand, similarity } from './derived-align.ts';
import { contentWords, isRefusal, keyOf, readAnswer, type Word } from './derived-words.ts';
import { type Evidence, PASS_SCORE } from './grade.ts';
import { type Normalised, spellingOf } from './normalise.ts';

/**
 * Grading against a model answer alone: one point a content word, and the pairs of words that stand side by side.
 * Idea after Sultan, Salazar and Sumner, "Fast and Easy Short Answer Grading with High Accuracy" (NAACL 2016): what share
 * of the model answer, without the words of the question, the answer says, in the same or in related words.
 */

export interface DerivedPoint {
  readonly id: string;
  readonly weight: number;
  readonly words: readonly string[];
}

export interface DerivedRubric {
  readonly points: readonly DerivedPoint[];
  /** Points, by their index, whose words stand side by side in the model answer. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Keys of the words of the question, which earn nothing by themselves. */
  readonly asked: readonly string[];
}

export interface DerivedGrade {
  /** 0 to 100, an integer. */
  readonly score: number;
  readonly passed: boolean;
  readonly points: readonly {
    readonly id: string;
    readonly weight: number;
    readonly covered: boolean;
    readonly evidence: readonly Evidence[];
  }[];
}

/** A serious answer without any of the expected words: people grade such paraphrases near 3 of 5. */
const BASE = 59;
/** What all of the words, and all of the pairs, add; the root because the first words tell the most. */
const FOR_WORDS = 32;
const FOR_PAIRS = 9;
/** Most that an answer earns which only repeats the question, and one that has nothing to do with it. */
const REPEATED = 15;
const UNRELATED = 10;
/** Two words of the answer are a pair within this many content words. */
const WINDOW = 3;
const COVERED = 0.4;
/** A model answer longer than this is no short answer; what comes later is not looked at. */
const MAX_POINTS = 150;

/** `question` may be empty. Points are in the order of the reference; none where it has no content words. */
export function deriveRubric(
  question: string,
  reference: string,
  rarity: (word: string) => number = () => 1,
): DerivedRubric {
  const asked = new Set(contentWords(spellingOf(question)).map((word) => word.key));
  const words = contentWords(spellingOf(reference));
  const fresh = words.filter((word) => !asked.has(word.key));
  // A model answer that says nothing beyond the question's own words ("A is larger") is graded by those.
  const told = fresh.length > 0 ? fresh : words;
  const indices = new Map<string, number>();
  const points: DerivedPoint[] = [];
  for (const { key, text } of told) {
    if (indices.has(key) || points.length >= MAX_POINTS) continue;
    indices.set(key, points.length);
    points.push({ id: text, weight: rarity(text), words: [text] });
  }
  return { points, pairs: [], asked: [...asked] };
}
