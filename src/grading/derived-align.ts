import { groupsByKey, listedWords } from './derived-synonyms.ts';
import { keyOf, type Word, wordOf } from './derived-words.ts';
import { distanceWithin } from './typo.ts';

/**
 * Which word of an answer stands for which word of the model answer. After the monolingual aligner of Sultan, Bethard and
 * Sumner, "Back to Basics for Monolingual Alignment" (TACL 2014): same words first, then the nearest ones, each word once.
 */

/** Words that share their beginning or differ by a slip, and words of one group, count for less than the same word. */
const NEAR = 0.8;
const START = 5;

const GROUPS = groupsByKey(keyOf);
const NO_GROUPS: ReadonlySet<number> = new Set();
const LISTED = groupedSpellings();
const FOUND = new Map<string, ReadonlySet<number>>();
/** Free text brings new words without end; what is remembered of them is bounded. */
const MAX_FOUND = 20_000;

/** Slips of the keyboard: one in a word of 5 to 8 letters, two in a longer one; the first letter is taken to be right. */
function isSlip(a: string, b: string): boolean {
  if (a.length < START || b.length < START || a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  const limit = Math.min(a.length, b.length) > 8 ? 2 : 1;
  return distanceWithin(a, b, limit) <= limit;
}

/** Listed words by first letter, long enough to be recognised with a slip in them. */
function groupedSpellings(): ReadonlyMap<string, readonly Word[]> {
  const listed = new Map<string, Word[]>();
  for (const word of listedWords().map((text) => wordOf(text))) {
    if (word.spelling.length < START) continue;
    const initial = word.spelling.charAt(0);
    const known = listed.get(initial);
    if (known === undefined) listed.set(initial, [word]);
    else known.push(word);
  }
  return listed;
}

function searchGroups(word: Word): ReadonlySet<number> {
  const near = LISTED.get(word.spelling.charAt(0))?.find((one) => isSlip(one.spelling, word.spelling));
  return (near === undefined ? undefined : GROUPS.get(near.key)) ?? NO_GROUPS;
}

/** The groups of related words that a word belongs to, also if it is misspelt. */
function groupsOf(word: Word): ReadonlySet<number> {
  const exact = GROUPS.get(word.key) ?? FOUND.get(word.spelling);
  if (exact !== undefined) return exact;
  const found = word.spelling.length < START ? NO_GROUPS : searchGroups(word);
  if (FOUND.size < MAX_FOUND) FOUND.set(word.spelling, found);
  return found;
}

/** Whether the word belongs to the subjects that the groups are about, whatever the question. */
export function isOfTheField(word: Word): boolean {
  return groupsOf(word).size > 0;
}

/** Groups that two words share over the geometric mean of how many each has: words of many senses are weak evidence. */
function relation(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  let shared = 0;
  for (const group of left) if (right.has(group)) shared += 1;
  return shared === 0 ? 0 : shared / Math.sqrt(left.size * right.size);
}

/** How well one word stands for another, 0 to 1; symmetric. */
function similarity(a: Word, b: Word): number {
  if (a.key === b.key) return 1;
  const sameStart =
    a.key.length >= START && b.key.length >= START && a.key.slice(0, START) === b.key.slice(0, START);
  if (sameStart || isSlip(a.spelling, b.spelling)) return NEAR;
  return NEAR * relation(groupsOf(a), groupsOf(b));
}

export interface Stand {
  /** Index among the words of the answer. */
  readonly word: number;
  readonly similarity: number;
}

interface Candidate extends Stand {
  readonly point: number;
}

/** Beyond this many different words an answer is no short answer any more; the rest is compared for sameness only. */
const MAX_COMPARED = 400;

/** Different words of the answer by key, at their first place. */
function distinct(words: readonly Word[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [index, { key }] of words.entries()) if (!first.has(key)) first.set(key, index);
  return first;
}

/** Words that may stand for a point that is not said in its own words, the nearest first. */
function candidatesFor(
  model: readonly (readonly Word[])[],
  stands: ReadonlyMap<number, Stand>,
  words: readonly Word[],
  free: readonly number[],
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [point, expected] of model.entries()) {
    if (stands.has(point)) continue;
    for (const word of free.slice(0, MAX_COMPARED)) {
      const said = words[word];
      const value = said === undefined ? 0 : Math.max(0, ...expected.map((one) => similarity(one, said)));
      if (value > 0) candidates.push({ point, word, similarity: value });
    }
  }
  return candidates.sort((a, b) => b.similarity - a.similarity || a.point - b.point || a.word - b.word);
}

/**
 * For every point of the model answer (one word, or several that say the same) the word of the answer that stands for it,
 * if any. Words of the question (`asked`) stand for themselves only: repeating the question must not look like synonyms of the answer.
 */
export function align(
  model: readonly (readonly Word[])[],
  words: readonly Word[],
  asked: ReadonlySet<string>,
): ReadonlyMap<number, Stand> {
  const stands = new Map<number, Stand>();
  const free = distinct(words);
  for (const [point, same] of model.entries()) {
    const key = same.find((word) => free.has(word.key))?.key ?? '';
    const word = free.get(key);
    if (word === undefined) continue;
    stands.set(point, { word, similarity: 1 });
    free.delete(key);
  }
  for (const key of asked) free.delete(key);
  const taken = new Set<number>();
  for (const { point, word, similarity } of candidatesFor(model, stands, words, [...free.values()])) {
    if (stands.has(point) || taken.has(word)) continue;
    stands.set(point, { word, similarity });
    taken.add(word);
  }
  return stands;
}
