import type { Bank } from '../bank/bank.ts';
import type { Card } from '../cards/card.ts';
import type { Locale, Localised } from '../cards/inline.ts';
import type { Translate } from '../texts/index.ts';
import type { Actor, Form, Mode, Place } from './call.ts';
import type { ArgsOf, Options } from './option.ts';
import type { Clock, Doors, Log, Random, Work } from './ports.ts';
import type { Store } from './store.ts';

/** What a command may use. */
export interface Context {
  readonly bank: Bank;
  readonly store: Store;
  readonly work: Work;
  readonly doors: Doors;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly defaultTimeZone: string;
  /** The language that the member has chosen, or that of the platform. */
  readonly locale: Locale;
  readonly platformLocale: Locale;
  readonly t: Translate;
  readonly from: Actor;
  readonly place: Place;
  /** The platform's id of this interaction. */
  readonly interactionId: string;
  /** The fields of a submitted form; empty otherwise. */
  readonly fields: Readonly<Record<string, string>>;
  readonly commands: readonly Command[];
}

/** What a form may use: it has to be there at once, so nothing that waits. */
export type FormContext = Pick<Context, 'bank' | 'locale' | 't'>;

export interface Command<O extends Options = Options> {
  /** One or two lower-case words; two for the parts of a group (`me stats`). */
  readonly name: string;
  /** Korean names, understood where lines are typed. */
  readonly aliases: readonly string[];
  readonly summary: Localised;
  readonly options: O;
  /** Known before `run`: decides the first answer on every platform. */
  readonly mode: Mode;
  readonly admin?: boolean;
  /** False: reached from buttons, absent from help and registration. */
  readonly listed: boolean;
  /** Its name in the menu of a message, where a platform has one; the message comes as the fields `text` and `author`. */
  readonly onMessage?: Localised;
  /** Lines that work on any bank; run by the tests. */
  readonly examples: readonly string[];
  /** Asked for before `run` unless the fields came with the call. */
  form?(args: ArgsOf<O>, context: FormContext): Form;
  run(args: ArgsOf<O>, context: Context): Promise<Card>;
}

/** Keeps the types of the options; a list holds commands of all kinds, so their own types are forgotten there. */
export function defineCommand<O extends Options>(command: Command<O>): Command {
  return command as unknown as Command;
}
