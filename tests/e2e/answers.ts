import type { Question } from '../../src/bank/question.ts';
import { type Grade, grade } from '../../src/grading/grade.ts';
import { realBank } from '../support/world.ts';
import type { Visitor } from './visitor.ts';

/** Answers of the content itself, so that the tests go on working when its questions change. */

/** The question that stands in the first message of the channel. */
export async function todaysQuestion(visitor: Visitor): Promise<Question> {
  const button = visitor.messages.first().locator('button[data-line^=answer]');
  const line = (await button.getAttribute('data-line')) ?? '';
  const found = realBank().questions.get(/question:(\S+)/.exec(line)?.[1] ?? '');
  if (found === undefined) throw new Error(`no question behind the button ${line}`);
  return found;
}

function pick(
  question: Question,
  lang: 'ko' | 'en',
  wanted: (result: Grade) => boolean,
  which: 'weakest' | 'best' = 'weakest',
): string {
  const found = [...question.samples, { lang, answer: question.modelText[lang] }]
    .filter((sample) => sample.lang === lang)
    .map(({ answer }) => ({ answer, result: grade(question.rubric, answer) }))
    .filter(({ result }) => wanted(result))
    .sort((a, b) => a.result.score - b.result.score)
    .at(which === 'best' ? -1 : 0);
  if (found === undefined) throw new Error(`${question.id} has no such answer in ${lang}`);
  return found.answer;
}

/** Says some points, leaves others out, and counts for the streak. */
export function partialAnswer(question: Question): string {
  const isPartial = ({ points, score, list }: Grade): boolean => {
    const covered = points.filter((point) => point.covered).length;
    return score >= 40 && !list && covered > 0 && covered < points.length;
  };
  return pick(question, 'ko', isPartial, 'best');
}

/** The weakest answer that passes. */
export function passingAnswer(question: Question, lang: 'ko' | 'en'): string {
  return pick(question, lang, ({ passed }) => passed);
}
