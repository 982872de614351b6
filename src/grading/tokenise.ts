import { stemmer } from 'stemmer';
import { isSyllable, toJamo } from './hangul.ts';
import type { Script, Token } from './token.ts';

const NUMBER = /[0-9]+(?:[.,][0-9]+)*%?/y;
const LATIN = /[a-z][a-z0-9]*(?:'[a-z]+)?/y;
const HANGUL = /[\uac00-\ud7a3]+/y;
const ARROW = /<-|->|=>|→|←|:=|==|!=|≠|≤|≥|<=|>=|≈|∝|[=<>+*/^~:∇∂∑∏∞±·-]/y;
/** What a sign may begin with; most other characters are white space. */
const SIGNS = new Set([...'<>-=→←:!≠≤≥≈∝+*/^~∇∂∑∏∞±·'].map((sign) => sign.charCodeAt(0)));
const CLOSING = /^\(?[)\]'"*]+$/;
/** One English word each, whatever the spelling: "non linear", "non-linear", "nonlinear". */
const PREFIXES = new Set(['non', 'un', 'pre', 'over', 'under', 'multi', 'anti']);
const STEMS = new Map<string, string>();

/** Porter's stem (Program 14(3), 1980); words of three letters or fewer and words with digits stay as they are. */
export function stemOf(word: string): string {
  if (word.length <= 3 || /[0-9]/.test(word)) return word;
  let stem = STEMS.get(word);
  if (stem === undefined) {
    stem = stemmer(word);
    // The answers are free text: a bound keeps a hostile stream of new words from filling the memory.
    if (STEMS.size < 50_000) STEMS.set(word, stem);
  }
  return stem;
}

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

/** Whether a Latin word, a number or a sign may begin with a character. */
function mayBegin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || SIGNS.has(code);
}

/** Cuts a normalised text into words, numbers and the signs that carry meaning; everything else separates. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  const read = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0];
  };
  while (index < text.length) {
    const syllable = isSyllable(text, index);
    if (!syllable && !mayBegin(text.charCodeAt(index))) {
      index += 1;
      continue;
    }
    const char = text.charAt(index);
    const last = tokens.at(-1)?.to;
    // A particle after a closing bracket or quotation mark belongs to the word before it: `no_grad()`는, 튜플(tuple)은.
    const glued =
      last !== undefined && (last === index || (index - last <= 4 && CLOSING.test(text.slice(last, index))));
    if (syllable) {
      const word = read(HANGUL) ?? char;
      tokens.push(makeToken('ko', word, index, index + word.length, glued));
      index += word.length;
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
