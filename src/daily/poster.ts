import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenPost } from '../core/stores/posting.ts';
import { claimDue } from './claim.ts';
import { type PacedQueue, pacedQueue } from './pace.ts';
import { sendPost } from './send.ts';
import { type DailySettings, LEASE_MS } from './settings.ts';

/** What has not arrived by then stays unknown, and is looked for by the next start. */
const PATIENCE_MS = 10_000;

/** A clock that goes back by more was set; by less, it was put right by a second or two. */
const SET_BACK_MS = 60_000;

export interface Poster {
  /** Claims what is due and hands it over to the queues; resolves when all is claimed. */
  run(): Promise<void>;
  /** Resolves when nothing waits to be sent any more. */
  idle(): Promise<void>;
  /** Lets what is on its way arrive, for a while; what still waits stays claimed for the next start. */
  stop(): Promise<void>;
}

/** Each door has a queue of its own, at its own pace. */
export function createPoster(settings: DailySettings): Poster {
  const { store, clock, adapters, log, leaseMs = LEASE_MS } = settings;
  const queues = new Map<string, PacedQueue<OpenPost>>();
  const queued = new Set<number>();
  const held = new Set<number>();
  let renewal: NodeJS.Timeout | undefined;
  let lastRun = 0;

  async function send(post: OpenPost): Promise<void> {
    renewal ??= setInterval(() => {
      void store
        .renewSending([...held])
        .catch((error: unknown) => log.error({ err: error }, 'a lease was not kept'));
    }, leaseMs / 3);
    renewal.unref();
    try {
      await sendPost(post, settings, held);
    } catch (error) {
      log.error({ err: error, post: post.id }, 'a post could not be recorded');
    } finally {
      queued.delete(post.id);
      if (queued.size === 0) {
        clearInterval(renewal);
        renewal = undefined;
      }
    }
  }

  function queueOf(door: string): PacedQueue<OpenPost> {
    const pace = adapters.get(door)?.pace ?? { atOnce: 1 };
    const queue =
      queues.get(door) ??
      pacedQueue<OpenPost>(pace, ({ place }) => `${place.workspace} ${place.channel}`, send);
    queues.set(door, queue);
    return queue;
  }

  async function idle(): Promise<void> {
    await Promise.all([...queues.values()].map((queue) => queue.idle()));
  }

  return {
    async run() {
      const now = clock.now();
      const isSetBack = now < lastRun - SET_BACK_MS;
      lastRun = now;
      await claimDue(settings, isSetBack);
      for (const post of await store.openPosts(leaseMs)) {
        if (queued.has(post.id)) continue;
        queued.add(post.id);
        queueOf(post.door).add(post);
      }
    },
    idle,
    async stop() {
      const arrived = Promise.all([...queues.values()].map((queue) => queue.stop()));
      await Promise.race([arrived, sleep(PATIENCE_MS, undefined, { ref: false })]);
      clearInterval(renewal);
    },
  };
}
