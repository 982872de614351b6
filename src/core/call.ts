import type { Card, Line } from '../cards/card.ts';
import type { Locale } from '../cards/inline.ts';

/** What travels between a door and the bot; platforms are not named here. */

export interface Actor {
  /** The door's name, so that the same number on two platforms is two people. */
  readonly door: string;
  readonly workspace: string;
  readonly member: string;
  readonly name: string;
  readonly admin: boolean;
}

/** One name for a person on every door. */
export function memberKey(from: Pick<Actor, 'door' | 'workspace' | 'member'>): string {
  return `${from.door}:${from.workspace}:${from.member}`;
}

export interface Place {
  readonly workspace: string;
  readonly channel: string;
}

export type Input =
  /** A typed line, a button, or a submitted form with its fields. */
  | { readonly kind: 'line'; readonly text: string; readonly fields?: Readonly<Record<string, string>> }
  /** A command with options that the platform has taken apart already. */
  | { readonly kind: 'typed'; readonly command: string; readonly values: Readonly<Record<string, string>> };

export interface Incoming {
  /** The platform's id of this interaction: the same click delivered twice has the same id. */
  readonly id: string;
  readonly input: Input;
  readonly from: Actor;
  readonly place: Place;
  readonly locale: Locale;
}

/** Where a reply goes; known before the command runs, as platforms fix it in their first seconds. `replace` edits the message of the button. */
export type Mode = 'private' | 'channel' | 'replace';

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly long: boolean;
  readonly max: number;
  /** May be left empty; a field must be filled unless it says so. */
  readonly optional?: boolean;
  /** What stands there already; several values of `many` are separated by commas. */
  readonly value?: string;
  /** To be chosen from instead of written, at most 25. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Any number of the choices; they arrive separated by commas. */
  readonly many?: boolean;
}

export interface Form {
  readonly title: string;
  /** Shown above the fields. */
  readonly about: string;
  readonly fields: readonly FormField[];
  /** Arrives with the fields when the form is sent. */
  readonly submit: Line;
  readonly submitLabel: string;
}

export type Ack =
  | { readonly kind: 'wait'; readonly mode: Mode }
  | { readonly kind: 'form'; readonly form: Form };

export interface Reply {
  readonly card: Card;
  readonly mode: Mode;
}

export interface Suggestion {
  readonly value: string;
  readonly label: string;
}
