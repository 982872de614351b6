import type { Form } from './form.ts';
import { ENTRY, type FormIndex } from './form-index.ts';
import { letterCount, toJamo } from './hangul.ts';
import type { Token } from './token.ts';

/**
 * Misspelt words: one edit (insertion, deletion, replacement, transposition) for words of 5 to 8 letters, two above;
 * Hangul counts in jamo and needs three syllables. Shorter words get no tolerance, as a slip makes another word of them.
 * Distance: optimal string alignment (restricted Damerau-Levenshtein).
 */

const MIN_SYLLABLES = 3;
const MIN_LETTERS = 5;

/** Optimal string alignment distance, or `limit + 1` as soon as it is known to be above the limit. */
export function distanceWithin(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let two: number[] = [];
  let one: number[] = [];
  for (let j = 0; j <= b.length; j++) one.push(j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((one[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (one[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (two[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    two = one;
    one = row;
  }
  return one[b.length] ?? limit + 1;
}

/** What a slip in a word is looked for in. */
interface Spelling {
  readonly letters: string;
  /** 0 for a Latin word. */
  readonly syllables: number;
  /** Edits that are tolerated. */
  readonly limit: number;
}

/** A Latin word or a Korean noun long enough to be recognised with a slip in it. */
function spellingIn(form: Form | undefined): Spelling | undefined {
  const parts = form?.parts ?? [];
  const [part, second] = parts;
  if (part === undefined || part.kind === 'verb') return undefined;
  if (part.kind === 'exact') {
    if (second !== undefined || part.text.length < MIN_LETTERS || !/^[a-z]+$/.test(part.text))
      return undefined;
    return { letters: part.text, syllables: 0, limit: part.text.length > 8 ? 2 : 1 };
  }
  let text = '';
  for (const one of parts) {
    if (one.kind !== 'noun') return undefined;
    text += one.text;
  }
  if (text.length < MIN_SYLLABLES) return undefined;
  const letters = toJamo(text);
  return { letters, syllables: text.length, limit: letters.length > 8 && text.length >= 5 ? 2 : 1 };
}

/** A bit for each letter that occurs; an edit changes two of them at most. */
function bitsOf(letters: string, from: number, to: number): number {
  let bits = 0;
  for (let i = from; i < to; i++) bits |= 1 << (letters.charCodeAt(i) & 31);
  return bits;
}

/** Whether more than `limit` edits lie between words with these letters. */
function differsIn(bits: number, limit: number): boolean {
  let rest = bits;
  for (let count = 2 * limit; rest !== 0; count--) {
    if (count === 0) return true;
    rest &= rest - 1;
  }
  return false;
}

/** Numbers of a candidate in its list, so that most are ruled out without a look at its letters. */
const BITS = 0;
const LENGTH = 1;
const SYLLABLES = 2;
const LIMIT = 3;
const FORM = 4;
const ATOM = 5;
const SIZE = 6;

/** Words of a rubric by their first letter, which a slip is taken to leave alone. */
type Candidates = ReadonlyMap<number, Int32Array>;

const CANDIDATES = new WeakMap<FormIndex, Candidates>();

function candidatesOf(index: FormIndex): Candidates {
  const known = CANDIDATES.get(index);
  if (known !== undefined) return known;
  const lists = new Map<number, number[]>();
  for (let place = 0; place < index.filed.length; ) {
    const end = place + 1 + ENTRY.size * (index.filed[place] ?? 0);
    for (let at = place + 1; at < end; at += ENTRY.size) {
      const form = index.filed[at + ENTRY.form] ?? 0;
      const spelling = spellingIn(index.forms[form]);
      if (spelling === undefined) continue;
      const { letters, syllables, limit } = spelling;
      const list = lists.get(letters.charCodeAt(0)) ?? [];
      lists.set(letters.charCodeAt(0), list);
      const bits = bitsOf(letters, 0, letters.length);
      list.push(bits, letters.length, syllables, limit, form, index.filed[at + ENTRY.atom] ?? 0);
    }
    place = end;
  }
  const candidates = new Map([...lists].map(([letter, list]) => [letter, Int32Array.from(list)]));
  CANDIDATES.set(index, candidates);
  return candidates;
}

/** One edit leaves the first or the second half of a word as it was: rules most words out without a distance. */
function sharesHalf(a: string, b: string): boolean {
  const half = Math.floor((Math.min(a.length, b.length) - 1) / 2);
  return a.slice(0, half) === b.slice(0, half) || a.slice(a.length - half) === b.slice(b.length - half);
}

/** Longer runs of syllables are compared by their beginning only; no word of a rubric is as long. */
const MAX_SYLLABLES = 64;

/** For each number of syllables at the beginning of a token: how many letters they have, and the bits of these. */
function headsOf(token: Token): { readonly lengths: readonly number[]; readonly bits: readonly number[] } {
  const lengths = [0];
  const bits = [0];
  let length = 0;
  let seen = 0;
  for (let i = 0; i < token.text.length && i < MAX_SYLLABLES; i++) {
    const next = length + letterCount(token.text, i);
    seen |= bitsOf(token.key, length, next);
    length = next;
    lengths.push(length);
    bits.push(seen);
  }
  return { lengths, bits };
}

const NONE: ReadonlySet<number> = new Set();

/** Atoms whose words are within the tolerance of a token; a Korean token may go on with particles after the word. */
export function closest(token: Token, index: FormIndex): ReadonlySet<number> {
  const korean = token.script === 'ko';
  if (korean ? token.text.length < MIN_SYLLABLES : token.script !== 'en' || token.text.length < MIN_LETTERS)
    return NONE;
  const letters = korean ? token.key : token.text;
  const list = candidatesOf(index).get(letters.charCodeAt(0));
  if (list === undefined) return NONE;
  const { lengths, bits } = korean
    ? headsOf(token)
    : { lengths: [letters.length], bits: [bitsOf(letters, 0, letters.length)] };
  let atoms: Set<number> | undefined;
  for (let at = 0; at < list.length; at += SIZE) {
    const syllables = Math.min(list[at + SYLLABLES] ?? 0, lengths.length - 1);
    const length = lengths[syllables] ?? 0;
    const limit = list[at + LIMIT] ?? 0;
    if (Math.abs(length - (list[at + LENGTH] ?? 0)) > limit) continue;
    if (differsIn((bits[syllables] ?? 0) ^ (list[at + BITS] ?? 0), limit)) continue;
    const wanted = spellingIn(index.forms[list[at + FORM] ?? 0])?.letters ?? '';
    const written = letters.slice(0, length);
    if (limit === 1 && !sharesHalf(written, wanted)) continue;
    if (distanceWithin(written, wanted, limit) > limit) continue;
    atoms ??= new Set();
    atoms.add(list[at + ATOM] ?? 0);
  }
  return atoms ?? NONE;
}
