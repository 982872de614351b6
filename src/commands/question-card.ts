import type { Question } from '../bank/question.ts';
import { topicName } from '../bank/topics.ts';
import { button, card, controls, marked, text } from '../cards/build.ts';
import type { Card } from '../cards/card.ts';
import { bold, type Locale } from '../cards/inline.ts';
import { writeLine } from '../core/line.ts';
import type { Translate } from '../texts/index.ts';

/** Names a line by its question and, for the daily question, the post it belongs to. */
export function questionArgs(
  question: Question,
  postId: number | undefined,
): { question: string; post: number | undefined } {
  return { question: question.id, post: postId };
}

function meta(question: Question, locale: Locale, t: Translate): string {
  return `${topicName(question.topic, locale)} · ${t(`level.${question.level}`)}`;
}

export interface PostCount {
  readonly count: number;
  readonly mean?: number;
}

/** The card of the day; the daily run posts it and keeps its count up to date. */
export function dailyCard(
  question: Question,
  postId: number,
  counts: PostCount,
  locale: Locale,
  t: Translate,
): Card {
  const answered =
    counts.count === 0
      ? t('daily.first')
      : t('daily.count', { count: counts.count, mean: Math.round(counts.mean ?? 0) });
  return card(
    'neutral',
    t('daily.title'),
    marked('small', meta(question, locale, t)),
    text(bold(question.question[locale])),
    marked('small', answered),
    controls(
      button(t('button.answer'), writeLine('answer', questionArgs(question, postId)), 'primary'),
      button(t('button.hint'), writeLine('hint', questionArgs(question, undefined))),
      button(t('button.model'), writeLine('model', questionArgs(question, undefined))),
    ),
  );
}

export function quizCard(question: Question, locale: Locale, t: Translate, another: boolean): Card {
  return card(
    'neutral',
    t('quiz.title'),
    marked('small', meta(question, locale, t)),
    text(bold(question.question[locale])),
    controls(
      button(t('button.answer'), writeLine('answer', questionArgs(question, undefined)), 'primary'),
      button(t('button.hint'), writeLine('hint', questionArgs(question, undefined))),
      another ? button(t('button.another'), writeLine('another', { after: question.id })) : undefined,
    ),
  );
}
