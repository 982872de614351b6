import type { Card } from '../cards/card.ts';
import type { Bot } from '../core/bot.ts';
import type { Place } from '../core/call.ts';

/** What a platform takes of one application. */
export interface Pace {
  /** Messages a second over all places; none: as fast as they are taken. */
  readonly perSecond?: number;
  /** Milliseconds between two messages to one place. */
  readonly placeMs?: number;
  /** How many may be on their way at once. */
  readonly atOnce: number;
}

/** A door to the bot. Every member is required: there are no optional abilities. */
export interface Adapter {
  readonly name: string;
  /** The shortest pause between two rounds of edits of posted cards. */
  readonly refreshMs: number;
  /** How fast the daily questions are handed over. */
  readonly pace: Pace;
  start(bot: Bot): Promise<void>;
  /**
   * Posts a card once: a second call with the same key returns the message that the first one made.
   * Throws PlaceError where only an admin can help.
   */
  post(place: Place, card: Card, key: string): Promise<string>;
  edit(place: Place, ref: string, card: Card): Promise<void>;
  /** The message that an earlier `post` with this key made, if there is one. */
  find(place: Place, key: string): Promise<string | undefined>;
  /**
   * Answers a posted message with a card in the thread under it, which is opened at the first one and called `title`; once for a
   * key, as `post`.
   */
  reply(place: Place, ref: string, title: string, card: Card, key: string): Promise<string>;
  /** Throws PlaceError where `post` would: the place is not there, or a permission is missing. */
  check(place: Place): Promise<void>;
  /** Tells one member of a workspace something in private; once for a key. Throws PlaceError where it cannot reach them. */
  tellMember(workspace: string, member: string, card: Card, key: string): Promise<void>;
  /** Tells an admin of the place's workspace something in private; once for a key. */
  tellAdmin(place: Place, card: Card, key: string): Promise<void>;
  /** Stops taking calls, finishes those in flight. */
  stop(): Promise<void>;
}
