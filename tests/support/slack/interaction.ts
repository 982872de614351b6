import { randomUUID } from 'node:crypto';
import type { Deliver, Delivered, Kind } from './delivery.ts';
import type { Person } from './people.ts';
import type { Fields } from './shape.ts';
import type { Change, Message, View, Workspace } from './workspace.ts';

/** One thing that somebody does, and all that they see of its answer. */

export interface Done {
  readonly by: Person;
  readonly workspace: Workspace;
  /** Where it was done; undefined in a Home tab or by a global shortcut. */
  readonly channel: string | undefined;
  readonly kind: Kind;
  readonly payload: Fields;
  readonly deliver: Deliver;
  readonly onAcknowledged: (delivered: Delivered) => void;
}

export class Interaction {
  readonly #done: Done;
  readonly #before: number;
  /** Rejects if the connection is lost on the way. */
  readonly acknowledged: Promise<Delivered>;
  ack: Delivered | undefined;
  #attempts = 0;
  readonly #envelope = randomUUID();

  constructor(done: Done) {
    this.#done = done;
    this.#before = done.workspace.changes.length;
    this.acknowledged = done
      .deliver(done.kind, done.payload, { envelope: this.#envelope, attempt: 0 })
      .then((delivered) => this.#take(delivered));
    // Whoever waits for the acknowledgement sees the fault; nobody has to.
    this.acknowledged.catch(() => {});
  }

  #take(delivered: Delivered): Delivered {
    this.ack = delivered;
    this.#done.onAcknowledged(delivered);
    return delivered;
  }

  /** Delivered once more, as Slack does when it is not sure: to a socket in an envelope of its own. */
  again(): Promise<Delivered> {
    this.#attempts += 1;
    const { deliver, kind, payload } = this.#done;
    return deliver(kind, payload, { attempt: this.#attempts });
  }

  /** Twice in the same envelope. */
  repeated(): Promise<Delivered> {
    this.#attempts += 1;
    const { deliver, kind, payload } = this.#done;
    return deliver(kind, payload, { envelope: this.#envelope, attempt: this.#attempts });
  }

  /** What this person could see happen since. */
  get changes(): readonly Change[] {
    const { workspace, by, channel } = this.#done;
    return workspace.changes.slice(this.#before).filter((one) => {
      if (one.user !== undefined) return one.user === by.id;
      const place = workspace.channels.get(one.channel ?? '');
      return place?.with === by.id || (one.channel !== undefined && one.channel === channel);
    });
  }

  /** Messages that came or changed, each once, as they stand now; the latest last. */
  get messages(): readonly Message[] {
    const all = this.changes.flatMap(({ message }) => (message === undefined ? [] : [message]));
    return [...new Set(all.reverse())].reverse().filter((one) => !one.deleted);
  }

  get reply(): Message | undefined {
    return this.messages.at(-1);
  }

  get view(): View | undefined {
    return this.changes.findLast((one) => one.kind === 'view')?.view;
  }
}
