import { fit } from './hangul.ts';
import type { Stage, Token } from './stage.ts';
import type { Choice, CommandInfo, OptionInfo } from './wire.ts';

/** What to offer at a place in the line. Pure: the values that the server completes are handed in. */

export interface Item {
  /** The whole line once this is taken. */
  readonly line: string;
  readonly label: string;
  readonly alias: string;
  readonly detail: string;
}

export interface Offer {
  readonly items: readonly Item[];
  /** Whether Enter takes the first item: only where what stands there cannot be meant as it is. */
  readonly eager: boolean;
}

const NOTHING: Offer = { items: [], eager: false };

function commandItems(typed: string, commands: readonly CommandInfo[]): Item[] {
  const scored = commands.flatMap((command, order) => {
    const fits = [command.name, ...command.aliases].map((name) => fit(typed, name) ?? 9);
    const best = Math.min(...fits);
    return best === 9 ? [] : [{ command, best, order }];
  });
  return scored
    .sort((a, b) => a.best - b.best || a.order - b.order)
    .map(({ command }) => ({
      line: `/${command.name} `,
      label: `/${command.name}`,
      alias: command.aliases.join(' '),
      detail: command.summary,
    }));
}

function quote(value: string): string {
  return /[\s":]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}

function valueItem(choice: Choice, before: string, option: OptionInfo, named: boolean): Item {
  const bare = option.rest && !named;
  const line = bare ? before + choice.value : `${before}${option.name}:${quote(choice.value)} `;
  return { line, label: choice.label, alias: '', detail: choice.value === choice.label ? '' : choice.value };
}

function nameItems(token: Token, before: string, open: readonly OptionInfo[]): Item[] {
  if (token.named) return [];
  return open
    .filter(
      (option) => !(option === token.option && option.rest) && fit(token.typed, option.name) !== undefined,
    )
    .map((option) => ({
      line: `${before}${option.name}:`,
      label: `${option.name}:`,
      alias: '',
      detail: option.about,
    }));
}

/** The choices of an option that fit; those of the server have been chosen by it already. */
export function valuesFor(token: Token, completed: readonly Choice[]): readonly Choice[] {
  const { option, typed } = token;
  if (option === undefined) return [];
  if (option.completes !== 'no') return completed;
  return option.choices.filter(
    ({ value, label }) => fit(typed, value) !== undefined || fit(typed, label) !== undefined,
  );
}

export function offer(
  line: string,
  stage: Stage,
  commands: readonly CommandInfo[],
  completed: readonly Choice[],
): Offer {
  if (stage.kind === 'talk') return NOTHING;
  if (stage.kind === 'command') {
    return { items: commandItems(stage.typed, commands), eager: stage.typed !== '' };
  }
  const { token, open } = stage;
  const before = line.slice(0, token.start);
  const option = token.option;
  const values =
    option === undefined
      ? []
      : valuesFor(token, completed).map((choice) => valueItem(choice, before, option, token.named));
  const known = option !== undefined && (option.choices.length > 0 || option.completes === 'known');
  const typed = token.typed.trim().toLowerCase();
  // A value that is written out in full is meant as it stands: Enter sends it.
  const whole = valuesFor(token, completed).some((choice) => choice.value.toLowerCase() === typed);
  return { items: [...values, ...nameItems(token, before, open)], eager: known && typed !== '' && !whole };
}
