import { spellingOf } from './normalise.ts';
import { tokenise } from './tokenise.ts';

/** Words a phrase may have; more would only ever match the very answer it was taken from. */
const MAX_WORDS = 8;

/**
 * The pattern that recognises a phrase taken from an answer: its words, inflected as they may be, in this order within
 * one clause. Undefined where no word is left (signs only).
 */
export function phrasePattern(phrase: string): string | undefined {
  const words = tokenise(spellingOf(phrase))
    .filter((token) => token.script !== 'symbol')
    .map((token) => `'${token.text}'`);
  return words.length === 0
    ? undefined
    : words
        .slice(0, MAX_WORDS)
        .map((word) => `~${word}`)
        .join(' > ');
}
