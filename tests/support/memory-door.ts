import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Card } from '../../src/cards/card.ts';
import type { Place } from '../../src/core/call.ts';
import { PlaceError } from '../../src/core/errors.ts';

/** A chat platform within the test: it keeps what it is given, and knows places where nothing can be posted. */
export class MemoryDoor implements Adapter {
  readonly name: string;
  readonly refreshMs = 1000;
  readonly pace = { atOnce: 4 };
  readonly posted: { readonly place: Place; readonly card: Card; readonly key: string }[] = [];
  readonly toldAdmins: { readonly place: Place; readonly card: Card; readonly key: string }[] = [];
  readonly toldMembers: { readonly member: string; readonly card: Card; readonly key: string }[] = [];
  /** Channels where nothing can be posted, and why. */
  readonly closed = new Map<string, PlaceError['reason']>();

  constructor(name: string) {
    this.name = name;
  }
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async edit(): Promise<void> {}
  async check({ channel }: Place): Promise<void> {
    const reason = this.closed.get(channel);
    if (reason !== undefined) throw new PlaceError(reason);
  }
  async post(place: Place, card: Card, key: string): Promise<string> {
    await this.check(place);
    const earlier = await this.find(place, key);
    if (earlier !== undefined) return earlier;
    this.posted.push({ place, card, key });
    return key;
  }
  async find(_place: Place, key: string): Promise<string | undefined> {
    return this.posted.find((one) => one.key === key)?.key;
  }
  reply(place: Place, _ref: string, _title: string, card: Card, key: string): Promise<string> {
    return this.post(place, card, key);
  }
  async tellMember(_workspace: string, member: string, card: Card, key: string): Promise<void> {
    this.toldMembers.push({ member, card, key });
  }
  async tellAdmin(place: Place, card: Card, key: string): Promise<void> {
    this.toldAdmins.push({ place, card, key });
  }
}
