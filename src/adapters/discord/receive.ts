import {
  type APIInteractionGuildMember,
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type BaseInteraction,
  type CommandInteractionOption,
  GuildMember,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Locale } from '../../cards/inline.ts';
import type { Actor, Incoming, Input, Place } from '../../core/call.ts';
import type { Command } from '../../core/command.ts';
import { DOOR } from './settings.ts';

/** Interactions in, calls out. */

export interface Call {
  readonly kind: 'call';
  readonly incoming: Incoming;
  /** The message under the button, where there is one: what `replace` edits. */
  readonly pressed?: { readonly private: boolean };
}

export interface Completion {
  readonly kind: 'completion';
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly locale: Locale;
}

/** Discord's languages are `ko`, `en-US` and thirty more; those that are not spoken here get English. */
export function localeOf(locale: string): Locale {
  return locale.startsWith('ko') ? 'ko' : 'en';
}

/** A server where the app is installed; elsewhere (direct messages, servers where only the person installed it) the person. */
function workspaceOf(interaction: BaseInteraction): string {
  const { guildId, userId } = interaction.authorizingIntegrationOwners;
  const personal = userId !== null && guildId === null;
  return interaction.guildId === null || personal ? `dm:${interaction.user.id}` : interaction.guildId;
}

function nameOf(interaction: BaseInteraction): string {
  const member: GuildMember | APIInteractionGuildMember | null = interaction.member;
  if (member === null) return interaction.user.displayName;
  if (member instanceof GuildMember) return member.displayName;
  return member.nick ?? interaction.user.displayName;
}

function actorOf(interaction: BaseInteraction): Actor {
  return {
    door: DOOR,
    workspace: workspaceOf(interaction),
    member: interaction.user.id,
    name: nameOf(interaction),
    // Administrators have every permission; nobody administers a direct chat.
    admin: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** A thread belongs to the channel that it hangs under: its question is that channel's. */
function placeOf(interaction: BaseInteraction): Place {
  const { channel } = interaction;
  const parent = channel?.isThread() === true ? channel.parentId : null;
  return {
    workspace: workspaceOf(interaction),
    channel: parent ?? interaction.channelId ?? interaction.user.id,
  };
}

/** `/me stats` comes as the command `me` with the subcommand `stats`. */
function leafOf(
  name: string,
  options: readonly CommandInteractionOption[],
): { command: string; options: readonly CommandInteractionOption[] } {
  const [first] = options;
  return first?.type === ApplicationCommandOptionType.Subcommand
    ? { command: `${name} ${first.name}`, options: first.options ?? [] }
    : { command: name, options };
}

function typedInput(name: string, data: readonly CommandInteractionOption[]): Input {
  const { command, options } = leafOf(name, data);
  const values = options.map((one) => [one.name, String(one.value ?? '')] as const);
  return { kind: 'typed', command, values: Object.fromEntries(values) };
}

/** The command that stands in the menu of messages under this name, with the message as its fields. */
function messageInput(
  label: string,
  message: { readonly content: string; readonly author: { readonly id: string } },
  commands: readonly Command[],
): Input | undefined {
  const command = commands.find((one) => one.onMessage?.en === label);
  return command === undefined
    ? undefined
    : { kind: 'line', text: command.name, fields: { text: message.content, author: message.author.id } };
}

function inputOf(interaction: Interaction, commands: readonly Command[]): Input | undefined {
  if (interaction.isChatInputCommand()) return typedInput(interaction.commandName, interaction.options.data);
  if (interaction.isMessageContextMenuCommand())
    return messageInput(interaction.commandName, interaction.targetMessage, commands);
  if (interaction.isButton()) return { kind: 'line', text: interaction.customId };
  if (interaction.isStringSelectMenu()) return { kind: 'line', text: interaction.values[0] ?? '' };
  if (interaction.isModalSubmit()) {
    const fields = [...interaction.fields.fields].flatMap(([name, field]) => {
      if ('value' in field && typeof field.value === 'string') return [[name, field.value] as const];
      return 'values' in field ? [[name, field.values.join(',')] as const] : [];
    });
    return { kind: 'line', text: interaction.customId, fields: Object.fromEntries(fields) };
  }
  return undefined;
}

function completionOf(interaction: AutocompleteInteraction): Completion {
  const { command } = leafOf(interaction.commandName, interaction.options.data);
  const { name, value } = interaction.options.getFocused(true);
  return { kind: 'completion', command, option: name, typed: value, locale: localeOf(interaction.locale) };
}

/** Undefined: an interaction that no part of the bot has asked for. */
export function receive(
  interaction: Interaction,
  commands: readonly Command[],
): Call | Completion | undefined {
  if (interaction.isAutocomplete()) return completionOf(interaction);
  const input = inputOf(interaction, commands);
  if (input === undefined) return undefined;
  const message =
    interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null;
  return {
    kind: 'call',
    incoming: {
      id: `${DOOR}:${interaction.id}`,
      input,
      from: actorOf(interaction),
      place: placeOf(interaction),
      locale: localeOf(interaction.locale),
    },
    ...(message === null ? {} : { pressed: { private: message.flags.has(MessageFlags.Ephemeral) } }),
  };
}
