import { BOT_USER, CHANNEL, PEOPLE, type Person, TEAM } from './people.ts';
import type { Fields } from './shape.ts';

/** A workspace: who is in it, its channels, what was posted and shown. */

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly threadTs: string | undefined;
  /** Seen by this member alone, until the client is loaded again. */
  readonly only: string | undefined;
  body: Fields;
  metadata: unknown;
  edits: number;
  deleted: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly members: Set<string>;
  readonly messages: Message[];
  /** A direct chat with this person. */
  readonly with?: string;
  archived: boolean;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly alt: string;
  readonly length: number;
  bytes: Uint8Array | undefined;
  complete: boolean;
  /** Messages with it are refused this many times more, as while Slack still works on it. */
  unready: number;
}

export interface View {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  body: Fields;
  hash: string;
  open: boolean;
}

/** One thing that somebody could see happen. */
export interface Change {
  readonly number: number;
  readonly kind: 'post' | 'edit' | 'delete' | 'view' | 'home';
  readonly channel: string | undefined;
  /** The only person who saw it. */
  readonly user: string | undefined;
  readonly message?: Message;
  readonly view?: View;
  /** The trigger or response_url that it came by. */
  readonly by: string | undefined;
}

let last = 0;

/** Later ones are greater, as text too. */
export function timestamp(): string {
  last += 1;
  return `${Math.floor(Date.now() / 1000)}.${String(last % 1_000_000).padStart(6, '0')}`;
}

export class Workspace {
  readonly id: string;
  readonly people = new Map<string, Person>();
  readonly channels = new Map<string, Channel>();
  readonly files = new Map<string, StoredFile>();
  readonly views = new Map<string, View>();
  readonly homes = new Map<string, View>();
  readonly changes: Change[] = [];

  constructor(id: string = TEAM, people: readonly Person[] = PEOPLE, channel: string = CHANNEL) {
    this.id = id;
    for (const person of people) this.people.set(person.id, person);
    this.people.set(BOT_USER, { id: BOT_USER, name: 'dailygrad' });
    this.addChannel(channel, 'daily');
  }

  addChannel(id: string, name: string, members: Iterable<string> = this.people.keys()): Channel {
    const channel: Channel = { id, name, members: new Set(members), messages: [], archived: false };
    this.channels.set(id, channel);
    return channel;
  }

  /** Somebody joins the workspace and all its channels. */
  addPerson(person: Person): void {
    this.people.set(person.id, person);
    for (const one of this.channels.values()) if (one.with === undefined) one.members.add(person.id);
  }

  directChat(user: string): Channel {
    const id = `D${user.slice(1)}`;
    const known = this.channels.get(id);
    if (known !== undefined) return known;
    const channel: Channel = {
      id,
      name: 'direct',
      members: new Set([user, BOT_USER]),
      messages: [],
      with: user,
      archived: false,
    };
    this.channels.set(id, channel);
    return channel;
  }

  add(
    channel: Channel,
    body: Fields,
    how: { user?: string; only?: string; threadTs?: string; metadata?: unknown; by?: string } = {},
  ): Message {
    const message: Message = {
      ts: timestamp(),
      channel: channel.id,
      user: how.user ?? BOT_USER,
      threadTs: how.threadTs,
      only: how.only,
      body,
      metadata: how.metadata,
      edits: 0,
      deleted: false,
    };
    channel.messages.push(message);
    this.note({ kind: 'post', channel: channel.id, user: how.only, message, by: how.by });
    return message;
  }

  find(channel: string, ts: string): Message | undefined {
    return this.channels.get(channel)?.messages.find((one) => one.ts === ts && !one.deleted);
  }

  edit(message: Message, body: Fields, by?: string): void {
    message.body = body;
    message.edits += 1;
    this.note({ kind: 'edit', channel: message.channel, user: message.only, message, by });
  }

  remove(message: Message, by?: string): void {
    message.deleted = true;
    this.note({ kind: 'delete', channel: message.channel, user: message.only, message, by });
  }

  note(change: Omit<Change, 'number'>): void {
    this.changes.push({ ...change, number: this.changes.length + 1 });
  }

  /** What everybody in a channel sees now, oldest first; replies in threads are left out. */
  posted(channel: string = CHANNEL): readonly Message[] {
    const all = this.channels.get(channel)?.messages ?? [];
    return all.filter((one) => one.only === undefined && !one.deleted && one.threadTs === undefined);
  }

  replies(channel: string, threadTs: string): readonly Message[] {
    const all = this.channels.get(channel)?.messages ?? [];
    return all.filter((one) => one.only === undefined && !one.deleted && one.threadTs === threadTs);
  }

  /** What only this person sees: messages for them alone, and their chat with the bot. */
  private(user: string): readonly Message[] {
    const all = [...this.channels.values()].flatMap((one) => one.messages);
    return all
      .filter((one) => !one.deleted && (one.only === user || this.channels.get(one.channel)?.with === user))
      .sort((a, b) => Number(a.ts > b.ts) - 0.5);
  }
}
