import type { Line } from '../cards/card.ts';
import type { Options } from './option.ts';

/**
 * A line is a command call as text: `answer question:dropout-effect post:12`.
 * It is what a button carries, what is typed in the playground, on Slack and in a terminal, and what a test writes.
 */

/** Discord's custom_id holds 100 characters; four are kept for a version mark. */
export const MAX_LINE = 96;

export function writeLine(
  command: string,
  args: Readonly<Record<string, string | number | undefined>> = {},
): Line {
  const parts = [command];
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined) continue;
    const raw = String(value);
    parts.push(/[\s":]/.test(raw) || raw === '' ? `${name}:"${raw.replaceAll('"', '')}"` : `${name}:${raw}`);
  }
  const line = parts.join(' ');
  if (line.length > MAX_LINE)
    throw new RangeError(`the line has ${line.length} characters, ${MAX_LINE} are allowed: ${line}`);
  return line as Line;
}

const PART = /\s*(?:([A-Za-z][\w-]*):)?(?:"([^"]*)"|(\S+))/y;

/** Cuts off the command's name: the longest of `names` that the text begins with, or undefined with the first word. */
export function splitName(
  text: string,
  names: ReadonlySet<string>,
): { name?: string; word: string; rest: string } {
  const trimmed = text.trim().replace(/^\//, '');
  const words = /^(\S+)(?:\s+(\S+))?/.exec(trimmed);
  const first = (words?.[1] ?? '').toLowerCase();
  const two = words?.[2] === undefined ? undefined : `${first} ${words[2].toLowerCase()}`;
  if (two !== undefined && names.has(two))
    return { name: two, word: first, rest: trimmed.slice(words?.[0].length ?? 0).trim() };
  const rest = trimmed.slice(first.length).trim();
  return names.has(first) ? { name: first, word: first, rest } : { word: first, rest };
}

/** Reads the options of a line: `name:value`, `name:"two words"`, and bare words in the order of the declaration. */
export function parseRest(rest: string, options: Options): Record<string, string> {
  const raw: Record<string, string> = {};
  const positional = Object.keys(options);
  let at = 0;
  PART.lastIndex = 0;
  while (at < rest.length) {
    PART.lastIndex = at;
    const found = PART.exec(rest);
    if (found === null) break;
    const named = found[1];
    const next = positional.find((one) => !Object.hasOwn(raw, one));
    const takesAll = next !== undefined && options[next]?.kind === 'text' && options[next].rest;
    // "colour:red" is an unknown option, unless a text that takes the rest of the line is still to come.
    const declared = named !== undefined && Object.hasOwn(options, named);
    const name = declared ? named : named !== undefined && !takesAll ? undefined : next;
    if (name === undefined) {
      raw[named ?? found[0].trim()] = found[2] ?? found[3] ?? '';
      at = PART.lastIndex;
      continue;
    }
    const option = options[name];
    const start =
      at + (found[0].length - found[0].trimStart().length) + (name === named ? named.length + 1 : 0);
    if (option?.kind === 'text' && option.rest && found[2] === undefined) {
      raw[name] = rest.slice(start).trim();
      break;
    }
    raw[name] =
      name === named ? (found[2] ?? found[3] ?? '') : (found[2] ?? rest.slice(start, PART.lastIndex).trim());
    at = PART.lastIndex;
  }
  return raw;
}
