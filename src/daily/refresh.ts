import type { DailySettings } from './settings.ts';

/** Brings the count and mean on a door's posted cards up to date, those only that show another count than the store has. */
export async function refreshPosts(settings: DailySettings, door?: string): Promise<void> {
  const { store, adapters, log } = settings;
  for (const post of await store.stalePosts()) {
    if (door !== undefined && post.door !== door) continue;
    const adapter = adapters.get(post.door);
    if (adapter === undefined || post.ref === undefined) continue;
    try {
      const card = await settings.cardOf(post, post.locale);
      if (card === undefined) continue;
      await adapter.edit(post.place, post.ref, card);
      await store.markShown(post.id, post.count);
    } catch (error) {
      log.error({ err: error, post: post.id }, 'the count of a post could not be updated');
    }
  }
}

/**
 * Calls `task` at once and then at most every `intervalMs`, however often it is poked; never two at a time.
 * Timers are kept from holding the process open.
 */
export function throttled(
  task: () => Promise<void>,
  intervalMs: number,
): { poke(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let wanted = false;
  let stopped = false;
  const run = (): void => {
    wanted = false;
    running = task().finally(() => {
      running = undefined;
      if (stopped) return;
      timer = setTimeout(() => {
        timer = undefined;
        if (wanted) run();
      }, intervalMs);
      timer.unref();
    });
  };
  return {
    poke() {
      if (stopped) return;
      if (timer === undefined && running === undefined) run();
      else wanted = true;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
