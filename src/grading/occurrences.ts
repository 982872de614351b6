import type { CompiledRubric } from './compile.ts';
import { type Form, matchForm } from './form.ts';
import { type FormIndex, pairKey, syllableKey, verbKey } from './form-index.ts';
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

/** Cheap test that rules out most words at a place: whether the first part of the form begins there. */
function begins({ parts }: Form, token: Token, offset: number, letter: number): boolean {
  const [first] = parts;
  if (first === undefined || first.kind === 'exact') return offset === 0;
  if (first.kind === 'noun') return token.text.startsWith(first.text, offset);
  for (const { letters } of first.stems) if (token.key.startsWith(letters, letter)) return true;
  return false;
}

/** Where words may begin in the rubric that begin at a place in a Korean token. */
function tryKorean(
  token: Token,
  { korean }: FormIndex,
  tryAll: (place: number | undefined, offset: number, letter: number) => void,
): void {
  const { text, key } = token;
  if (text.length > 1) tryAll(korean.get(pairKey(text, 0)), 0, 0);
  tryAll(korean.get(syllableKey(text, 0)), 0, 0);
  tryAll(korean.get(verbKey(key, 0)), 0, 0);
  const last = Math.min(text.length - 2, MAX_INNER_START);
  if (last < 2) return;
  let letter = letterCount(text, 0) + letterCount(text, 1);
  for (let offset = 2; offset <= last; offset++) {
    tryAll(korean.get(pairKey(text, offset)), offset, letter);
    tryAll(korean.get(verbKey(key, letter)), offset, letter);
    letter += letterCount(text, offset);
  }
}

/** All occurrences in the order of the text; linear in the number of tokens. */
export function occurrencesOf(reading: Reading, rubric: CompiledRubric): Occurrence[] {
  const found: Occurrence[] = [];
  const { tokens } = reading;
  const { forms, other, filed } = rubric.index;
  const add = (atom: number, from: number, to: number, negative: boolean): void => {
    let than = false;
    for (let i = from; i < to; i++) than ||= tokens[i]?.than === true;
    const denying = negative || NEGATOR.test(tokens[to - 1]?.text ?? '');
    found.push({ atom, from, to, polarity: polarityOf(tokens, from, to, negative), than, denying });
  };
  for (const [i, token] of tokens.entries()) {
    const before = found.length;
    const tryAll = (place: number | undefined, offset: number, letter: number): void => {
      if (place === undefined) return;
      const end = place + 1 + 2 * (filed[place] ?? 0);
      for (let at = place + 1; at < end; at += 2) {
        const form = forms[filed[at] ?? 0];
        if (form === undefined || !begins(form, token, offset, letter)) continue;
        const to = matchForm(form, tokens, i, offset);
        if (to > i) add(filed[at + 1] ?? 0, i, to, form.negative);
      }
    };
    if (token.script === 'ko') tryKorean(token, rubric.index, tryAll);
    else tryAll(other.get(token.key), 0, 0);
    // Only a word that means nothing as it stands is taken for a misspelling.
    if (found.length === before) for (const atom of closest(token, rubric.index)) add(atom, i, i + 1, false);
  }
  return found;
}
