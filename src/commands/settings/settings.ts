import { defineCommand } from '../../core/command.ts';
import type { ArgsOf } from '../../core/option.ts';
import { changeSettings, type Wish } from './change.ts';
import { options } from './options.ts';
import { settingsPanel } from './panel.ts';

function wishOf(args: ArgsOf<typeof options>): Wish | undefined {
  return Object.values(args).every((value) => value === undefined) ? undefined : args;
}

export const meSettings = defineCommand({
  name: 'me settings',
  aliases: ['내설정'],
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
