import { say } from './boot.ts';
import { make, one } from './dom.ts';
import type { Stage } from './stage.ts';
import type { Item } from './suggest.ts';

/** The list above the box: drawing and marking, no decisions. */

export interface Listbox {
  readonly open: boolean;
  /** The marked item. */
  readonly active: Item | undefined;
  readonly first: Item | undefined;
  show(items: readonly Item[], stage: Stage, marked: number): void;
  /** Moves the mark, round the ends. */
  move(step: number): void;
  hide(): void;
}

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

export function createListbox(box: HTMLTextAreaElement, onTake: (item: Item) => void): Listbox {
  const frame = one('.suggest', HTMLElement);
  const list = one('#suggestions', HTMLElement);
  const usage = one('.usage', HTMLElement, frame);
  const status = one('#suggest-count', HTMLElement);
  let items: readonly Item[] = [];
  let marked = -1;

  /** By hand, since `scrollIntoView` would move the page as well. */
  function bringIn(row: Element): void {
    const view = list.getBoundingClientRect();
    const own = row.getBoundingClientRect();
    if (own.top < view.top) list.scrollBy({ top: own.top - view.top });
    else if (own.bottom > view.bottom) list.scrollBy({ top: own.bottom - view.bottom });
  }

  function mark(index: number): void {
    marked = index;
    [...list.children].forEach((row, at) => {
      row.setAttribute('aria-selected', String(at === index));
      if (at === index) bringIn(row);
    });
    if (index < 0) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', `suggestion-${index}`);
  }

  function setOpen(open: boolean): void {
    frame.hidden = !open;
    box.setAttribute('aria-expanded', String(open));
  }

  // Pressing must not take the focus from the box: it would close the list before the click arrives.
  frame.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const row = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const item = row === null ? undefined : items[[...list.children].indexOf(row)];
    if (item !== undefined) onTake(item);
  });

  return {
    get open() {
      return !frame.hidden;
    },
    get active() {
      return items[marked];
    },
    get first() {
      return items[0];
    },
    show(next, stage, index) {
      items = next;
      list.replaceChildren(...next.map(draw));
      list.hidden = next.length === 0;
      usage.replaceChildren(...usageOf(stage));
      usage.hidden = stage.kind !== 'option';
      setOpen(true);
      mark(index);
      status.textContent = say('suggest.count', { count: next.length });
    },
    move(step) {
      if (items.length === 0) return;
      const from = marked < 0 && step < 0 ? items.length : marked;
      mark((from + step + items.length) % items.length);
    },
    hide() {
      items = [];
      setOpen(false);
      mark(-1);
      status.textContent = '';
    },
  };
}
