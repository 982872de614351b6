import { eventsAddress } from './api.ts';
import { one } from './dom.ts';
import type { MessageList } from './log.ts';
import type { WireMessage } from './wire.ts';

/** Hears of new messages; comes back by itself after a break and fetches what it missed. */

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;
/** A short break is nobody's business. */
const SILENT_MS = 1500;
/** A browser opens six connections to one address: pages that nobody sees give theirs back. */
const HIDDEN_MS = 30_000;

function showUnread(channel: string): void {
  const link = document.querySelector(`#sidebar a[data-channel="${CSS.escape(channel)}"]`);
  if (link !== null) one('.unread', HTMLElement, link).hidden = false;
}

export class Connection {
  readonly #messages: MessageList;
  readonly #lost = one('.lost', HTMLElement);
  #source: EventSource | undefined;
  #wait = FIRST_WAIT_MS;
  /** What came between the server's drawing of the page and now counts as missed, too. */
  #missed = true;
  #lostTimer: number | undefined;
  #hiddenTimer: number | undefined;

  constructor(messages: MessageList) {
    this.#messages = messages;
  }

  start(): void {
    document.addEventListener('visibilitychange', () => this.#onVisibility());
    this.#open();
  }

  #open(): void {
    this.#source?.close();
    const source = new EventSource(eventsAddress());
    source.addEventListener('open', () => this.#onOpen());
    source.addEventListener('error', () => this.#onError());
    source.addEventListener('message', (event: MessageEvent<string>) =>
      this.#messages.put(JSON.parse(event.data) as WireMessage, false),
    );
    source.addEventListener('unread', (event: MessageEvent<string>) =>
      showUnread((JSON.parse(event.data) as { channel: string }).channel),
    );
    this.#source = source;
  }

  #onOpen(): void {
    window.clearTimeout(this.#lostTimer);
    this.#lostTimer = undefined;
    this.#lost.hidden = true;
    this.#wait = FIRST_WAIT_MS;
    if (!this.#missed) return;
    this.#missed = false;
    this.#messages.reload().catch(() => {
      this.#missed = true;
    });
  }

  #onError(): void {
    this.#missed = true;
    this.#lostTimer ??= window.setTimeout(() => {
      this.#lost.hidden = false;
    }, SILENT_MS);
    // The browser tries again by itself unless the server answered with an error.
    if (this.#source?.readyState !== EventSource.CLOSED) return;
    window.setTimeout(() => this.#open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  #onVisibility(): void {
    window.clearTimeout(this.#hiddenTimer);
    if (document.visibilityState === 'visible') {
      if (this.#source === undefined) this.#open();
      return;
    }
    this.#hiddenTimer = window.setTimeout(() => {
      this.#source?.close();
      this.#source = undefined;
      this.#missed = true;
    }, HIDDEN_MS);
  }
}
