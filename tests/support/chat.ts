import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Card } from '../../src/cards/card.ts';
import { cardText } from '../../src/cards/plain.ts';
import type { Place } from '../../src/core/call.ts';
import { PlaceError } from '../../src/core/errors.ts';

/** A chat platform on this side of the wire: once for a key, as the contract of doors says, and closed where a test says so. */

export interface Said {
  readonly to: string;
  readonly key: string;
  readonly card: Card;
  readonly text: string;
}

export class Chat implements Adapter {
  readonly name: string;
  readonly refreshMs = 1000;
  readonly pace = { atOnce: 4 };
  readonly posted: Said[] = [];
  readonly threads: (Said & { readonly title: string })[] = [];
  readonly told: Said[] = [];
  /** Where only an admin, or the member, can help. */
  readonly closed = new Set<'channel' | 'thread' | 'member'>();
  /** The next message to a member is lost on the way. */
  losesNext = false;

  constructor(name = 'test') {
    this.name = name;
  }
  #open(what: 'channel' | 'thread' | 'member'): void {
    if (this.closed.has(what)) throw new PlaceError('forbidden');
  }
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async check(): Promise<void> {
    this.#open('channel');
  }
  async post(place: Place, card: Card, key: string): Promise<string> {
    this.#open('channel');
    const known = this.posted.findIndex((one) => one.key === key);
    if (known >= 0) return String(known);
    return String(this.posted.push({ to: place.channel, key, card, text: cardText(card) }) - 1);
  }
  async edit(_place: Place, ref: string, card: Card): Promise<void> {
    const earlier = this.posted[Number(ref)];
    if (earlier !== undefined) this.posted[Number(ref)] = { ...earlier, card, text: cardText(card) };
  }
  async find(_place: Place, key: string): Promise<string | undefined> {
    const index = this.posted.findIndex((one) => one.key === key);
    return index < 0 ? undefined : String(index);
  }
  async reply(_place: Place, ref: string, title: string, card: Card, key: string): Promise<string> {
    this.#open('thread');
    const known = this.threads.findIndex((one) => one.key === key);
    if (known >= 0) return `thread-${known}`;
    return `thread-${this.threads.push({ to: ref, key, title, card, text: cardText(card) }) - 1}`;
  }
  async tellMember(workspace: string, member: string, card: Card, key: string): Promise<void> {
    this.#open('member');
    if (this.losesNext) {
      this.losesNext = false;
      throw new Error('the connection was cut');
    }
    if (!this.told.some((one) => one.key === key))
      this.told.push({ to: `${workspace}/${member}`, key, card, text: cardText(card) });
  }
  async tellAdmin(_place: Place, card: Card, key: string): Promise<void> {
    this.told.push({ to: 'admin', key, card, text: cardText(card) });
  }
}
