import { z } from 'zod';
import { LOCALES, type Locale } from '../../cards/inline.ts';
import type { Incoming } from '../../core/call.ts';
import { Fault } from './fault.ts';
import { MAX_NAME, MAX_QUERY, MAX_TEXT } from './limits.ts';
import { DOOR, type PlaygroundMember, WORKSPACE } from './settings.ts';

/** HTTP in, calls out. Everything a browser sends is checked here and nowhere else. */

const locale = z.enum(LOCALES);
const name = z.string().min(1).max(MAX_NAME);

const callSchema = z.strictObject({
  /** Made by the page; the same click or submission repeats it. */
  id: z.uuid(),
  channel: name,
  member: name,
  locale,
  text: z.string(),
  /** The message whose button was pressed. */
  message: z.int().positive().optional(),
  fields: z.record(name, z.string()).optional(),
});

const completionSchema = z.object({
  command: name,
  option: name,
  q: z.string().max(MAX_QUERY),
  locale,
});

export type Call = Readonly<z.infer<typeof callSchema>>;
export type CompletionQuery = Readonly<z.infer<typeof completionSchema>>;

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const detail = result.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
    .join('; ');
  throw new Fault(400, 'error.body', { detail });
}

/** A letter, digit, sign or picture; not only blanks and invisible characters. */
const VISIBLE = /[^\p{White_Space}\p{C}\p{Default_Ignorable_Code_Point}]/u;

export function readCall(body: unknown): Call {
  const call = parse(callSchema, body);
  if (!VISIBLE.test(call.text)) throw new Fault(400, 'error.empty');
  if (call.text.length > MAX_TEXT && [...call.text].length > MAX_TEXT) {
    throw new Fault(400, 'error.long', { max: MAX_TEXT.toLocaleString('en') });
  }
  return call;
}

export function readCompletionQuery(query: unknown): CompletionQuery {
  return parse(completionSchema, query);
}

/** The language asked for, or the given one where the request names none that is spoken here. */
export function readLocale(value: unknown, otherwise: Locale): Locale {
  const result = locale.safeParse(value);
  return result.success ? result.data : otherwise;
}

/** Only a line with a slash is for the bot; everything else is talk between members. */
export function isCommand(call: Call): boolean {
  return call.text.trimStart().startsWith('/');
}

export function callToIncoming(call: Call, member: PlaygroundMember): Incoming {
  return {
    id: call.id,
    input: {
      kind: 'line',
      text: call.text.trim().slice(1),
      ...(call.fields === undefined ? {} : { fields: call.fields }),
    },
    from: {
      door: DOOR,
      workspace: WORKSPACE,
      member: member.id,
      name: member.name,
      admin: member.admin,
    },
    place: { workspace: WORKSPACE, channel: call.channel },
    locale: call.locale,
  };
}
