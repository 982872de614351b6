import { align, isOfTheField, type Stand } from './derived-align.ts';
import { contentWords, hasCode, isRefusal, type Word, wordOf } from './derived-words.ts';
import { type Evidence, PASS_SCORE } from './grade.ts';
import { type Normalised, normalise, spellingOf } from './normalise.ts';

/**
 * Grading against a model answer alone: which of its content words the answer says, in the same or in related words, and
 * which pairs of neighbouring words. After Sultan, Salazar and Sumner, "Fast and Easy Short Answer Grading with High
 * Accuracy" (NAACL 2016): alignment with the model answer, words of the question demoted, a linear formula.
 */

export interface DerivedPoint {
  readonly id: string;
  /** 0 for a word that the question says already. */
  readonly weight: number;
  readonly words: readonly string[];
}

/** Plain data: may be shown to its author, stored, and edited. */
export interface DerivedRubric {
  readonly points: readonly DerivedPoint[];
  /** Points, by their index, that stand side by side in the model answer. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Keys of the words of the question. */
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
/** What all of the words, and all of the pairs, add; the root is taken because the first words tell the most. */
const FOR_WORDS = 32;
const FOR_PAIRS = 9;
/** What an answer earns that only repeats the question, or that has no word to do with it. */
const REPEATED = 15;
const UNRELATED = 10;
/** Two words of the answer are a pair within this many content words. */
const WINDOW = 3;
/** Related words of many senses are no evidence to show. */
const COVERED = 0.4;
/** A model answer with more different words is no short answer; what comes later is not looked at. */
const MAX_POINTS = 150;

/**
 * `question` may be empty. One point a content word, in the order of the reference; none where it has no content words.
 * `rarity` weighs the words (1 by default).
 */
export function deriveRubric(
  question: string,
  reference: string,
  rarity: (word: string) => number = () => 1,
): DerivedRubric {
  const asked = new Set(contentWords(spellingOf(question)).map((word) => word.key));
  const words = contentWords(spellingOf(reference));
  // A model answer that says nothing beyond the question's own words ("A is larger") is graded by those.
  const onlyAsked = words.every((word) => asked.has(word.key));
  const indices = new Map<string, number>();
  const points: DerivedPoint[] = [];
  const pairs: [number, number][] = [];
  let before: number | undefined;
  for (const { key, text } of words) {
    let index = indices.get(key);
    if (index === undefined) {
      if (points.length >= MAX_POINTS) break;
      index = points.length;
      indices.set(key, index);
      const weight = asked.has(key) && !onlyAsked ? 0 : Math.max(0, rarity(text));
      points.push({ id: text, weight, words: [text] });
    }
    if (before !== undefined && before !== index) pairs.push([before, index]);
    before = index;
  }
  return { points, pairs, asked: [...asked] };
}

/** Share of the weight of the points that the answer says, 0 to 1. */
function wordShare(rubric: DerivedRubric, stands: ReadonlyMap<number, Stand>): number {
  let said = 0;
  let total = 0;
  for (const [index, point] of rubric.points.entries()) {
    total += point.weight;
    said += point.weight * (stands.get(index)?.similarity ?? 0);
  }
  return total > 0 ? said / total : 0;
}

/** Where each word of the answer occurs, by key, as positions among its content words in rising order. */
function placesOf(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [position, { key }] of words.entries()) {
    const known = places.get(key);
    if (known === undefined) places.set(key, [position]);
    else known.push(position);
  }
  return places;
}

/** Whether two rising lists have members within `WINDOW` of each other; linear in their lengths. */
function areNear(left: readonly number[], right: readonly number[]): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    const a = left[i];
    const b = right[j];
    if (a === undefined || b === undefined) return false;
    if (Math.abs(a - b) <= WINDOW) return true;
    if (a < b) i += 1;
    else j += 1;
  }
}

/** Share of the neighbouring words of the model answer that are near each other in the answer too, 0 to 1. */
function pairShare(
  rubric: DerivedRubric,
  words: readonly Word[],
  stands: ReadonlyMap<number, Stand>,
): number {
  if (rubric.pairs.length === 0) return 0;
  const places = placesOf(words);
  const placesOfPoint = (point: number): readonly number[] => {
    const key = words[stands.get(point)?.word ?? -1]?.key;
    return key === undefined ? [] : (places.get(key) ?? []);
  };
  const said = rubric.pairs.filter(([a, b]) => areNear(placesOfPoint(a), placesOfPoint(b)));
  return said.length / rubric.pairs.length;
}

/** The most that the answer can earn, by what it is about at all. */
function limitOf(
  words: readonly Word[],
  asked: ReadonlySet<string>,
  share: number,
  related: boolean,
): number {
  const keys = new Set(words.map((word) => word.key));
  const fresh = [...keys].some((key) => !asked.has(key));
  const whole = [...asked].every((key) => keys.has(key));
  if (keys.size > 0 && !fresh && (whole || share === 0)) return REPEATED;
  return related || words.some((word) => asked.has(word.key) || isOfTheField(word)) ? 100 : UNRELATED;
}

function evidenceOf(word: Word | undefined, text: Normalised, answer: string): Evidence[] {
  if (word === undefined) return [];
  const start = text.starts[word.from] ?? 0;
  const end = text.ends[word.to - 1] ?? start;
  return [{ start, end, text: answer.slice(start, end) }];
}

function scoreOf(
  rubric: DerivedRubric,
  words: readonly Word[],
  stands: ReadonlyMap<number, Stand>,
  asked: ReadonlySet<string>,
  code: boolean,
): number {
  const share = wordShare(rubric, stands);
  const pairs = rubric.pairs.length === 0 ? share : pairShare(rubric, words, stands);
  const raw = BASE + FOR_WORDS * Math.sqrt(share) + FOR_PAIRS * Math.sqrt(pairs);
  return Math.round(Math.min(raw, limitOf(words, asked, share, code || stands.size > 0)));
}

/**
 * Grades an answer against a derived rubric. Pure, deterministic, never throws. The constants are fitted to the people's
 * grades of the UNT short answer data (Mohler, Bunescu, Mihalcea, ACL 2011), leaving out one question at a time.
 */
export function gradeDerived(rubric: DerivedRubric, answer: string): DerivedGrade {
  const text = normalise(answer);
  const refused = isRefusal(text.text);
  const words = refused ? [] : contentWords(text.text);
  const code = !refused && hasCode(text.text);
  const asked = new Set(rubric.asked);
  const model = rubric.points.map((point) => wordOf(point.words[0] ?? point.id));
  const stands = align(model, words, asked);
  const empty = rubric.points.length === 0 || (words.length === 0 && !code);
  const score = empty ? 0 : scoreOf(rubric, words, stands, asked, code);
  const points = rubric.points.map(({ id, weight }, index) => {
    const stand = stands.get(index);
    const covered = stand !== undefined && stand.similarity >= COVERED;
    return { id, weight, covered, evidence: covered ? evidenceOf(words[stand.word], text, answer) : [] };
  });
  return { score, passed: score >= PASS_SCORE, points };
}
