import { COPIED_RUN, type CompiledRubric, keysOf, runsOf } from './compile.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';
import type { Clause, Reading } from './token.ts';

/** What the words of a rubric are looked for in: a clause with what it is about, less what was copied from the question. */
export interface Window {
  readonly clause: Clause;
  readonly byAtom: ReadonlyMap<number, readonly Occurrence[]>;
}

const QUESTION_SHARE = 0.85;
const QUESTION_COVERED = 0.5;
const QUESTION_MIN_TOKENS = 4;

/** Whether a clause says no more than the question did: nearly all its words are the question's, and most of the question is there. */
function copiesQuestion(reading: Reading, clause: Clause, rubric: CompiledRubric): boolean {
  const length = clause.to - clause.from;
  if (length < QUESTION_MIN_TOKENS) return false;
  const keys = keysOf(reading.tokens.slice(clause.from, clause.to));
  return rubric.questionKeys.some((question) => {
    const repeated = keys.filter((key) => question.has(key));
    return (
      repeated.length / length >= QUESTION_SHARE && new Set(repeated).size / question.size >= QUESTION_COVERED
    );
  });
}

/** Tokens in a run of words that stands in the question, too. */
function copiedTokens(reading: Reading, rubric: CompiledRubric): ReadonlySet<number> {
  const copied = new Set<number>();
  const keys = keysOf(reading.tokens);
  const asked = (index: number): boolean =>
    rubric.questionKeys.some((question) => question.has(keys[index] ?? ''));
  for (let start = 0; start + COPIED_RUN <= keys.length; start++) {
    // Most runs are ruled out by their ends, without putting them together.
    if (!asked(start) || !asked(start + COPIED_RUN - 1)) continue;
    const [run] = runsOf(keys.slice(start, start + COPIED_RUN));
    if (run === undefined || !rubric.questionRuns.has(run)) continue;
    for (let i = start; i < start + COPIED_RUN; i++) copied.add(i);
  }
  return copied;
}

/** Occurrences of the rubric's words that the member wrote, rather than copied from the question. */
export function ownOccurrences(reading: Reading, rubric: CompiledRubric): Occurrence[] {
  const copied = copiedTokens(reading, rubric);
  return occurrencesOf(reading, rubric).filter((one) => !copied.has(one.from));
}

/** Occurrences in the words that an earlier clause left as the topic of this one. */
function carried(clause: Clause, windows: readonly Window[]): Occurrence[] {
  if (clause.topic.length === 0) return [];
  const topic = new Set(clause.topic);
  const first = Math.min(...clause.topic);
  const source = windows.findLast((window) => window.clause.from <= first);
  return [...(source?.byAtom.values() ?? [])]
    .flat()
    .filter((one) => topic.has(one.from))
    .map((one) => (one.polarity === 'shadowed' ? { ...one, polarity: 'affirmed' } : one));
}

function group(occurrences: readonly Occurrence[]): Map<number, Occurrence[]> {
  const byAtom = new Map<number, Occurrence[]>();
  for (const one of occurrences) {
    const list = byAtom.get(one.atom);
    if (list === undefined) byAtom.set(one.atom, [one]);
    else list.push(one);
  }
  return byAtom;
}

/** One window a clause, in the order of the text. */
export function windowsOf(
  reading: Reading,
  rubric: CompiledRubric,
  occurrences: readonly Occurrence[],
): Window[] {
  const windows: Window[] = [];
  let next = 0;
  for (const clause of reading.clauses) {
    const own: Occurrence[] = [];
    for (; (occurrences[next]?.from ?? Number.POSITIVE_INFINITY) < clause.to; next++) {
      const occurrence = occurrences[next];
      // A word of several parts does not reach over the end of its clause.
      if (occurrence !== undefined && occurrence.from >= clause.from && occurrence.to <= clause.to)
        own.push(occurrence);
    }
    const all = copiesQuestion(reading, clause, rubric) ? [] : [...carried(clause, windows), ...own];
    windows.push({ clause, byAtom: group(all) });
  }
  return windows;
}
