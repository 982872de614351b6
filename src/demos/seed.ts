import type { ValuesOf } from '../core/parameter.ts';
import type { Variation } from './demo.ts';
import { int } from './parameters.ts';

/** The parameter `seed` that every demo with chance in it has, and the button that draws anew. */

export function seed() {
  return int(0, '0..1000000');
}

const MAX_SEED = 1_000_000;

export const otherSeed = {
  label: { ko: '다른 난수 시드', en: 'other seed' },
  change: (args: { readonly seed: number }) => ({ seed: args.seed >= MAX_SEED ? 0 : args.seed + 1 }),
} satisfies Variation<{ readonly seed: ReturnType<typeof seed> }>;

export type Seeded = ValuesOf<{ readonly seed: ReturnType<typeof seed> }>;
