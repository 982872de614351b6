import type { Random } from '../../core/ports.ts';

/** Chance that comes out the same for the same seed: Mulberry32 (github.com/bryc/code, PRNGs). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
  };
}

export function below(random: Random, count: number): number {
  return Math.floor(random.next() * count);
}

export function oneOf<T>(random: Random, all: readonly [T, ...T[]]): T {
  return all[below(random, all.length)] ?? all[0];
}
