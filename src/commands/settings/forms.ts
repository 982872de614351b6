import { defineCommand } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import { writeLine } from '../../core/line.ts';
import { changeSettings, LANGUAGES } from './change.ts';
import { options } from './options.ts';
import { settingsPanel } from './panel.ts';

/** What stands in the form comes with the line, since a form has to be there at once. */
export const settingsForm = defineCommand({
  name: 'settings-form',
  aliases: [],
  summary: { ko: '설정을 바꾸는 창을 열어요', en: 'Opens the form of the settings' },
  options: { zone: options.zone, language: options.language, reminder: options.reminder },
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
