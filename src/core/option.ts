import type { Localised } from '../cards/inline.ts';
import { UserError } from './errors.ts';
import { nearest } from './nearest.ts';

/** Typed options of a command: parsing, help, completion and registration all come from the declaration. */

/** Where completions of a text option come from. */
export type Completion = 'question' | 'entry' | 'demo' | 'zone' | 'topic';

interface Common {
  readonly about: Localised;
  readonly required: boolean;
}

export interface TextOption extends Common {
  readonly kind: 'text';
  readonly max: number;
  /** Takes the rest of a typed line, spaces and all. */
  readonly rest: boolean;
  readonly completion?: Completion;
}

export interface ChoiceOption<V extends string = string> extends Common {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: V; readonly label: Localised }[];
}

export interface IntegerOption extends Common {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
}

/** A channel of the same workspace, by the platform's id of it; picked from a list where a platform has one. */
export interface ChannelOption extends Common {
  readonly kind: 'channel';
}

export type Option = TextOption | ChoiceOption | IntegerOption | ChannelOption;
export type Options = Readonly<Record<string, Option>>;

type Value<O extends Option> =
  O extends ChoiceOption<infer V> ? V : O extends IntegerOption ? number : string;
export type ArgsOf<O extends Options> = {
  readonly [K in keyof O]: O[K]['required'] extends true ? Value<O[K]> : Value<O[K]> | undefined;
};

type Given<T, R extends boolean> = Omit<T, 'required'> & { readonly required: R };

export function textOption<R extends boolean>(
  about: Localised,
  required: R,
  extra: { max?: number; rest?: boolean; completion?: Completion } = {},
): Given<TextOption, R> {
  return { kind: 'text', about, required, max: 200, rest: false, ...extra };
}

export function choiceOption<const V extends string, R extends boolean>(
  about: Localised,
  required: R,
  choices: readonly { value: V; label: Localised }[],
): Given<ChoiceOption<V>, R> {
  return { kind: 'choice', about, required, choices };
}

export function integerOption<R extends boolean>(
  about: Localised,
  required: R,
  min: number,
  max: number,
): Given<IntegerOption, R> {
  return { kind: 'integer', about, required, min, max };
}

export function channelOption<R extends boolean>(about: Localised, required: R): Given<ChannelOption, R> {
  return { kind: 'channel', about, required };
}

/** `#daily`, a mention as chats write it (`<#C012|daily>`), or the id alone. */
const CHANNEL = /^(?:<#([\w-]+)(?:\|[^>]*)?>|#?([\w-]+))$/;

function parseChannel(name: string, raw: string): string {
  const found = CHANNEL.exec(raw.trim());
  const id = found?.[1] ?? found?.[2];
  if (id === undefined || id.length > 64)
    throw new UserError('error.channel', { option: name, value: raw.slice(0, 40) });
  return id;
}

function parseChoice(option: ChoiceOption, name: string, raw: string): string {
  const typed = raw.trim().toLowerCase();
  const hit = option.choices.find(({ value, label }) =>
    [value, label.ko, label.en].some((one) => one.toLowerCase() === typed),
  );
  if (hit !== undefined) return hit.value;
  const names = option.choices.map((choice) => choice.value);
  const near = nearest(typed, names, 1)[0];
  throw new UserError(near === undefined ? 'error.choice' : 'error.choice-near', {
    option: name,
    value: raw,
    allowed: names.join(', '),
    near: near ?? '',
  });
}

/** The value that a raw text stands for. Throws UserError that names the option and what is allowed. */
export function parseOption(option: Option, name: string, raw: string): string | number {
  switch (option.kind) {
    case 'text': {
      const value = raw.trim();
      if (value === '') throw new UserError('error.option-missing', { option: name });
      if ([...value].length > option.max)
        throw new UserError('error.option-long', { option: name, max: option.max });
      return value;
    }
    case 'choice':
      return parseChoice(option, name, raw);
    case 'channel':
      return parseChannel(name, raw);
    case 'integer': {
      const value = Number(raw);
      if (raw.trim() === '' || !Number.isInteger(value) || value < option.min || value > option.max) {
        throw new UserError('error.integer', { option: name, value: raw, min: option.min, max: option.max });
      }
      return value;
    }
  }
}

/** Parses all options of a call; missing required and unknown ones are refused by name. */
export function parseOptions<O extends Options>(
  options: O,
  raw: Readonly<Record<string, string>>,
): ArgsOf<O> {
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(options, name))
      throw new UserError('error.option-unknown', {
        option: name,
        allowed: Object.keys(options).join(', ') || '–',
      });
  }
  const args: Record<string, string | number | undefined> = {};
  for (const [name, option] of Object.entries(options)) {
    const given = Object.hasOwn(raw, name) ? raw[name] : undefined;
    if (given === undefined) {
      if (option.required) throw new UserError('error.option-missing', { option: name });
      args[name] = undefined;
    } else args[name] = parseOption(option, name, given);
  }
  // The loop above gives every declared name a value of its kind; the compiler cannot follow the mapping.
  return args as ArgsOf<O>;
}
