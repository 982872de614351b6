import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values by scikit-learn 1.2, SciPy 1.10 and NumPy 1.24 unless a case says otherwise. */

describe('polynomial features', () => {
  it.each([
    [
      { x: [2, 3], degree: 3 },
      [0, 0, 1, 0, 0, 1, 2, 0, 1, 1, 0, 2, 3, 0, 2, 1, 1, 2, 0, 3],
      [1, 2, 3, 4, 6, 9, 8, 12, 18, 27],
    ],
    [
      { x: [1, 2, 3], degree: 2, interaction_only: true, include_bias: false },
      [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1],
      [1, 2, 3, 2, 3, 6],
    ],
    [{ x: [0], degree: 1 }, [0, 1], [1, 0]],
  ])('%o agrees with PolynomialFeatures', (given, powers, values) => {
    expectResults('polynomial-features', given, { powers, values, count: values.length });
  });

  it('six features of degree 5 make C(11, 5) = 462', () => {
    expectResults('polynomial-features', { x: [1, 1, 1, 1, 1, 1], degree: 5 }, { count: 462 });
  });
});

describe('feature selection', () => {
  it('agrees with f_classif', () => {
    expectResults(
      'feature-selection',
      { k: 2 },
      {
        f: [54, 0.5, 0.017241379310344827],
        p_value: [0.001826260668259983, 0.5185185185185183, 0.901872316761344],
        selected: [0, 1],
      },
    );
  });

  it('agrees with f_classif on every tenth row of the iris data', () => {
    expectResults(
      'feature-selection',
      { x: IRIS, y: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2] },
      {
        f: [12.282902829028457, 6.117647058823373, 135.58250497018278, 88.9467455621308],
        p_value: [0.0012492132901705478, 0.01473661400941328, 5.792285380583516e-9, 6.368351156710406e-8],
        selected: [2],
      },
    );
  });

  it('nothing varies within the classes: null, chosen last; ties take the lower index', () => {
    const x = [
      [0.1, 1, 1],
      [0.1, 2, 2],
      [0.7, 4, 4],
      [0.7, 5, 5],
    ];
    expectResults('feature-selection', { x, y: [0, 0, 1, 1], k: 1 }, { f: [null, 18, 18], selected: [1] });
    expect(resultsOf('feature-selection', { x, y: [0, 0, 1, 1], k: 3 }).selected).toEqual([0, 1, 2]);
  });

  it.each([
    [{ y: [0, 0, 0, 1, 1] }, 'y'],
    [{ y: [1, 1, 1, 1, 1, 1] }, 'y'],
    [{ y: [0, 1, 2, 3, 4, 5] }, 'y'],
    [{ k: 4 }, 'k'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('feature-selection', given, parameter);
  });
});

describe('log transform', () => {
  it('agrees with scipy.stats.skew and gmean', () => {
    expectResults(
      'log-transform',
      {},
      {
        skew_before: 1.9478950449049204,
        skew_after: 0.5078195245170177,
        product: 57600000,
        log_sum: 17.869033125666117,
        geometric_mean: 9.33367791890513,
      },
    );
  });

  it('the product overflows to null and underflows to 0 while the logs stay (by hand)', () => {
    expectResults(
      'log-transform',
      { x: [1e90, 1e90, 1e90, 1e90] },
      { product: null, log_sum: 360 * Math.LN10 },
    );
    expectResults(
      'log-transform',
      { x: [1e-90, 1e-90, 1e-90, 1e-90] },
      { product: 0, geometric_mean: 1e-90 },
    );
  });

  it('equal values have skewness 0', () => {
    expectResults('log-transform', { x: [0.1, 0.1, 0.1] }, { skew_before: 0, skew_after: 0 });
  });
});

describe('target encoding', () => {
  it('uses earlier rows only, or the whole category (by hand)', () => {
    expectResults(
      'target-encoding',
      {},
      { ordered: [0.5, 0.5, 0.75, 2.5 / 3, 0.25, 0.5], greedy: [2 / 3, 0.5, 2 / 3, 2 / 3, 0.5, 1] },
    );
    expectResults(
      'target-encoding',
      { category: [4, 4, 4], y: [10, 20, 60], a: 2, prior: 5 },
      { ordered: [5, 20 / 3, 10], greedy: [30, 30, 30] },
    );
  });

  it('refuses lists of different length', () => {
    expectRefusal('target-encoding', { y: [1, 0] }, 'y');
  });
});

