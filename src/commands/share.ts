import { card, marked } from '../cards/build.ts';
import { defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { integerOption } from '../core/option.ts';

/** Sharing is the member's consent to show the answer in public. */
export const share = defineCommand({
  name: 'share',
  aliases: ['공유'],
  summary: { ko: '내 답을 채널에 보여 줘요', en: 'Shows your answer in the channel' },
  options: { answer: integerOption({ ko: '답 번호', en: 'The answer' }, true, 1, Number.MAX_SAFE_INTEGER) },
  mode: 'channel',
  listed: false,
  examples: [],
  async run({ answer: id }, { bank, store, from, locale, t }) {
    const shared = await store.shareAnswer(await store.member(from), id);
    if (shared === undefined) throw new UserError('error.answer-missing');
    const question = bank.questions.get(shared.questionId);
    return card(
      'neutral',
      t('share.title', { name: from.name, score: shared.score }),
      ...(question === undefined ? [] : [marked('small', question.question[locale])]),
      marked('quote', shared.text),
    );
  },
});
