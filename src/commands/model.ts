import { card, marked, paragraphs } from '../cards/build.ts';
import { defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { textOption } from '../core/option.ts';
import { findQuestion } from './find-question.ts';

export const model = defineCommand({
  name: 'model',
  aliases: ['모범답안'],
  summary: {
    ko: '답한 질문이나 지난 질문의 모범 답안을 보여 줘요',
    en: 'Shows the model answer of a question that you have answered, or of an earlier day',
  },
  options: {
    question: textOption({ ko: '질문 이름', en: 'The question' }, true, { max: 64, completion: 'question' }),
  },
  mode: 'private',
  listed: false,
  examples: [],
  async run({ question: id }, { bank, store, from, place, locale, t }) {
    const question = findQuestion(bank, id);
    // The recap has shown its beginning to everybody.
    const open =
      (await store.isPast(from.door, place, question.id)) ||
      (await store.hasAnswered(await store.member(from), question.id));
    if (!open) throw new UserError('error.model-locked');
    return card(
      'neutral',
      t('model.title'),
      marked('small', question.question[locale]),
      paragraphs(question.model[locale]),
    );
  },
});
