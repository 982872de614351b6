import { card, text } from '../cards/build.ts';
import { defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { integerOption } from '../core/option.ts';

/** "My answer should count": asks an admin to look at an own answer. */
export const appeal = defineCommand({
  name: 'appeal',
  aliases: ['이의'],
  summary: { ko: '내 답을 다시 봐 달라고 해요', en: 'Asks for your answer to be looked at again' },
  options: { answer: integerOption({ ko: '답 번호', en: 'The answer' }, true, 1, Number.MAX_SAFE_INTEGER) },
  mode: 'private',
  listed: false,
  examples: [],
  async run({ answer: id }, { store, from, t }) {
    const member = await store.memberAbout(from, { answer: id });
    const filed = member === undefined ? undefined : await store.appeal(member, id);
    if (filed === undefined) throw new UserError('error.answer-missing');
    const key =
      filed.state === 'open'
        ? 'appeal.filed'
        : filed.state === 'accepted'
          ? 'appeal.was-accepted'
          : 'appeal.was-declined';
    return card('neutral', undefined, text(t(key)));
  },
});
