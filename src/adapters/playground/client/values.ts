import { fetchCompletions } from './api.ts';
import type { Stage } from './stage.ts';
import type { Choice } from './wire.ts';

/** Values that the server completes: remembered, and the last ones kept on show until new ones are there. */

/** Short enough to feel at once, long enough not to ask for every key of a fast typist. */
const PAUSE_MS = 50;
const MAX_TYPED = 100;

export class CompletedValues {
  readonly #onArrived: () => void;
  readonly #known = new Map<string, readonly Choice[]>();
  #shown: { readonly of: string; readonly values: readonly Choice[] } = { of: '', values: [] };
  #waiting = new AbortController();
  #timer: number | undefined;

  constructor(onArrived: () => void) {
    this.#onArrived = onArrived;
  }

  /** What is known for this place in the line; asks for the rest, which then arrives. */
  at(stage: Stage): readonly Choice[] {
    window.clearTimeout(this.#timer);
    this.#waiting.abort();
    const option = stage.kind === 'option' ? stage.token.option : undefined;
    if (stage.kind !== 'option' || option === undefined || option.completes === 'no') return [];
    const of = `${stage.command.name} ${option.name}`;
    const typed = stage.token.typed.trim().slice(0, MAX_TYPED);
    const values = this.#known.get(`${of} ${typed}`);
    if (values !== undefined) {
      this.#shown = { of, values };
      return values;
    }
    this.#timer = window.setTimeout(() => void this.#ask(stage.command.name, option.name, typed), PAUSE_MS);
    return this.#shown.of === of ? this.#shown.values : [];
  }

  async #ask(command: string, option: string, typed: string): Promise<void> {
    this.#waiting = new AbortController();
    try {
      const values = await fetchCompletions(command, option, typed, this.#waiting.signal);
      this.#known.set(`${command} ${option} ${typed}`, values);
      this.#onArrived();
    } catch {
      // Completion is a help: without it the line can still be typed and sent.
    }
  }
}
