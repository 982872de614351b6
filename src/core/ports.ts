import type { Card } from '../cards/card.ts';
import type { Store } from './store.ts';

/** Everything the core needs from outside. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
}

export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export interface LoggedMessage {
  readonly id: number;
  readonly channel: string;
  /** Undefined: the bot itself. */
  readonly author?: string;
  /** Only this member sees the message. */
  readonly privateTo?: string;
  readonly text?: string;
  readonly card?: Card;
  readonly key?: string;
  readonly at: number;
  readonly edited: boolean;
}

/** Messages of a door that has no memory of its own, as a chat platform would keep them. */
export interface MessageLog {
  append(message: Omit<LoggedMessage, 'id' | 'edited'>): LoggedMessage;
  /** Replaces the card; undefined where there is no such message. */
  edit(id: number, card: Card): LoggedMessage | undefined;
  get(id: number): LoggedMessage | undefined;
  findByKey(channel: string, key: string): LoggedMessage | undefined;
  /** The newest `limit` messages that the member may see, oldest first. */
  recent(channel: string, member: string, limit: number): readonly LoggedMessage[];
}

export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly store: Store;
}
