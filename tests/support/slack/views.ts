import { randomUUID } from 'node:crypto';
import { viewComplaints } from './bodies.ts';
import type { Call } from './call.ts';
import { isPending } from './chat.ts';
import { APP, BOT } from './people.ts';
import { type Fields, fieldsOf, textIn } from './shape.ts';
import { type Result, refusal, type SlackState } from './state.ts';
import type { View, Workspace } from './workspace.ts';

/** Methods of the family `views`, and views as they stand in payloads. */

export function asView(view: View): Fields {
  return {
    private_metadata: '',
    callback_id: '',
    ...view.body,
    id: view.id,
    team_id: view.team,
    app_id: APP,
    bot_id: BOT,
    hash: view.hash,
    root_view_id: view.id,
    previous_view_id: null,
    state: { values: {} },
  };
}

/** Checks a view; the refusal, if Slack would refuse it. */
export function checkedView(
  state: SlackState,
  workspace: Workspace,
  where: string,
  view: Fields,
): Result | undefined {
  const { all } = viewComplaints(view, workspace);
  if (!all.every(isPending)) for (const one of all) state.violation(where, one);
  state.notePings(where, view);
  if (all.length === 0) return undefined;
  return refusal('invalid_arguments', {
    response_metadata: { messages: all.map((one) => `[ERROR] ${one}`) },
  });
}

export function openView(workspace: Workspace, user: string, body: Fields, by?: string): View {
  const view: View = {
    id: `V${randomUUID()}`,
    team: workspace.id,
    user,
    type: 'modal',
    body,
    hash: randomUUID(),
    open: true,
  };
  workspace.views.set(view.id, view);
  workspace.note({ kind: 'view', channel: undefined, user, view, by });
  return view;
}

export function changeView(workspace: Workspace, view: View, body: Fields, by?: string): void {
  view.body = body;
  view.hash = randomUUID();
  workspace.note({ kind: 'view', channel: undefined, user: view.user, view, by });
}

/** views.open and views.push: a trigger is exchanged for a modal. */
export function open({ args, workspace, state, method }: Call): Result {
  const id = textIn(args, 'trigger_id');
  const trigger = state.useTrigger(id);
  if (typeof trigger === 'string') return refusal(trigger);
  if (method === 'views.push' && trigger.view === undefined) return refusal('invalid_arguments');
  const body = fieldsOf(args.view);
  const refused = checkedView(state, workspace, method, body);
  if (refused !== undefined) return refused;
  return { ok: true, view: asView(openView(workspace, trigger.user, body, id)) };
}

export function update({ args, workspace, state, method }: Call): Result {
  const view =
    workspace.views.get(textIn(args, 'view_id')) ??
    [...workspace.views.values()].find(
      (one) => args.external_id !== undefined && one.body.external_id === args.external_id,
    );
  if (view === undefined || !view.open) return refusal('not_found');
  if (args.hash !== undefined && args.hash !== view.hash) return refusal('hash_conflict');
  const body = fieldsOf(args.view);
  const refused = checkedView(state, workspace, method, body);
  if (refused !== undefined) return refused;
  changeView(workspace, view, body);
  return { ok: true, view: asView(view) };
}

/** Home tabs are published for one person, with no trigger. */
export function publish({ args, workspace, state, method }: Call): Result {
  const user = textIn(args, 'user_id');
  if (!workspace.people.has(user)) return refusal('not_enabled');
  const body = fieldsOf(args.view);
  if (textIn(body, 'type') !== 'home') return refusal('invalid_arguments');
  const refused = checkedView(state, workspace, method, body);
  if (refused !== undefined) return refused;
  const known = workspace.homes.get(user);
  if (args.hash !== undefined && known !== undefined && args.hash !== known.hash)
    return refusal('hash_conflict');
  const view: View = {
    id: known?.id ?? `V${randomUUID()}`,
    team: workspace.id,
    user,
    type: 'home',
    body,
    hash: randomUUID(),
    open: true,
  };
  workspace.homes.set(user, view);
  workspace.note({ kind: 'home', channel: undefined, user, view, by: undefined });
  return { ok: true, view: asView(view) };
}
