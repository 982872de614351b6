/** The pieces that the grader reads: tokens, in clauses, in sentences. */

export type Script = 'ko' | 'en' | 'number' | 'symbol';

export interface Token {
  readonly script: Script;
  /** Normalised spelling; Hangul as syllables. */
  readonly text: string;
  /** Hangul as letters, English stemmed; otherwise as `text`. */
  readonly key: string;
  /** Place in the normalised text, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** No white space or punctuation between this token and the one before it. */
  readonly glued: boolean;
  /** Written with the comparative particle 보다, or after "than". */
  than: boolean;
  polarity: Polarity;
}

/**
 * `negated`: a negation governs this very word; `shadowed`: it stands with a negated word (its object, its subject),
 * so it is only affirmed if nothing else says so.
 */
export type Polarity = 'affirmed' | 'shadowed' | 'negated';

export interface Clause {
  /** Index range in the token list, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  /** Has a verb, a relation sign or particles that make it a statement rather than a list item. */
  readonly states: boolean;
  /** Tokens of an earlier clause that this one is still about. */
  readonly topic: readonly number[];
  /** Beside a contrast: tokens of what the clause is about, its own or an earlier clause's. */
  readonly about: ReadonlySet<number>;
  /** Tokens of what that is set against ("unlike L2"), see contrast.ts. */
  readonly against: ReadonlySet<number>;
}

export interface Reading {
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly sentences: number;
}
