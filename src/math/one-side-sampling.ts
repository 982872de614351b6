import type { SeededRandom } from './random.ts';
import { argSort } from './summary.ts';

export interface OneSideSample {
  /** Indices of the largest gradients, largest first. */
  readonly top: readonly number[];
  /** Indices drawn from the others, ascending. */
  readonly sampled: readonly number[];
  /** What each drawn one counts for. */
  readonly weight: number;
}

/** Keeps 0.3 * 10 = 2.9999999999999996 from being cut to 2. */
const SLACK = 1e-9;

/**
 * Gradient-based one-side sampling (Ke et al., "LightGBM", NeurIPS 2017, algorithm 2): keep the share `a` of samples with the
 * largest |g|, draw the share `b` of all from the rest without replacement, and let each of these count (1-a)/b times so that
 * sums stay about right. a + b <= 1. Cost: n log n.
 */
export function oneSideSample(
  g: readonly number[],
  a: number,
  b: number,
  random: SeededRandom,
): OneSideSample {
  const order = argSort(g.map((value) => -Math.abs(value)));
  const kept = Math.floor(a * g.length + SLACK);
  const rest = order.slice(kept).sort((one, other) => one - other);
  const drawn = Math.min(rest.length, Math.floor(b * g.length + SLACK));
  const sampled = random
    .sample(rest.length, drawn)
    .map((place) => rest[place] ?? 0)
    .sort((one, other) => one - other);
  return { top: order.slice(0, kept), sampled, weight: (1 - a) / b };
}
