import { card, text } from '../../cards/build.ts';
import { defineCommand } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import { writeLine } from '../../core/line.ts';
import { type ArgsOf, choiceOption, integerOption, textOption } from '../../core/option.ts';
import { memberToday } from '../member-day.ts';
import { changeSettings, LANGUAGES, type Wish } from './change.ts';
import { dateWords } from './date-words.ts';
import { settingsPanel } from './panel.ts';

const language = choiceOption({ ko: '언어', en: 'Language' }, false, [
  { value: 'ko', label: { ko: '한국어', en: 'Korean' } },
  { value: 'en', label: { ko: '영어', en: 'English' } },
  { value: 'auto', label: { ko: '앱 언어를 따르기', en: 'the language of the app' } },
]);

const options = {
  zone: textOption(
    { ko: '시간대: Asia/Seoul, 런던, default', en: 'Time zone: Asia/Seoul, London, default' },
    false,
    {
      max: 64,
      completion: 'zone',
    },
  ),
  language,
  reminder: textOption({ ko: '알림 시각: 21:00, off', en: 'Time of the reminder: 21:00, off' }, false, {
    max: 20,
  }),
  snooze: textOption(
    { ko: '알림 쉬기: today, week, 날짜, off', en: 'Pause reminders: today, week, a date, off' },
    false,
    { max: 20 },
  ),
};

function wishOf(args: ArgsOf<typeof options>): Wish | undefined {
  return Object.values(args).every((value) => value === undefined) ? undefined : args;
}

export const meSettings = defineCommand({
  name: 'me settings',
  aliases: ['내설정', '설정'],
  summary: {
    ko: '내 시간대, 언어, 알림, 휴가를 정해요',
    en: 'Your time zone, language, reminders and vacations',
  },
  options,
  mode: 'private',
  listed: true,
  examples: [
    'me settings',
    'me settings zone:Europe/London language:en reminder:21:00',
    'me settings reminder:off',
  ],
  async run(args, context) {
    const member = await context.store.member(context.from);
    const wish = wishOf(args);
    if (wish !== undefined) await changeSettings(context, member, wish);
    return settingsPanel(context, member);
  },
});

/** Behind the panel's buttons: the same, but the panel changes in its place. */
export const settingsSet = defineCommand({
  name: 'settings-set',
  aliases: [],
  summary: { ko: '설정을 바꿔요', en: 'Changes a setting' },
  options,
  mode: 'replace',
  listed: false,
  examples: ['settings-set snooze:off'],
  async run(args, context) {
    const member = await context.store.member(context.from);
    await changeSettings(context, member, args);
    return settingsPanel(context, member);
  },
});

export const settingsReset = defineCommand({
  name: 'settings-reset',
  aliases: [],
  summary: { ko: '설정을 처음 값으로 돌려요', en: 'Sets everything back' },
  options: {},
  mode: 'replace',
  listed: false,
  examples: ['settings-reset'],
  async run(_args, context) {
    const member = await context.store.member(context.from);
    await changeSettings(context, member, { zone: '', language: 'auto', reminder: '', snooze: '' });
    return settingsPanel(context, member);
  },
});

/** What stands in the form comes with the line, since a form has to be there at once. */
export const settingsForm = defineCommand({
  name: 'settings-form',
  aliases: [],
  summary: { ko: '설정을 바꾸는 창을 열어요', en: 'Opens the form of the settings' },
  options: { zone: options.zone, language, reminder: options.reminder },
  mode: 'replace',
  listed: false,
  examples: ['settings-form'],
  form({ zone = '', language = 'auto', reminder = '' }, { t }) {
    return {
      title: t('settings.title'),
      about: t('settings.form-about'),
      fields: [
        {
          name: 'zone',
          label: t('settings.zone'),
          hint: t('settings.zone-hint'),
          long: false,
          max: 64,
          optional: true,
          value: zone,
        },
        {
          name: 'language',
          label: t('settings.language'),
          hint: t('settings.language-hint'),
          long: false,
          max: 8,
          value: language,
          choices: LANGUAGES.map((value) => ({ value, label: t(`settings.language-${value}`) })),
        },
        {
          name: 'reminder',
          label: t('settings.reminder'),
          hint: t('settings.reminder-hint'),
          long: false,
          max: 20,
          optional: true,
          value: reminder,
        },
      ],
      submit: writeLine('settings-form'),
      submitLabel: t('settings.save'),
    };
  },
  async run(_args, context) {
    const { zone = '', language: chosen = 'auto', reminder = '' } = context.fields;
    const known = LANGUAGES.find((one) => one === chosen);
    if (known === undefined)
      throw new UserError('error.choice', {
        option: 'language',
        value: chosen,
        allowed: LANGUAGES.join(', '),
      });
    const member = await context.store.member(context.from);
    await changeSettings(context, member, { zone, language: known, reminder });
    return settingsPanel(context, member);
  },
});

export const snoozeForm = defineCommand({
  name: 'snooze-form',
  aliases: [],
  summary: { ko: '알림을 쉴 날짜를 물어요', en: 'Asks until when reminders rest' },
  options: {},
  mode: 'replace',
  listed: false,
  examples: ['snooze-form'],
  form(_args, { t }) {
    return {
      title: t('settings.snooze-menu'),
      about: '',
      fields: [
        {
          name: 'until',
          label: t('snooze.until-label'),
          hint: t('settings.date-hint'),
          long: false,
          max: 20,
        },
      ],
      submit: writeLine('snooze-form'),
      submitLabel: t('settings.save'),
    };
  },
  async run(_args, context) {
    const member = await context.store.member(context.from);
    await changeSettings(context, member, { snooze: context.fields.until ?? '' });
    return settingsPanel(context, member);
  },
});

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
