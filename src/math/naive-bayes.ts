import { mean, sum, variance } from './summary.ts';
import { column, type Rows, type Vector } from './vector.ts';

/** Naive Bayes: features are taken as independent within a class, so their log likelihoods add up. */

export type NaiveBayesKind = 'gaussian' | 'bernoulli' | 'multinomial';

/** Share of the largest feature variance that is added to every variance (scikit-learn's var_smoothing). */
const SMOOTHING = 1e-9;

/** ln of the normal density at the query: sum of -ln(2 pi v)/2 - (q - m)^2 / (2v), variances over n. */
function gaussian(own: Rows, query: Vector, extra: number): number {
  return sum(
    query.map((value, j) => {
      const values = column(own, j);
      const spread = variance(values) + extra;
      return -0.5 * Math.log(2 * Math.PI * spread) - (value - mean(values)) ** 2 / (2 * spread);
    }),
  );
}

/** Features as present (> 0) or absent; absent ones count too. Share with the feature: (count + alpha) / (n + 2 alpha). */
function bernoulli(own: Rows, query: Vector, alpha: number): number {
  return sum(
    query.map((value, j) => {
      const count = own.filter((row) => (row[j] ?? 0) > 0).length;
      const chosen = value > 0 ? count : own.length - count;
      return Math.log(chosen + alpha) - Math.log(own.length + 2 * alpha);
    }),
  );
}

/** Counts of features; share of each among all: (count + alpha) / (total + alpha d). */
function multinomial(own: Rows, query: Vector, alpha: number): number {
  const counts = query.map((_, j) => sum(column(own, j)));
  const total = Math.log(sum(counts) + alpha * query.length);
  return sum(query.map((value, j) => value * (Math.log((counts[j] ?? 0) + alpha) - total)));
}

/**
 * ln prior and ln likelihood of the query in every class, as scikit-learn's GaussianNB, BernoulliNB and MultinomialNB (the
 * multinomial coefficient, the same for all classes, is left out). x[n][d], y[n], classes ascending. Cost: n d.
 */
export function naiveBayes(
  kind: NaiveBayesKind,
  x: Rows,
  y: readonly number[],
  classes: readonly number[],
  query: Vector,
  alpha: number,
): { readonly prior: number[]; readonly logLikelihood: number[] } {
  const extra = SMOOTHING * Math.max(...query.map((_, j) => variance(column(x, j))));
  const groups = classes.map((label) => x.filter((_, i) => y[i] === label));
  const likelihood = (own: Rows): number => {
    switch (kind) {
      case 'gaussian':
        return gaussian(own, query, extra);
      case 'bernoulli':
        return bernoulli(own, query, alpha);
      case 'multinomial':
        return multinomial(own, query, alpha);
    }
  };
  return {
    prior: groups.map((own) => own.length / x.length),
    logLikelihood: groups.map(likelihood),
  };
}
