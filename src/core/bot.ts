import type { Bank } from '../bank/bank.ts';
import { card, controls, text } from '../cards/build.ts';
import type { Card } from '../cards/card.ts';
import type { Locale } from '../cards/inline.ts';
import { type Translate, translator } from '../texts/index.ts';
import type { Ack, Incoming, Input, Reply, Suggestion } from './call.ts';
import type { Command } from './command.ts';
import { UserError } from './errors.ts';
import { createLanguages } from './languages.ts';
import { parseRest, splitName } from './line.ts';
import { nearest } from './nearest.ts';
import { type Completion, parseOptions } from './option.ts';
import type { Ports } from './ports.ts';

export interface Bot {
  /** Synchronous, from the declaration alone: what to tell the platform within its first seconds. */
  acknowledge(incoming: Incoming): Ack;
  /** Never rejects: a fault becomes a card. */
  handle(incoming: Incoming): Promise<Reply>;
  /** At most 25 completions of an option's value. */
  complete(command: string, option: string, typed: string, locale: Locale): readonly Suggestion[];
  readonly commands: readonly Command[];
}

export interface BotSettings extends Ports {
  readonly bank: Bank;
  readonly commands: readonly Command[];
  readonly defaultTimeZone: string;
  /** Completes the values of options; the bank's look-up stands behind it. */
  readonly suggest: (kind: Completion, typed: string, locale: Locale) => readonly Suggestion[];
  /** Called after every handled call, so that posted cards can be brought up to date. */
  readonly onHandled?: (incoming: Incoming) => void;
}

export const MAX_SUGGESTIONS = 25;

class CommandTable {
  readonly #byName = new Map<string, Command>();
  readonly names: ReadonlySet<string>;
  readonly #listed: readonly string[];

  constructor(commands: readonly Command[]) {
    for (const command of commands)
      for (const name of [command.name, ...command.aliases]) this.#byName.set(name, command);
    // The first part of a group answers to the group's name alone: `me` is `me stats`.
    for (const command of commands) {
      const group = command.name.split(' ')[0] ?? '';
      if (!this.#byName.has(group)) this.#byName.set(group, command);
    }
    this.names = new Set(this.#byName.keys());
    this.#listed = commands
      .filter((command) => command.listed)
      .flatMap((command) => [command.name, ...command.aliases]);
  }

  get(name: string): Command {
    const command = this.#byName.get(name);
    if (command === undefined) throw this.unknown(name);
    return command;
  }

  unknown(name: string): UserError {
    const near = nearest(name, this.#listed);
    return new UserError(near.length > 0 ? 'error.command-near' : 'error.command', {
      command: name.slice(0, 40),
      near: near.join(', '),
    });
  }
}

function resolve(
  table: CommandTable,
  input: Input,
): { command: Command; raw: Readonly<Record<string, string>> } {
  if (input.kind === 'typed') return { command: table.get(input.command), raw: input.values };
  const { name, word, rest } = splitName(input.text, table.names);
  if (name === undefined) throw table.unknown(word);
  const command = table.get(name);
  return { command, raw: parseRest(rest, command.options) };
}

function errorCard(error: UserError, t: Translate): Card {
  return card('warn', undefined, text(t(error.key, error.params)), controls(...error.controls));
}

/** Builds the bot from its parts. Pure wiring: no clock, no environment. */
export function createBot(settings: BotSettings): Bot {
  const { commands, log, bank } = settings;
  const table = new CommandTable(commands);
  const languages = createLanguages(settings.store, log);

  async function run(incoming: Incoming, locale: Locale): Promise<Reply> {
    const t = translator(locale);
    const { command, raw } = resolve(table, incoming.input);
    const args = parseOptions(command.options, raw);
    if (command.admin === true && !incoming.from.admin) throw new UserError('error.admin');
    const fields = incoming.input.kind === 'line' ? (incoming.input.fields ?? {}) : {};
    const answer = await command.run(args, {
      bank,
      commands,
      t,
      fields,
      log,
      store: settings.store,
      work: settings.work,
      doors: settings.doors,
      clock: settings.clock,
      random: settings.random,
      defaultTimeZone: settings.defaultTimeZone,
      locale,
      platformLocale: incoming.locale,
      from: incoming.from,
      place: incoming.place,
      interactionId: incoming.id,
    });
    return { card: answer, mode: command.mode };
  }

  return {
    commands,
    acknowledge(incoming) {
      try {
        const locale = languages.known(incoming.from) ?? incoming.locale;
        const { command, raw } = resolve(table, incoming.input);
        const submitted = incoming.input.kind === 'line' && incoming.input.fields !== undefined;
        if (command.form === undefined || submitted) return { kind: 'wait', mode: command.mode };
        const args = parseOptions(command.options, raw);
        return {
          kind: 'form',
          form: command.form(args, { bank, locale, t: translator(locale) }),
        };
      } catch (error) {
        // `handle` meets the same fault again and words it.
        if (!(error instanceof UserError))
          log.error({ err: error, interaction: incoming.id }, 'acknowledge failed');
        return { kind: 'wait', mode: 'private' };
      }
    },
    async handle(incoming) {
      let t = translator(incoming.locale);
      try {
        // What a member has chosen goes before what their platform says.
        const locale = (await languages.look(incoming.from)) ?? incoming.locale;
        t = translator(locale);
        const reply = await run(incoming, locale);
        // It may have been changed by this very call, and the next form cannot wait for it.
        await languages.look(incoming.from);
        settings.onHandled?.(incoming);
        return reply;
      } catch (error) {
        if (error instanceof UserError) return { card: errorCard(error, t), mode: 'private' };
        const reference = Math.floor(settings.random.next() * 0xffffff)
          .toString(16)
          .padStart(6, '0');
        log.error({ err: error, reference, interaction: incoming.id }, 'command failed');
        return { card: card('bad', undefined, text(t('error.unknown', { reference }))), mode: 'private' };
      }
    },
    complete(name, option, typed, locale) {
      try {
        const declared = table.get(name).options[option];
        if (declared === undefined) return [];
        if (declared.kind === 'text')
          return declared.completion === undefined
            ? []
            : settings.suggest(declared.completion, typed, locale).slice(0, MAX_SUGGESTIONS);
        if (declared.kind === 'choice') {
          const word = typed.trim().toLowerCase();
          const hits = declared.choices.filter(
            ({ value, label }) => value.includes(word) || label[locale].toLowerCase().includes(word),
          );
          return hits.slice(0, MAX_SUGGESTIONS).map(({ value, label }) => ({ value, label: label[locale] }));
        }
        return [];
      } catch (error) {
        if (!(error instanceof UserError)) log.error({ err: error, command: name }, 'completion failed');
        return [];
      }
    },
  };
}
