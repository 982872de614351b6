import {
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type APIUser,
  PermissionFlagsBits,
  PermissionsBitField,
  type PermissionsString,
  Routes,
} from 'discord.js';
import type { Place } from '../../core/call.ts';
import type { REST } from './rest.ts';

/** What the bot may do in a channel, and what it needs there. */

/** What the bot does in a channel: reads what it posted, posts, attaches pictures; answers in threads. */
const NEEDED: readonly PermissionsString[] = [
  'ViewChannel',
  'SendMessages',
  'AttachFiles',
  'ReadMessageHistory',
];
/** Asked for at the invitation: threads are a wish of single channels. */
export const INVITED: readonly PermissionsString[] = [
  ...NEEDED,
  'CreatePublicThreads',
  'SendMessagesInThreads',
];

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

export interface Permissions {
  /** The channel in words. */
  readonly title: string;
  readonly missing: readonly PermissionsString[];
}

/** Throws what the API throws where the channel or the server cannot be seen. */
export async function permissionsAt(rest: REST, { workspace, channel: id }: Place): Promise<Permissions> {
  const channel = (await rest.get(Routes.channel(id))) as Channel;
  if (channel.guild_id === undefined) return { title: 'a direct chat', missing: [] };
  const [guild, self] = (await Promise.all([rest.get(Routes.guild(workspace)), rest.get(Routes.user())])) as [
    Guild,
    APIUser,
  ];
  const member = (await rest.get(Routes.guildMember(workspace, self.id))) as APIGuildMember;
  const held = new PermissionsBitField(permissionsIn(workspace, guild, member, channel));
  return {
    title: `#${channel.name ?? id} of ${guild.name}`,
    missing: NEEDED.filter((one) => !held.has(one)),
  };
}
