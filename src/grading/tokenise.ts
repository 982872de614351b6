import { isSyllable, toJamo } from './hangul.ts';
import { marksIn, mayHaveMarks, signedWordAt } from './signs.ts';
import { stemOf } from './stem.ts';
import type { Script, Token } from './token.ts';

const NUMBER = /[0-9]+(?:[.,][0-9]+)*%?/y;
const LATIN = /[a-z][a-z0-9]*(?:'[a-z]+)?/y;
const HANGUL = /[\uac00-\ud7a3]+/y;
const ARROW = /<-|->|=>|→|←|:=|==|!=|≠|≤|≥|<=|>=|≈|∝|[=<>+*/^~:∇∂∑∏∞±·-]/y;
/** What a sign may begin with; most other characters are white space. */
const SIGNS = new Set([...'<>-=→←:!≠≤≥≈∝+*/^~∇∂∑∏∞±·'].map((sign) => sign.charCodeAt(0)));
const CLOSING = /^\(?[)\]'"*]+$/;
/** One English word each, whatever the spelling: "non linear", "non-linear", "nonlinear". */
const PREFIXES = new Set([
  'non',
  'un',
  'pre',
  'over',
  'under',
  'multi',
  'anti',
  're',
  'sub',
  'semi',
  'auto',
  'inter',
  'dis',
  'mis',
  'de',
]);

/** Terms whose first syllable is a prefix that some set apart; elsewhere such a syllable is a word of its own. */
const SPLIT_NOUN =
  /^(?:과 (?:적합|소적합|대적합)|(?:역|순) 전파|비 (?:선형|지도|볼록|모수)|준 지도|편 미분|(?:고|저|다) 차원|다 층)/;
/** Verbs that are read as a word of their own after 안 and 못; 안되다 and 못하다 are one word, and 안정 is a noun. */
const DENIED =
  /^[안못](?=흔들|지켜|나오|나와|나옴|보이|보여|걸리|걸려|생기|생겨|떨어지|떨어져|빠지|빠져|일어|받[아는고]|바뀌|바뀜|변하|변함|변해|줄어|줄이|줄여|늘어|늘려|써|쓰|들어|움직|배우|외우|의존|풀[리려])/;
const LETTER = /[a-z0-9]/;
const NO_MARKS: ReadonlyMap<number, string> = new Map();

function makeToken(script: Script, text: string, from: number, to: number, glued: boolean): Token {
  const key = script === 'ko' ? toJamo(text) : script === 'en' ? stemOf(text) : text;
  return { script, text, key, from, to, glued, than: false, polarity: 'affirmed' };
}

function latinTokens(raw: string, from: number, glued: boolean): Token[] {
  const to = from + raw.length;
  const apostrophe = raw.indexOf("'");
  if (apostrophe < 0) return [makeToken('en', raw, from, to, glued)];
  const base = raw.slice(0, apostrophe);
  if (raw.endsWith("n't")) {
    return [
      makeToken('en', raw === "can't" ? 'can' : base.slice(0, -1) || base, from, from + apostrophe, glued),
      makeToken('en', 'not', from + apostrophe, to, true),
    ];
  }
  return [makeToken('en', base, from, to, glued)];
}

/** Joins a free-standing prefix to its word, so that "non-linear" is never read as "linear". */
function joinPrefixes(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const gap = before === undefined ? '' : text.slice(before.to, token.from);
    if (before !== undefined && gap === ' ' && SPLIT_NOUN.test(`${before.text} ${token.text}`)) {
      joined.pop();
      joined.push(makeToken('ko', before.text + token.text, before.from, token.to, before.glued));
      continue;
    }
    const joins =
      before !== undefined &&
      before.script === 'en' &&
      token.script === 'en' &&
      PREFIXES.has(before.text) &&
      (gap === '-' || (before.text === 'non' && gap === ' '));
    if (before !== undefined && joins) {
      joined.pop();
      joined.push(makeToken('en', before.text + token.text, before.from, token.to, before.glued));
    } else joined.push(token);
  }
  return joined;
}

/** A mark of notes, or a word with signs in it. */
function specialAt(
  text: string,
  index: number,
  marks: ReadonlyMap<number, string>,
  glued: boolean,
): Token | undefined {
  const mark = marks.get(index);
  if (mark !== undefined) return makeToken('ko', mark, index, index + 1, false);
  const char = text.charAt(index);
  if (char < 'a' || char > 'z' || LETTER.test(text.charAt(index - 1))) return undefined;
  const signed = signedWordAt(text, index);
  return signed === undefined ? undefined : makeToken('en', signed.text, index, index + signed.length, glued);
}

/** Whether a Latin word, a number or a sign may begin with a character. */
function mayBegin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || SIGNS.has(code);
}

/** Cuts a normalised text into words, numbers and the signs that carry meaning; everything else separates. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const marks = mayHaveMarks(text) ? marksIn(text) : NO_MARKS;
  let index = 0;
  const read = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0];
  };
  while (index < text.length) {
    const syllable = isSyllable(text, index);
    if (!syllable && !mayBegin(text.charCodeAt(index)) && !marks.has(index)) {
      index += 1;
      continue;
    }
    const char = text.charAt(index);
    const last = tokens.at(-1)?.to;
    // A particle after a closing bracket or quotation mark belongs to the word before it: `no_grad()`는, 튜플(tuple)은.
    const glued =
      last !== undefined && (last === index || (index - last <= 4 && CLOSING.test(text.slice(last, index))));
    const special = specialAt(text, index, marks, glued);
    if (special !== undefined) {
      tokens.push(special);
      index = special.to;
    } else if (syllable) {
      const word = read(HANGUL) ?? char;
      const denies = (char === '안' || char === '못') && DENIED.test(word);
      const verb = denies ? index + 1 : index;
      if (verb > index) tokens.push(makeToken('ko', char, index, verb, glued));
      const rest = word.slice(verb - index);
      tokens.push(makeToken('ko', rest, verb, verb + rest.length, verb === index && glued));
      index = verb + rest.length;
    } else if (char >= 'a' && char <= 'z') {
      const word = read(LATIN) ?? char;
      tokens.push(...latinTokens(word, index, glued));
      index += word.length;
    } else if (char >= '0' && char <= '9') {
      const word = read(NUMBER) ?? char;
      tokens.push(makeToken('number', word, index, index + word.length, glued));
      index += word.length;
    } else {
      const sign = read(ARROW);
      // A hyphen inside a word separates its parts without being a sign of its own.
      const hyphen = sign === '-' && glued && /[a-z\uac00-\ud7a3]/.test(text.charAt(index + 1));
      if (sign !== undefined && !hyphen)
        tokens.push(makeToken('symbol', sign, index, index + sign.length, glued));
      index += sign?.length ?? 1;
    }
  }
  return joinPrefixes(tokens, text);
}
