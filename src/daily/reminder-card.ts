import type { Question } from '../bank/question.ts';
import { topicName } from '../bank/topics.ts';
import { button, card, controls, marked, text } from '../cards/build.ts';
import type { Card } from '../cards/card.ts';
import { bold, type Locale } from '../cards/inline.ts';
import { writeLine } from '../core/line.ts';
import { translator } from '../texts/index.ts';

/** "Still time today": the question, a way to answer it, and ways to be left in peace. Every line names the post, and so the team. */
export function reminderCard(question: Question, post: number, locale: Locale): Card {
  const t = translator(locale);
  return card(
    'neutral',
    t('reminder.title'),
    marked('small', `${topicName(question.topic, locale)} · ${t(`level.${question.level}`)}`),
    text(bold(question.question[locale])),
    controls(
      button(t('button.answer'), writeLine('answer', { question: question.id, post }), 'primary'),
      button(t('reminder.today'), writeLine('snooze', { for: 'today', post })),
      button(t('reminder.week'), writeLine('snooze', { for: 'week', post })),
      button(t('reminder.off'), writeLine('snooze', { for: 'off', post })),
    ),
  );
}
