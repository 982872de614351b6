import type { Occurrence } from './occurrences.ts';
import type { Clause } from './token.ts';

/** Where a pattern was found: ranges of the normalised text, end exclusive. */
export interface Match {
  readonly ranges: readonly (readonly [number, number])[];
  /** Words found with the contrary meaning. 0: the answer states the pattern; odd: it states the opposite. */
  readonly flips: number;
  /** Uses a word that stands in the shadow of a negation. */
  readonly shadowed: boolean;
  /** Uses a denied word on purpose, so that shadows are to be expected. */
  readonly denied: boolean;
  /** Uses a word of the clause itself, not only what an earlier one left as its topic. */
  readonly own: boolean;
  /** Which sides of a contrast ("unlike …") its words are on, a sum of AGAINST, ABOUT and ELSEWHERE. */
  readonly sides: number;
}

export const NOTHING: Match = {
  ranges: [],
  flips: 0,
  shadowed: false,
  denied: false,
  own: false,
  sides: 0,
};

export interface Found extends Match {
  /** Token index from which the next word of an ordered pattern may follow. */
  readonly after: number;
}

// Spelt out rather than spread: one shape for all matches, which are many.
export function followed({ ranges, flips, shadowed, denied, own, sides }: Match, after: number): Found {
  return { ranges, flips, shadowed, denied, own, sides, after };
}

function covers({ from, to }: Occurrence, tokens: ReadonlySet<number>): boolean {
  for (let i = from; i < to; i++) if (tokens.has(i)) return true;
  return false;
}

const AGAINST = 1;
const ABOUT = 2;
const ELSEWHERE = 4;

export function sideOf(occurrence: Occurrence, clause: Clause): number {
  if (clause.against.size === 0) return 0;
  if (covers(occurrence, clause.against)) return AGAINST;
  return covers(occurrence, clause.about) ? ABOUT : ELSEWHERE;
}

/**
 * Ties what the clause says to what its topic is set against, without naming the topic: the contrary is meant. What
 * describes that other thing itself (얻어지는 가중치와 달리) is said of it directly.
 */
export function isOfTheOther({ sides }: Match, clause: Clause | undefined): boolean {
  return sides === (AGAINST | ELSEWHERE) && (clause?.about.size ?? 0) > 0;
}

/** Both, the second after the first. */
export function joined(first: Found, second: Found): Found {
  return {
    ranges: [...first.ranges, ...second.ranges],
    flips: first.flips + second.flips,
    shadowed: first.shadowed || second.shadowed,
    denied: first.denied || second.denied,
    own: first.own || second.own,
    sides: first.sides | second.sides,
    after: second.after,
  };
}

const NO_OCCURRENCES: readonly Occurrence[] = [];

/** What the topic is set against comes last: a word that stands for both sides is read as the topic. */
export function byTopic(all: readonly Occurrence[], { against }: Clause): readonly Occurrence[] {
  if (against.size === 0 || all.length < 2) return all;
  return [...all.filter((one) => !covers(one, against)), ...all.filter((one) => covers(one, against))];
}

/** Occurrences from a token on; the list itself where all of them are. */
export function following(all: readonly Occurrence[] | undefined, after: number): readonly Occurrence[] {
  if (all === undefined) return NO_OCCURRENCES;
  const [first] = all;
  return first !== undefined && first.from >= after ? all : all.filter((one) => one.from >= after);
}
