import type { SeededRandom } from './random.ts';
import { mean, standardDeviation } from './summary.ts';

/** How far the mean of a mini-batch strays from the mean of all samples. */

/**
 * Standard deviation of the mean of B out of n values drawn without replacement: (S/√B) √((n − B)/(n − 1)), S the
 * population standard deviation (Cochran, Sampling Techniques, 1977, 2.7). 0 where the batch is everything; n >= 2.
 */
export function batchStandardError(values: readonly number[], batch: number): number {
  const n = values.length;
  return (standardDeviation(values) / Math.sqrt(batch)) * Math.sqrt((n - batch) / (n - 1));
}

/**
 * The same by experiment: the population standard deviation of `trials` drawn batch means.
 * Cost: trials · min(B, n − B).
 */
export function batchSpread(
  values: readonly number[],
  batch: number,
  trials: number,
  random: SeededRandom,
): number {
  const n = values.length;
  const centre = mean(values);
  const pool = values.map((value) => value - centre);
  // Deviations sum to 0, so those left out say as much as those drawn, and a full batch has no noise at all.
  const drawn = Math.min(batch, n - batch);
  const means = Array.from({ length: trials }, () => {
    let total = 0;
    for (let i = 0; i < drawn; i++) {
      const j = i + random.below(n - i);
      const [one = 0, other = 0] = [pool[j], pool[i]];
      pool[i] = one;
      pool[j] = other;
      total += one;
    }
    return total / batch;
  });
  return standardDeviation(means);
}
