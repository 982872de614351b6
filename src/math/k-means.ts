import { type Rows, squaredDistance, type Vector } from './vector.ts';

export interface Clustering {
  /** Cluster of each row, 0 .. k-1. */
  readonly labels: readonly number[];
  readonly centres: Rows;
  /** Sum of squared distances to the own centre. */
  readonly inertia: number;
  /** Assignment passes until nothing changed, or the limit. */
  readonly iterations: number;
}

/** The centre nearest to a row, the first on ties. */
export function nearestCentre(row: Vector, centres: Rows): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  centres.forEach((centre, index) => {
    const far = squaredDistance(row, centre);
    if (far < least) {
      least = far;
      best = index;
    }
  });
  return best;
}

function meansOf(rows: Rows, labels: readonly number[], before: Rows): number[][] {
  return before.map((old, cluster) => {
    const own = rows.filter((_, i) => labels[i] === cluster);
    // An empty cluster keeps its centre.
    return own.length === 0
      ? [...old]
      : old.map((_, d) => own.reduce((sum, row) => sum + (row[d] ?? 0), 0) / own.length);
  });
}

/**
 * Lloyd's algorithm (IEEE Trans. Inf. Theory 28(2), 1982) from the given centres: assign each row to its nearest centre, move
 * each centre to the mean of its rows, until no label changes. rows[n][d], start[k][d]. Cost: iterations * n * k * d.
 */
export function kMeans(rows: Rows, start: Rows, maxIterations: number): Clustering {
  let centres: Rows = start;
  let labels: number[] = [];
  let iterations = 0;
  while (iterations < maxIterations) {
    const next = rows.map((row) => nearestCentre(row, centres));
    iterations += 1;
    const settled = next.every((label, i) => label === labels[i]);
    labels = next;
    if (settled) break;
    centres = meansOf(rows, labels, centres);
  }
  labels = rows.map((row) => nearestCentre(row, centres));
  const inertia = rows.reduce((sum, row, i) => sum + squaredDistance(row, centres[labels[i] ?? 0] ?? []), 0);
  return { labels, centres, inertia, iterations };
}
