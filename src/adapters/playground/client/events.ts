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

export function listen(messages: MessageList): void {
  const lost = one('.lost', HTMLElement);
  let source: EventSource | undefined;
  let wait = FIRST_WAIT_MS;
  let missed = false;
  let lostTimer: number | undefined;
  let hiddenTimer: number | undefined;

  function onOpen(): void {
    window.clearTimeout(lostTimer);
    lostTimer = undefined;
    lost.hidden = true;
    wait = FIRST_WAIT_MS;
    if (!missed) return;
    missed = false;
    messages.reload().catch(() => {
      missed = true;
    });
  }

  function onError(): void {
    missed = true;
    lostTimer ??= window.setTimeout(() => {
      lost.hidden = false;
    }, SILENT_MS);
    // The browser tries again by itself unless the server answered with an error.
    if (source?.readyState !== EventSource.CLOSED) return;
    window.setTimeout(open, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }

  function open(): void {
    source?.close();
    source = new EventSource(eventsAddress());
    source.addEventListener('open', onOpen);
    source.addEventListener('error', onError);
    source.addEventListener('message', (event: MessageEvent<string>) =>
      messages.put(JSON.parse(event.data) as WireMessage, false),
    );
    source.addEventListener('unread', (event: MessageEvent<string>) =>
      showUnread((JSON.parse(event.data) as { channel: string }).channel),
    );
  }

  document.addEventListener('visibilitychange', () => {
    window.clearTimeout(hiddenTimer);
    if (document.visibilityState === 'hidden') {
      hiddenTimer = window.setTimeout(() => {
        source?.close();
        source = undefined;
        missed = true;
      }, HIDDEN_MS);
    } else if (source === undefined) open();
  });
  // What arrived between the server's drawing of the page and now is caught up with once.
  missed = true;
  open();
}
