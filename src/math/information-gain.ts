import { impurityOf } from './decision-tree.ts';
import { distinct } from './summary.ts';

/** What knowing a feature does to the impurity of labels (Quinlan, "Induction of Decision Trees", 1986; base 2). */

export interface Group {
  readonly value: number;
  readonly size: number;
  readonly entropy: number;
  readonly gini: number;
}

function countsOf(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

export function entropyBits(values: readonly number[]): number {
  return impurityOf(countsOf(values), 'entropy');
}

export function giniOf(values: readonly number[]): number {
  return impurityOf(countsOf(values), 'gini');
}

/** The labels of each value of the feature, in ascending order of the values. Cost: n times the number of values. */
export function groupsBy(feature: readonly number[], labels: readonly number[]): Group[] {
  return distinct(feature).map((value) => {
    const own = labels.filter((_, i) => feature[i] === value);
    return { value, size: own.length, entropy: entropyBits(own), gini: giniOf(own) };
  });
}

/** Mean of an impurity over the groups, weighted by their sizes. */
export function weighted(groups: readonly Group[], impurity: 'entropy' | 'gini'): number {
  const n = groups.reduce((total, group) => total + group.size, 0);
  return groups.reduce((total, group) => total + (group.size / n) * group[impurity], 0);
}
