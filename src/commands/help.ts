import { card, marked, text } from '../cards/build.ts';
import { code } from '../cards/inline.ts';
import { defineCommand } from '../core/command.ts';

export const help = defineCommand({
  name: 'help',
  aliases: ['도움말', '도움'],
  summary: { ko: '할 수 있는 일을 모두 보여 줘요', en: 'Shows everything there is' },
  options: {},
  mode: 'private',
  listed: true,
  examples: ['help'],
  async run(_args, { commands, from, locale, t }) {
    const open = commands.filter((command) => command.listed && (command.admin !== true || from.admin));
    return card(
      'neutral',
      t('help.title'),
      text(t('help.intro')),
      marked('heading', t('help.group')),
      ...open.map((command) => text(code(`/${command.name}`), ` ${command.summary[locale]}`)),
      marked('small', t('help.grading')),
    );
  },
});
