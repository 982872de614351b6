import type { CompiledRubric, Filed } from './compile.ts';
import { matchForm } from './form.ts';
import { toJamo } from './hangul.ts';
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

const NEGATOR = /^(?:없|않|못|아니|아닌|아님|아닙|not$|no$|never$|without$|cannot$)/;

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

/** Where inside a Korean word a noun may begin: at its start, or after two syllables of another noun (미니|배치). */
function startsIn(token: Token): number[] {
  const starts = [0];
  if (token.script === 'ko') for (let i = 2; i < Math.min(token.text.length, 24); i++) starts.push(i);
  return starts;
}

const NONE: readonly Filed[] = [];

/** The forms that may begin at a place, by kind, so that no list has to be put together. */
function* candidates(
  index: CompiledRubric['index'],
  token: Token,
  offset: number,
): Iterable<readonly Filed[]> {
  if (token.script !== 'ko') {
    yield index.get(token.key) ?? NONE;
    return;
  }
  // Nouns are filed under their first two syllables, or the only one; verbs under first consonant and vowel.
  yield index.get(token.text.slice(offset, offset + 2)) ?? NONE;
  if (offset + 1 < token.text.length) yield index.get(token.text.charAt(offset)) ?? NONE;
  const letters = offset === 0 ? token.key : toJamo(token.text.charAt(offset));
  yield index.get(`v${letters.slice(0, 2)}`) ?? NONE;
}

/** All occurrences in the order of the text; linear in the number of tokens. */
export function occurrencesOf(reading: Reading, rubric: CompiledRubric): Occurrence[] {
  const found: Occurrence[] = [];
  const { tokens } = reading;
  const add = (atom: number, from: number, to: number, negative: boolean): void => {
    let than = false;
    for (let i = from; i < to; i++) than ||= tokens[i]?.than === true;
    const denying = negative || NEGATOR.test(tokens[to - 1]?.text ?? '');
    found.push({ atom, from, to, polarity: polarityOf(tokens, from, to, negative), than, denying });
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const before = found.length;
    for (const offset of startsIn(token)) {
      for (const filed of candidates(rubric.index, token, offset)) {
        for (const { form, atom } of filed) {
          const to = matchForm(form, tokens, i, offset);
          if (to > i) add(atom, i, to, form.negative);
        }
      }
    }
    // Only a word that means nothing as it stands is taken for a misspelling.
    if (found.length === before) for (const atom of closest(token, rubric.index)) add(atom, i, i + 1, false);
  }
  return found;
}
