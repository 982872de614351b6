import { midway } from './midway.ts';
import { argSort, distinct } from './summary.ts';
import type { Rows } from './vector.ts';

/**
 * Classification trees: CART (Breiman et al., 1984) with the conventions of scikit-learn's DecisionTreeClassifier.
 * Thresholds lie midway between neighbouring values; the best split has the largest weighted decrease of impurity, ties go to
 * the lower feature and then the lower threshold. Cost: depth * features * n log n.
 */

export interface TreeSettings {
  readonly criterion: 'gini' | 'entropy';
  readonly maxDepth: number;
  readonly minLeaf: number;
  /** Features to look at for a split; all of them unless given. */
  readonly features?: () => readonly number[];
}

export interface ClassNode {
  readonly depth: number;
  readonly samples: number;
  /** How many rows of each class (0 .. classes-1) are here. */
  readonly counts: readonly number[];
  readonly impurity: number;
  readonly split?: {
    readonly feature: number;
    readonly threshold: number;
    readonly left: ClassNode;
    readonly right: ClassNode;
  };
}

/** Gini 1 - sum p^2, or entropy in bits; counts of classes. */
export function impurityOf(counts: readonly number[], criterion: TreeSettings['criterion']): number {
  const n = counts.reduce((total, count) => total + count, 0);
  if (n === 0) return 0;
  let value = criterion === 'gini' ? 1 : 0;
  for (const count of counts) {
    const p = count / n;
    if (criterion === 'gini') value -= p * p;
    else if (p > 0) value -= p * Math.log2(p);
  }
  return Math.max(0, value);
}

interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly gain: number;
}

/** Two gains within this share of one another are a tie that rounding broke. */
const TIE = 1e-12;

function countsOf(rows: readonly number[], y: readonly number[], classes: number): number[] {
  const counts = Array.from({ length: classes }, () => 0);
  for (const row of rows) counts[y[row] ?? 0] = (counts[y[row] ?? 0] ?? 0) + 1;
  return counts;
}

interface Data {
  readonly x: Rows;
  /** Classes 0 .. classes-1. */
  readonly y: readonly number[];
  readonly classes: number;
  readonly settings: TreeSettings;
}

function bestOfFeature(
  data: Data,
  rows: readonly number[],
  feature: number,
  whole: readonly number[],
): Split | undefined {
  const { criterion, minLeaf } = data.settings;
  const values = rows.map((row) => data.x[row]?.[feature] ?? 0);
  const order = argSort(values);
  const left = whole.map(() => 0);
  const right = [...whole];
  const n = rows.length;
  const parent = impurityOf(whole, criterion);
  let best: Split | undefined;
  for (let i = 0; i + 1 < n; i++) {
    const label = data.y[rows[order[i] ?? 0] ?? 0] ?? 0;
    left[label] = (left[label] ?? 0) + 1;
    right[label] = (right[label] ?? 0) - 1;
    const here = values[order[i] ?? 0] ?? 0;
    const next = values[order[i + 1] ?? 0] ?? 0;
    if (!(here < next) || i + 1 < minLeaf || n - i - 1 < minLeaf) continue;
    const after = ((i + 1) * impurityOf(left, criterion) + (n - i - 1) * impurityOf(right, criterion)) / n;
    const gain = parent - after;
    if (best === undefined || gain > best.gain + TIE) best = { feature, threshold: midway(here, next), gain };
  }
  return best;
}

function grow(data: Data, rows: readonly number[], depth: number): ClassNode {
  const { criterion, maxDepth, minLeaf, features } = data.settings;
  const counts = countsOf(rows, data.y, data.classes);
  const impurity = impurityOf(counts, criterion);
  const node = { depth, samples: rows.length, counts, impurity };
  if (depth >= maxDepth || impurity <= Number.EPSILON || rows.length < 2 * minLeaf) return node;
  let best: Split | undefined;
  for (const feature of features?.() ?? (data.x[0] ?? []).map((_, index) => index)) {
    const split = bestOfFeature(data, rows, feature, counts);
    if (split !== undefined && (best === undefined || split.gain > best.gain + TIE)) best = split;
  }
  if (best === undefined) return node;
  const { feature, threshold } = best;
  const goesLeft = (row: number): boolean => (data.x[row]?.[feature] ?? 0) <= threshold;
  return {
    ...node,
    split: {
      feature,
      threshold,
      left: grow(data, rows.filter(goesLeft), depth + 1),
      right: grow(
        data,
        rows.filter((row) => !goesLeft(row)),
        depth + 1,
      ),
    },
  };
}

/** Grows a tree on the given rows (all of them unless given). Labels in y are 0 .. classes-1. */
export function growTree(
  x: Rows,
  y: readonly number[],
  classes: number,
  settings: TreeSettings,
  rows: readonly number[] = y.map((_, row) => row),
): ClassNode {
  return grow({ x, y, classes, settings }, rows, 0);
}

/** The leaf that a row falls into. */
export function leafOf(node: ClassNode, row: readonly number[]): ClassNode {
  if (node.split === undefined) return node;
  const { feature, threshold, left, right } = node.split;
  return leafOf((row[feature] ?? 0) <= threshold ? left : right, row);
}

/** All nodes in preorder, left before right. */
export function preorder(node: ClassNode): ClassNode[] {
  return node.split === undefined
    ? [node]
    : [node, ...preorder(node.split.left), ...preorder(node.split.right)];
}

/** Share of the total decrease of impurity that each feature brings; all 0 without splits. */
export function importanceOf(root: ClassNode, features: number): number[] {
  const importance = Array.from({ length: features }, () => 0);
  for (const { split, samples, impurity } of preorder(root)) {
    if (split === undefined) continue;
    const { left, right, feature } = split;
    const decrease = samples * impurity - left.samples * left.impurity - right.samples * right.impurity;
    importance[feature] = (importance[feature] ?? 0) + decrease / root.samples;
  }
  const total = importance.reduce((sum, value) => sum + value, 0);
  return total > 0 ? importance.map((value) => value / total) : importance;
}

/** Labels as 0 .. classes-1, with the labels they stand for, ascending. */
export function encodeLabels(labels: readonly number[]): {
  readonly classes: number[];
  readonly codes: number[];
} {
  const classes = distinct(labels);
  const place = new Map(classes.map((label, index) => [label, index]));
  return { classes, codes: labels.map((label) => place.get(label) ?? 0) };
}
