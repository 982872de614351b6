import { say } from './boot.ts';
import { make, one } from './dom.ts';
import type { Stage } from './stage.ts';
import type { Item } from './suggest.ts';

/** The list above the box: drawing and marking, no decisions. */

function usageOf(stage: Stage): Node[] {
  if (stage.kind !== 'option') return [];
  const current = stage.token.option;
  const names = stage.command.options.map((option) => {
    const name = option.required ? option.name : `[${option.name}]`;
    return make('span', name, option === current ? 'current' : undefined);
  });
  const about = current === undefined ? stage.command.summary : current.about;
  const required = current?.required === true ? ` (${say('suggest.required')})` : '';
  return [make('code', `/${stage.command.name}`), ...names, make('span', `— ${about}${required}`)];
}

function draw(item: Item, index: number): HTMLElement {
  const row = make('div');
  row.id = `suggestion-${index}`;
  row.setAttribute('role', 'option');
  row.append(make('strong', item.label), make('small', item.alias), make('span', item.detail));
  return row;
}

export class Listbox {
  readonly #box: HTMLTextAreaElement;
  readonly #frame = one('.suggest', HTMLElement);
  readonly #list = one('#suggestions', HTMLElement);
  readonly #usage = one('.usage', HTMLElement);
  readonly #status = one('#suggest-count', HTMLElement);
  #items: readonly Item[] = [];
  #marked = -1;

  constructor(box: HTMLTextAreaElement, onTake: (item: Item) => void) {
    this.#box = box;
    // Pressing must not take the focus from the box: it would close the list before the click arrives.
    this.#frame.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const row = event.target instanceof Element ? event.target.closest('[role=option]') : null;
      const item = row === null ? undefined : this.#items[[...this.#list.children].indexOf(row)];
      if (item !== undefined) onTake(item);
    });
  }

  get open(): boolean {
    return !this.#frame.hidden;
  }

  /** The marked item. */
  get active(): Item | undefined {
    return this.#items[this.#marked];
  }

  get first(): Item | undefined {
    return this.#items[0];
  }

  show(items: readonly Item[], stage: Stage, marked: number): void {
    this.#items = items;
    this.#list.replaceChildren(...items.map(draw));
    this.#list.hidden = items.length === 0;
    this.#usage.replaceChildren(...usageOf(stage));
    this.#usage.hidden = stage.kind !== 'option';
    this.#setOpen(true);
    this.#mark(marked);
    this.#status.textContent = say('suggest.count', { count: items.length });
  }

  hide(): void {
    this.#items = [];
    this.#setOpen(false);
    this.#mark(-1);
    this.#status.textContent = '';
  }

  /** Moves the mark, round the ends. */
  move(step: 1 | -1): void {
    const count = this.#items.length;
    if (count === 0) return;
    const from = this.#marked < 0 && step < 0 ? count : this.#marked;
    this.#mark((from + step + count) % count);
  }

  #setOpen(open: boolean): void {
    this.#frame.hidden = !open;
    this.#box.setAttribute('aria-expanded', String(open));
  }

  #mark(index: number): void {
    this.#marked = index;
    [...this.#list.children].forEach((row, at) => {
      row.setAttribute('aria-selected', String(at === index));
      if (at === index) this.#bringIn(row);
    });
    if (index < 0) this.#box.removeAttribute('aria-activedescendant');
    else this.#box.setAttribute('aria-activedescendant', `suggestion-${index}`);
  }

  /** By hand, since `scrollIntoView` would move the page as well. */
  #bringIn(row: Element): void {
    const view = this.#list.getBoundingClientRect();
    const own = row.getBoundingClientRect();
    if (own.top < view.top) this.#list.scrollBy({ top: own.top - view.top });
    else if (own.bottom > view.bottom) this.#list.scrollBy({ top: own.bottom - view.bottom });
  }
}
