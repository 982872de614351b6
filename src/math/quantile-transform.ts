import { lowerBound, upperBound } from './sorted-search.ts';

/**
 * Place of a value among the sorted sample, 0 to 1, linear between neighbours: scikit-learn's QuantileTransformer with uniform
 * output and one quantile a value. Equal values of the sample get the middle of the places they span, the smallest 0, the
 * largest 1; values beyond the sample are cut to 0 or 1. Cost: log n a value.
 */
export function quantilePlace(sorted: readonly number[], value: number): number {
  const last = sorted.length - 1;
  const low = sorted[0] ?? 0;
  const high = sorted[last] ?? 0;
  // All values equal: the smallest rule comes first, as in scikit-learn.
  if (value <= low) return 0;
  if (value >= high) return 1;
  const from = lowerBound(sorted, value);
  const above = sorted[from] ?? high;
  if (above === value) return (from + upperBound(sorted, value) - 1) / 2 / last;
  const below = sorted[from - 1] ?? low;
  return (from - 1 + (value - below) / (above - below)) / last;
}
