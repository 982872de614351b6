import type { Locale } from '../../cards/inline.ts';
import type { Command } from '../../core/command.ts';
import type { Option } from '../../core/option.ts';
import type { CommandInfo, OptionInfo } from './client/wire.ts';
import type { PlaygroundChannel } from './settings.ts';

/** The declared commands in one language, for the page's completion. */

function describeOption(
  name: string,
  option: Option,
  locale: Locale,
  channels: OptionInfo['choices'],
): OptionInfo {
  const base = { name, about: option.about[locale], required: option.required };
  switch (option.kind) {
    case 'text': {
      const completes =
        option.completion === undefined ? 'no' : option.completion === 'entry' ? 'free' : 'known';
      return { ...base, rest: option.rest, choices: [], completes };
    }
    case 'choice': {
      const choices = option.choices.map(({ value, label }) => ({ value, label: label[locale] }));
      return { ...base, rest: false, choices, completes: 'no' };
    }
    case 'channel':
      return { ...base, rest: false, choices: channels, completes: 'no' };
    case 'integer':
      return {
        ...base,
        about: `${base.about} (${option.min}–${option.max})`,
        rest: false,
        choices: [],
        completes: 'no',
      };
  }
}

/** What a member may call; an admin's commands are shown to admins alone. */
export function describeCommands(
  commands: readonly Command[],
  locale: Locale,
  admin: boolean,
  channels: readonly Pick<PlaygroundChannel, 'id' | 'name'>[],
): CommandInfo[] {
  const named = channels.map(({ id, name }) => ({ value: id, label: `#${name}` }));
  return commands
    .filter((command) => command.listed && (admin || command.admin !== true))
    .map((command) => ({
      name: command.name,
      aliases: command.aliases,
      summary: command.summary[locale],
      options: Object.entries(command.options).map(([name, option]) =>
        describeOption(name, option, locale, named),
      ),
    }));
}
