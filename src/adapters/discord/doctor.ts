import {
  type APIApplication,
  type APIGatewayBotInfo,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type APIUser,
  DiscordAPIError,
  GatewayIntentBits,
  PermissionFlagsBits,
  PermissionsBitField,
  type PermissionsString,
  Routes,
} from 'discord.js';
import type { Place } from '../../core/call.ts';
import type { Command } from '../../core/command.ts';
import { register } from './register.ts';
import { type Access, openRest, type REST } from './rest.ts';

/** What an operator wants to know before members do: token, application, commands, and permissions in each channel. */

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** What the bot does in a channel: reads what it posted, posts, attaches pictures; answers in threads. */
const NEEDED: readonly PermissionsString[] = [
  'ViewChannel',
  'SendMessages',
  'AttachFiles',
  'ReadMessageHistory',
];
const INVITED: readonly PermissionsString[] = [...NEEDED, 'SendMessagesInThreads'];

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

interface Guild {
  readonly name: string;
  readonly owner_id: string;
  readonly roles: readonly APIRole[];
}

interface Channel {
  readonly name?: string;
  readonly guild_id?: string;
  readonly permission_overwrites?: readonly APIOverwrite[];
}

/** docs: topics/permissions, "permission overwrites": everyone, then roles together, then the member. */
function permissionsIn(guildId: string, guild: Guild, member: APIGuildMember, channel: Channel): bigint {
  const own = new Set([guildId, ...member.roles]);
  const base = guild.roles
    .filter((role) => own.has(role.id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  const everything = (base & PermissionFlagsBits.Administrator) !== 0n || guild.owner_id === member.user.id;
  if (everything) return PermissionsBitField.All;
  const all = channel.permission_overwrites ?? [];
  const steps = [
    all.filter((one) => one.id === guildId),
    all.filter((one) => one.id !== guildId && own.has(one.id)),
    all.filter((one) => one.id === member.user.id),
  ];
  return steps.reduce((held, step) => {
    const denied = step.reduce((sum, one) => sum | BigInt(one.deny), 0n);
    const allowed = step.reduce((sum, one) => sum | BigInt(one.allow), 0n);
    return (held & ~denied) | allowed;
  }, base);
}

async function checkPlace(rest: REST, self: string, { workspace, channel: id }: Place): Promise<Check> {
  const found = await checked(
    `channel ${id}`,
    async () => {
      const channel = (await rest.get(Routes.channel(id))) as Channel;
      if (channel.guild_id === undefined) return { title: 'a direct chat', missing: [] };
      const guild = (await rest.get(Routes.guild(workspace))) as Guild;
      const member = (await rest.get(Routes.guildMember(workspace, self))) as APIGuildMember;
      const held = new PermissionsBitField(permissionsIn(workspace, guild, member, channel));
      const missing = NEEDED.filter((one) => !held.has(one));
      return { title: `#${channel.name ?? id} of ${guild.name}`, missing };
    },
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
  for (const place of places) checks.push(await checkPlace(rest, token.found.id, place));
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
