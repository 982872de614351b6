import { stratifiedFolds } from './k-fold.ts';
import type { SeededRandom } from './random.ts';
import { argSort, mean } from './summary.ts';
import { type Rows, range } from './vector.ts';

/**
 * The experiment of Hastie, Tibshirani & Friedman, "The Elements of Statistical Learning" (2nd ed., 2009), 7.10.2: features
 * that are pure noise look useful when they are chosen on the very rows that test them.
 */

export interface NoiseData {
  /** columns[feature][row], standard normal. */
  readonly columns: Rows;
  /** 0 and 1, half each, in random order. */
  readonly labels: readonly number[];
}

export function drawNoise(n: number, features: number, random: SeededRandom): NoiseData {
  const columns = range(features).map(() => range(n).map(() => random.normal()));
  return { columns, labels: random.permutation(n).map((place) => (place < n / 2 ? 0 : 1)) };
}

/** |correlation| of a feature with the label over the given rows, up to a factor that all features share. */
function relevance(values: readonly number[], labels: readonly number[], rows: readonly number[]): number {
  let [sum, squares, ones, product] = [0, 0, 0, 0];
  for (const row of rows) {
    const value = values[row] ?? 0;
    const label = labels[row] ?? 0;
    sum += value;
    squares += value * value;
    ones += label;
    product += value * label;
  }
  const n = rows.length;
  const spread = squares - (sum * sum) / n;
  return spread > 0 ? Math.abs(product - (sum * ones) / n) / Math.sqrt(spread) : 0;
}

/** The `count` features most correlated with the label on these rows. Cost: features * rows. */
export function selectFeatures(
  { columns, labels }: NoiseData,
  rows: readonly number[],
  count: number,
): number[] {
  return argSort(columns.map((values) => -relevance(values, labels, rows))).slice(0, count);
}

/** Share of test rows that lie nearer to the mean of their own class (means of the training rows, chosen features only). */
function nearestMeanAccuracy(
  { columns, labels }: NoiseData,
  features: readonly number[],
  train: readonly number[],
  test: readonly number[],
): number {
  const means = [0, 1].map((label) => {
    const own = train.filter((row) => labels[row] === label);
    return features.map((feature) => mean(own.map((row) => columns[feature]?.[row] ?? 0)));
  });
  const distance = (row: number, label: number): number =>
    features.reduce(
      (sum, feature, at) => sum + ((columns[feature]?.[row] ?? 0) - (means[label]?.[at] ?? 0)) ** 2,
      0,
    );
  return mean(test.map((row) => ((distance(row, 1) < distance(row, 0) ? 1 : 0) === labels[row] ? 1 : 0)));
}

/** Cross-validated accuracy, with features chosen on all rows (leaked) and on the training rows of each fold (honest). */
export function leakedAndHonest(
  data: NoiseData,
  count: number,
  k: number,
): { readonly leaked: number; readonly honest: number } {
  const all = range(data.labels.length);
  const seen = selectFeatures(data, all, count);
  // With both classes in every training part; folds of random labels need no further shuffling.
  const scores = stratifiedFolds(data.labels, k).map((test) => {
    const held = new Set(test);
    const train = all.filter((row) => !held.has(row));
    return {
      leaked: nearestMeanAccuracy(data, seen, train, test),
      honest: nearestMeanAccuracy(data, selectFeatures(data, train, count), train, test),
    };
  });
  return { leaked: mean(scores.map((one) => one.leaked)), honest: mean(scores.map((one) => one.honest)) };
}
