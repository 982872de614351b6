import type { types } from '@slack/bolt';
import { cut } from '../../cards/cut.ts';
import type { Locale } from '../../cards/inline.ts';
import type { Bot } from '../../core/bot.ts';
import type { Command } from '../../core/command.ts';
import { parseRest, splitName } from '../../core/line.ts';
import type { Option } from '../../core/option.ts';
import { translator } from '../../texts/index.ts';
import { plain } from './controls.ts';
import type { Picker } from './form.ts';
import { MAX_OPTION_TEXT, MAX_OPTIONS } from './limits.ts';
import { SLASH } from './settings.ts';

/** Where other chats complete while an option is typed, Slack has a menu that asks for its choices (`block_suggestion`). */

function isCompleted(option: Option): boolean {
  return option.kind === 'text' && option.completion !== undefined;
}

function commandOf(text: string, commands: readonly Command[]) {
  const byName = new Map(
    commands.flatMap((one) => [one.name, ...one.aliases].map((name) => [name, one] as const)),
  );
  const { name, rest } = splitName(text, new Set(byName.keys()));
  const command = name === undefined ? undefined : byName.get(name);
  return command === undefined || name === undefined ? undefined : { command, name, rest };
}

/** The option to ask for: one that is missing, or, where only a name was typed, what the command begins with. */
function asked(
  command: Command,
  given: Readonly<Record<string, string>>,
  isTyped: boolean,
): [string, Option] | undefined {
  const options = Object.entries(command.options);
  const missing = options.find(([name, { required }]) => required && !Object.hasOwn(given, name));
  return missing ?? (isTyped && Object.keys(given).length === 0 ? options[0] : undefined);
}

/** What a command asks for in a menu, if it can be completed. */
export function pickerFor(text: string, bot: Bot, locale: Locale, isTyped: boolean): Picker | undefined {
  const found = commandOf(text, bot.commands);
  if (found === undefined) return undefined;
  const { command, name, rest } = found;
  const [option, declared] = asked(command, parseRest(rest, command.options), isTyped) ?? [];
  if (option === undefined || declared === undefined || !isCompleted(declared)) return undefined;
  return {
    line: `${name} ${rest}`.trim(),
    command: command.name,
    option,
    optional: !declared.required,
    label: declared.about[locale],
    title: `${SLASH} ${locale === 'ko' ? (command.aliases[0] ?? command.name) : command.name}`,
    submitLabel: translator(locale)('pick.submit'),
  };
}

const PICK = /^pick:([^:]+):([^:]+)$/;

/** The choices for what has been typed into a picker. */
export function optionsFor(
  actionId: string,
  typed: string,
  bot: Bot,
  locale: Locale,
): types.PlainTextOption[] {
  const [, command, option] = PICK.exec(actionId) ?? [];
  if (command === undefined || option === undefined) return [];
  const seen = new Set<string>();
  return (
    bot
      .complete(command, option, typed, locale)
      // A value that was cut would mean something else; the same one twice is refused.
      .filter(({ value }) => {
        const isNew = !seen.has(value);
        seen.add(value);
        return isNew && value !== '' && value.length <= MAX_OPTION_TEXT;
      })
      .slice(0, MAX_OPTIONS)
      .map(({ value, label }) => ({ text: plain(cut(label === '' ? value : label, MAX_OPTION_TEXT)), value }))
  );
}
