import { clausesOf } from './clauses.ts';
import { markAlternatives, markPolarity } from './polarity.ts';
import type { Reading } from './token.ts';
import { tokenise } from './tokenise.ts';

/** Reads a normalised text: tokens with their polarity, in clauses, in sentences. Linear in its length. */
export function read(text: string): Reading {
  const tokens = tokenise(text);
  const clauses = clausesOf(tokens, text);
  for (const clause of clauses) markPolarity(tokens, clause, text);
  markAlternatives(tokens, clauses);
  return { tokens, clauses, sentences: (clauses.at(-1)?.sentence ?? -1) + 1 };
}
