import { card, text } from '../../cards/build.ts';
import { defineCommand } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import { choiceOption, integerOption } from '../../core/option.ts';
import { memberToday } from '../member-day.ts';
import { changeSettings } from './change.ts';
import { dateWords } from './date-words.ts';

/** Under a reminder, which stands in a direct chat: the post says whose team it is about. */
export const snooze = defineCommand({
  name: 'snooze',
  aliases: [],
  summary: { ko: '알림을 쉬어요', en: 'Pauses reminders' },
  options: {
    for: choiceOption({ ko: '얼마나', en: 'How long' }, true, [
      { value: 'today', label: { ko: '오늘', en: 'today' } },
      { value: 'week', label: { ko: '1주일', en: 'a week' } },
      { value: 'off', label: { ko: '알림 끄기', en: 'no more reminders' } },
    ]),
    post: integerOption(
      { ko: '오늘의 질문 번호', en: 'The post of the day' },
      true,
      1,
      Number.MAX_SAFE_INTEGER,
    ),
  },
  mode: 'private',
  listed: false,
  examples: [],
  async run({ for: length, post }, context) {
    const { store, from, locale, t } = context;
    const member = await store.memberAbout(from, { post });
    if (member === undefined) throw new UserError('error.post');
    await changeSettings(context, member, length === 'off' ? { reminder: 'off' } : { snooze: length });
    if (length === 'off') return card('neutral', undefined, text(t('snooze.done-off')));
    const today = await memberToday(context, member);
    const { snoozedUntil = today } = await store.settings(member);
    return card(
      'neutral',
      undefined,
      text(t('snooze.done', { date: dateWords(snoozedUntil, today, locale) })),
    );
  },
});
