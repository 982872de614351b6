import { extent, quantile } from './summary.ts';

/** Whiskers at the extremes, quartiles, median: what a box plot without outliers shows. values[n], n >= 1. */
export function boxOf(values: readonly number[]): [number, number, number, number, number] {
  const { min, max } = extent(values);
  return [min, quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75), max];
}
