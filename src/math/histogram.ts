/** Counts between equally spaced edges, for pictures and binning. */
export interface Histogram {
  /** bins + 1, ascending. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** A value on an inner edge goes right, the largest into the last bin (numpy.histogram). Constant data get a bin of width 1. */
export function histogram(values: readonly number[], bins: number, low: number, high: number): Histogram {
  const [from, to] = low < high ? [low, high] : [low - 0.5, high + 0.5];
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    if (value < from || value > to) continue;
    const bin = Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges: Array.from({ length: bins + 1 }, (_, i) => from + ((to - from) * i) / bins), counts };
}
