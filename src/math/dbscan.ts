import { euclidean, type Rows } from './vector.ts';

export interface DensityClusters {
  /** Cluster of each row, -1 for noise. */
  readonly labels: number[];
  /** Rows with at least `minSamples` rows (themselves included) within eps. */
  readonly core: number[];
}

/**
 * DBSCAN (Ester, Kriegel, Sander & Xu, KDD 1996) in scikit-learn's conventions: clusters grow from core points, numbered by
 * their first one; a border point goes to the first cluster that reaches it; the rest is noise. Cost: n^2 d.
 */
export function dbscan(rows: Rows, eps: number, minSamples: number): DensityClusters {
  const near = rows.map((row) =>
    rows.flatMap((other, index) => (euclidean(row, other) <= eps ? [index] : [])),
  );
  const isCore = near.map((list) => list.length >= minSamples);
  const labels = rows.map(() => -1);
  let clusters = 0;
  rows.forEach((_, seed) => {
    if (isCore[seed] !== true || labels[seed] !== -1) return;
    const waiting = [seed];
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      if (labels[row] !== -1) continue;
      labels[row] = clusters;
      if (isCore[row] === true) waiting.push(...(near[row] ?? []));
    }
    clusters += 1;
  });
  return { labels, core: rows.flatMap((_, i) => (isCore[i] === true ? [i] : [])) };
}
