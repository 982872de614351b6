import type { Locale } from '../../cards/inline.ts';
import { HEARTBEAT_MS } from './limits.ts';

/** Open pages, and what they are told: server-sent events. */

export interface Viewer {
  readonly channel: string;
  readonly member: string;
  readonly locale: Locale;
}

export interface PageEvent {
  readonly name: 'message' | 'unread';
  readonly data: unknown;
}

export interface Hub {
  subscribe(viewer: Viewer): ReadableStream<Uint8Array>;
  /** Asks for each open page what it shall hear; undefined: nothing. */
  publish(eventFor: (viewer: Viewer) => PageEvent | undefined): void;
  /** Ends every stream; pages come back by themselves. */
  close(): void;
}

const encoder = new TextEncoder();
/** Browsers wait three seconds or more unless told; a restart on the same machine is quicker than that. */
const GREETING = encoder.encode('retry: 1000\n\n');
const HEARTBEAT = encoder.encode(':\n\n');

function encode(event: PageEvent): Uint8Array {
  return encoder.encode(`event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`);
}

export function createHub(): Hub {
  const pages = new Map<ReadableStreamDefaultController<Uint8Array>, Viewer>();
  const heartbeat = setInterval(() => {
    for (const page of pages.keys()) page.enqueue(HEARTBEAT);
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return {
    subscribe(viewer) {
      let mine: ReadableStreamDefaultController<Uint8Array> | undefined;
      return new ReadableStream<Uint8Array>({
        start(controller) {
          mine = controller;
          pages.set(controller, viewer);
          controller.enqueue(GREETING);
        },
        cancel() {
          if (mine !== undefined) pages.delete(mine);
        },
      });
    },
    publish(eventFor) {
      for (const [page, viewer] of pages) {
        const event = eventFor(viewer);
        if (event !== undefined) page.enqueue(encode(event));
      }
    },
    close() {
      clearInterval(heartbeat);
      for (const page of pages.keys()) page.close();
      pages.clear();
    },
  };
}
