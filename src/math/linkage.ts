import { argSort } from './summary.ts';
import { euclidean, type Rows, range } from './vector.ts';

/** Agglomerative clustering with Euclidean distances, merging in the order of SciPy's linkage. */

export type Linkage = 'single' | 'complete' | 'average' | 'ward';

/** Two points, one of each cluster that becomes one at this height. */
export interface Merge {
  readonly a: number;
  readonly b: number;
  readonly height: number;
}

interface Triangle {
  /** Distances of the two merged clusters to a third, and between them. */
  readonly xi: number;
  readonly yi: number;
  readonly xy: number;
  readonly sizes: { readonly x: number; readonly y: number; readonly i: number };
}

/** Distance of a merged cluster to another (Lance & Williams, Computer Journal 9(4), 1967). */
function merged(linkage: Linkage, { xi, yi, xy, sizes: { x, y, i } }: Triangle): number {
  switch (linkage) {
    case 'single':
      return Math.min(xi, yi);
    case 'complete':
      return Math.max(xi, yi);
    case 'average':
      return (x * xi + y * yi) / (x + y);
    case 'ward': {
      const share = 1 / (x + y + i);
      const square = (i + x) * share * xi * xi + (i + y) * share * yi * yi - i * share * xy * xy;
      return Math.sqrt(Math.max(0, square));
    }
  }
}

function distancesOf(rows: Rows): number[][] {
  return rows.map((a) => rows.map((b) => euclidean(a, b)));
}

/** Single linkage is the minimum spanning tree, grown from point 0 (Prim, Bell System Technical Journal 36, 1957). Cost: n^2. */
function spanningTree(distances: Rows): Merge[] {
  const nearest = distances.map(() => Number.POSITIVE_INFINITY);
  const left = new Set(range(distances.length).slice(1));
  const merges: Merge[] = [];
  let at = 0;
  while (left.size > 0) {
    let next = -1;
    for (const i of left) {
      nearest[i] = Math.min(nearest[i] ?? 0, distances[at]?.[i] ?? 0);
      if (next < 0 || (nearest[i] ?? 0) < (nearest[next] ?? 0)) next = i;
    }
    merges.push({ a: at, b: next, height: nearest[next] ?? 0 });
    left.delete(next);
    at = next;
  }
  return merges;
}

/** The active cluster nearest to the end of a chain; the one before it in the chain wins ties, or chains could go in circles. */
function nearestOf(chain: readonly number[], active: ReadonlySet<number>, distances: Rows): number {
  const end = chain.at(-1) ?? 0;
  let best = chain.at(-2) ?? -1;
  for (const i of active) {
    if (i === end) continue;
    if (best < 0 || (distances[end]?.[i] ?? 0) < (distances[end]?.[best] ?? 0)) best = i;
  }
  return best;
}

/**
 * Nearest-neighbour chains (Müllner, "Modern hierarchical, agglomerative clustering algorithms", 2011): go from a cluster to
 * its nearest one until two are nearest to each other; these can be merged at once. Cost: n^2 steps on an n^2 table.
 */
function nearestChains(table: number[][], linkage: Linkage): Merge[] {
  const sizes = table.map(() => 1);
  const active = new Set(range(table.length));
  const merges: Merge[] = [];
  let chain: number[] = [];
  while (active.size > 1) {
    if (chain.length === 0) chain = [Math.min(...active)];
    const next = nearestOf(chain, active, table);
    if (next !== chain.at(-2)) {
      chain.push(next);
      continue;
    }
    const [x, y] = [Math.min(...chain.slice(-2)), Math.max(...chain.slice(-2))];
    chain = chain.slice(0, -2);
    const xy = table[x]?.[y] ?? 0;
    merges.push({ a: x, b: y, height: xy });
    active.delete(x);
    for (const i of active) {
      if (i === y) continue;
      const triangle = {
        xi: table[x]?.[i] ?? 0,
        yi: table[y]?.[i] ?? 0,
        xy,
        sizes: { x: sizes[x] ?? 0, y: sizes[y] ?? 0, i: sizes[i] ?? 0 },
      };
      const distance = merged(linkage, triangle);
      for (const [from, to] of [
        [y, i],
        [i, y],
      ] as const) {
        const row = table[from];
        if (row !== undefined) row[to] = distance;
      }
    }
    sizes[y] = (sizes[x] ?? 0) + (sizes[y] ?? 0);
  }
  return merges;
}

/** All n - 1 merges, by ascending height. rows[n][d]. */
export function linkageOf(rows: Rows, linkage: Linkage): Merge[] {
  const distances = distancesOf(rows);
  const merges = linkage === 'single' ? spanningTree(distances) : nearestChains(distances, linkage);
  return argSort(merges.map(({ height }) => height)).flatMap((i) => merges[i] ?? []);
}

/** Labels after the first n - k merges, numbered by first appearance. */
export function cutInto(merges: readonly Merge[], k: number): number[] {
  const n = merges.length + 1;
  let groups = range(n);
  for (const { a, b } of merges.slice(0, n - k)) {
    const [from, to] = [groups[a], groups[b]];
    groups = groups.map((group) => (group === from ? (to ?? group) : group));
  }
  const order = [...new Set(groups)];
  return groups.map((group) => order.indexOf(group));
}
