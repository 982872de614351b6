import { distinct, sum } from './summary.ts';

/** How far two partitions of the same items agree; the names of the groups do not matter. */

/** counts[i][j]: items in group i of one and group j of the other, groups in ascending order. */
export function contingency(one: readonly number[], other: readonly number[]): number[][] {
  const rows = new Map(distinct(one).map((label, i) => [label, i]));
  const columns = new Map(distinct(other).map((label, i) => [label, i]));
  const counts = Array.from(rows, () => Array.from(columns, () => 0));
  one.forEach((label, item) => {
    const row = counts[rows.get(label) ?? 0];
    const column = columns.get(other[item] ?? 0) ?? 0;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  });
  return counts;
}

function totals(counts: readonly (readonly number[])[]) {
  return {
    rows: counts.map((row) => sum(row)),
    columns: (counts[0] ?? []).map((_, j) => sum(counts.map((row) => row[j] ?? 0))),
  };
}

/**
 * Adjusted Rand index (Hubert & Arabie, Journal of Classification 2, 1985): pairs of items on which the partitions agree,
 * 1 at full agreement and 0 on average for chance. As sklearn.metrics.adjusted_rand_score. O(n + groups^2).
 */
export function adjustedRand(one: readonly number[], other: readonly number[]): number {
  const counts = contingency(one, other);
  const { rows, columns } = totals(counts);
  const n = one.length;
  const squares = (values: readonly number[]): number => sum(values.map((value) => value * value));
  const cells = squares(counts.flat());
  // Ordered pairs: together in both, only in one, only in the other, in neither.
  const both = cells - n;
  const onlyOther = squares(columns) - cells;
  const onlyOne = squares(rows) - cells;
  const neither = n * n - n - both - onlyOne - onlyOther;
  if (onlyOne === 0 && onlyOther === 0) return 1;
  return (
    (2 * (both * neither - onlyOne * onlyOther)) /
    ((both + onlyOne) * (onlyOne + neither) + (both + onlyOther) * (onlyOther + neither))
  );
}

function entropy(sizes: readonly number[], n: number): number {
  return -sum(sizes.map((size) => (size === 0 ? 0 : (size / n) * Math.log(size / n))));
}

/** Below this the mutual information of at most some hundred items is rounding: independent partitions have exactly 0. */
const NOTHING = 1e-13;

/**
 * Mutual information over the arithmetic mean of the entropies, as sklearn.metrics.normalized_mutual_info_score:
 * 1 where both have a single group. O(n + groups^2).
 */
export function normalizedMutualInformation(one: readonly number[], other: readonly number[]): number {
  const counts = contingency(one, other);
  const { rows, columns } = totals(counts);
  const n = one.length;
  if (rows.length === 1 && columns.length === 1) return 1;
  const shared = sum(
    counts.flatMap((row, i) =>
      row.map((count, j) =>
        count === 0 ? 0 : (count / n) * Math.log((count * n) / ((rows[i] ?? 0) * (columns[j] ?? 0))),
      ),
    ),
  );
  if (shared < NOTHING) return 0;
  return shared / ((entropy(rows, n) + entropy(columns, n)) / 2);
}

/** Share of the items that belong to the largest class of their cluster (Manning et al., 2008, 16.3). */
export function purity(classes: readonly number[], clusters: readonly number[]): number {
  const best = contingency(clusters, classes).map((row) => Math.max(...row));
  return sum(best) / classes.length;
}
