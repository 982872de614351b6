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

type Lists = readonly (readonly Filed[])[];

const NONE: Lists = [];
/** What may begin with two given syllables, looked up once a rubric; bounded, as answers are free text. */
const MEMO = new WeakMap<CompiledRubric['index'], Map<string, Lists>>();
const MEMO_SIZE = 4000;

function lookUp(index: CompiledRubric['index'], pair: string): Lists {
  // Nouns are filed under their first two syllables, or the only one; verbs under first consonant and vowel.
  const first = pair.charAt(0);
  const found = [
    index.get(pair),
    pair.length > 1 ? index.get(first) : undefined,
    index.get(`v${toJamo(first).slice(0, 2)}`),
  ];
  const lists = found.filter((list) => list !== undefined);
  return lists.length === 0 ? NONE : lists;
}

/** The forms that may begin at a place in a Korean word. */
function koreanCandidates(index: CompiledRubric['index'], pair: string): Lists {
  let memo = MEMO.get(index);
  if (memo === undefined) {
    memo = new Map();
    MEMO.set(index, memo);
  }
  const known = memo.get(pair);
  if (known !== undefined) return known;
  const lists = lookUp(index, pair);
  if (memo.size < MEMO_SIZE) memo.set(pair, lists);
  return lists;
}

const MIN_SPLIT = 3;
const NOT_FILED: readonly Filed[] = [];

/** "soft max" and "soft-max" for softmax: words written as one that the answer writes as two. */
function splitWord(
  tokens: readonly Token[],
  index: number,
  filed: CompiledRubric['index'],
): readonly Filed[] {
  const first = tokens[index];
  const second = tokens[index + 1];
  if (first?.script !== 'en' || second?.script !== 'en' || second.from !== first.to + 1) return NOT_FILED;
  if (first.text.length < MIN_SPLIT || second.text.length < MIN_SPLIT) return NOT_FILED;
  const whole = first.text + second.text;
  const found = filed.get(first.text + second.key) ?? NOT_FILED;
  return found.filter(({ form: { parts } }) => {
    const [part] = parts;
    // "data parallelism" is not the class DataParallel: only a plural may differ.
    return (
      parts.length === 1 && part?.kind === 'exact' && part.text.replace(/s$/, '') === whole.replace(/s$/, '')
    );
  });
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
    const tryAll = (lists: Lists, offset: number): void => {
      for (const filed of lists) {
        for (const { form, atom } of filed) {
          const to = matchForm(form, tokens, i, offset);
          if (to > i) add(atom, i, to, form.negative);
        }
      }
    };
    if (token.script === 'ko') {
      const last = Math.min(token.text.length - 2, MAX_INNER_START);
      tryAll(koreanCandidates(rubric.index, token.text.slice(0, 2)), 0);
      for (let offset = 2; offset <= last; offset++) {
        tryAll(koreanCandidates(rubric.index, token.text.slice(offset, offset + 2)), offset);
      }
    } else {
      const filed = rubric.index.get(token.key);
      if (filed !== undefined) tryAll([filed], 0);
      for (const { form, atom } of splitWord(tokens, i, rubric.index)) add(atom, i, i + 2, form.negative);
    }
    // Only a word that means nothing as it stands is taken for a misspelling.
    if (found.length === before) for (const atom of closest(token, rubric.index)) add(atom, i, i + 1, false);
  }
  return found;
}
