import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Card } from '../../src/cards/card.ts';
import { PlaceError } from '../../src/core/errors.ts';

/** A chat platform on this side of the wire: it keeps what was posted, once a key, and can be made to fail. */
export class KeepingPlatform implements Adapter {
  readonly name = 'door';
  readonly refreshMs = 1000;
  readonly messages: { key: string; channel: string; card: Card }[] = [];
  finds = 0;
  /** What happens at the next post: nothing, lost on the way, lost on the way back, or refused. */
  failure: 'none' | 'before' | 'after' | 'forbidden' = 'none';
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async check(): Promise<void> {}
  async tellAdmin(): Promise<void> {}
  async tellMember(): Promise<void> {}
  async edit(): Promise<void> {}
  async reply(
    place: { channel: string },
    _ref: string,
    _title: string,
    card: Card,
    key: string,
  ): Promise<string> {
    return this.post(place, card, key);
  }
  async post(place: { channel: string }, card: Card, key: string): Promise<string> {
    const { failure } = this;
    this.failure = 'none';
    if (failure === 'forbidden') throw new PlaceError('forbidden');
    if (failure === 'before') throw new Error('connection refused');
    this.messages.push({ key, channel: place.channel, card });
    if (failure === 'after') throw new Error('timed out');
    return String(this.messages.length);
  }
  async find(_place: unknown, key: string): Promise<string | undefined> {
    this.finds += 1;
    const index = this.messages.findIndex((message) => message.key === key);
    return index < 0 ? undefined : String(index + 1);
  }
}
