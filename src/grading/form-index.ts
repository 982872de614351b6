import type { Form } from './form.ts';
import { FIRST_SYLLABLE } from './hangul.ts';
import type { Stem } from './verbs.ts';

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
  readonly filed: Uint16Array | Uint32Array;
}

/**
 * What is filed of a word: its place in `forms`, its atom, the character after those of its key (0 if any may follow), and
 * whether these say it all, so that the form itself need not be looked at: 1 for one plain word, 0 otherwise.
 */
export const ENTRY = { form: 0, atom: 1, next: 2, whole: 3, size: 4 } as const;

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

type File = (key: string | number, next: number, whole: boolean) => void;

function fileVerb(stems: readonly Stem[], file: File): void {
  const starts = stems.map(({ letters }) => [verbKey(letters, 0), letters.charCodeAt(2) || 0] as const);
  for (const [index, [key, next]] of starts.entries()) {
    const alike = starts.filter(([other]) => other === key);
    // Two stems that begin alike are filed once, under what both have.
    if (starts.findIndex(([other]) => other === key) < index) continue;
    file(key, alike.every(([, other]) => other === next) ? next : 0, false);
  }
}

function fileForm({ parts, joined, negative }: Form, file: File): void {
  const first = parts[0];
  const word = !negative && parts.length === 1;
  if (first?.kind === 'exact') file(first.key, 0, word);
  if (joined !== undefined && !(first?.kind === 'exact' && first.key === joined)) file(joined, 0, !negative);
  if (first?.kind === 'noun') {
    const { text } = first;
    if (text.length === 1) file(syllableKey(text, 0), 0, false);
    else file(pairKey(text, 0), text.charCodeAt(2) || 0, word && text.length <= 3);
  }
  if (first?.kind === 'verb') fileVerb(first.stems, file);
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
      fileForm(form, (key, next, whole) => {
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [number, atom, next, whole ? 1 : 0]);
        else list.push(number, atom, next, whole ? 1 : 0);
        entries += 1;
      });
    }
  }
  const korean = new Map<number, number>();
  const other = new Map<string, number>();
  const size = lists.size + ENTRY.size * entries;
  // No number is above that of all entries, except the characters, which have 16 bits.
  const filed = entries > 0xffff ? new Uint32Array(size) : new Uint16Array(size);
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
