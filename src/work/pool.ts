import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { Piscina } from 'piscina';
import type { Chart } from '../charts/model.ts';
import { UserError } from '../core/errors.ts';
import type { DemoEntry, DemoRequest, DemoRun, Work } from '../core/ports.ts';
import { Slots } from './slots.ts';
import type { Task } from './tasks.ts';
import type { Outcome } from './worker.ts';

/** Demos and pictures in worker threads, so that a long one never holds up the chat. */

/** A run may take this long from the moment a thread takes it up. */
export const RUN_LIMIT_MS = 2000;
/** A first task on a fresh thread also loads the program there. */
const START_GRACE_MS = 8000;
/** Drawing is our own work on checked numbers; only a machine in great need takes so long. */
const PICTURE_LIMIT_MS = 10_000;
export const RUNS_PER_MEMBER = 2;
const MAX_HEAP_MB = 160;
const CACHED_BYTES = 24 * 2 ** 20;
const CACHED_RUNS = 200;

export interface WorkSettings {
  /** The compiled worker: threads load JavaScript. */
  readonly file: string;
  readonly demos: readonly DemoEntry[];
  readonly threads?: number;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** What a member's running demos count against the most they may have. */
class Running {
  readonly #byMember = new Map<string, number>();

  async within<T>(member: string, task: () => Promise<T>): Promise<T> {
    const running = this.#byMember.get(member) ?? 0;
    if (running >= RUNS_PER_MEMBER) throw new UserError('demo.busy', { most: RUNS_PER_MEMBER });
    this.#byMember.set(member, running + 1);
    try {
      return await task();
    } finally {
      const left = (this.#byMember.get(member) ?? 1) - 1;
      if (left === 0) this.#byMember.delete(member);
      else this.#byMember.set(member, left);
    }
  }
}

export function createWork({ file, demos, threads = 2 }: WorkSettings): Work {
  let pool: Piscina | undefined;
  const open = (): Piscina => {
    pool ??= new Piscina({
      filename: file,
      minThreads: 1,
      maxThreads: threads,
      idleTimeout: 60_000,
      concurrentTasksPerWorker: 1,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    return pool;
  };
  const slots = new Slots(threads);
  const running = new Running();
  const pictures = new LRUCache<string, Uint8Array>({
    max: 500,
    maxSize: CACHED_BYTES,
    sizeCalculation: (png) => Math.max(1, png.byteLength),
  });
  const runs = new LRUCache<string, DemoRun>({ max: CACHED_RUNS });
  let warm = false;

  async function perform(task: Task): Promise<Outcome> {
    return slots.run(async () => {
      const limit = (task.kind === 'picture' ? PICTURE_LIMIT_MS : RUN_LIMIT_MS) + (warm ? 0 : START_GRACE_MS);
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), limit);
      try {
        const outcome = (await open().run(task, { signal: abort.signal })) as Outcome;
        warm = true;
        return outcome;
      } catch (error) {
        // The thread is gone with its task; the next one starts on a fresh thread.
        warm = false;
        if (abort.signal.aborted) throw new UserError('demo.slow', { seconds: RUN_LIMIT_MS / 1000 });
        if (isOutOfMemory(error)) throw new UserError('demo.memory');
        throw error;
      } finally {
        clearTimeout(timer);
      }
    });
  }

  return {
    demos,
    warm: () => void open(),
    async demo(request: DemoRequest, member: string): Promise<DemoRun> {
      const key = JSON.stringify([request.id, request.locale, Object.entries(request.given).sort()]);
      const known = runs.get(key);
      if (known !== undefined) return known;
      return running.within(member, async () => {
        const outcome = await perform({ kind: 'demo', request });
        if (outcome.kind === 'refused') throw new UserError(outcome.key, outcome.params);
        if (outcome.kind !== 'run') throw new Error(`the worker answered a demo with ${outcome.kind}`);
        runs.set(key, outcome.run);
        return outcome.run;
      });
    },
    async picture(chart: Chart): Promise<Uint8Array> {
      const key = createHash('sha1').update(JSON.stringify(chart)).digest('base64');
      const known = pictures.get(key);
      if (known !== undefined) return known;
      const outcome = await perform({ kind: 'picture', chart });
      if (outcome.kind !== 'picture') throw new Error(`the worker answered a picture with ${outcome.kind}`);
      pictures.set(key, outcome.png);
      return outcome.png;
    },
    close: async () => pool?.destroy(),
  };
}
