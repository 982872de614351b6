import {
  type APIApplication,
  type APIGatewayBotInfo,
  type APIUser,
  DiscordAPIError,
  GatewayIntentBits,
  PermissionsBitField,
  Routes,
} from 'discord.js';
import type { Place } from '../../core/call.ts';
import type { Command } from '../../core/command.ts';
import { INVITED, permissionsAt } from './permissions.ts';
import { register } from './register.ts';
import { type Access, openRest, type REST } from './rest.ts';

/** What an operator wants to know before members do: token, application, commands, and permissions in each channel. */

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Where an admin adds the bot to a server (docs: topics/oauth2). */
export function invitation(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: 'bot applications.commands',
    permissions: String(PermissionsBitField.resolve([...INVITED])),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError && error.status === 401)
    return 'Discord refuses the token; copy DISCORD_TOKEN again from the page "Bot" of the application';
  if (error instanceof DiscordAPIError) return `Discord answers ${error.status}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}

async function checked<T>(
  name: string,
  ask: () => Promise<T>,
  words: (found: T) => string,
): Promise<{ readonly check: Check; readonly found?: T }> {
  try {
    const found = await ask();
    return { check: { name, ok: true, detail: words(found) }, found };
  } catch (error) {
    return { check: { name, ok: false, detail: reasonOf(error) } };
  }
}

async function checkPlace(rest: REST, place: Place): Promise<Check> {
  const found = await checked(
    `channel ${place.channel}`,
    () => permissionsAt(rest, place),
    ({ title, missing }) =>
      missing.length === 0 ? `${title}: all permissions` : `${title}: missing ${missing.join(', ')}`,
  );
  return { ...found.check, ok: found.check.ok && found.found?.missing.length === 0 };
}

/** All checks, and the link of invitation once the application is known. The token itself is never repeated. */
export async function diagnose(
  access: Access,
  places: readonly Place[],
): Promise<{ readonly checks: readonly Check[]; readonly invitation?: string }> {
  const rest = await openRest(access);
  const token = await checked(
    'token',
    async () => (await rest.get(Routes.user())) as APIUser,
    (user) => `belongs to ${user.username}`,
  );
  if (token.found === undefined) return { checks: [token.check] };
  const application = await checked(
    'application',
    async () => (await rest.get(Routes.currentApplication())) as APIApplication,
    (one) => `${one.name}, id ${one.id}`,
  );
  const gateway = await checked(
    'gateway',
    async () => (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo,
    (one) =>
      `${one.session_start_limit.remaining} connections left today, ${one.shards} shard(s) recommended; ` +
      `asks for the intent ${GatewayIntentBits[GatewayIntentBits.Guilds]} only, nothing privileged to switch on`,
  );
  const checks = [token.check, application.check, gateway.check];
  for (const place of places) checks.push(await checkPlace(rest, place));
  const id = application.found?.id ?? token.found.id;
  return { checks, invitation: invitation(id) };
}

/** Registers the commands without connecting. */
export async function registerNow(
  access: Access,
  commands: readonly Command[],
): Promise<{ readonly commands: number; readonly changed: boolean; readonly invitation: string }> {
  const rest = await openRest(access);
  const application = (await rest.get(Routes.currentApplication())) as APIApplication;
  const done = await register(rest, application.id, commands);
  return { ...done, invitation: invitation(application.id) };
}
