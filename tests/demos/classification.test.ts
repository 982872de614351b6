import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values by scikit-learn 1.2 and NumPy 1.24 unless a case says otherwise. */

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe('one-vs-rest', () => {
  it('agrees with one converged logistic regression a class (Newton in NumPy)', () => {
    expectResults(
      'one-vs-rest',
      {},
      {
        classes: [0, 1, 2],
        coef: [
          [-0.275276941693648, -1.0564667057963],
          [1.098086161329342, 0.2160636109443839],
          [-0.9017111133720328, 0.9204356909521555],
        ],
        intercept: [3.0685585360204812, -4.4809021099326385, -2.9498179505690567],
        score: [-1.9831391122456625, -0.32238918216707724, -1.9732085268765331],
        probability: [0.18244673558880667, 0.6335079224252926, 0.18404534198590072],
        prediction: 1,
      },
    );
  });

  it('probabilities sum to 1 even where every sigmoid is 0 in double precision', () => {
    const x = range(9).map((i) => [i < 3 ? -1 : i < 6 ? 0 : 1, i % 3]);
    const run = resultsOf('one-vs-rest', { x, y: [4, 4, 4, 9, 9, 9, 5, 5, 5], c: 1000, query: [100, 100] });
    expect(run.classes).toEqual([4, 5, 9]);
    expect(numbersIn(run.probability).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it.each([
    [{ y: [0, 0, 0, 1, 1, 1, 1, 1, 1] }, 'y'],
    [{ y: [0, 1, 2, 0, 1, 2] }, 'y'],
    [{ query: [1] }, 'query'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('one-vs-rest', given, parameter);
  });
});

describe('knn', () => {
  it('finds the three neighbours of the defaults (by hand)', () => {
    expectResults(
      'knn',
      {},
      {
        neighbors: [1, 2, 0],
        distances: [Math.sqrt(5), Math.sqrt(5), Math.sqrt(8)],
        prediction: 0,
        vote_share: 1,
        mean_label: 0,
      },
    );
  });

  it('measures Manhattan distances (by hand)', () => {
    expectResults(
      'knn',
      { metric: 'manhattan', k: 4 },
      { neighbors: [1, 2, 0, 3], distances: [3, 3, 4, 6], vote_share: 0.75, mean_label: 0.25 },
    );
  });

  it('equal distances go to the lower index, equal votes to the lower label', () => {
    const x = [[1], [-1], [1], [-1]];
    expectResults(
      'knn',
      { x, y: [7, 3, 3, 7], query: [0], k: 2 },
      { neighbors: [0, 1], prediction: 3, vote_share: 0.5, mean_label: 5 },
    );
  });

  it('answers from one row', () => {
    expectResults(
      'knn',
      { x: [[5]], y: [9], query: [2], k: 1 },
      { neighbors: [0], distances: [3], prediction: 9, mean_label: 9 },
    );
  });

  it.each([
    [{ k: 7 }, 'k'],
    [{ query: [1] }, 'query'],
    [{ y: [1] }, 'y'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('knn', given, parameter);
  });
});

describe('naive-bayes', () => {
  it.each([
    ['gaussian', [2, 2], [-3.026946828068018, -61.52694553375556], [1, 3.9244009373452133e-26]],
    ['bernoulli', [2, 2], [-1.1394342831883648, -1.1394342831883648], [0.5, 0.5]],
    ['multinomial', [2, 2], [-3.465735902799726, -3.465735902799726], [0.5, 0.5]],
  ])('%s agrees with scikit-learn', (kind, query, log_joint, posterior) => {
    expectResults(
      'naive-bayes',
      { kind, query },
      { classes: [0, 1], prior: [0.5, 0.5], log_joint, posterior, prediction: 0 },
    );
  });

  it('Bernoulli counts absent features: (count + 1)/(n + 2) (by hand)', () => {
    // Class 0 has rows (1,0), (1,0); class 1 has (0,1): P(x0=1|0) = 3/4, P(x1=0|0) = 3/4, P(x0=1|1) = 1/3, P(x1=0|1) = 1/3.
    expectResults(
      'naive-bayes',
      {
        kind: 'bernoulli',
        x: [
          [3, -1],
          [2, 0],
          [0, 5],
        ],
        y: [0, 0, 1],
        query: [9, -4],
      },
      { prior: [2 / 3, 1 / 3], log_joint: [Math.log((2 / 3) * (9 / 16)), Math.log((1 / 3) * (1 / 9))] },
    );
  });

  it('multinomial smooths the shares and leaves out the coefficient (by hand)', () => {
    // Counts (3, 1) of class 0 and (0, 4) of class 1; with alpha 1 shares 4/6, 2/6 and 1/6, 5/6.
    expectResults(
      'naive-bayes',
      {
        kind: 'multinomial',
        x: [
          [3, 1],
          [0, 4],
        ],
        y: [0, 1],
        query: [2, 1],
      },
      {
        log_joint: [Math.log((0.5 * 16 * 2) / 216), Math.log((0.5 * 5) / 216)],
        posterior: [32 / 37, 5 / 37],
      },
    );
  });

  it('a feature that is constant within a class keeps the smoothing of the largest variance (by hand)', () => {
    // Variance over all rows 0.25, so each class has 0.25e-9; at a mean the density is 1/sqrt(2 pi 0.25e-9).
    expectResults(
      'naive-bayes',
      { x: [[0], [1]], y: [2, 5], query: [1] },
      {
        classes: [2, 5],
        prediction: 5,
        log_joint: [
          Math.log(0.5) - 0.5 * Math.log(2 * Math.PI * 0.25e-9) - 1 / 0.5e-9,
          Math.log(0.5) - 0.5 * Math.log(2 * Math.PI * 0.25e-9),
        ],
      },
    );
  });

  it.each([
    [
      {
        x: [
          [1, 0.1],
          [1, 0.1],
        ],
        y: [0, 1],
      },
      'x',
    ],
    [
      {
        kind: 'multinomial',
        x: [
          [1, -1],
          [1, 1],
        ],
        y: [0, 1],
      },
      'x',
    ],
    [{ kind: 'multinomial', query: [1, -1] }, 'query'],
    [{ query: [1, 2, 3] }, 'query'],
    [{ y: [0, 1] }, 'y'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('naive-bayes', given, parameter);
  });
});
