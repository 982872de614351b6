import type { Form } from './form.ts';
import type { FormIndex } from './form-index.ts';
import { toJamo } from './hangul.ts';
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
  let one = Array.from({ length: b.length + 1 }, (_, j) => j);
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

interface Spelling {
  readonly letters: string;
  readonly syllables: number;
  readonly atom: number;
}

const SPELLINGS = new WeakMap<FormIndex, ReadonlyMap<string, readonly Spelling[]>>();

function spellingIn({ parts }: Form, atom: number): Spelling | undefined {
  const [part, second] = parts;
  if (part === undefined || part.kind === 'verb') return undefined;
  if (part.kind === 'exact')
    return second === undefined && /^[a-z]+$/.test(part.text)
      ? { letters: part.text, syllables: 0, atom }
      : undefined;
  const texts = parts.map((one) => (one.kind === 'noun' ? one.text : ''));
  const text = texts.includes('') ? '' : texts.join('');
  return text.length >= MIN_SYLLABLES ? { letters: toJamo(text), syllables: text.length, atom } : undefined;
}

/** The rubric's words by their first letter, which a slip is taken to leave alone. */
function spellingsOf(index: FormIndex): ReadonlyMap<string, readonly Spelling[]> {
  const known = SPELLINGS.get(index);
  if (known !== undefined) return known;
  const byLetter = new Map<string, Spelling[]>();
  for (let place = 0; place < index.filed.length; ) {
    const end = place + 1 + 2 * (index.filed[place] ?? 0);
    for (let at = place + 1; at < end; at += 2) {
      const form = index.forms[index.filed[at] ?? 0];
      const spelling = form === undefined ? undefined : spellingIn(form, index.filed[at + 1] ?? 0);
      if (spelling === undefined) continue;
      const letter = spelling.letters.charAt(0);
      const list = byLetter.get(letter);
      if (list === undefined) byLetter.set(letter, [spelling]);
      else list.push(spelling);
    }
    place = end;
  }
  SPELLINGS.set(index, byLetter);
  return byLetter;
}

/** One edit leaves the first or the second half of a word as it was: rules most words out without a distance. */
function sharesHalf(a: string, b: string): boolean {
  const half = Math.floor((Math.min(a.length, b.length) - 1) / 2);
  return a.slice(0, half) === b.slice(0, half) || a.slice(a.length - half) === b.slice(b.length - half);
}

/** The letters of the first syllables of a token: a prefix of its key, found by counting. */
function headOf(token: Token, syllables: number): string {
  if (syllables === token.text.length) return token.key;
  return toJamo(token.text.slice(0, syllables));
}

/** Atoms whose words are within the tolerance of a token; a Korean token may go on with particles after the word. */
export function closest(token: Token, index: FormIndex): Set<number> {
  const atoms = new Set<number>();
  const korean = token.script === 'ko';
  if (korean ? token.text.length < MIN_SYLLABLES : token.script !== 'en' || token.text.length < MIN_LETTERS)
    return atoms;
  for (const spelling of spellingsOf(index).get(korean ? token.key.charAt(0) : token.text.charAt(0)) ?? []) {
    if (korean !== spelling.syllables > 0 || spelling.letters.length < MIN_LETTERS) continue;
    const limit = spelling.letters.length > 8 && (!korean || spelling.syllables >= 5) ? 2 : 1;
    if (!korean) {
      if (limit === 1 && !sharesHalf(token.text, spelling.letters)) continue;
      if (distanceWithin(token.text, spelling.letters, limit) <= limit) atoms.add(spelling.atom);
      continue;
    }
    const head = headOf(token, Math.min(token.text.length, spelling.syllables));
    if (limit === 1 && !sharesHalf(head, spelling.letters)) continue;
    if (distanceWithin(head, spelling.letters, limit) <= limit) atoms.add(spelling.atom);
  }
  return atoms;
}
