import { argMin, argSort } from './summary.ts';
import { range } from './vector.ts';

/**
 * Folds of a cross-validation without shuffling, as the indices of their test parts in ascending order, by the conventions of
 * scikit-learn (KFold, StratifiedKFold, GroupKFold, LeaveOneOut). Each sample is in exactly one test part.
 */
export type Folds = readonly (readonly number[])[];

/** k consecutive parts of 0 .. n-1; the first n mod k are one larger. */
export function kFolds(n: number, k: number): Folds {
  const size = Math.floor(n / k);
  const larger = n % k;
  return range(k).map((fold) => {
    const from = fold * size + Math.min(fold, larger);
    return range(size + (fold < larger ? 1 : 0)).map((i) => from + i);
  });
}

function foldsOf(assigned: readonly number[], k: number): Folds {
  return range(k).map((fold) => assigned.flatMap((one, index) => (one === fold ? [index] : [])));
}

/**
 * Every fold gets about the class shares of the whole. Classes are numbered by first appearance; with their numbers sorted,
 * fold f takes of each class as many as stand at f, f+k, f+2k, ...; the samples of a class fill the folds in order.
 */
export function stratifiedFolds(labels: readonly number[], k: number): Folds {
  const classes = [...new Set(labels)];
  const place = new Map(classes.map((label, code) => [label, code]));
  const sorted = labels.map((label) => place.get(label) ?? 0).sort((a, b) => a - b);
  const assigned = labels.map(() => 0);
  classes.forEach((label, code) => {
    const own = labels.flatMap((one, index) => (one === label ? [index] : []));
    let next = 0;
    for (let fold = 0; fold < k; fold++) {
      const share = sorted.filter((one, at) => one === code && at % k === fold).length;
      for (const index of own.slice(next, next + share)) assigned[index] = fold;
      next += share;
    }
  });
  return foldsOf(assigned, k);
}

/**
 * No group is split: groups, largest first (of equal ones the larger id), go one after another to the fold that has the
 * fewest samples so far, the lower fold on ties.
 */
export function groupFolds(groups: readonly number[], k: number): Folds {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const ids = [...sizes.keys()].sort((a, b) => a - b);
  const order = argSort(ids.map((id) => sizes.get(id) ?? 0)).reverse();
  const filled = range(k).map(() => 0);
  const home = new Map<number, number>();
  for (const at of order) {
    const id = ids[at] ?? 0;
    const fold = argMin(filled);
    home.set(id, fold);
    filled[fold] = (filled[fold] ?? 0) + (sizes.get(id) ?? 0);
  }
  return foldsOf(
    groups.map((group) => home.get(group) ?? 0),
    k,
  );
}
