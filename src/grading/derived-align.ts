import { groupsByKey } from './derived-synonyms.ts';
import { keyOf, type Word } from './derived-words.ts';
import { distanceWithin } from './typo.ts';

/**
 * Which word of an answer stands for which word of the model answer. After the monolingual aligner of Sultan, Bethard and
 * Sumner, "Back to Basics for Monolingual Alignment" (TACL 2014): same words first, then the nearest ones, each word once.
 */

/** Words that share their beginning or differ by a slip, and words of one group, count for less than the same word. */
const NEAR = 0.8;
const START = 5;

const GROUPS = groupsByKey(keyOf);

/** Whether the word belongs to the subjects that the groups are about, whatever the question. */
export function isOfTheField(key: string): boolean {
  return GROUPS.has(key);
}

/** Groups that two words share over the geometric mean of how many each has: words of many senses are weak evidence. */
function relation(a: string, b: string): number {
  const left = GROUPS.get(a);
  const right = GROUPS.get(b);
  if (left === undefined || right === undefined) return 0;
  let shared = 0;
  for (const group of left) if (right.has(group)) shared += 1;
  return shared / Math.sqrt(left.size * right.size);
}

/** How well one word stands for another, 0 to 1; symmetric. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const long = a.length >= START && b.length >= START;
  if (long && (a.slice(0, START) === b.slice(0, START) || distanceWithin(a, b, 1) <= 1)) return NEAR;
  return NEAR * relation(a, b);
}

export interface Stand {
  /** Index among the words of the answer. */
  readonly word: number;
  readonly similarity: number;
}

interface Candidate extends Stand {
  readonly point: number;
}

/** Distinct words of the answer by key, at their first place; at most `limit`. */
function distinct(words: readonly Word[], limit: number): Map<string, number> {
  const first = new Map<string, number>();
  for (const [index, { key }] of words.entries()) {
    if (first.size >= limit) break;
    if (!first.has(key)) first.set(key, index);
  }
  return first;
}

/** Beyond this many different words an answer is no short answer any more; the rest is compared for sameness only. */
const MAX_COMPARED = 400;

/**
 * For every key of the model answer the word of the answer that stands for it, if any. Words of the question (`asked`)
 * stand for themselves only: repeating the question must not look like synonyms of the answer.
 */
export function align(
  keys: readonly string[],
  words: readonly Word[],
  asked: ReadonlySet<string>,
): ReadonlyMap<number, Stand> {
  const stands = new Map<number, Stand>();
  const all = distinct(words, Number.POSITIVE_INFINITY);
  const free = distinct(words, MAX_COMPARED);
  for (const [point, key] of keys.entries()) {
    const word = all.get(key);
    if (word !== undefined) stands.set(point, { word, similarity: 1 });
    free.delete(key);
  }
  const candidates: Candidate[] = [];
  for (const [point, key] of keys.entries()) {
    if (stands.has(point)) continue;
    for (const [other, word] of free) {
      const value = asked.has(other) ? 0 : similarity(key, other);
      if (value > 0) candidates.push({ point, word, similarity: value });
    }
  }
  candidates.sort((a, b) => b.similarity - a.similarity || a.point - b.point || a.word - b.word);
  const taken = new Set<number>();
  for (const { point, word, similarity: value } of candidates) {
    if (stands.has(point) || taken.has(word)) continue;
    stands.set(point, { word, similarity: value });
    taken.add(word);
  }
  return stands;
}
