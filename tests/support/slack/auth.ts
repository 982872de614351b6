import type { Call } from './call.ts';
import { APP, BOT, BOT_USER, OWNER, SCOPES } from './people.ts';
import { textIn } from './shape.ts';
import { type Result, refusal, type SlackState } from './state.ts';

/** Who calls, and how an app is installed and removed. */

export const CLIENT_ID = '100.200';
export const CLIENT_SECRET = 'loopback-client-secret';

export function test({ workspace, url }: Call): Result {
  return {
    ok: true,
    url: `${url}/`,
    team: 'Study group',
    user: 'dailygrad',
    team_id: workspace.id,
    user_id: BOT_USER,
    bot_id: BOT,
    is_enterprise_install: false,
  };
}

/** A code of the authorization page becomes the token of its workspace. */
export function oauthAccess(args: Readonly<Record<string, unknown>>, state: SlackState): Result {
  if (textIn(args, 'client_id') !== CLIENT_ID) return refusal('invalid_client_id');
  if (textIn(args, 'client_secret') !== CLIENT_SECRET) return refusal('bad_client_secret');
  const code = textIn(args, 'code');
  const team = state.codes.get(code);
  if (team === undefined) return refusal('invalid_code');
  state.codes.delete(code);
  const token = `xoxb-loopback-${team}`;
  state.tokens.set(token, { kind: 'bot', team, scopes: SCOPES, refused: undefined });
  return {
    ok: true,
    access_token: token,
    token_type: 'bot',
    scope: SCOPES.join(','),
    bot_user_id: BOT_USER,
    app_id: APP,
    team: { id: team, name: 'Study group' },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: OWNER.id },
  };
}

export function revoke({ token }: Call): Result {
  token.refused = 'token_revoked';
  return { ok: true, revoked: true };
}

export function uninstall({ token, args }: Call): Result {
  if (textIn(args, 'client_id') !== CLIENT_ID) return refusal('invalid_client_id');
  token.refused = 'account_inactive';
  return { ok: true };
}
