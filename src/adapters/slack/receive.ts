import type {
  BlockAction,
  BlockElementAction,
  GlobalShortcut,
  MessageShortcut,
  SlashCommand,
  ViewSubmitAction,
} from '@slack/bolt';
import type { Incoming, Input } from '../../core/call.ts';
import type { Command } from '../../core/command.ts';
import { lineOf } from './controls.ts';
import { FORM_ID, PICK_ID, PICKED } from './form.ts';
import { type Origin, readOrigin } from './origin.ts';
import type { Person } from './people.ts';
import { fromMarkup } from './rich-text.ts';
import { DOOR } from './settings.ts';

/** Slack's bodies in, calls out: everything but who the person is, which has to be asked. */

export interface Received {
  /** Of the interaction, however often it is delivered. */
  readonly id: string;
  readonly input: Input;
  readonly origin: Origin;
  /** Where the person's own name is not known yet. */
  readonly userName: string;
  /** Opens one modal within three seconds. */
  readonly trigger: string;
  /** The modal that was sent, which is still there until the acknowledgement. */
  readonly submitted?: string;
  /** Typed, so that what is missing can be asked for. */
  readonly typed?: boolean;
}

/** A global shortcut's `callback_id` is this and a line; one of messages is the command's name. */
export const SHORTCUT_ID = 'call:';
/** Under the modal and the Home tab the app itself is the place; only members of a workspace get there. */
type Sender = {
  readonly team: { readonly id: string } | null;
  readonly user: { readonly id: string; readonly team_id?: string };
};

function whereFrom({ team, user }: Sender): Pick<Origin, 'team' | 'user'> {
  return { team: team?.id ?? user.team_id ?? '', user: user.id };
}

function idOf(...parts: readonly string[]): string {
  return [DOOR, ...parts].join(':');
}

export function fromCommand(body: SlashCommand): Received {
  // Keyboards of phones and Macs make typographic quotes of those that hold a value together.
  const text = fromMarkup(body.text, 'kept').replaceAll(/[“”]/g, '"').trim();
  return {
    id: idOf(body.trigger_id),
    input: { kind: 'line', text: text === '' ? 'help' : text },
    origin: {
      team: body.team_id,
      user: body.user_id,
      channel: body.channel_id,
      responseUrl: body.response_url,
    },
    userName: body.user_name,
    trigger: body.trigger_id,
    typed: true,
  };
}

function originOfAction(body: BlockAction): Origin {
  const from = whereFrom(body);
  const { view, message, channel, container } = body;
  if (view?.type === 'home') return { ...from, channel: '', home: true };
  if (view !== undefined)
    return { ...(readOrigin(view.private_metadata) ?? { channel: '' }), ...from, view: view.id };
  const ts = message?.ts ?? String(container.message_ts ?? '');
  const thread = message?.thread_ts;
  return {
    ...from,
    channel: channel?.id ?? '',
    ...(body.response_url === undefined ? {} : { responseUrl: body.response_url }),
    ...(typeof thread === 'string' && thread !== ts ? { thread } : {}),
    ...(ts === '' ? {} : { pressed: { ts, hidden: container.is_ephemeral === true } }),
  };
}

/** Undefined: a link, or something that is not from us. */
export function fromAction(body: BlockAction<BlockElementAction>): Received | undefined {
  const [action] = body.actions;
  const line = action === undefined ? undefined : lineOf(action as Parameters<typeof lineOf>[0]);
  if (action === undefined || line === undefined || line === '') return undefined;
  return {
    id: idOf(body.trigger_id),
    input: { kind: 'line', text: line },
    origin: originOfAction(body),
    userName: body.user.name ?? body.user.username,
    trigger: body.trigger_id,
  };
}

/** What stands on a message, as an answer; and whose it is. */
function fromMessage(body: MessageShortcut, commands: readonly Command[]): Input | undefined {
  const command = commands.find((one) => one.onMessage !== undefined && one.name === body.callback_id);
  if (command === undefined) return undefined;
  const text = fromMarkup(body.message.text ?? '', 'named');
  return { kind: 'line', text: command.name, fields: { text, author: body.message.user ?? '' } };
}

export function fromShortcut(
  body: GlobalShortcut | MessageShortcut,
  commands: readonly Command[],
): Received | undefined {
  const from = { ...whereFrom(body) };
  const common = { id: idOf(body.trigger_id), trigger: body.trigger_id };
  if (body.type === 'shortcut') {
    if (!body.callback_id.startsWith(SHORTCUT_ID)) return undefined;
    const text = body.callback_id.slice(SHORTCUT_ID.length);
    return {
      ...common,
      input: { kind: 'line', text },
      origin: { ...from, channel: '' },
      userName: body.user.username,
    };
  }
  const input = fromMessage(body, commands);
  if (input === undefined) return undefined;
  const { thread_ts: thread } = body.message;
  const origin: Origin = {
    ...from,
    channel: body.channel.id,
    responseUrl: body.response_url,
    ...(typeof thread === 'string' ? { thread } : {}),
  };
  return { ...common, input, origin, userName: body.user.name };
}

type Values = ViewSubmitAction['view']['state']['values'];

/** Several choices are separated by commas; what was left empty is empty. */
function fieldsOf(values: Values): Record<string, string> {
  const fields = Object.entries(values).map(([name, block]) => {
    const [field] = Object.values(block);
    const many = field?.selected_options?.map((one) => one.value).join(',');
    return [name, many ?? field?.selected_option?.value ?? field?.value ?? ''] as const;
  });
  return Object.fromEntries(fields);
}

/** `name:"value"` where it is needed, as lines are written; a typed line may be longer than a button's. */
function withOption(line: string, option: string, value: string): string {
  if (value === '') return line;
  return `${line} ${option}:"${value.replaceAll('"', '')}"`;
}

/** Undefined: a modal that sends nothing. */
export function fromSubmission(body: ViewSubmitAction): Received | undefined {
  const { view } = body;
  const origin = readOrigin(view.private_metadata);
  if (origin === undefined) return undefined;
  const common = {
    // The same for every delivery, and another one if the modal has changed meanwhile.
    id: idOf(view.id, view.hash),
    origin: { ...origin, ...whereFrom(body) },
    userName: body.user.name,
    trigger: body.trigger_id,
    submitted: view.id,
  };
  if (view.callback_id.startsWith(FORM_ID)) {
    const text = view.callback_id.slice(FORM_ID.length);
    return { ...common, input: { kind: 'line', text, fields: fieldsOf(view.state.values) } };
  }
  if (!view.callback_id.startsWith(PICK_ID)) return undefined;
  const [picked] = Object.values(view.state.values[PICKED] ?? {});
  const option =
    Object.keys(view.state.values[PICKED] ?? {})[0]
      ?.split(':')
      .at(-1) ?? '';
  const value = picked?.selected_option?.value ?? '';
  const text = withOption(view.callback_id.slice(PICK_ID.length), option, value);
  return { ...common, input: { kind: 'line', text } };
}

/** The whole call, once it is known who the person is and which channel stands for one that is not there. */
export function incomingOf({ id, input, origin }: Received, person: Person, channel: string): Incoming {
  return {
    id,
    input,
    from: {
      door: DOOR,
      workspace: origin.team,
      member: origin.user,
      name: person.name,
      admin: person.admin,
    },
    place: { workspace: origin.team, channel },
    locale: person.locale,
  };
}
