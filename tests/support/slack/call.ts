import { type Fields, textIn } from './shape.ts';
import type { SlackState, Token } from './state.ts';
import type { Channel, Workspace } from './workspace.ts';

/** One call of a Web API method. */
export interface Call {
  readonly method: string;
  readonly args: Fields;
  readonly token: Token;
  readonly workspace: Workspace;
  readonly state: SlackState;
  /** Where this Slack listens, without a slash at the end. */
  readonly url: string;
}

/** Arguments that clients send as JSON within a form. */
const STRUCTURED = ['blocks', 'view', 'metadata', 'files', 'attachments'];

function parsed(name: string, value: string): unknown {
  if (!STRUCTURED.includes(name)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The arguments of a body, form-encoded or JSON; both are right for every method that is known here. */
export function argumentsOf(type: string, body: string): Fields {
  if (type.startsWith('application/json')) return JSON.parse(body === '' ? '{}' : body) as Fields;
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, parsed(name, value)]),
  );
}

export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}

/** A channel that the bot may act in, or Slack's error. */
export function channelFor(
  { args, workspace }: Call,
  needs: { readonly member: boolean; readonly open: boolean },
): Channel | string {
  const id = textIn(args, 'channel');
  // chat.postMessage with a member's id speaks to them in the app's own chat.
  const channel =
    workspace.channels.get(id) ?? (workspace.people.has(id) ? workspace.directChat(id) : undefined);
  if (channel === undefined) return 'channel_not_found';
  const isMember = [...channel.members].some((one) => workspace.people.get(one)?.name === 'dailygrad');
  if (needs.member && !isMember) return 'not_in_channel';
  if (needs.open && channel.archived) return 'is_archived';
  return channel;
}
