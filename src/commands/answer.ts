import type { Question } from '../bank/question.ts';
import { button } from '../cards/build.ts';
import type { Card } from '../cards/card.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { writeLine } from '../core/line.ts';
import { integerOption, textOption } from '../core/option.ts';
import type { AnswerKind, Member, Recorded } from '../core/store.ts';
import { faultOf, MAX_ANSWER_LENGTH } from '../grading/answer.ts';
import { type Grade, grade } from '../grading/grade.ts';
import { pointsAdded } from '../habits/points.ts';
import { STREAK_MIN_SCORE } from '../habits/streak.ts';
import { findQuestion } from './find-question.ts';
import { memberToday } from './member-day.ts';
import { questionArgs } from './question-card.ts';
import { resultCard } from './result-card.ts';
import { streakNow } from './streak-now.ts';

/** As what the answer counts, and whose it is. */
interface Standing {
  readonly kind: AnswerKind;
  readonly postId?: number;
  readonly member: Member;
}

async function standingOf(
  { store, from }: Context,
  question: Question,
  post: number | undefined,
): Promise<Standing> {
  if (post === undefined) return { kind: 'quiz', member: await store.member(from) };
  const found = await store.post(post);
  // A button grants nothing: the post must be about this question, and of a workspace to which the caller belongs.
  const member = await store.memberAbout(from, { post });
  if (found?.questionId !== question.id || member === undefined) throw new UserError('error.post');
  return { kind: 'daily', postId: found.id, member };
}

async function record(
  context: Context,
  question: Question,
  answer: string,
  result: Grade,
  standing: Standing,
): Promise<Recorded> {
  const at = context.clock.now();
  return context.store.recordAnswer({
    interactionId: context.interactionId,
    questionId: question.id,
    level: question.level,
    ...standing,
    text: answer,
    score: result.score,
    covered: result.points.filter((point) => point.covered).map((point) => point.id),
    version: question.version,
    at,
    localDate: await memberToday(context, standing.member),
    active: result.score >= STREAK_MIN_SCORE,
    pointsFor: (best) =>
      pointsAdded({ kind: standing.kind, level: question.level, score: result.score }, best),
  });
}

function refuse(
  fault: 'empty' | 'long',
  answer: string,
  question: Question,
  post: number | undefined,
  context: Context,
): never {
  const again = button(
    context.t('button.again'),
    writeLine('answer', questionArgs(question, post)),
    'primary',
  );
  if (fault === 'empty') throw new UserError('error.answer-empty', {}, [again]);
  throw new UserError('error.answer-long', { max: MAX_ANSWER_LENGTH, length: [...answer].length }, [again]);
}

/** Grades an answer of the caller's, stores it, and shows both. */
export async function gradeAndRecord(
  question: Question,
  text: string,
  post: number | undefined,
  context: Context,
): Promise<Card> {
  const fault = faultOf(text);
  if (fault !== undefined) refuse(fault, text, question, post, context);
  const standing = await standingOf(context, question, post);
  const { member, postId } = standing;
  const rubric = question.rubricWith(await context.store.phrases(member.workspaceId, question.id));
  const result = grade(rubric, text);
  const recorded = await record(context, question, text, result, standing);
  // A repeated submission shows the grade of what was stored, even if the second delivery carried another text.
  const shown = recorded.repeated ? grade(rubric, recorded.answer.text) : result;
  const streak = await streakNow(context, member);
  return resultCard({ question, result: shown, recorded, streak, postId, context });
}

export const answer = defineCommand({
  name: 'answer',
  aliases: ['답'],
  summary: { ko: '질문에 답하고 채점을 받아요', en: 'Answers a question and shows the grade' },
  options: {
    question: textOption({ ko: '질문 이름', en: 'The question' }, true, { max: 64, completion: 'question' }),
    post: integerOption(
      { ko: '오늘의 질문 번호', en: 'The post of the day' },
      false,
      1,
      Number.MAX_SAFE_INTEGER,
    ),
  },
  mode: 'private',
  listed: false,
  examples: ['answer question:dropout-effect'],
  form({ question, post }, { bank, locale, t }) {
    const found = findQuestion(bank, question);
    return {
      title: t('form.title'),
      about: found.question[locale],
      fields: [
        { name: 'answer', label: t('form.answer'), hint: t('form.hint'), long: true, max: MAX_ANSWER_LENGTH },
      ],
      submit: writeLine('answer', questionArgs(found, post)),
      submitLabel: t('form.submit'),
    };
  },
  run({ question: id, post }, context): Promise<Card> {
    const question = findQuestion(context.bank, id);
    return gradeAndRecord(question, context.fields.answer ?? '', post, context);
  },
});
