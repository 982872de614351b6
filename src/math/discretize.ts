import { upperBound } from './sorted-search.ts';
import { extent } from './summary.ts';

/** Edges of bins and the bins of values, as scikit-learn's KBinsDiscretizer has them. */

/** Scikit-learn drops a quantile edge within 1e-8 of the one before; on data that span less than 1, in proportion. */
const LEAST_WIDTH = 1e-8;

/** bins + 1 edges at equal distances; each is rounded as numpy.linspace rounds it, so that values on an edge fall alike. */
export function uniformEdges(values: readonly number[], bins: number): number[] {
  const { min, max } = extent(values);
  const step = (max - min) / bins;
  return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? max : i * step + min));
}

/** Linear quantile at a place between 0 and n-1, rounded as numpy.percentile rounds it (from the nearer neighbour). */
export function quantileAtPlace(sorted: readonly number[], place: number): number {
  const low = Math.floor(place);
  const below = sorted[low] ?? 0;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? 0;
  const share = place - low;
  return share >= 0.5 ? above - (above - below) * (1 - share) : below + (above - below) * share;
}

/** Edges at equal shares of the values; repeated edges are merged. Values must not all be equal. */
export function quantileEdges(values: readonly number[], bins: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.length - 1;
  const step = 100 / bins;
  const edges = Array.from({ length: bins + 1 }, (_, i) =>
    quantileAtPlace(sorted, last * (i === bins ? 1 : (i * step) / 100)),
  );
  const { min, max } = extent(values);
  const least = LEAST_WIDTH * Math.min(1, max - min);
  return edges.filter((edge, i) => i === 0 || edge - (edges[i - 1] ?? 0) > least);
}

/** A value on an inner edge goes right; beyond the outer edges into the first or the last bin. */
export function binOf(edges: readonly number[], value: number): number {
  return upperBound(edges.slice(1, -1), value);
}
