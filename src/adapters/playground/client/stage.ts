import type { CommandInfo, OptionInfo } from './wire.ts';

/**
 * Where in a command line the writer is. Reads it as core/line.ts does on the server: `name:value`,
 * `name:"two words"`, and bare words in the order of the declaration.
 */

export interface Token {
  /** Where it begins in the line. */
  readonly start: number;
  /** What has been typed of the value, or of an option's name. */
  readonly typed: string;
  /** The option that this value is for. */
  readonly option: OptionInfo | undefined;
  /** Whether the option's name has been written. */
  readonly named: boolean;
}

export type Stage =
  | { readonly kind: 'talk' }
  | { readonly kind: 'command'; readonly typed: string }
  | {
      readonly kind: 'option';
      readonly command: CommandInfo;
      readonly token: Token;
      /** Options that have no value yet, the token's own among them. */
      readonly open: readonly OptionInfo[];
    };

const PART = /(?:([A-Za-z][\w-]*):)?(?:"([^"]*)"?|(\S*))/y;

/** The longest name that the line begins with and that is followed by a space. */
function commandOf(
  line: string,
  commands: readonly CommandInfo[],
): { command: CommandInfo; length: number } | undefined {
  const lower = line.toLowerCase();
  const named = commands.flatMap((command) =>
    [command.name, ...command.aliases].map((name) => ({ command, name })),
  );
  const hits = named.filter(({ name }) => lower.startsWith(name) && /\s/.test(lower.charAt(name.length)));
  const best = hits.sort((a, b) => b.name.length - a.name.length)[0];
  return best === undefined ? undefined : { command: best.command, length: best.name.length };
}

function tokenAt(line: string, start: number, open: readonly OptionInfo[]): { token: Token; end: number } {
  PART.lastIndex = start;
  const found = PART.exec(line);
  const named = open.find((option) => option.name === found?.[1]);
  const option = named ?? open[0];
  const valueStart = start + (named === undefined ? 0 : named.name.length + 1);
  const quoted = found?.[2];
  const rest = option?.rest === true && quoted === undefined;
  const end = rest ? line.length : start + (found?.[0].length ?? 0);
  const typed = quoted ?? line.slice(valueStart, end);
  return { token: { start, typed, option, named: named !== undefined }, end };
}

export function stageOf(line: string, commands: readonly CommandInfo[]): Stage {
  if (!line.startsWith('/')) return { kind: 'talk' };
  const known = commandOf(line.slice(1), commands);
  if (known === undefined) return { kind: 'command', typed: line.slice(1) };
  const { command } = known;
  let open = command.options;
  let at = known.length + 1;
  for (;;) {
    at += /^\s*/.exec(line.slice(at))?.[0].length ?? 0;
    const { token, end } = tokenAt(line, at, open);
    if (end >= line.length) return { kind: 'option', command, token, open };
    open = open.filter((option) => option !== token.option);
    at = end;
  }
}

/** A required option without a value, which keeps the line from being sent. */
export function missingIn(stage: Stage): OptionInfo | undefined {
  if (stage.kind !== 'option') return undefined;
  const { token, open } = stage;
  return open.find((option) => option.required && (option !== token.option || token.typed.trim() === ''));
}
