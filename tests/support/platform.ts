import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Card } from '../../src/cards/card.ts';
import { cardText } from '../../src/cards/plain.ts';
import type { Place } from '../../src/core/call.ts';
import { PlaceError } from '../../src/core/errors.ts';

/** A chat platform on this side of the wire: it keeps what was posted, and can be made to fail. */
export class Platform implements Adapter {
  readonly name = 'door';
  readonly refreshMs = 1000;
  readonly pace = { atOnce: 4 };
  readonly told: string[] = [];
  readonly messages: { channel: string; key: string; card: Card }[] = [];
  edits = 0;
  /** How often a channel was looked through. */
  finds = 0;
  /** What happens at the next post: nothing, lost on the way, or lost on the way back. */
  failure: 'none' | 'before' | 'after' | 'forbidden' = 'none';
  /** Channels whose messages never get through. */
  readonly stuck = new Set<string>();
  waiting = 0;
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async tellAdmin(_place: unknown, card: Card): Promise<void> {
    this.told.push(cardText(card));
  }
  async reply(place: Place, _ref: string, _title: string, card: Card, key: string): Promise<string> {
    return this.post(place, card, key);
  }
  async check(): Promise<void> {}
  async tellMember(_workspace: string, _member: string, card: Card): Promise<void> {
    this.told.push(cardText(card));
  }
  async post({ channel }: Place, card: Card, key: string): Promise<string> {
    const { failure } = this;
    this.failure = 'none';
    if (this.stuck.has(channel)) {
      this.waiting += 1;
      return new Promise(() => undefined);
    }
    if (failure === 'forbidden') throw new PlaceError('forbidden');
    if (failure === 'before') throw new Error('connection refused');
    this.messages.push({ channel, key, card });
    if (failure === 'after') throw new Error('timed out');
    return String(this.messages.length);
  }
  async edit(_place: unknown, ref: string, card: Card): Promise<void> {
    this.edits += 1;
    const message = this.messages[Number(ref) - 1];
    if (message !== undefined) message.card = card;
  }
  async find({ channel }: Place, key: string): Promise<string | undefined> {
    this.finds += 1;
    const index = this.messages.findIndex((message) => message.channel === channel && message.key === key);
    return index < 0 ? undefined : String(index + 1);
  }
}
