import { boot } from './boot.ts';
import { Listbox } from './listbox.ts';
import { stageOf } from './stage.ts';
import { type Item, offer } from './suggest.ts';
import { CompletedValues } from './values.ts';

/** Completes commands while they are typed. */
export class Completion {
  readonly #box: HTMLTextAreaElement;
  readonly #onTaken: () => void;
  readonly #list: Listbox;
  readonly #values = new CompletedValues(() => this.refresh());

  constructor(box: HTMLTextAreaElement, onTaken: () => void) {
    this.#box = box;
    this.#onTaken = onTaken;
    this.#list = new Listbox(box, (item) => this.#take(item));
    box.addEventListener('blur', () => this.close());
  }

  /** After the text has changed. */
  refresh(): void {
    const line = this.#box.value;
    const stage = stageOf(line, boot.commands);
    // Completing is for the end of the line; somebody who goes back to mend a word is left alone.
    const writing = document.activeElement === this.#box && this.#box.selectionEnd === line.length;
    if (!writing || stage.kind === 'talk') {
      this.close();
      return;
    }
    const { items, eager } = offer(line, stage, boot.commands, this.#values.at(stage));
    if (items.length === 0 && stage.kind === 'command') this.close();
    else this.#list.show(items, stage, eager && items.length > 0 ? 0 : -1);
  }

  close(): void {
    this.#list.hide();
  }

  /** Gives a pressed key its meaning for the list; true when it is used up. */
  press(event: KeyboardEvent): boolean {
    if (!this.#list.open || event.shiftKey) return false;
    if (event.key === 'Enter') return this.#enter();
    if (event.key === 'Tab') return this.#tab();
    if (event.key === 'Escape') this.close();
    else if (event.key === 'ArrowDown') this.#list.move(1);
    else if (event.key === 'ArrowUp') this.#list.move(-1);
    else return false;
    return true;
  }

  #take(item: Item): void {
    this.#box.value = item.line;
    this.#box.setSelectionRange(item.line.length, item.line.length);
    this.#onTaken();
    this.refresh();
  }

  /** Enter takes the marked item unless it would change nothing: then the line is complete and goes out. */
  #enter(): boolean {
    const item = this.#list.active;
    if (item === undefined || item.line.trim() === this.#box.value.trim()) return false;
    this.#take(item);
    return true;
  }

  #tab(): boolean {
    const item = this.#list.active ?? this.#list.first;
    if (item !== undefined) this.#take(item);
    return item !== undefined;
  }
}
