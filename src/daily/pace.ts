import type { Pace } from '../adapters/adapter.ts';

/** A queue that hands over at a platform's pace; one slow place does not hold up the others. */

export interface PacedQueue<Item> {
  add(item: Item): void;
  /** Resolves when nothing waits and nothing is on its way. */
  idle(): Promise<void>;
  /** Drops what waits, and waits for what is on its way. */
  stop(): Promise<void>;
}

/** A timer that came late is made up for, up to this many milliseconds' worth of messages. */
const CATCH_UP_MS = 100;

/** `task` must not reject. Of one place only one item is on its way at a time. */
export function pacedQueue<Item>(
  { perSecond = Number.POSITIVE_INFINITY, placeMs = 0, atOnce }: Pace,
  placeOf: (item: Item) => string,
  task: (item: Item) => Promise<void>,
): PacedQueue<Item> {
  const waiting: Item[] = [];
  const running = new Set<string>();
  const placeFree = new Map<string, number>();
  const idlers: (() => void)[] = [];
  let nextStart = 0;
  let timer: NodeJS.Timeout | undefined;

  function wake(inMs: number): void {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      pump();
    }, Math.ceil(inMs));
  }

  function start(item: Item, now: number): void {
    const place = placeOf(item);
    running.add(place);
    nextStart = Math.max(nextStart, now - CATCH_UP_MS) + 1000 / perSecond;
    if (placeMs > 0) placeFree.set(place, now + placeMs);
    void task(item).finally(() => {
      running.delete(place);
      pump();
    });
  }

  function pump(): void {
    while (waiting.length > 0 && running.size < atOnce) {
      const now = performance.now();
      if (nextStart > now) {
        wake(nextStart - now);
        return;
      }
      const index = waiting.findIndex(
        (item) => !running.has(placeOf(item)) && (placeFree.get(placeOf(item)) ?? 0) <= now,
      );
      const item = waiting[index];
      if (item === undefined) {
        // Places that are being sent to wake the queue when they are done; those that rest do not.
        if (placeMs > 0) wake(placeMs);
        return;
      }
      waiting.splice(index, 1);
      start(item, now);
    }
    if (waiting.length === 0 && running.size === 0) {
      placeFree.clear();
      for (const resolve of idlers.splice(0)) resolve();
    }
  }

  function idle(): Promise<void> {
    return waiting.length === 0 && running.size === 0
      ? Promise.resolve()
      : new Promise((resolve) => idlers.push(resolve));
  }

  return {
    add(item) {
      waiting.push(item);
      pump();
    },
    idle,
    stop() {
      waiting.length = 0;
      return idle();
    },
  };
}