describe('data drift', () => {
  it('agrees with ks_2samp and numpy quantiles', () => {
    expectResults(
      'data-drift',
      {},
      {
        ks: 0.2,
        psi: 1.6580498377744515,
        mean_shift: 0.6963106238227914,
        train_share: [0.2, 0.2, 0.2, 0.2, 0.2],
        serve_share: [0, 0.2, 0.2, 0.2, 0.4],
      },
    );
    expectResults(
      'data-drift',
      { train: [0.5, 1.2, 3.3, 2.1, 0.9, 4.8, 2.2], serve: [1, 2, 3, 4, 5], bins: 3 },
      {
        ks: 0.3142857142857143,
        psi: 0.4379558868632719,
        mean_shift: 0.6163660712691241,
        train_share: [3 / 7, 2 / 7, 2 / 7],
      },
    );
  });

  it('a constant training sample has no shift, and a value on an edge goes left (by hand)', () => {
    expectResults(
      'data-drift',
      { train: [1, 1, 1, 1, 1], serve: [1, 2, 2, 2, 2], bins: 2 },
      { mean_shift: null, train_share: [1, 0], serve_share: [0.2, 0.8], ks: 0.8 },
    );
  });
});

describe('recursive feature elimination', () => {
  it.each([
    [1, { ranking: [1, 3, 2], removed: [1, 2], selected: [0], coef: [4.255248859601851] }],
    [
      2,
      { ranking: [1, 2, 1], removed: [1], selected: [0, 2], coef: [3.0160041722700925, 1.4326461486966466] },
    ],
    [
      3,
      {
        ranking: [1, 1, 1],
        removed: [],
        selected: [0, 1, 2],
        coef: [3.8097733766720228, 0.44571267628878125, 0.6622188385799163],
      },
    ],
  ])('keep %i agrees with RFE over LinearRegression', (keep, expected) => {
    expectResults('rfe', { keep }, expected);
  });

  it('a constant target ties all columns, and the lower index goes first', () => {
    const { removed, coef } = resultsOf('rfe', { y: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1] });
    expect(removed).toEqual([0, 1]);
    expect(numbersIn(coef)).toEqual([0]);
  });

  it.each([
    [{ y: [1, 2, 3, 4, 5] }, 'y'],
    [{ keep: 4 }, 'keep'],
    [
      {
        x: [
          [1, 2, 3, 5],
          [2, 1, 0, 1],
          [0, 1, 5, 2],
          [3, 3, 1, 0],
          [4, 1, 2, 2],
        ],
        y: [1, 2, 3, 4, 5],
      },
      'x',
    ],
    [
      {
        x: [
          [1, 7],
          [2, 7],
          [3, 7],
          [4, 7],
          [6, 7],
        ],
        y: [1, 2, 3, 4, 5],
      },
      'x',
    ],
    [
      {
        x: [
          [1, 3],
          [2, 5],
          [3, 7],
          [4, 9],
          [6, 13],
        ],
        y: [1, 2, 3, 4, 5],
      },
      'x',
    ],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('rfe', given, parameter);
  });
});

/** Rows 0, 10, ..., 140 of the iris data (Fisher 1936). */
const IRIS = [
  [5.1, 3.5, 1.4, 0.2],
  [5.4, 3.7, 1.5, 0.2],
  [5.4, 3.4, 1.7, 0.2],
  [4.8, 3.1, 1.6, 0.2],
  [5, 3.5, 1.3, 0.3],
  [7, 3.2, 4.7, 1.4],
  [5, 2, 3.5, 1],
  [5.9, 3.2, 4.8, 1.8],
  [5.5, 2.4, 3.8, 1.1],
  [5.5, 2.6, 4.4, 1.2],
  [6.3, 3.3, 6, 2.5],
  [6.5, 3.2, 5.1, 2],
  [6.9, 3.2, 5.7, 2.3],
  [7.4, 2.8, 6.1, 1.9],
  [6.7, 3.1, 5.6, 2.4],
];
