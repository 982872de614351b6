/** Sums that are equal on paper differ by about this share after rounding. */
const ROUNDING = 1e-12;

/**
 * Index of the first value that is as large as the largest, where a difference that rounding alone may make is none; -1 for an
 * empty list. For votes and shares that were added up: 0.1 + 0.2 ties with 0.3.
 */
export function firstLargest(values: readonly number[]): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) largest = Math.max(largest, value);
  return values.findIndex((value) => value >= largest - Math.abs(largest) * ROUNDING);
}
