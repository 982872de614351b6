/** Summaries of a list of numbers. None changes its input; an empty list gives NaN unless said otherwise. */

/** Sum with compensation (Neumaier, ZAMM 54, 1974): the error does not grow with the length. */
export function sum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return Number.isFinite(lost) ? total + lost : total;
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Mean squared deviation from the mean, over n - ddof (0: population, 1: sample). Two passes. */
export function variance(values: readonly number[], ddof: 0 | 1 = 0): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - ddof);
}

export function standardDeviation(values: readonly number[], ddof: 0 | 1 = 0): number {
  return Math.sqrt(variance(values, ddof));
}

/**
 * Quantile with linear interpolation between order statistics (Hyndman & Fan, The American Statistician 50(4), 1996,
 * type 7: the default of numpy). `share` in [0, 1]. Cost: n log n.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const below = sorted[low] ?? Number.NaN;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN;
  return below + (above - below) * (place - low);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Smallest and largest value in one pass (spreading a long list into Math.min would overflow the stack). */
export function extent(values: readonly number[]): { readonly min: number; readonly max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/** Index of the largest value, the first on ties; -1 for an empty list. */
export function argMax(values: readonly number[]): number {
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    if (best < 0 || (values[i] ?? 0) > (values[best] ?? 0)) best = i;
  }
  return best;
}

/** Index of the smallest value, the first on ties; -1 for an empty list. */
export function argMin(values: readonly number[]): number {
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    if (best < 0 || (values[i] ?? 0) < (values[best] ?? 0)) best = i;
  }
  return best;
}

/** Indices in ascending order of their values; equal values keep their order. */
export function argSort(values: readonly number[]): number[] {
  return values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
}

/** Different values, ascending. */
export function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
