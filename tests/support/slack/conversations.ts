import { type Call, channelFor, isTrue } from './call.ts';
import { asMessage } from './chat.ts';
import { asUser, BOT_USER } from './people.ts';
import { type Fields, textIn } from './shape.ts';
import { type Result, refusal } from './state.ts';
import type { Channel, Message } from './workspace.ts';

/** Methods of the families `conversations`, `users` and `team`. */

export function asChannel(channel: Channel): Fields {
  const direct = channel.with !== undefined;
  return {
    id: channel.id,
    name: channel.name,
    is_channel: !direct,
    is_group: false,
    is_im: direct,
    is_private: direct,
    is_archived: channel.archived,
    is_member: channel.members.has(BOT_USER),
    num_members: channel.members.size,
    ...(direct ? { user: channel.with } : {}),
  };
}

/** A page of a list by cursor; a cursor is the number of what was given before. */
function page<T>(
  all: readonly T[],
  args: Fields,
  usual: number,
): { readonly part: readonly T[]; readonly cursor: string } {
  const start = Number(textIn(args, 'cursor') || '0');
  const limit = Math.min(Number(textIn(args, 'limit') || String(usual)), 1000);
  const end = start + limit;
  return { part: all.slice(start, end), cursor: end < all.length ? String(end) : '' };
}

function within({ ts }: Message, args: Fields): boolean {
  const oldest = textIn(args, 'oldest');
  const latest = textIn(args, 'latest');
  const inclusive = isTrue(args.inclusive);
  const after = oldest === '' || Number(ts) > Number(oldest) || (inclusive && Number(ts) === Number(oldest));
  return (
    after && (latest === '' || Number(ts) < Number(latest) || (inclusive && Number(ts) === Number(latest)))
  );
}

function pageOfMessages(all: readonly Message[], args: Fields, usual: number): Result {
  const { part, cursor } = page(all, args, usual);
  return {
    ok: true,
    messages: part.map((one) => asMessage(one, isTrue(args.include_all_metadata))),
    has_more: cursor !== '',
    response_metadata: { next_cursor: cursor },
  };
}

/** Newest first; replies in threads are left out. */
export function history(call: Call): Result {
  const channel = channelFor(call, { member: true, open: false });
  if (typeof channel === 'string') return refusal(channel);
  const all = [...call.workspace.posted(channel.id)].reverse().slice(call.state.historyLag);
  return pageOfMessages(
    all.filter((one) => within(one, call.args)),
    call.args,
    100,
  );
}

export function replies(call: Call): Result {
  const channel = channelFor(call, { member: true, open: false });
  if (typeof channel === 'string') return refusal(channel);
  const parent = call.workspace.find(channel.id, textIn(call.args, 'ts'));
  if (parent === undefined) return refusal('thread_not_found');
  const all = [parent, ...call.workspace.replies(channel.id, parent.ts)];
  return pageOfMessages(
    all.filter((one) => within(one, call.args)),
    call.args,
    1000,
  );
}

export function open({ args, workspace }: Call): Result {
  const user = textIn(args, 'users') || textIn(args, 'channel').replace(/^D/, 'U');
  if (!workspace.people.has(user)) return refusal('user_not_found');
  if (user === BOT_USER) return refusal('cannot_dm_bot');
  return { ok: true, channel: asChannel(workspace.directChat(user)) };
}

export function info(call: Call): Result {
  const channel = channelFor(call, { member: false, open: false });
  return typeof channel === 'string' ? refusal(channel) : { ok: true, channel: asChannel(channel) };
}

export function members(call: Call): Result {
  const channel = channelFor(call, { member: false, open: false });
  if (typeof channel === 'string') return refusal(channel);
  const { part, cursor } = page([...channel.members], call.args, 100);
  return { ok: true, members: part, response_metadata: { next_cursor: cursor } };
}

export function list({ args, workspace }: Call): Result {
  const all = [...workspace.channels.values()].filter(
    (one) => one.with === undefined && !(isTrue(args.exclude_archived) && one.archived),
  );
  const { part, cursor } = page(all, args, 100);
  return { ok: true, channels: part.map(asChannel), response_metadata: { next_cursor: cursor } };
}

export function userInfo({ args, workspace }: Call): Result {
  const person = workspace.people.get(textIn(args, 'user'));
  if (person === undefined) return refusal('user_not_found');
  // The locale comes only where it is asked for.
  const { locale, ...user } = asUser(person, workspace.id) as Fields;
  return { ok: true, user: isTrue(args.include_locale) ? { ...user, locale } : user };
}

export function userList({ args, workspace }: Call): Result {
  const { part, cursor } = page([...workspace.people.values()], args, 200);
  return {
    ok: true,
    members: part.map((one) => asUser(one, workspace.id)),
    response_metadata: { next_cursor: cursor },
  };
}

export function teamInfo({ workspace }: Call): Result {
  return { ok: true, team: { id: workspace.id, name: 'Study group', domain: 'study' } };
}
