import type { Card } from '../cards/card.ts';
import type { Locale, Localised } from '../cards/inline.ts';
import type { Chart } from '../charts/model.ts';
import type { Place } from './call.ts';
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

export interface DemoRequest {
  readonly id: string;
  /** As typed or as JSON; checked where it is run. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
}

/** A demo that was run, in the words of one language. */
export interface DemoRun {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** What differs from the defaults, as it is typed: `lr=0.5 steps=50`; empty for a run with the defaults. */
  readonly assignments: string;
  /** Every parameter with its value as text. */
  readonly parameters: readonly (readonly [string, string])[];
  readonly chart: Chart;
  readonly alt: string;
  readonly see: string;
  readonly numbers: readonly (readonly [string, string])[];
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** Ways to run it again with something changed. */
  readonly variations: readonly { readonly label: string; readonly assignments: string }[];
}

export interface DemoEntry {
  readonly id: string;
  readonly family: string;
  readonly familyTitle: Localised;
  readonly title: Localised;
}

/** Work that takes a processor for a while, done beside the conversation: demos and pictures. */
export interface Work {
  /** Every demo there is, by family. */
  readonly demos: readonly DemoEntry[];
  /** Starts a first thread, so that the first demo need not wait for it. */
  warm(): void;
  /**
   * Runs a demo for a member. Throws UserError for parameters that cannot be used, a run that takes too long or too much
   * memory, and for more runs at once than one member may have.
   */
  demo(request: DemoRequest, member: string): Promise<DemoRun>;
  /** A PNG; the same chart comes from a cache. */
  picture(chart: Chart): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Where the bot speaks of its own accord; by the name of a door. Each throws PlaceError where only an admin can help. */
export interface Doors {
  post(door: string, place: Place, card: Card, key: string): Promise<string>;
  reply(door: string, place: Place, ref: string, title: string, card: Card, key: string): Promise<string>;
  check(door: string, place: Place): Promise<void>;
  tellMember(door: string, workspace: string, member: string, card: Card, key: string): Promise<void>;
}

export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly store: Store;
  readonly work: Work;
  readonly doors: Doors;
}
