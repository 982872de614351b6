import { webApi } from '@slack/bolt';
import type { Place } from '../../core/call.ts';
import { type Clients, clientOptions, createClients, resolveApi } from './clients.ts';
import { codeOf, isTokenRefused } from './faults.ts';
import { createInstallations, type Installations } from './installations.ts';
import { SCOPE_NAMES } from './scopes.ts';
import { type Access, EVENTS_PATH, type SlackSettings } from './settings.ts';

/** What an operator wants to know before members do: tokens, scopes, the way in, and membership in each channel. */

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export type Examined = Access & Pick<SlackSettings, 'log'>;

function reasonOf(error: unknown, setting: string): string {
  if (isTokenRefused(error))
    return `Slack refuses the token (${codeOf(error)}); copy ${setting} again from api.slack.com/apps`;
  const code = codeOf(error);
  if (code === 'channel_not_found')
    return 'not found: it was deleted, or it is private and the bot is not in it (/invite @dailygrad)';
  if (code !== undefined) return `Slack answers ${code}`;
  return error instanceof Error ? error.message : String(error);
}

async function checked(
  name: string,
  setting: string,
  ask: () => Promise<Omit<Check, 'name'>>,
): Promise<Check> {
  try {
    return { name, ...(await ask()) };
  } catch (error) {
    return { name, ok: false, detail: reasonOf(error, setting) };
  }
}

function scopesCheck(name: string, result: webApi.WebAPICallResult): Check {
  const granted = new Set(result.response_metadata?.scopes ?? []);
  const missing = SCOPE_NAMES.filter((scope) => !granted.has(scope));
  const more = [...granted].filter((scope) => !SCOPE_NAMES.includes(scope));
  const ok = missing.length === 0;
  const unused = more.length === 0 ? '' : `; not used: ${more.join(', ')}`;
  const detail = ok
    ? `all ${SCOPE_NAMES.length} that are used${unused}`
    : `missing ${missing.join(', ')}: paste the manifest again and reinstall the app${unused}`;
  return { name, ok, detail };
}

/** The token of one workspace, and what it may do. */
async function checkToken(clients: Clients, team: string, name: string, setting: string): Promise<Check[]> {
  let scopes: Check | undefined;
  const token = await checked(name, setting, async () => {
    const result = await (await clients.get(team)).auth.test();
    scopes = scopesCheck(`${name} scopes`, result);
    return { ok: true, detail: `belongs to ${result.user ?? '?'} in ${result.team ?? '?'}` };
  });
  return scopes === undefined ? [token] : [token, scopes];
}

async function checkWayIn({ appToken, http, log }: Examined, api: string | undefined): Promise<Check> {
  if (http !== undefined)
    return {
      name: 'requests',
      ok: true,
      detail: `on port ${http.port}; Slack has to reach ${EVENTS_PATH} there by an https address`,
    };
  if (appToken === undefined)
    return { name: 'connection', ok: false, detail: 'neither SLACK_APP_TOKEN nor SLACK_PORT is set' };
  return checked('connection', 'SLACK_APP_TOKEN', async () => {
    const client = new webApi.WebClient(appToken, clientOptions(api, log));
    await client.apps.connections.open({});
    return { ok: true, detail: 'Socket Mode is on and can be opened' };
  });
}

async function checkPlace(clients: Clients, { workspace, channel: id }: Place): Promise<Check> {
  return checked(`channel ${id}`, 'SLACK_BOT_TOKEN', async () => {
    const client = await clients.get(workspace);
    const { channel } = await client.conversations.info({ channel: id });
    const title = `#${channel?.name ?? id}`;
    if (channel?.is_archived === true) return { ok: false, detail: `${title}: archived` };
    if (channel?.is_member !== true)
      return { ok: false, detail: `${title}: the bot is not in it (/invite @dailygrad)` };
    return { ok: true, detail: `${title}: the bot is in it` };
  });
}

async function checkInstalled(clients: Clients, installations: Installations): Promise<Check[]> {
  const teams = await installations.all();
  const count: Check = { name: 'installations', ok: true, detail: `${teams.length} workspace(s)` };
  const each: Check[] = [];
  for (const team of teams)
    each.push(...(await checkToken(clients, team, `workspace ${team}`, 'the installation')));
  return [count, ...each];
}

/** All checks. A token itself is never repeated. */
export async function diagnose(examined: Examined, places: readonly Place[]): Promise<readonly Check[]> {
  const { token, oauth } = examined;
  const api = await resolveApi(examined.apiUrl);
  const installations = oauth === undefined ? undefined : createInstallations(oauth, () => undefined);
  const clients = createClients(examined, api, installations);
  const checks = [
    ...(token === undefined ? [] : await checkToken(clients, '', 'token', 'SLACK_BOT_TOKEN')),
    await checkWayIn(examined, api),
    ...(installations === undefined ? [] : await checkInstalled(clients, installations)),
  ];
  for (const place of places) checks.push(await checkPlace(clients, place));
  return checks;
}
