import { fetchMessages } from './api.ts';
import { all, one, parseElement } from './dom.ts';
import { localiseTimes } from './times.ts';
import type { WireMessage } from './wire.ts';

/** The messages on the page. */

const JOIN_WITHIN_MS = 5 * 60_000;
/** Pixels from the end that still count as being there. */
const NEAR_END = 40;

/** Day lines, and one head for several messages of one member in a row. */
function arrange(messages: readonly HTMLElement[]): void {
  let previous: HTMLElement | undefined;
  for (const message of messages) {
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

/** The focus stays on the same button when its message is drawn anew, or goes to the most similar one. */
function replace(old: HTMLElement, fresh: HTMLElement): void {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(fresh);
  if (!(focused instanceof HTMLElement)) return;
  const buttons = all('button', HTMLButtonElement, fresh);
  const same = buttons.find((button) => button.dataset.line === focused.dataset.line);
  const alike = buttons.find((button) => button.textContent === focused.textContent);
  (same ?? alike ?? buttons[0])?.focus();
}

export class MessageList {
  readonly #log = one('#log', HTMLElement);
  readonly #list = one('#messages', HTMLElement);
  readonly #jump = one('.jump', HTMLButtonElement);
  /** How the server drew each message, to tell news from repetition. */
  readonly #drawn = new Map<string, string>();
  #following = true;

  constructor() {
    for (const message of this.#messages()) {
      this.#isNews(message);
      localiseTimes(message);
    }
    arrange(this.#messages());
    this.#toEnd();
    this.#jump.addEventListener('click', () => this.#toEnd());
    this.#log.addEventListener('scroll', () => {
      this.#following = this.#atEnd();
      if (this.#following) this.#jump.hidden = true;
    });
    // The box below grows while one writes, and the keyboard of a phone comes and goes: the end stays in sight.
    new ResizeObserver(() => {
      if (this.#following) this.#toEnd();
    }).observe(this.#log);
  }

  /** Adds a message or puts its new form in place of the old one. `mine`: the answer to something done here. */
  put({ html }: WireMessage, mine: boolean): void {
    const fresh = parseElement(html, HTMLLIElement);
    const old = this.#messages().find((message) => message.dataset.id === fresh.dataset.id);
    const wasAtEnd = this.#atEnd();
    if (!this.#isNews(fresh) && old !== undefined) {
      if (mine) this.#reveal(old);
      return;
    }
    localiseTimes(fresh);
    if (old === undefined) this.#insert(fresh);
    else replace(old, fresh);
    arrange(this.#messages());
    this.#follow(fresh, mine, old === undefined, wasAtEnd);
  }

  /** Everything again, after having been away. */
  async reload(): Promise<void> {
    const messages = await fetchMessages();
    const known = new Set(messages.map((message) => String(message.id)));
    for (const old of this.#messages()) {
      if (!known.has(old.dataset.id ?? '')) old.remove();
    }
    for (const message of messages) this.put(message, false);
  }

  #messages(): HTMLElement[] {
    return all(':scope > li', HTMLElement, this.#list);
  }

  #isNews(message: HTMLElement): boolean {
    const id = message.dataset.id ?? '';
    const known = this.#drawn.get(id) === message.outerHTML;
    this.#drawn.set(id, message.outerHTML);
    return !known;
  }

  #insert(message: HTMLElement): void {
    const id = Number(message.dataset.id);
    const later = this.#messages().find((other) => Number(other.dataset.id) > id);
    this.#list.insertBefore(message, later ?? null);
  }

  /** Who asked sees the answer; who reads the end stays there; nobody else is moved. */
  #follow(fresh: HTMLElement, mine: boolean, added: boolean, wasAtEnd: boolean): void {
    const last = fresh === this.#list.lastElementChild;
    if (mine || (added && wasAtEnd && last)) {
      if (last && fresh.offsetHeight <= this.#log.clientHeight) this.#toEnd();
      else this.#reveal(fresh);
    } else if (added) this.#jump.hidden = false;
    else if (wasAtEnd && last) this.#toEnd();
  }

  #atEnd(): boolean {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR_END;
  }

  #toEnd(): void {
    this.#log.scrollTo({ top: this.#log.scrollHeight });
  }

  /** A message taller than the window is read from its top. By hand: `scrollIntoView` moves the page as well. */
  #reveal(message: HTMLElement): void {
    const view = this.#log.getBoundingClientRect();
    const own = message.getBoundingClientRect();
    if (own.height > view.height || own.top < view.top) this.#log.scrollBy({ top: own.top - view.top });
    else if (own.bottom > view.bottom) this.#log.scrollBy({ top: own.bottom - view.bottom });
  }
}
