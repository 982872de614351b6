/** Ids and people of the loopback Discord. */

let last = 0;

/** A snowflake: milliseconds since 2015 and a counter, so that later ones are greater. */
export function snowflake(): string {
  last += 1;
  return String((BigInt(Date.now() - 1_420_070_400_000) << 22n) + BigInt(last % 4_000_000));
}

export const APPLICATION = '700000000000000001';
export const BOT_USER = '700000000000000001';
export const GUILD = '700000000000000010';
export const CHANNEL = '700000000000000020';
export const OWNER = '700000000000000099';
export const TOKEN = 'loopback-token-that-is-no-secret';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly admin?: boolean;
}

export function user({ id, name }: Person): object {
  return { id, username: name.toLowerCase(), global_name: name, discriminator: '0', avatar: null };
}

export function member(person: Person): object {
  return {
    user: user(person),
    nick: null,
    roles: [],
    joined_at: '2026-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
    permissions: person.admin === true ? '8' : '2147483648',
  };
}

export function bot(): object {
  return {
    id: BOT_USER,
    username: 'dailygrad',
    discriminator: '0',
    global_name: null,
    avatar: null,
    bot: true,
  };
}

/** View Channel, Send Messages, Attach Files, Read Message History, Create Public Threads, Send Messages in Threads. */
export const ENOUGH = (1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 35n) | (1n << 38n);

export function channel(id: string): object {
  return { id, type: 0, guild_id: GUILD, name: 'daily', position: 0, permission_overwrites: [], nsfw: false };
}

export function thread(id: string, name: string): object {
  return { id, type: 11, guild_id: GUILD, parent_id: CHANNEL, name, thread_metadata: { archived: false } };
}

export function guild(channels: readonly string[], permissions: bigint): object {
  return {
    id: GUILD,
    name: 'Study group',
    owner_id: OWNER,
    preferred_locale: 'ko',
    roles: [{ id: GUILD, name: '@everyone', permissions: String(permissions), position: 0, color: 0 }],
    channels: channels.map(channel),
    members: [],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    emojis: [],
    stickers: [],
    features: [],
    member_count: 3,
    premium_tier: 0,
    unavailable: false,
  };
}
