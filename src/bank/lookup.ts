import { convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul';
import { distance } from 'fastest-levenshtein';
import fuzzysort from 'fuzzysort';
import type { Locale } from '../cards/inline.ts';
import type { Bank } from './bank.ts';

/**
 * Finds terms, questions and demos by name, alias, id, half-typed syllable, initial consonants or on the wrong keyboard layout.
 * Literal hits always stand before consonant hits, as initials fit far more than was meant.
 */

export interface Hit {
  readonly kind: 'term' | 'question' | 'demo';
  readonly id: string;
  readonly title: string;
  /** 0 to 1. */
  readonly score: number;
}

interface Entry {
  readonly kind: Hit['kind'];
  readonly id: string;
  readonly title: Readonly<Record<Locale, string>>;
}

interface Key {
  readonly entry: Entry;
  readonly spaceless: string;
  readonly letters: ReturnType<typeof fuzzysort.prepare>;
  readonly initials: string;
  /** A name counts more than an alias, both more than the words of a question. */
  readonly rank: number;
}

const THRESHOLD = 0.45;
/** Letters (jamo) that a query needs before a slip in it is guessed at. */
const MIN_MISSPELT = 5;
const INITIALS_ONLY = /^[ㄱ-ㅎ]+$/;

function spaceless(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_·-]+/g, '');
}

function keyOf(entry: Entry, text: string, rank: number): Key {
  const plain = spaceless(text);
  return {
    entry,
    spaceless: plain,
    letters: fuzzysort.prepare(disassemble(plain)),
    initials: getChoseong(plain).replaceAll(/\s/g, ''),
    rank,
  };
}

export interface Lookup {
  search(query: string, locale: Locale, limit: number, kinds?: readonly Hit['kind'][]): readonly Hit[];
}

function literalScore(key: Key, query: string): number {
  if (key.spaceless === query) return 1;
  if (key.spaceless.startsWith(query)) return 0.9 + 0.05 * (query.length / key.spaceless.length);
  if (query.length >= 2 && key.spaceless.includes(query))
    return 0.75 + 0.05 * (query.length / key.spaceless.length);
  return 0;
}

function scoreAll(keys: readonly Key[], query: string): Map<Entry, number> {
  const best = new Map<Entry, number>();
  const note = (key: Key, score: number): void => {
    const ranked = score * key.rank;
    if (ranked > (best.get(key.entry) ?? 0)) best.set(key.entry, ranked);
  };
  if (INITIALS_ONLY.test(query)) {
    for (const key of keys) {
      if (key.initials === query) note(key, 0.7);
      else if (key.initials.startsWith(query)) note(key, 0.6);
      else if (query.length >= 3 && key.initials.includes(query)) note(key, 0.5);
    }
    return best;
  }
  for (const key of keys) {
    const score = literalScore(key, query);
    if (score > 0) note(key, score);
  }
  for (const result of fuzzysort.go(disassemble(query), keys, {
    key: 'letters',
    threshold: THRESHOLD,
    limit: 200,
  }))
    note(result.obj, result.score * 0.85);
  return best;
}

/** Names within a quarter of their letters of a misspelt query; asked only when nothing else fits. */
function misspelt(keys: readonly Key[], query: string): Map<Entry, number> {
  const best = new Map<Entry, number>();
  const letters = disassemble(query);
  if (letters.length < MIN_MISSPELT) return best;
  for (const key of keys) {
    const target = key.letters.target;
    if (Math.abs(target.length - letters.length) > 2) continue;
    const far = distance(letters, target) / Math.max(target.length, letters.length);
    const score = (1 - far) * 0.8 * key.rank;
    if (far <= 0.25 && score > (best.get(key.entry) ?? 0)) best.set(key.entry, score);
  }
  return best;
}

/** A demo as look-up needs it; demos themselves are no matter of the bank. */
export interface DemoName {
  readonly id: string;
  readonly title: Readonly<Record<Locale, string>>;
}

/** Builds the index once; a query over 2,000 names takes a fraction of a millisecond. */
export function createLookup(
  bank: Pick<Bank, 'terms' | 'questions'>,
  demos: readonly DemoName[] = [],
): Lookup {
  const keys: Key[] = [];
  for (const term of bank.terms.values()) {
    const entry: Entry = { kind: 'term', id: term.id, title: { ko: term.ko, en: term.en } };
    for (const name of new Set([term.ko, term.en, term.id])) keys.push(keyOf(entry, name, 1));
    for (const alias of term.aliases) keys.push(keyOf(entry, alias, 0.98));
  }
  for (const question of bank.questions.values()) {
    const entry: Entry = { kind: 'question', id: question.id, title: question.question };
    keys.push(keyOf(entry, question.id, 0.95));
    for (const text of [question.question.ko, question.question.en]) keys.push(keyOf(entry, text, 0.8));
  }
  for (const demo of demos) {
    const entry: Entry = { kind: 'demo', id: demo.id, title: demo.title };
    // Below a term or question of the same name: whoever looks a word up wants it explained first.
    keys.push(keyOf(entry, demo.id, 0.93));
    for (const title of [demo.title.ko, demo.title.en]) keys.push(keyOf(entry, title, 0.9));
  }
  return {
    search(query, locale, limit, kinds) {
      const typed = spaceless(query);
      if (typed === '') return [];
      let scores = scoreAll(keys, typed);
      if (scores.size === 0 && /^[a-z]+$/.test(typed)) {
        const hangul = spaceless(convertQwertyToHangul(query.trim()));
        scores = new Map([...scoreAll(keys, hangul)].map(([entry, score]) => [entry, score * 0.8]));
      }
      if (scores.size === 0) scores = misspelt(keys, typed);
      return [...scores]
        .filter(([entry]) => kinds === undefined || kinds.includes(entry.kind))
        .sort(
          (a, b) =>
            b[1] - a[1] ||
            a[0].title[locale].length - b[0].title[locale].length ||
            (a[0].id < b[0].id ? -1 : 1),
        )
        .slice(0, limit)
        .map(([entry, score]) => ({
          kind: entry.kind,
          id: entry.id,
          title: entry.title[locale],
          score: Math.round(score * 1000) / 1000,
        }));
    },
  };
}
