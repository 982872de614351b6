import { type ClassNode, growTree, importanceOf, leafOf } from './decision-tree.ts';
import type { SeededRandom } from './random.ts';
import { type Rows, range, type Vector } from './vector.ts';

export interface ForestTree {
  readonly root: ClassNode;
  /** outOfBag[n]: the row was not drawn for this tree. */
  readonly outOfBag: readonly boolean[];
}

/**
 * Random forest (Breiman, Machine Learning 45(1), 2001): every tree grows on n rows drawn with replacement and looks, at every
 * split, at a fresh random round(sqrt(d)) of the d features; the second kind of chance is what makes the trees differ.
 * x[n][d], labels 0 .. classes-1. Cost: trees * depth * sqrt(d) * n log n.
 */
export function growForest(
  x: Rows,
  y: readonly number[],
  classes: number,
  settings: { readonly trees: number; readonly maxDepth: number },
  random: SeededRandom,
): ForestTree[] {
  const d = x[0]?.length ?? 0;
  const few = Math.max(1, Math.round(Math.sqrt(d)));
  // In ascending order, so that ties go to the lower feature.
  const features = (): number[] => random.sample(d, few).sort((a, b) => a - b);
  return range(settings.trees).map(() => {
    const rows = random.resample(x.length, x.length);
    const drawn = new Set(rows);
    const root = growTree(
      x,
      y,
      classes,
      { criterion: 'gini', maxDepth: settings.maxDepth, minLeaf: 1, features },
      rows,
    );
    return { root, outOfBag: x.map((_, row) => !drawn.has(row)) };
  });
}

/** Share of each class in the leaf that a row falls into. */
export function leafShares(root: ClassNode, row: Vector): number[] {
  const { counts, samples } = leafOf(root, row);
  return counts.map((count) => count / samples);
}

/** Mean of the trees' importances (trees without a split have none to give), scaled to a sum of 1; all 0 without any split. */
export function forestImportance(trees: readonly ForestTree[], features: number): number[] {
  const each = trees.map(({ root }) => importanceOf(root, features));
  const sums = range(features).map((f) => each.reduce((total, one) => total + (one[f] ?? 0), 0));
  const total = sums.reduce((all, value) => all + value, 0);
  return total > 0 ? sums.map((value) => value / total) : sums;
}
