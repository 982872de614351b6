import { fetchCompletions } from './api.ts';
import { boot } from './boot.ts';
import { createListbox } from './listbox.ts';
import { type Stage, stageOf } from './stage.ts';
import { type Item, offer } from './suggest.ts';
import type { Choice } from './wire.ts';

/** Completes commands while they are typed. */

export interface Completion {
  /** After the text has changed. */
  refresh(): void;
  close(): void;
  /** Gives a pressed key its meaning for the list; true when it is used up. */
  press(event: KeyboardEvent): boolean;
}

/** Short enough to feel at once, long enough not to ask for every key of a fast typist. */
const PAUSE_MS = 50;

/** Values from the server: remembered, and the last ones kept on show until new ones are there. */
function createValues(onArrived: () => void) {
  const known = new Map<string, readonly Choice[]>();
  let shown: { readonly of: string; readonly values: readonly Choice[] } = { of: '', values: [] };
  let waiting: AbortController | undefined;
  let timer: number | undefined;

  async function ask(
    command: string,
    option: string,
    typed: string,
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      known.set(key, await fetchCompletions(command, option, typed, signal));
      onArrived();
    } catch {
      // Completion is a help: without it the line can still be typed and sent.
    }
  }

  return (stage: Stage): readonly Choice[] => {
    window.clearTimeout(timer);
    waiting?.abort();
    if (stage.kind !== 'option' || stage.token.option === undefined) return [];
    const { command, token } = stage;
    const option = stage.token.option;
    if (option.completes === 'no') return [];
    const of = `${command.name} ${option.name}`;
    const typed = token.typed.trim().slice(0, 100);
    const key = `${of} ${typed}`;
    const values = known.get(key);
    if (values !== undefined) {
      shown = { of, values };
      return values;
    }
    const controller = new AbortController();
    waiting = controller;
    timer = window.setTimeout(
      () => void ask(command.name, option.name, typed, key, controller.signal),
      PAUSE_MS,
    );
    return shown.of === of ? shown.values : [];
  };
}

export function createCompletion(box: HTMLTextAreaElement, onTaken: () => void): Completion {
  const list = createListbox(box, take);
  const valuesOf = createValues(refresh);

  function refresh(): void {
    const line = box.value;
    // Completing is for the end of the line; somebody who goes back to mend a word is left alone.
    if (box.selectionEnd !== line.length || document.activeElement !== box) {
      list.hide();
      return;
    }
    const stage = stageOf(line, boot.commands);
    const { items, eager } = offer(line, stage, boot.commands, valuesOf(stage));
    if (stage.kind === 'talk' || (items.length === 0 && stage.kind === 'command')) list.hide();
    else list.show(items, stage, eager && items.length > 0 ? 0 : -1);
  }

  function take(item: Item): void {
    box.value = item.line;
    box.setSelectionRange(item.line.length, item.line.length);
    onTaken();
    refresh();
  }

  /** Enter takes the marked item unless it would change nothing: then the line is complete and goes out. */
  function enter(): boolean {
    const item = list.active;
    if (item === undefined || item.line.trim() === box.value.trim()) return false;
    take(item);
    return true;
  }

  function tab(): boolean {
    const item = list.active ?? list.first;
    if (item !== undefined) take(item);
    return item !== undefined;
  }

  function press(key: string): boolean {
    if (key === 'Enter') return enter();
    if (key === 'Tab') return tab();
    if (key === 'Escape') list.hide();
    else if (key === 'ArrowDown') list.move(1);
    else if (key === 'ArrowUp') list.move(-1);
    else return false;
    return true;
  }

  box.addEventListener('blur', () => list.hide());
  return {
    refresh,
    close: () => list.hide(),
    press: (event) => list.open && !event.shiftKey && press(event.key),
  };
}
