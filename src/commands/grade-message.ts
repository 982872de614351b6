import type { Card } from '../cards/card.ts';
import { defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { faultOf, MAX_ANSWER_LENGTH } from '../grading/answer.ts';
import { grade } from '../grading/grade.ts';
import { gradeAndRecord } from './answer.ts';
import { findQuestion } from './find-question.ts';
import { trialCard } from './result-card.ts';

/**
 * Grades a message that stands in the channel, as an answer to the channel's newest question. An own message is recorded like
 * any answer; somebody else's is only graded, since nobody answers for another person.
 */
export const gradeMessage = defineCommand({
  name: 'grade-message',
  aliases: [],
  summary: { ko: '메시지를 답으로 채점해요', en: 'Grades a message as an answer' },
  options: {},
  mode: 'private',
  listed: false,
  onMessage: { ko: '이 답 채점하기', en: 'Grade this answer' },
  examples: [],
  async run(_args, context): Promise<Card> {
    const { bank, store, from, place, fields } = context;
    const post = await store.latestPost(from.door, place);
    if (post === undefined) throw new UserError('error.no-daily');
    const question = findQuestion(bank, post.questionId);
    const text = fields.text ?? '';
    if (fields.author === from.member) return gradeAndRecord(question, text, post.id, context);
    const fault = faultOf(text);
    if (fault === 'empty') throw new UserError('error.answer-empty');
    if (fault === 'long')
      throw new UserError('error.answer-long', { max: MAX_ANSWER_LENGTH, length: [...text].length });
    const { workspaceId } = await store.member(from);
    const rubric = question.rubricWith(await store.phrases(workspaceId, question.id));
    return trialCard({ question, result: grade(rubric, text), context });
  },
});
