import * as auth from './auth.ts';
import type { Call } from './call.ts';
import * as chat from './chat.ts';
import * as conversations from './conversations.ts';
import * as files from './files.ts';
import { type Fields, textIn } from './shape.ts';
import { type Result, refusal, type SlackState } from './state.ts';
import * as views from './views.ts';

/** The methods that are known here, each with the scopes of its page (any one of them is enough). */

interface Method {
  readonly scopes: readonly string[];
  readonly run: (call: Call) => Result;
}

const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];

const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': { scopes: [], run: auth.test },
  'auth.revoke': { scopes: [], run: auth.revoke },
  'apps.uninstall': { scopes: [], run: auth.uninstall },
  'chat.postMessage': { scopes: ['chat:write'], run: chat.postMessage },
  'chat.update': { scopes: ['chat:write'], run: chat.update },
  'chat.postEphemeral': { scopes: ['chat:write'], run: chat.postEphemeral },
  'chat.delete': { scopes: ['chat:write'], run: chat.remove },
  'chat.getPermalink': { scopes: [], run: chat.getPermalink },
  'conversations.history': { scopes: HISTORY, run: conversations.history },
  'conversations.replies': { scopes: HISTORY, run: conversations.replies },
  'conversations.open': { scopes: ['im:write', 'mpim:write', 'channels:manage'], run: conversations.open },
  'conversations.info': { scopes: READ, run: conversations.info },
  'conversations.members': { scopes: READ, run: conversations.members },
  'conversations.list': { scopes: READ, run: conversations.list },
  'users.info': { scopes: ['users:read'], run: conversations.userInfo },
  'users.list': { scopes: ['users:read'], run: conversations.userList },
  'team.info': { scopes: ['team:read'], run: conversations.teamInfo },
  'views.open': { scopes: [], run: views.open },
  'views.push': { scopes: [], run: views.open },
  'views.update': { scopes: [], run: views.update },
  'views.publish': { scopes: [], run: views.publish },
  'files.getUploadURLExternal': { scopes: ['files:write'], run: files.getUploadUrl },
  'files.completeUploadExternal': { scopes: ['files:write'], run: files.completeUpload },
};

export interface Asked {
  readonly method: string;
  readonly args: Fields;
  /** From the header, or else from the arguments. */
  readonly token: string;
}

/** Carries a call out; the scopes of its token go into a header of the answer. */
export function callMethod(
  { method, args, token: name }: Asked,
  state: SlackState,
  url: string,
  socketUrl: () => string,
): { readonly result: Result; readonly scopes: readonly string[] } {
  state.calls.push({ method, args, at: performance.now() });
  if (method === 'oauth.v2.access') return { result: auth.oauthAccess(args, state), scopes: [] };
  const token = state.tokens.get(name);
  if (token === undefined)
    return { result: refusal(name === '' ? 'not_authed' : 'invalid_auth'), scopes: [] };
  const { scopes } = token;
  if (token.refused !== undefined) return { result: refusal(token.refused), scopes };
  if (method === 'apps.connections.open')
    return {
      result: token.kind === 'app' ? { ok: true, url: socketUrl() } : refusal('not_allowed_token_type'),
      scopes,
    };
  const known = METHODS[method];
  if (known === undefined) {
    state.violation(method, 'no such method here');
    return { result: refusal('unknown_method'), scopes };
  }
  if (token.kind !== 'bot') return { result: refusal('not_allowed_token_type'), scopes };
  if (known.scopes.length > 0 && !known.scopes.some((one) => scopes.includes(one)))
    return {
      result: refusal('missing_scope', { needed: known.scopes[0], provided: scopes.join(',') }),
      scopes,
    };
  const workspace = state.workspace(token.team);
  return { result: known.run({ method, args, token, workspace, state, url }), scopes };
}

export function tokenOf(header: string | undefined, args: Fields): string {
  return header?.replace(/^Bearer /, '') ?? textIn(args, 'token');
}
