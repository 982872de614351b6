import type { Work } from '../../src/core/ports.ts';
import { CATALOGUE } from '../../src/demos/catalogue.ts';
import { WORKER } from '../../src/paths.ts';
import { createWork } from '../../src/work/pool.ts';

/** The real pool of worker threads, started by the first demo or picture that a test asks for. */
export function lazyWork(): Work {
  let pool: Work | undefined;
  const started = (): Work => {
    pool ??= createWork({ file: WORKER, demos: CATALOGUE });
    return pool;
  };
  return {
    demos: CATALOGUE,
    warm: () => started().warm(),
    demo: (request, member) => started().demo(request, member),
    picture: (chart) => started().picture(chart),
    close: async () => pool?.close(),
  };
}
