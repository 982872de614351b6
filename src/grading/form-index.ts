import type { Form } from './form.ts';
import { FIRST_SYLLABLE } from './hangul.ts';

/**
 * The words of a rubric, filed under how they begin: the first two syllables of a Korean noun or its only one, the first
 * consonant and vowel of a Korean verb, the stem of any other word. In numbers rather than objects, as hundreds of
 * rubrics with hundreds of words each stay in memory.
 */
export interface FormIndex {
  /** Each word once; rubrics of one lexicon share them. */
  readonly forms: readonly Form[];
  /** Beginning -> place in `filed`: `pairKey`, `syllableKey` or `verbKey` of Korean words, the key of the token of others. */
  readonly korean: ReadonlyMap<number, number>;
  readonly other: ReadonlyMap<string, number>;
  /** At each place: a number of words, then the `ENTRY` numbers of each of them. */
  readonly filed: Int32Array;
}

/** What is filed of a word: its place in `forms`, its atom, and the character after those of its key, 0 if any may follow. */
export const ENTRY = { form: 0, atom: 1, next: 2, size: 3 } as const;

const SYLLABLES = 11173;
const LETTERS = 64;
const FIRST_LETTER = 0x3130;

/** The key of a word that begins with the two syllables at a place. */
export function pairKey(text: string, at: number): number {
  return syllableKey(text, at) + text.charCodeAt(at + 1) - FIRST_SYLLABLE + 1;
}

/** The key of a word of one syllable. */
export function syllableKey(text: string, at: number): number {
  return (text.charCodeAt(at) - FIRST_SYLLABLE) * SYLLABLES;
}

/** The key of a verb that begins with the two letters at a place; negative, so that it is no pair of syllables. */
export function verbKey(letters: string, at: number): number {
  return -((letters.charCodeAt(at) - FIRST_LETTER) * LETTERS + letters.charCodeAt(at + 1) - FIRST_LETTER);
}

/** The keys of a form, each with the character that follows it. */
function keysOf({ parts, joined }: Form): Map<string | number, number> {
  const first = parts[0];
  const keys = new Map<string | number, number>();
  if (first?.kind === 'exact') keys.set(first.key, 0);
  if (joined !== undefined) keys.set(joined, 0);
  if (first?.kind === 'noun') {
    const { text } = first;
    if (text.length === 1) keys.set(syllableKey(text, 0), 0);
    else keys.set(pairKey(text, 0), text.length > 2 ? text.charCodeAt(2) : 0);
  }
  for (const { letters } of first?.kind === 'verb' ? first.stems : []) {
    const key = verbKey(letters, 0);
    const next = letters.length > 2 ? letters.charCodeAt(2) : 0;
    keys.set(key, (keys.get(key) ?? next) === next ? next : 0);
  }
  return keys;
}

/** Files the words of each atom, in this order. */
export function fileForms(atoms: readonly (readonly Form[])[]): FormIndex {
  const numbers = new Map<Form, number>();
  const lists = new Map<string | number, number[]>();
  let entries = 0;
  for (const [atom, forms] of atoms.entries()) {
    for (const form of new Set(forms)) {
      const number = numbers.get(form) ?? numbers.size;
      numbers.set(form, number);
      for (const [key, next] of keysOf(form)) {
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [number, atom, next]);
        else list.push(number, atom, next);
        entries += 1;
      }
    }
  }
  const korean = new Map<number, number>();
  const other = new Map<string, number>();
  const filed = new Int32Array(lists.size + ENTRY.size * entries);
  let place = 0;
  for (const [key, list] of lists) {
    if (typeof key === 'number') korean.set(key, place);
    else other.set(key, place);
    filed[place] = list.length / ENTRY.size;
    filed.set(list, place + 1);
    place += 1 + list.length;
  }
  return { forms: [...numbers.keys()], korean, other, filed };
}
