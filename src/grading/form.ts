import { toJamo } from './hangul.ts';
import { spellingOf } from './normalise.ts';
import { isParticles } from './particles.ts';
import { stemOf } from './stem.ts';
import type { Token } from './token.ts';
import { tokenise } from './tokenise.ts';
import { type Stem, stemLength, stemsOf } from './verbs.ts';

/** One way of writing a word: 기울기 소실, 줄이다, "learning rate", L2. Matched against tokens, inflection and spacing aside. */
export interface Form {
  readonly parts: readonly Part[];
  /** English parts written as one word ("minibatch" for "mini batch"). */
  readonly joined: string | undefined;
  /** Contains its own negator (필요 없다, "no longer"), which therefore does not negate it. */
  readonly negative: boolean;
}

export type Part =
  | { readonly kind: 'noun'; readonly text: string }
  | { readonly kind: 'verb'; readonly stems: readonly Stem[] }
  | { readonly kind: 'exact'; readonly key: string; readonly text: string };

/** Letters that a verb needs to be recognised after a noun in the same word (과적합줄이는). */
const MIN_INNER_STEM = 4;

const NEGATOR = /^(?:없(?!어지|애|앤|앨)|않|못|아니|안$|no$|not$|without$|never$|cannot$)/;
/** 잘못 is a noun. */
const GLUED_NEGATOR = /수(?:가|는|도)?없|^못[가-힣]{2,}|[가-힣](?<!잘)못|지않/;
const LIGHT_VERB = /^([\uac00-\ud7a3]{2,})(?:하다|되다|시키다|스럽다)$/;
/** Nouns that end in 다 without being a dictionary form. */
const NOUN_IN_DA = new Set([
  '마다',
  '보다',
  '판다',
  '람다',
  '코다',
  '쿠다',
  '에이다',
  '아나콘다',
  '주피터다',
  '이다',
]);

export function partOf(token: Token): Part {
  if (token.script !== 'ko') return { kind: 'exact', key: token.key, text: token.text };
  const light = LIGHT_VERB.exec(token.text);
  if (light?.[1] !== undefined) return { kind: 'noun', text: light[1] };
  if (token.text.length >= 2 && token.text.endsWith('다') && !NOUN_IN_DA.has(token.text)) {
    return { kind: 'verb', stems: stemsOf(token.text) };
  }
  return { kind: 'noun', text: token.text };
}

/**
 * Reads a word of a rubric or of the lexicon; undefined where nothing is left to match (an emoji, say). `readPart` may
 * share the parts of many words.
 */
export function formOf(text: string, readPart: (token: Token) => Part = partOf): Form | undefined {
  const signs = isSigns(text);
  const tokens = tokenise(spellingOf(text)).filter((token) => signs || token.script !== 'symbol');
  const parts = tokens.map((token) => readPart(token));
  if (parts.length === 0) return undefined;
  const latin = tokens.length >= 2 && tokens.every((token) => token.script === 'en');
  const joined = latin ? stemOf(tokens.map((token) => token.text).join('')) : undefined;
  const negative = tokens.some(
    (token) => (tokens.length >= 2 && NEGATOR.test(token.text)) || GLUED_NEGATOR.test(token.text),
  );
  return { parts, joined, negative };
}

/** A form that consists of signs alone ("=") keeps them. */
function isSigns(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/** 학습 률, 안장 점: a noun written as two words, the first of which has two syllables or more. */
function matchSplitNoun(text: string, tokens: readonly Token[], index: number, offset: number): number {
  const first = tokens[index]?.text ?? '';
  const next = tokens[index + 1];
  const length = first.length - offset;
  if (length < 2 || length >= text.length || next?.script !== 'ko' || next.glued) return -1;
  const rest = text.slice(length);
  if (!text.startsWith(first.slice(offset)) || !next.text.startsWith(rest)) return -1;
  // One syllable more begins many words: 학습률 is not 학습 률…
  return rest.length > 1 || isParticles(next.text.slice(1)) ? index + 2 : -1;
}

function matchNoun(
  text: string,
  tokens: readonly Token[],
  index: number,
  offset: number,
  form: Form,
  part: number,
): number {
  const token = tokens[index];
  if (token === undefined || token.script !== 'ko') return -1;
  if (!token.text.startsWith(text, offset))
    return part === form.parts.length - 1 ? matchSplitNoun(text, tokens, index, offset) : -1;
  // A single syllable inside a word is chance (사용합니|다).
  if (text.length === 1 && offset > 0 && part === 0) return -1;
  const last = part === form.parts.length - 1;
  if (last && text.length > 1) return index + 1;
  const end = offset + text.length;
  const rest = token.text.slice(end);
  // A one-syllable noun is too short to be recognised inside another word: only particles may follow it.
  if (last) return isParticles(rest) || /^[하되]/.test(rest) ? index + 1 : -1;
  if (rest !== '') {
    const inside = matchPart(form, part + 1, tokens, index, end);
    if (inside >= 0) return inside;
  }
  return isParticles(rest) ? matchPart(form, part + 1, tokens, index + 1, 0) : -1;
}

/** Continues a form at a token (and, for Korean, at a place inside it); the index after the last token used, or -1. */
function matchPart(
  form: Form,
  part: number,
  tokens: readonly Token[],
  index: number,
  offset: number,
): number {
  const wanted = form.parts[part];
  const token = tokens[index];
  if (wanted === undefined || token === undefined) return -1;
  const last = part === form.parts.length - 1;
  switch (wanted.kind) {
    case 'noun': {
      // A particle glued to a Latin word stands as a token of its own: "learning rate의 크기".
      if (
        offset === 0 &&
        part > 0 &&
        token.glued &&
        token.script === 'ko' &&
        !token.text.startsWith(wanted.text) &&
        isParticles(token.text)
      ) {
        return matchPart(form, part, tokens, index + 1, 0);
      }
      return matchNoun(wanted.text, tokens, index, offset, form, part);
    }
    case 'verb': {
      if (part > 0 && token.glued && token.script === 'ko' && isParticles(token.text))
        return matchPart(form, part, tokens, index + 1, 0);
      // A glued particle ("ReLU는") and the ending of another verb (맞추|는) look like short verbs (늘다: 는).
      if (
        token.script !== 'ko' ||
        token.text === '안' ||
        (offset === 0 && token.glued && isParticles(token.text))
      )
        return -1;
      const letters = offset === 0 ? token.key : token.key.slice(toJamo(token.text.slice(0, offset)).length);
      return stemLength(wanted.stems, letters) < (offset === 0 ? 0 : MIN_INNER_STEM)
        ? -1
        : last
          ? index + 1
          : matchPart(form, part + 1, tokens, index + 1, 0);
    }
    case 'exact': {
      if (offset > 0) return -1;
      if (token.key !== wanted.key) {
        const particle = part > 0 && token.glued && token.script === 'ko' && isParticles(token.text);
        return particle ? matchPart(form, part, tokens, index + 1, 0) : -1;
      }
      return last ? index + 1 : matchPart(form, part + 1, tokens, index + 1, 0);
    }
  }
}

/** Whether the form stands at `index` (from `offset` inside a Hangul token): the index after its last token, or -1. */
export function matchForm(form: Form, tokens: readonly Token[], index: number, offset: number): number {
  if (form.joined !== undefined && offset === 0 && tokens[index]?.key === form.joined) return index + 1;
  return matchPart(form, 0, tokens, index, offset);
}
