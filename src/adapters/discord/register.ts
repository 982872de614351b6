import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import { cut } from '../../cards/cut.ts';
import type { Localised } from '../../cards/inline.ts';
import type { Command } from '../../core/command.ts';
import type { Option } from '../../core/option.ts';
import { MAX_CHOICE_TEXT, MAX_CHOICES, MAX_COMMAND_TEXT, MAX_STRING_OPTION } from './limits.ts';
import type { REST } from './rest.ts';

/** The declared commands as Discord's, compared with those it has; written only when they differ. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = Readonly<Record<string, Json>>;

/** Names stay English: typed Korean names are not matched reliably (discord-api-docs issues 5001, 5446). */
function described(name: string, words: Localised): Fields {
  return {
    name,
    description: cut(words.en, MAX_COMMAND_TEXT),
    description_localizations: { ko: cut(words.ko, MAX_COMMAND_TEXT) },
  };
}

function optionJson(name: string, option: Option): Fields {
  const base = { ...described(name, option.about), required: option.required };
  switch (option.kind) {
    case 'text':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        min_length: 1,
        max_length: Math.min(option.max, MAX_STRING_OPTION),
        ...(option.completion === undefined ? {} : { autocomplete: true }),
      };
    case 'choice':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        // More than a menu holds are completed while typing.
        ...(option.choices.length > MAX_CHOICES
          ? { autocomplete: true }
          : {
              choices: option.choices.map(({ value, label }) => ({
                name: cut(label.en, MAX_CHOICE_TEXT),
                name_localizations: { ko: cut(label.ko, MAX_CHOICE_TEXT) },
                value,
              })),
            }),
      };
    case 'channel':
      return {
        ...base,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      };
    case 'integer':
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        min_value: option.min,
        max_value: option.max,
      };
  }
}

/** Required ones first, as Discord asks for (docs: interactions/application-commands). */
function optionsJson(command: Command): Fields[] {
  return Object.entries(command.options)
    .sort(([, one], [, other]) => Number(other.required) - Number(one.required))
    .map(([name, option]) => optionJson(name, option));
}

function reach(admin: boolean): Fields {
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  return {
    contexts: admin ? [Guild] : [Guild, BotDM, PrivateChannel],
    integration_types: admin ? [GuildInstall] : [GuildInstall, UserInstall],
    // Whoever may manage the server may use it; a server can change that. The command itself asks again.
    default_member_permissions: admin ? Number(PermissionFlagsBits.ManageGuild) : null,
  };
}

function leafJson(command: Command): Fields {
  return {
    type: ApplicationCommandType.ChatInput,
    ...described(command.name, command.summary),
    options: optionsJson(command),
    ...reach(command.admin === true),
  };
}

function groupJson(name: string, parts: readonly Command[]): Fields {
  const listed = parts.map((part) => part.name.slice(name.length + 1)).join(', ');
  return {
    type: ApplicationCommandType.ChatInput,
    ...described(name, { ko: `${name}: ${listed}`, en: `${name}: ${listed}` }),
    options: parts.map((part) => ({
      type: ApplicationCommandOptionType.Subcommand,
      ...described(part.name.slice(name.length + 1), part.summary),
      options: optionsJson(part),
    })),
    // A group that has a part for everybody is open to everybody; the other parts refuse by themselves.
    ...reach(parts.every((part) => part.admin === true)),
  };
}

function menuJson(command: Command): Fields[] {
  return command.onMessage === undefined
    ? []
    : [
        {
          type: ApplicationCommandType.Message,
          name: command.onMessage.en,
          name_localizations: { ko: command.onMessage.ko },
          ...reach(command.admin === true),
        },
      ];
}

/** Two words become a command with a subcommand; a message's menu gets what asks for it. */
export function commandsJson(commands: readonly Command[]): Fields[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands.filter((one) => one.listed)) {
    const name = command.name.split(' ')[0] ?? command.name;
    groups.set(name, [...(groups.get(name) ?? []), command]);
  }
  const slash = [...groups].map(([name, parts]) => {
    const alone = parts.find((part) => part.name === name);
    if (alone === undefined) return groupJson(name, parts);
    if (parts.length > 1)
      throw new RangeError(`/${name} cannot be a command and a group of commands at once`);
    return leafJson(alone);
  });
  return [...slash, ...commands.flatMap(menuJson)];
}

/** What decides whether two declarations are the same; Discord adds ids, versions and defaults. */
const COMPARED = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'choices',
  'channel_types',
  'value',
  'required',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'default_member_permissions',
  'contexts',
  'integration_types',
];
const LISTS_IN_ANY_ORDER = new Set(['contexts', 'integration_types', 'channel_types']);

function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const entries = COMPARED.flatMap((key): [string, unknown][] => {
    const field = fields[key];
    const absent = field === undefined || field === null || field === false || field === '';
    if (absent || (Array.isArray(field) && field.length === 0)) return [];
    // Permissions are asked for as a number and given back as text.
    if (key === 'default_member_permissions') return [[key, String(field)]];
    if (key.endsWith('_localizations'))
      return [[key, Object.entries(field as object).sort(([a], [b]) => (a < b ? -1 : 1))]];
    if (LISTS_IN_ANY_ORDER.has(key) && Array.isArray(field)) return [[key, [...field].sort()]];
    return [[key, comparable(field)]];
  });
  return Object.fromEntries(entries);
}

function fingerprint(commands: readonly unknown[]): string {
  const all = commands.map((one) => JSON.stringify(comparable(one)));
  return all.sort().join('\n');
}

/** Brings Discord's list up to date. Counts the commands, and says whether anything had to be written. */
export async function register(
  rest: REST,
  application: string,
  commands: readonly Command[],
): Promise<{ readonly commands: number; readonly changed: boolean }> {
  const wanted = commandsJson(commands);
  const route = Routes.applicationCommands(application);
  const query = new URLSearchParams({ with_localizations: 'true' });
  // Where they cannot be read they are written.
  const known = await rest.get(route, { query }).catch(() => undefined);
  const changed = !Array.isArray(known) || fingerprint(known) !== fingerprint(wanted);
  if (changed) await rest.put(route, { body: wanted });
  return { commands: wanted.length, changed };
}
