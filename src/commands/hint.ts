import { button, card, controls, text } from '../cards/build.ts';
import { defineCommand } from '../core/command.ts';
import { writeLine } from '../core/line.ts';
import { textOption } from '../core/option.ts';
import { findQuestion } from './find-question.ts';

export const hint = defineCommand({
  name: 'hint',
  aliases: ['힌트'],
  summary: { ko: '질문의 힌트를 보여 줘요', en: 'Shows the hint of a question' },
  options: {
    question: textOption({ ko: '질문 이름', en: 'The question' }, true, { max: 64, completion: 'question' }),
  },
  mode: 'private',
  listed: false,
  examples: ['hint question:dropout-effect'],
  async run({ question: id }, { bank, locale, t }) {
    const question = findQuestion(bank, id);
    return card(
      'neutral',
      t('hint.title'),
      text(question.hint[locale]),
      controls(button(t('button.answer'), writeLine('answer', { question: question.id }), 'primary')),
    );
  },
});
