import { extent, mean } from './summary.ts';

/**
 * Skewness of a population, m3 / m2^1.5 with central moments over n (scipy.stats.skew with bias=True); 0 where all values are
 * equal. Deviations are divided by the largest first (the ratio does not change), so that cubes of 1e90 or 1e-90 stay in range.
 */
export function populationSkewness(values: readonly number[]): number {
  const { min, max } = extent(values);
  if (min === max) return 0;
  const centre = mean(values);
  const reach = Math.max(max - centre, centre - min);
  const scaled = values.map((value) => (value - centre) / reach);
  const second = mean(scaled.map((value) => value ** 2));
  const third = mean(scaled.map((value) => value ** 3));
  return third / second ** 1.5;
}
