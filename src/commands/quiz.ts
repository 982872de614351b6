import type { Question } from '../bank/question.ts';
import { TOPICS } from '../bank/topics.ts';
import type { Card } from '../cards/card.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { choiceOption, textOption } from '../core/option.ts';
import type { MemberHistory } from '../core/store.ts';
import { findQuestion } from './find-question.ts';
import { quizCard } from './question-card.ts';

/** Unanswered questions first, then those that went worst; chance decides among equals. */
function choose(
  questions: readonly Question[],
  best: MemberHistory['best'],
  chance: number,
): Question | undefined {
  const unanswered = questions.filter((question) => !best.has(question.id));
  if (unanswered.length > 0) return unanswered[Math.floor(chance * unanswered.length)];
  const worst = Math.min(...questions.map((question) => best.get(question.id) ?? 0));
  const weakest = questions.filter((question) => (best.get(question.id) ?? 0) <= worst + 10);
  return weakest[Math.floor(chance * weakest.length)];
}

async function practice(
  wanted: { topic: string | undefined; level: number | undefined; after: string | undefined },
  context: Context,
): Promise<Card> {
  const { bank, store, from, random, locale, t } = context;
  const { best } = await store.history(await store.member(from));
  const fitting = [...bank.questions.values()].filter(
    (one) =>
      (wanted.topic === undefined || one.topic === wanted.topic) &&
      (wanted.level === undefined || one.level === wanted.level),
  );
  const others = fitting.filter((one) => one.id !== wanted.after);
  const chosen = choose(others.length > 0 ? others : fitting, best, random.next());
  if (chosen === undefined) throw new UserError('error.no-question');
  return quizCard(chosen, locale, t, fitting.length > 1);
}

export const quiz = defineCommand({
  name: 'quiz',
  aliases: ['퀴즈', '문제'],
  summary: { ko: '연습 문제를 하나 내요', en: 'Asks a practice question now' },
  options: {
    topic: choiceOption(
      { ko: '주제', en: 'Topic' },
      false,
      Object.entries(TOPICS).map(([value, label]) => ({ value, label })),
    ),
    level: choiceOption({ ko: '난이도', en: 'Level' }, false, [
      { value: '1', label: { ko: '기초', en: 'basic' } },
      { value: '2', label: { ko: '보통', en: 'intermediate' } },
      { value: '3', label: { ko: '심화', en: 'advanced' } },
    ]),
    question: textOption({ ko: '질문 이름', en: 'A question by name' }, false, {
      max: 64,
      completion: 'question',
    }),
  },
  mode: 'private',
  listed: true,
  examples: ['quiz', 'quiz topic:deep-learning', 'quiz question:dropout-effect'],
  async run({ topic, level, question }, context) {
    if (question !== undefined)
      return quizCard(findQuestion(context.bank, question), context.locale, context.t, false);
    return practice(
      { topic, level: level === undefined ? undefined : Number(level), after: undefined },
      context,
    );
  },
});

/** Behind the button "another question": the same kind of question, but not the one it stands under. */
export const another = defineCommand({
  name: 'another',
  aliases: [],
  summary: { ko: '다른 연습 문제를 내요', en: 'Asks another practice question' },
  options: { after: textOption({ ko: '이 질문 말고', en: 'Not this question' }, true, { max: 64 }) },
  mode: 'replace',
  listed: false,
  examples: ['another after:dropout-effect'],
  async run({ after }, context) {
    return practice({ topic: findQuestion(context.bank, after).topic, level: undefined, after }, context);
  },
});
