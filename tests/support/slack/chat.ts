import { messageComplaints, metadataComplaint } from './bodies.ts';
import { type Call, channelFor, isTrue } from './call.ts';
import { BOT, BOT_USER } from './people.ts';
import { type Fields, isFields, textIn } from './shape.ts';
import { type Result, refusal } from './state.ts';
import type { Message } from './workspace.ts';

/** Methods of the family `chat` (docs.slack.dev/reference/methods). */

const SHOWN = ['text', 'blocks'];

export function shownOf(args: Fields): Fields {
  return Object.fromEntries(Object.entries(args).filter(([name]) => SHOWN.includes(name)));
}

/** Refused for a file that Slack is still at work on: the app's fault it is not. */
export function isPending(complaint: string): boolean {
  return complaint.startsWith('invalid slack file: not processed yet');
}

/** Checks what is to be shown; the refusal, if Slack would refuse it. */
export function checked(
  { state, workspace }: Pick<Call, 'state' | 'workspace'>,
  where: string,
  args: Fields,
): Result | undefined {
  const { all, remarks } = messageComplaints(args, workspace);
  for (const one of remarks) state.violation(where, one);
  state.notePings(where, args);
  if (!all.every(isPending)) for (const one of all) state.violation(where, one);
  if (all.length === 0) return undefined;
  const tooLong = all.some((one) => one.startsWith('characters of a message'));
  const messages = all.map((one) => `[ERROR] ${one}`);
  return refusal(tooLong ? 'msg_blocks_too_long' : 'invalid_blocks', { response_metadata: { messages } });
}

export function asMessage(
  { ts, user, body, metadata, threadTs, edits }: Message,
  withMetadata = false,
): Fields {
  return {
    type: 'message',
    ts,
    user,
    ...(user === BOT_USER ? { bot_id: BOT, app_id: 'A0DAILYGRAD' } : {}),
    ...body,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(edits > 0 ? { edited: { user, ts } } : {}),
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
  };
}

export function postMessage(call: Call): Result {
  const { args, workspace, state, method } = call;
  const channel = channelFor(call, { member: true, open: true });
  if (typeof channel === 'string') return refusal(channel);
  const refused = checked(call, method, args);
  if (refused !== undefined) return refused;
  const wrong = args.metadata === undefined ? undefined : metadataComplaint(args.metadata);
  if (wrong !== undefined) {
    state.violation(method, wrong);
    return refusal('invalid_metadata_format');
  }
  for (const name of ['unfurl_links', 'unfurl_media'])
    if (args[name] === undefined || isTrue(args[name])) state.violation(method, `${name} is not false`);
  const threadTs = textIn(args, 'thread_ts');
  if (threadTs !== '' && workspace.find(channel.id, threadTs) === undefined) {
    state.violation(method, `thread_ts ${threadTs} is no message of ${channel.id}`);
    return refusal('thread_not_found');
  }
  const message = workspace.add(channel, shownOf(args), {
    ...(threadTs === '' ? {} : { threadTs }),
    metadata: args.metadata,
  });
  return { ok: true, channel: channel.id, ts: message.ts, message: asMessage(message) };
}

export function update(call: Call): Result {
  const { args, workspace, method, state } = call;
  const channel = channelFor(call, { member: false, open: true });
  if (typeof channel === 'string') return refusal(channel);
  const message = workspace.find(channel.id, textIn(args, 'ts'));
  // Messages for one person alone cannot be updated by this method.
  if (message === undefined || message.only !== undefined) return refusal('message_not_found');
  if (message.user !== BOT_USER) return refusal('cant_update_message');
  const refused = checked(call, method, args);
  if (refused !== undefined) return refused;
  if (args.metadata !== undefined) {
    // An empty object takes the old metadata away; none at all keeps it.
    const empty = isFields(args.metadata) && Object.keys(args.metadata).length === 0;
    const wrong = empty ? undefined : metadataComplaint(args.metadata);
    if (wrong !== undefined) {
      state.violation(method, wrong);
      return refusal('invalid_metadata_format');
    }
    message.metadata = empty ? undefined : args.metadata;
  }
  workspace.edit(message, { ...message.body, ...shownOf(args) });
  return {
    ok: true,
    channel: channel.id,
    ts: message.ts,
    text: textIn(args, 'text'),
    message: asMessage(message),
  };
}

export function postEphemeral(call: Call): Result {
  const { args, workspace, method } = call;
  const channel = channelFor(call, { member: true, open: true });
  if (typeof channel === 'string') return refusal(channel);
  const user = textIn(args, 'user');
  if (!channel.members.has(user)) return refusal('user_not_in_channel');
  const refused = checked(call, method, args);
  if (refused !== undefined) return refused;
  const threadTs = textIn(args, 'thread_ts');
  const message = workspace.add(channel, shownOf(args), {
    only: user,
    ...(threadTs === '' ? {} : { threadTs }),
  });
  return { ok: true, message_ts: message.ts };
}

export function remove(call: Call): Result {
  const channel = channelFor(call, { member: false, open: false });
  if (typeof channel === 'string') return refusal(channel);
  const message = call.workspace.find(channel.id, textIn(call.args, 'ts'));
  if (message === undefined || message.only !== undefined) return refusal('message_not_found');
  if (message.user !== BOT_USER) return refusal('cant_delete_message');
  call.workspace.remove(message);
  return { ok: true, channel: channel.id, ts: message.ts };
}

export function getPermalink(call: Call): Result {
  const ts = textIn(call.args, 'message_ts');
  const channel = textIn(call.args, 'channel');
  if (call.workspace.find(channel, ts) === undefined) return refusal('message_not_found');
  return { ok: true, channel, permalink: `${call.url}/archives/${channel}/p${ts.replace('.', '')}` };
}
