import { argumentsOf } from './call.ts';
import { checked, shownOf } from './chat.ts';
import { textIn } from './shape.ts';
import { type Result, refusal, type SlackState } from './state.ts';

/** What is posted to a response_url (docs.slack.dev/interactivity/handling-user-interaction#message_responses). */
export function respond(
  state: SlackState,
  id: string,
  type: string,
  raw: string,
): { readonly status: number; readonly result: Result } {
  const where = 'response_url';
  state.calls.push({ method: where, args: {}, at: performance.now() });
  const response = state.useResponse(id);
  if (typeof response === 'string') {
    state.violation(where, response);
    return { status: 404, result: refusal(response) };
  }
  if (!type.startsWith('application/json')) state.violation(where, `content type ${type}`);
  const args = argumentsOf('application/json', raw);
  const workspace = state.workspace(response.team);
  const { source } = response;
  // Which of the two holds when nothing is said depends on the kind of message: it has to be said.
  if (source !== undefined && args.replace_original === undefined && args.delete_original === undefined)
    state.violation(where, 'neither replace_original nor delete_original is said');
  if (args.delete_original === true) {
    if (source !== undefined) workspace.remove(source, id);
    return { status: 200, result: { ok: true } };
  }
  const refused = checked({ state, workspace }, where, args);
  if (refused !== undefined) return { status: 400, result: refused };
  if (args.replace_original === true && source !== undefined) {
    if (source.deleted) return { status: 404, result: refusal('message_not_found') };
    source.metadata = args.metadata;
    workspace.edit(source, shownOf(args), id);
    return { status: 200, result: { ok: true } };
  }
  const channel = workspace.channels.get(response.channel);
  if (channel === undefined) return { status: 404, result: refusal('channel_not_found') };
  const inChannel = args.response_type === 'in_channel';
  const threadTs = textIn(args, 'thread_ts') || (source?.threadTs ?? '');
  workspace.add(channel, shownOf(args), {
    ...(inChannel ? {} : { only: response.user }),
    ...(threadTs === '' ? {} : { threadTs }),
    metadata: args.metadata,
    by: id,
  });
  return { status: 200, result: { ok: true } };
}
