import { isTopic } from './particles.ts';
import type { Token } from './token.ts';

/**
 * What a clause sets its topic against: the L2 of "L1은 L2와 달리 …" and of "unlike L2, L1 …", and the big tree of
 * "큰 트리처럼 과적합되지 않는다". The clause says of it the opposite of what it says of its topic.
 */

/** 와, 과 after a noun, and the word that sets the two apart. */
const WITH = /(?:와|과|랑|하고)(?:는|도)?$/;
const APART = /^(?:달리|다르게|반대로|대조적으로|대비해서?)$/;
const LIKE = /처럼(?:은)?$/;
const DENYING = /^않|지(?:는|도)?않/;
/** 큰 트리 하나처럼. */
const NOUN_WORDS = 3;
/** 학습을 통해 얻어지는 가중치나 편향과 달리. */
const DESCRIBED_WORDS = 10;
/** Farther from the verb, likeness is not what is denied. */
const LIKE_REACH = 5;
const ENGLISH_WORDS = 4;

function isUnlike(tokens: readonly Token[], index: number): boolean {
  const [word, next] = [tokens[index]?.text, tokens[index + 1]?.text];
  return (
    word === 'unlike' || ((word === 'contrary' || word === 'opposed' || word === 'contrast') && next === 'to')
  );
}

/** The main verb is denied. "A처럼 … 못한다" and "A처럼 … 않는 B" may as well be likeness. */
function isDenied(tokens: readonly Token[], to: number): boolean {
  return DENYING.test(tokens[to - 1]?.text ?? '') && !/는$/.test(tokens[to - 1]?.text ?? '');
}

/** The noun that ends at `last`, with up to `words` words that describe it: 학습으로 얻는 가중치와 달리. */
function nounBack(tokens: readonly Token[], last: number, from: number, words: number): number[] {
  const noun: number[] = [];
  for (let i = last; i >= from && last - i < words; i--) {
    const token = tokens[i];
    if (token === undefined || token.script === 'symbol') break;
    const afterLatin = token.glued && tokens[i - 1]?.script !== 'ko';
    if (i < last && token.script === 'ko' && isTopic(token.text, afterLatin)) break;
    noun.push(i);
  }
  return noun;
}

function nounAfter(tokens: readonly Token[], first: number, to: number, text: string): number[] {
  const noun: number[] = [];
  for (let i = first; i < Math.min(to, first + ENGLISH_WORDS); i++) {
    const token = tokens[i];
    if (token === undefined || token.script !== 'en') break;
    noun.push(i);
    if (text.slice(token.to, tokens[i + 1]?.from ?? token.to).includes(',')) break;
  }
  return noun;
}

export interface Contrast {
  /** Token indexes of what the clause's topic is set against; mostly none. */
  readonly against: ReadonlySet<number>;
  /** The words that say so: who names them in a pattern has the contrast in mind. */
  readonly markers: readonly number[];
}

const NO_CONTRAST: Contrast = { against: new Set(), markers: [] };

export function contrastIn(tokens: readonly Token[], from: number, to: number, text: string): Contrast {
  const against: number[] = [];
  const markers: number[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const before = tokens[i - 1];
    if (token.script === 'en' && isUnlike(tokens, i)) {
      against.push(...nounAfter(tokens, token.text === 'unlike' ? i + 1 : i + 2, to, text));
      markers.push(i);
    } else if (i > from && APART.test(token.text) && before?.script === 'ko' && WITH.test(before.text)) {
      against.push(...nounBack(tokens, i - 1, from, DESCRIBED_WORDS));
      markers.push(i);
    } else if (LIKE.test(token.text) && isDenied(tokens, to) && to - i <= LIKE_REACH)
      against.push(...nounBack(tokens, i, from, NOUN_WORDS));
  }
  return against.length === 0 ? NO_CONTRAST : { against: new Set(against), markers };
}
