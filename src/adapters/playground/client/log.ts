import { fetchMessages } from './api.ts';
import { all, one, parseElement } from './dom.ts';
import { localiseTimes } from './times.ts';
import type { WireMessage } from './wire.ts';

/** The messages on the page. */

export interface MessageList {
  /** Adds a message or puts its new form in place of the old one. `mine`: the answer to something done here. */
  put(message: WireMessage, mine: boolean): void;
  /** Everything again, after having been away. */
  reload(): Promise<void>;
}

const JOIN_WITHIN_MS = 5 * 60_000;
/** Pixels from the end that still count as being there. */
const NEAR_END = 40;

/** Day lines, and one head for several messages of one member in a row. */
function arrange(list: HTMLElement): void {
  let previous: HTMLElement | undefined;
  for (const message of all(':scope > li', HTMLElement, list)) {
    const newDay = previous?.dataset.day !== message.dataset.day;
    const joined =
      !newDay &&
      previous !== undefined &&
      message.dataset.author !== '' &&
      previous.dataset.author === message.dataset.author &&
      Number(message.dataset.at) - Number(previous.dataset.at) < JOIN_WITHIN_MS;
    message.toggleAttribute('data-new-day', newDay);
    message.toggleAttribute('data-joined', joined);
    previous = message;
  }
}

/** The focus stays on the same button when its message is drawn anew, or goes to the first one there is. */
function replace(old: HTMLElement, fresh: HTMLElement): void {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(fresh);
  if (!(focused instanceof HTMLElement)) return;
  const buttons = all('button', HTMLButtonElement, fresh);
  const same = buttons.find((button) => button.dataset.line === focused.dataset.line);
  const alike = buttons.find((button) => button.textContent === focused.textContent);
  (same ?? alike ?? buttons[0])?.focus();
}

function insert(list: HTMLElement, message: HTMLElement): void {
  const id = Number(message.dataset.id);
  const later = all(':scope > li', HTMLElement, list).find((other) => Number(other.dataset.id) > id);
  list.insertBefore(message, later ?? null);
}

export function createMessageList(): MessageList {
  const log = one('#log', HTMLElement);
  const list = one('#messages', HTMLElement);
  const drawn = new Map<string, string>();
  const jump = one('.jump', HTMLButtonElement);
  const byId = (id: number) => list.querySelector<HTMLElement>(`:scope > li[data-id="${id}"]`);
  const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
  const toEnd = () => log.scrollTo({ top: log.scrollHeight });

  /** A message taller than the window is read from its top. */
  function reveal(message: HTMLElement): void {
    const view = log.getBoundingClientRect();
    const own = message.getBoundingClientRect();
    if (own.height > view.height || own.top < view.top) log.scrollBy({ top: own.top - view.top });
    else if (own.bottom > view.bottom) log.scrollBy({ top: own.bottom - view.bottom });
  }

  /** Notes how the server drew a message; false when it has been drawn just so before. */
  function adopt(message: HTMLElement): boolean {
    const id = message.dataset.id ?? '';
    const same = drawn.get(id) === message.outerHTML;
    drawn.set(id, message.outerHTML);
    return !same;
  }

  function put({ id, html }: WireMessage, mine: boolean): void {
    const fresh = parseElement(html, HTMLLIElement);
    const old = byId(id);
    const wasAtEnd = atEnd();
    const changed = adopt(fresh);
    if (old !== null && !changed) {
      if (mine) reveal(old);
      return;
    }
    localiseTimes(fresh);
    if (old === null) insert(list, fresh);
    else replace(old, fresh);
    arrange(list);
    const last = fresh === list.lastElementChild;
    if (mine || (old === null && wasAtEnd && last)) {
      if (last && fresh.offsetHeight <= log.clientHeight) toEnd();
      else reveal(fresh);
    } else if (old === null) jump.hidden = false;
    else if (wasAtEnd && last) toEnd();
  }

  jump.addEventListener('click', toEnd);
  log.addEventListener('scroll', () => {
    if (atEnd()) jump.hidden = true;
  });
  // The box below grows while one writes, and the keyboard of a phone comes and goes: the end stays in sight.
  let end = true;
  log.addEventListener('scroll', () => {
    end = atEnd();
  });
  new ResizeObserver(() => {
    if (end) toEnd();
  }).observe(log);

  for (const message of all(':scope > li', HTMLElement, list)) {
    adopt(message);
    localiseTimes(message);
  }
  arrange(list);
  toEnd();
  return {
    put,
    async reload() {
      const messages = await fetchMessages();
      const known = new Set(messages.map((message) => String(message.id)));
      for (const old of all(':scope > li', HTMLElement, list)) {
        if (!known.has(old.dataset.id ?? '')) old.remove();
      }
      for (const message of messages) put(message, false);
    },
  };
}
