import type { CompiledRubric } from './compile.ts';
import { type Form, matchForm } from './form.ts';
import { ENTRY, type FormIndex, pairKey, syllableKey, verbKey } from './form-index.ts';
import { letterCount } from './hangul.ts';
import type { Polarity, Reading, Token } from './token.ts';
import { closest } from './typo.ts';

/** A word of the rubric found in the answer: token range, end exclusive. */
export interface Occurrence {
  readonly atom: number;
  readonly from: number;
  readonly to: number;
  readonly polarity: Polarity;
  readonly than: boolean;
  /** The word itself says that something is not so (필요 없다, 않다): the words beside it are in its shadow. */
  readonly denying: boolean;
}

const NEGATOR =
  /^(?:어렵|어려|힘들|힘드|곤란|불가|없|않|못|아니|아닌|아님|아닙|not$|no$|never$|without$|cannot$)/;

function polarityOf(tokens: readonly Token[], from: number, to: number, negative: boolean): Polarity {
  if (negative) {
    // Its own negator has negated it already; only a second one (필요 없지 않다) takes the meaning back.
    for (let i = from; i < to; i++) if (tokens[i]?.polarity === 'negated') return 'affirmed';
    return 'negated';
  }
  let polarity: Polarity = 'affirmed';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token?.polarity === 'negated') return 'negated';
    if (token?.polarity === 'shadowed') polarity = 'shadowed';
  }
  return polarity;
}

/**
 * A noun may begin at the start of a Korean word, or after two syllables of another noun (미니|배치); words longer than
 * this are no compounds but text without spaces, and what is in them is found by their beginning only.
 */
const MAX_INNER_START = 24;

/** Whether the first part of a form begins at a place in a token. */
function begins(form: Form, token: Token, offset: number, letter: number): boolean {
  const first = form.parts[0];
  if (first === undefined || first.kind === 'exact') return offset === 0;
  if (first.kind === 'noun') {
    if (token.text.length - offset >= first.text.length) return token.text.startsWith(first.text, offset);
    // It may go on in the next word: 학습 률.
    return form.parts.length === 1 && first.text.startsWith(token.text.slice(offset));
  }
  for (const { letters } of first.stems) if (token.key.startsWith(letters, letter)) return true;
  return false;
}

/** Tries the words filed at a place; `offset` and `letter` say where in the token, `next` which character follows the key. */
type Try = (place: number | undefined, offset: number, letter: number, next: number) => void;

/** A noun may go on in the next word (학습 률): `following` is the syllable that one begins with, or 0. */
function tryKorean(
  { text, key }: Token,
  following: number,
  korean: FormIndex['korean'],
  tryFiled: Try,
): void {
  if (text.length > 1) tryFiled(korean.get(pairKey(text, 0)), 0, 0, text.charCodeAt(2) || following);
  tryFiled(korean.get(syllableKey(text, 0)), 0, 0, 0);
  tryFiled(korean.get(verbKey(key, 0)), 0, 0, key.charCodeAt(2));
  const last = Math.min(text.length - 2, MAX_INNER_START);
  if (last < 2) return;
  let letter = letterCount(text, 0) + letterCount(text, 1);
  for (let offset = 2; offset <= last; offset++) {
    tryFiled(korean.get(pairKey(text, offset)), offset, letter, text.charCodeAt(offset + 2) || following);
    tryFiled(korean.get(verbKey(key, letter)), offset, letter, key.charCodeAt(letter + 2));
    letter += letterCount(text, offset);
  }
}

const MIN_SPLIT = 3;
const NOT_FILED: readonly number[] = [];

/** The atoms of "soft max" and "soft-max" for softmax: words written as one that the answer writes as two. */
function splitWord(first: Token, second: Token, { forms, other, filed }: FormIndex): readonly number[] {
  if (first.script !== 'en' || second.script !== 'en' || second.from !== first.to + 1) return NOT_FILED;
  if (first.text.length < MIN_SPLIT || second.text.length < MIN_SPLIT) return NOT_FILED;
  const place = other.get(first.text + second.key);
  if (place === undefined) return NOT_FILED;
  const whole = first.text + second.text;
  const atoms: number[] = [];
  const end = place + 1 + ENTRY.size * (filed[place] ?? 0);
  for (let at = place + 1; at < end; at += ENTRY.size) {
    const parts = forms[filed[at + ENTRY.form] ?? 0]?.parts ?? [];
    const [part] = parts;
    // "data parallelism" is not the class DataParallel: only a plural may differ.
    if (
      parts.length === 1 &&
      part?.kind === 'exact' &&
      part.text.replace(/s$/, '') === whole.replace(/s$/, '')
    )
      atoms.push(filed[at + ENTRY.atom] ?? 0);
  }
  return atoms;
}

/** All occurrences in the order of the text; linear in the number of tokens. */
export function occurrencesOf(reading: Reading, rubric: CompiledRubric): Occurrence[] {
  const found: Occurrence[] = [];
  const { tokens } = reading;
  const { forms, korean, other, filed } = rubric.index;
  const add = (atom: number, from: number, to: number, negative: boolean): void => {
    let than = false;
    for (let i = from; i < to; i++) than ||= tokens[i]?.than === true;
    const denying = negative || NEGATOR.test(tokens[to - 1]?.text ?? '');
    found.push({ atom, from, to, polarity: polarityOf(tokens, from, to, negative), than, denying });
  };
  // One function for all tokens, as there are many of them.
  let index = 0;
  const tryFiled: Try = (place, offset, letter, next) => {
    const token = tokens[index];
    if (place === undefined || token === undefined) return;
    const end = place + 1 + ENTRY.size * (filed[place] ?? 0);
    for (let at = place + 1; at < end; at += ENTRY.size) {
      const wanted = filed[at + ENTRY.next];
      if (wanted !== 0 && wanted !== next) continue;
      const atom = filed[at + ENTRY.atom] ?? 0;
      if (filed[at + ENTRY.whole] === 1 && (wanted === 0 || offset + 2 < token.text.length)) {
        add(atom, index, index + 1, false);
        continue;
      }
      const form = forms[filed[at + ENTRY.form] ?? 0];
      if (form === undefined || !begins(form, token, offset, letter)) continue;
      const to = matchForm(form, tokens, index, offset);
      if (to > index) add(atom, index, to, form.negative);
    }
  };
  for (const token of tokens) {
    const before = found.length;
    const next = tokens[index + 1];
    if (token.script === 'ko') {
      const goesOn = next !== undefined && next.script === 'ko' && !next.glued;
      tryKorean(token, goesOn ? next.text.charCodeAt(0) : 0, korean, tryFiled);
    } else {
      tryFiled(other.get(token.key), 0, 0, 0);
      if (next !== undefined)
        for (const atom of splitWord(token, next, rubric.index)) add(atom, index, index + 2, false);
    }
    // Only a word that means nothing as it stands is taken for a misspelling.
    if (found.length === before)
      for (const atom of closest(token, rubric.index)) add(atom, index, index + 1, false);
    index += 1;
  }
  return found;
}
