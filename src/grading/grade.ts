import { givesUp } from './answer.ts';
import type { CompiledPattern, CompiledRubric } from './compile.ts';
import type { Match } from './found.ts';
import { Matcher } from './match.ts';
import { type Normalised, normalise, originalRange } from './normalise.ts';
import { read } from './read.ts';
import type { Reading } from './token.ts';

/** Raised whenever the same answer to the same rubric may get another score. */
export const GRADER_VERSION = 3;
export const PASS_SCORE = 60;
/** A bare list of keywords, without statements, earns at most this. */
export const LIST_CAP = 40;
/** "I don't know" states nothing, whatever words it happens to use. */
const NOTHING_SAID: Reading = { tokens: [], clauses: [], sentences: 0 };
const STATED_SHARE = 0.5;

/** Words of the answer as typed, with their place in it (UTF-16 units, end exclusive). */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface GradedPoint {
  readonly id: string;
  readonly weight: number;
  readonly covered: boolean;
  /** The answer says the opposite of the point. */
  readonly contradicted: boolean;
  readonly evidence: readonly Evidence[];
}

export interface Grade {
  /** 0 to 100, an integer. */
  readonly score: number;
  readonly passed: boolean;
  readonly points: readonly GradedPoint[];
  readonly misconceptions: readonly { readonly id: string; readonly evidence: readonly Evidence[] }[];
  /** The answer is a list of words rather than statements, so its score is capped. */
  readonly list: boolean;
}

function evidenceOf(match: Match, text: Normalised, answer: string): Evidence[] {
  const ranges = match.ranges.map(([from, to]) => originalRange(text, from, to));
  const sorted = ranges.filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1] + 1) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged.map(([start, end]) => ({ start, end, text: answer.slice(start, end) }));
}

/** Fewer than half of the words stand in clauses that state something. */
function isList(reading: Reading): boolean {
  let stated = 0;
  for (const clause of reading.clauses) if (clause.states) stated += clause.to - clause.from;
  return reading.tokens.length > 0 && stated / reading.tokens.length < STATED_SHARE;
}

function firstMatch(
  patterns: readonly CompiledPattern[],
  find: (pattern: CompiledPattern) => Match | undefined,
): Match | undefined {
  for (const pattern of patterns) {
    const match = find(pattern);
    if (match !== undefined) return match;
  }
  return undefined;
}

/**
 * Grades an answer: weight of the points it states over the weight that makes a complete answer, less what
 * misconceptions cost. A point whose contrary is stated is not covered, and named as such. Pure and deterministic; never throws, on any string.
 */
export function grade(rubric: CompiledRubric, answer: string): Grade {
  const text = normalise(answer);
  const reading = read(text.text);
  const none = givesUp(text.text);
  const matcher = new Matcher(text.text, none ? NOTHING_SAID : reading, rubric);
  let earned = 0;
  const points = rubric.points.map((point): GradedPoint => {
    const stated = firstMatch(point.patterns, (pattern) => matcher.states(pattern));
    const contrary =
      stated === undefined
        ? firstMatch(point.patterns, (pattern) => matcher.contradicts(pattern))
        : undefined;
    if (stated !== undefined) earned += point.weight;
    const match = stated ?? contrary;
    return {
      id: point.id,
      weight: point.weight,
      covered: stated !== undefined,
      contradicted: contrary !== undefined,
      evidence: match === undefined ? [] : evidenceOf(match, text, answer),
    };
  });
  let cost = 0;
  const misconceptions: { id: string; evidence: Evidence[] }[] = [];
  for (const misconception of rubric.misconceptions) {
    const match = firstMatch(misconception.patterns, (pattern) => matcher.states(pattern));
    if (match === undefined) continue;
    cost += misconception.cost;
    misconceptions.push({ id: misconception.id, evidence: evidenceOf(match, text, answer) });
  }
  const list = isList(reading);
  const raw = (100 * Math.min(earned, rubric.enough)) / rubric.enough - cost;
  const score = Math.round(Math.max(0, Math.min(list ? LIST_CAP : 100, raw)));
  return { score, passed: score >= PASS_SCORE, points, misconceptions, list };
}
