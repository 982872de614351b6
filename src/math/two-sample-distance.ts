import { lowerBound, upperBound } from './sorted-search.ts';
import { distinct } from './summary.ts';

/** How far two samples are from one distribution. */

export interface Gap {
  /** Largest distance between the two empirical distribution functions. */
  readonly size: number;
  /** The first value where it occurs. */
  readonly at: number;
}

/** Two-sample Kolmogorov-Smirnov statistic, sup |F1 - F2| (Smirnov, Ann. Math. Stat. 19, 1948). O((n+m) log(n+m)). */
export function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): Gap {
  const one = [...a].sort((x, y) => x - y);
  const other = [...b].sort((x, y) => x - y);
  let best: Gap = { size: 0, at: one[0] ?? 0 };
  for (const at of distinct([...a, ...b])) {
    const size = Math.abs(upperBound(one, at) / one.length - upperBound(other, at) / other.length);
    if (size > best.size) best = { size, at };
  }
  return best;
}

/** Shares of the values between inner edges; a value on an edge goes left. edges.length + 1 shares. */
export function sharesBetween(values: readonly number[], inner: readonly number[]): number[] {
  const counts = Array.from({ length: inner.length + 1 }, () => 0);
  for (const value of values) {
    const bin = lowerBound(inner, value);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count) => count / values.length);
}

/**
 * Population stability index, sum (s - t) ln(s/t) over the bins: the symmetrised Kullback-Leibler divergence of two histograms.
 * Shares below `least` count as `least`, so that an empty bin does not make it infinite.
 */
export function stabilityIndex(
  expected: readonly number[],
  actual: readonly number[],
  least: number,
): number {
  return expected.reduce((total, share, bin) => {
    const t = Math.max(share, least);
    const s = Math.max(actual[bin] ?? 0, least);
    return total + (s - t) * Math.log(s / t);
  }, 0);
}
