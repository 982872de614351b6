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
function copiesQuestion(keys: readonly string[], clause: Clause, rubric: CompiledRubric): boolean {
  const length = clause.to - clause.from;
  if (length < QUESTION_MIN_TOKENS) return false;
  return rubric.questionKeys.some((question) => {
    const repeated = new Set<string>();
    let others = 0;
    for (let i = clause.from; i < clause.to; i++) {
      const key = keys[i] ?? '';
      if (question.has(key)) repeated.add(key);
      else others += 1;
      if ((length - others) / length < QUESTION_SHARE) return false;
    }
    return repeated.size / question.size >= QUESTION_COVERED;
  });
}

/** Tokens in a run of words that stands in the question, too. */
function copiedTokens(keys: readonly string[], rubric: CompiledRubric): ReadonlySet<number> {
  const copied = new Set<number>();
  // Most runs are ruled out by one word, without putting them together.
  let asked = 0;
  for (const [index, key] of keys.entries()) {
    asked = rubric.questionKeys.some((question) => question.has(key)) ? asked + 1 : 0;
    if (asked < COPIED_RUN) continue;
    const start = index + 1 - COPIED_RUN;
    const [run] = runsOf(keys.slice(start, index + 1));
    if (run === undefined || !rubric.questionRuns.has(run)) continue;
    for (let i = start; i <= index; i++) copied.add(i);
  }
  return copied;
}

/** Occurrences in the words that an earlier clause left as the topic of this one. */
function carried(clause: Clause, windows: readonly Window[]): readonly Occurrence[] {
  const topic = new Set(clause.topic);
  const first = Math.min(...clause.topic);
  const source = windows.findLast((window) => window.clause.from <= first);
  const found: Occurrence[] = [];
  // 성능이 떨어지다 begins in the topic, but is said by the clause that the topic comes from.
  for (const occurrences of source?.byAtom.values() ?? [])
    for (const one of occurrences)
      if (topic.has(one.from) && topic.has(one.to - 1))
        found.push(one.polarity === 'shadowed' ? { ...one, polarity: 'affirmed' } : one);
  return found;
}

const NO_OCCURRENCES: readonly Occurrence[] = [];

function group(occurrences: readonly Occurrence[]): Map<number, Occurrence[]> {
  const byAtom = new Map<number, Occurrence[]>();
  for (const one of occurrences) {
    const list = byAtom.get(one.atom);
    if (list === undefined) byAtom.set(one.atom, [one]);
    else list.push(one);
  }
  return byAtom;
}

/** One window a clause, in the order of the text: the words that the member wrote, rather than copied from the question. */
export function windowsOf(reading: Reading, rubric: CompiledRubric): Window[] {
  const keys = keysOf(reading.tokens);
  const copied = copiedTokens(keys, rubric);
  const occurrences = occurrencesOf(reading, rubric);
  const windows: Window[] = [];
  let next = 0;
  let topic: Clause['topic'] = [];
  let inherited = NO_OCCURRENCES;
  for (const clause of reading.clauses) {
    const own: Occurrence[] = [];
    for (; (occurrences[next]?.from ?? Number.POSITIVE_INFINITY) < clause.to; next++) {
      const occurrence = occurrences[next];
      if (occurrence === undefined || copied.has(occurrence.from)) continue;
      // A word of several parts does not reach over the end of its clause.
      if (occurrence.from >= clause.from && occurrence.to <= clause.to) own.push(occurrence);
    }
    // Clause after clause may go on about one topic, which is looked for only once.
    if (clause.topic !== topic)
      inherited = clause.topic.length === 0 ? NO_OCCURRENCES : carried(clause, windows);
    topic = clause.topic;
    const all = copiesQuestion(keys, clause, rubric) ? NO_OCCURRENCES : [...inherited, ...own];
    windows.push({ clause, byAtom: group(all) });
  }
  return windows;
}
