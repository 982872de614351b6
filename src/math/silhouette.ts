import { distinct, mean, sum } from './summary.ts';
import { euclidean, type Rows } from './vector.ts';

/**
 * Silhouette of each row (Rousseeuw, J. Comput. Appl. Math. 20, 1987): (b - a) / max(a, b), a the mean distance to the others of
 * its cluster, b the smallest mean distance to another cluster; 0 for a row alone in its cluster. Empty unless there are 2 to n-1
 * clusters. rows[n][d], Euclidean. Cost: n^2 d.
 */
export function silhouettes(rows: Rows, labels: readonly number[]): number[] {
  const clusters = distinct(labels);
  if (clusters.length < 2 || clusters.length >= rows.length) return [];
  return rows.map((row, i) => {
    const distances = rows.map((other) => euclidean(row, other));
    const of = (cluster: number): number[] => distances.filter((_, j) => labels[j] === cluster && j !== i);
    const own = of(labels[i] ?? 0);
    if (own.length === 0) return 0;
    const a = sum(own) / own.length;
    const others = clusters.filter((cluster) => cluster !== labels[i]).map((cluster) => mean(of(cluster)));
    const b = Math.min(...others);
    // Rows that all lie on one another are neither well nor badly placed.
    return a === 0 && b === 0 ? 0 : (b - a) / Math.max(a, b);
  });
}
