import { align, isOfTheField, type Stand } from './derived-align.ts';
import {
  contentWords,
  hasCode,
  isAnsweredByNames,
  isBareList,
  isRefusal,
  type Word,
  wordOf,
} from './derived-words.ts';
import { type Evidence, LIST_CAP, PASS_SCORE } from './grade.ts';
import { type Normalised, normalise, originalRange, spellingOf } from './normalise.ts';

/**
 * Grading against a model answer alone: which of its content words the answer says, in the same or in related words.
 * After Sultan, Salazar and Sumner, "Fast and Easy Short Answer Grading with High Accuracy" (NAACL 2016): alignment with
 * the model answer, the words of the question demoted.
 */

export interface DerivedPoint {
  readonly id: string;
  /** 0 for a word that the question says already. */
  readonly weight: number;
  /** Single words, any of which says the point. */
  readonly words: readonly string[];
}

/** Plain data: may be shown to its author, stored, and edited. */
export interface DerivedRubric {
  readonly points: readonly DerivedPoint[];
  /** Keys of the words of the question. */
  readonly asked: readonly string[];
  /** The model answer says itself that something is not so: a denial is no sign of the contrary. */
  readonly denies?: boolean;
  /** Names of things alone may be a good answer. */
  readonly lists?: boolean;
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

/** A serious answer without any of the expected words: people grade such paraphrases near 3 of 5. Not a pass. */
const BASE = 57;
/** What an answer earns that only repeats the question, or that has no word to do with it. */
const REPEATED = 15;
const UNRELATED = 10;
/** Shares of the words, and number of words, that show that an answer is about the matter, see `isRelated`. */
const RELATED = 0.3;
const TIES = 3;
const OF_THE_FIELD = 0.5;
/** What says in other words that something is not so. */
const DENYING =
  /\b(?:not?|never|only|without|lack|avoid|prevent|eliminat|fail|incorrect|wrong|unlike|instead)|n't|막|방지|피하|만 |뿐|대신|없/;
/** Related words of many senses are no evidence to show. */
const COVERED = 0.4;
/** The very word, or one that only its ending or a slip sets apart. */
const SAME = 0.8;
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
  const different = new Map<string, string>();
  for (const { key, text } of words) if (!different.has(key)) different.set(key, text);
  const points = [...different].slice(0, MAX_POINTS).map(([key, text]): DerivedPoint => {
    const weight = asked.has(key) && !onlyAsked ? 0 : Math.max(0, rarity(text));
    return { id: text, weight, words: [text] };
  });
  const lists = isAnsweredByNames(spellingOf(question), spellingOf(reference));
  const denies = DENYING.test(spellingOf(reference)) || words.some((word) => word.denied);
  return { points, asked: [...asked], ...(denies ? { denies } : {}), ...(lists ? { lists } : {}) };
}

/** Where a clause denies a word of the model answer, none of it says what the model answer does. */
function affirmedOnly(
  stands: ReadonlyMap<number, Stand>,
  words: readonly Word[],
): ReadonlyMap<number, Stand> {
  const contrary = new Set<number | undefined>();
  for (const { word, similarity } of stands.values())
    if (similarity >= SAME && words[word]?.denied === true) contrary.add(words[word]?.clause);
  return new Map([...stands].filter(([, { word }]) => !contrary.has(words[word]?.clause)));
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

/**
 * Whether the answer is about the matter: it says enough of the model answer, enough of its different words are words of
 * the question or stand for words of the model answer, or most of them at least belong to the field.
 */
function isRelated(
  words: readonly Word[],
  stands: ReadonlyMap<number, Stand>,
  asked: ReadonlySet<string>,
  share: number,
): boolean {
  if (share >= RELATED) return true;
  const different = new Map(words.map((word) => [word.key, word]));
  const standing = new Set([...stands.values()].map((stand) => words[stand.word]?.key));
  let tied = 0;
  let field = 0;
  for (const [key, word] of different) {
    if (asked.has(key) || standing.has(key)) tied += 1;
    else if (isOfTheField(word)) field += 1;
  }
  return tied >= TIES || tied / different.size >= RELATED || (tied + field) / different.size >= OF_THE_FIELD;
}

/** Says nothing beyond the words of the question: none of the expected ones, or just the question again. */
function isRepetition(words: readonly Word[], rubric: DerivedRubric, share: number): boolean {
  const asked = new Set(rubric.asked);
  if (words.length === 0 || words.some((word) => !asked.has(word.key))) return false;
  return share === 0 || [...new Set(words.map((word) => word.key))].join(' ') === rubric.asked.join(' ');
}

function evidenceOf(word: Word | undefined, text: Normalised, answer: string): Evidence[] {
  if (word === undefined) return [];
  const [start, end] = originalRange(text, word.from, word.to);
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
  if (isRepetition(words, rubric, share)) return REPEATED;
  const related = code || isRelated(words, stands, asked, share);
  // The root, because the first words tell the most.
  return related ? Math.round(BASE + (100 - BASE) * Math.sqrt(share)) : UNRELATED;
}

/**
 * Grades an answer against a derived rubric. Pure, deterministic, never throws. BASE and the root are fitted to people's
 * grades of the UNT short answer data (Mohler, Bunescu, Mihalcea, ACL 2011), leaving out one question at a time.
 */
export function gradeDerived(rubric: DerivedRubric, answer: string): DerivedGrade {
  const text = normalise(answer);
  const refused = isRefusal(text.text);
  const words = refused ? [] : contentWords(text.text);
  const code = !refused && hasCode(text.text);
  const asked = new Set(rubric.asked);
  const model = rubric.points.map((point) => point.words.map((word) => wordOf(spellingOf(word))));
  const aligned = align(model, words, asked);
  const stands = rubric.denies === true ? aligned : affirmedOnly(aligned, words);
  const empty = rubric.points.length === 0 || (words.length === 0 && !code);
  const earned = empty ? 0 : scoreOf(rubric, words, stands, asked, code);
  const score = rubric.lists !== true && isBareList(text.text) ? Math.min(LIST_CAP, earned) : earned;
  const points = rubric.points.map(({ id, weight }, index) => {
    const stand = stands.get(index);
    const covered = stand !== undefined && stand.similarity >= COVERED;
    return { id, weight, covered, evidence: covered ? evidenceOf(words[stand.word], text, answer) : [] };
  });
  return { score, passed: score >= PASS_SCORE, points };
}
