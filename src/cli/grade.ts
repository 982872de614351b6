import { z } from 'zod';
import type { Bank } from '../bank/bank.ts';
import type { Question } from '../bank/question.ts';
import { nearest } from '../core/nearest.ts';
import { faultOf, MAX_ANSWER_LENGTH } from '../grading/answer.ts';
import { type DerivedRubric, deriveRubric, gradeDerived } from '../grading/derive.ts';
import { type Grade, grade } from '../grading/grade.ts';
import { FailedError, type Io, jsonLines, readAll, write, writeJson } from './io.ts';

const AnswerText = z.string();
const batchLine = z.union([
  z.object({ id: z.unknown(), question_id: z.string(), answer: AnswerText }),
  z.object({ id: z.unknown(), question: z.string(), reference: z.string(), answer: AnswerText }),
]);

const FAULTS = {
  empty: 'the answer is empty: it needs letters or digits',
  long: `the answer is too long: up to ${MAX_ANSWER_LENGTH} characters are allowed`,
} as const;
/** Rubrics derived from a reference are kept for the next answers to it; a batch usually comes sorted by question. */
const KEPT_RUBRICS = 64;

function questionOf(bank: Bank, id: string): Question {
  const question = bank.questions.get(id);
  if (question !== undefined) return question;
  const near = nearest(id.slice(0, 64), bank.questions.keys());
  throw new FailedError(
    `there is no question "${id.slice(0, 64)}"${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`,
  );
}

function gradeJson(question: Question, result: Grade): unknown {
  return {
    score: result.score,
    passed: result.passed,
    points: result.points.map(({ id, weight, covered, evidence }) => ({ id, weight, covered, evidence })),
    misconceptions: result.misconceptions.map(({ id, evidence }) => ({ id, evidence })),
    version: question.version,
  };
}

function gradeText(question: Question, result: Grade): string {
  const words = new Map(
    [...question.points, ...question.misconceptions].map((point) => [point.id, point.ko]),
  );
  const shown = (evidence: Grade['points'][number]['evidence']): string =>
    evidence.map((one) => `“${one.text}”`).join(' … ');
  return [
    `${question.question.ko}`,
    `${result.score}/100${result.passed ? ' · 통과' : ''}`,
    ...result.points
      .filter((point) => point.covered)
      .map((point) => `✓ ${words.get(point.id)}  ${shown(point.evidence)}`),
    ...result.points
      .filter((point) => !point.covered)
      .map(
        (point) =>
          `○ ${words.get(point.id)}${point.contradicted ? `  (반대로 말했어요: ${shown(point.evidence)})` : ''}`,
      ),
    ...result.misconceptions.map((one) => `✗ ${words.get(one.id)}  ${shown(one.evidence)}`),
    '',
  ].join('\n');
}

/** `grade QUESTION_ID`: the answer comes on standard input. */
export async function gradeOne(io: Io, bank: Bank, id: string, json: boolean): Promise<void> {
  const question = questionOf(bank, id);
  const answer = await readAll(io.stdin);
  const fault = faultOf(answer);
  if (fault !== undefined) throw new FailedError(FAULTS[fault]);
  const result = grade(question.rubric, answer);
  if (json) await writeJson(io, gradeJson(question, result));
  else await write(io.stdout, gradeText(question, result));
}

class Rubrics {
  readonly #bank: Bank;
  readonly #derived = new Map<string, DerivedRubric>();

  constructor(bank: Bank) {
    this.#bank = bank;
  }

  derived(question: string, reference: string): DerivedRubric {
    const key = `${question}\0${reference}`;
    const known = this.#derived.get(key);
    if (known !== undefined) return known;
    const rubric = deriveRubric(question, reference);
    const oldest = this.#derived.keys().next().value;
    if (this.#derived.size >= KEPT_RUBRICS && oldest !== undefined) this.#derived.delete(oldest);
    this.#derived.set(key, rubric);
    return rubric;
  }

  score(line: z.output<typeof batchLine>): number {
    return 'question_id' in line
      ? grade(questionOf(this.#bank, line.question_id).rubric, line.answer).score
      : gradeDerived(this.derived(line.question, line.reference), line.answer).score;
  }
}

/** `grade --batch`: JSON lines in, JSON lines out, in order; a faulty line is answered with an error and the rest goes on. */
export async function gradeBatch(io: Io, bank: Bank): Promise<void> {
  const rubrics = new Rubrics(bank);
  await jsonLines(io, (value, fault) => {
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
    if (fault !== undefined) return { id, error: fault };
    const line = batchLine.safeParse(value);
    if (!line.success)
      return {
        id,
        error:
          'the line needs "id", "answer" and either "question_id" or "question" and "reference", as text',
      };
    const refused = faultOf(line.data.answer);
    if (refused !== undefined) return { id, error: FAULTS[refused] };
    try {
      return { id, score: rubrics.score(line.data) };
    } catch (error) {
      if (error instanceof FailedError) return { id, error: error.message };
      throw error;
    }
  });
}
