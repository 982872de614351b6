import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Clock, Random } from './core/ports.ts';

/** Where the package keeps what it ships, seen from src/ and from dist/ alike; and the real clock and chance. */
export const CONTENT = fileURLToPath(new URL('../content', import.meta.url));
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));
/** The checked content, kept by the build. */
export const CACHE = fileURLToPath(new URL('../dist/content.json', import.meta.url));

/** Names of all demos, kept by the build: the conversation does not load the demos themselves. */
export const DEMO_NAMES = fileURLToPath(new URL('../dist/demos.json', import.meta.url));
/** Pretendard, for pictures and for the page. */
export const FONTS = fileURLToPath(new URL('./charts/fonts', import.meta.url));
/** Worker threads load JavaScript, so this is the compiled file in every case. */
export const WORKER = fileURLToPath(new URL('../dist/work/worker.js', import.meta.url));

export const systemClock: Clock = { now: () => Date.now() };
export const systemRandom: Random = { next: () => randomInt(2 ** 32) / 2 ** 32 };
