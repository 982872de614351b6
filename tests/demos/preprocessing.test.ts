import { describe, it } from 'vitest';
import { expectRefusal, expectResults } from '../support/demo-values.ts';

/** Values by scikit-learn 1.2, SciPy 1.10 and NumPy 1.24 unless a case says otherwise. */

describe('scalers', () => {
  const x = [1, 2, 3, 4, 100];

  it.each([
    [
      'standard',
      {
        y: [
          -0.5382846166435669, -0.512652015851016, -0.48701941505846524, -0.46138681426591444,
          1.9993428618189626,
        ],
        y_new: [-0.4357542134733636],
        center: 22,
        scale: 39.01281840626232,
      },
    ],
    ['robust', { y: [-1, -0.5, 0, 0.5, 48.5], y_new: [1], center: 3, scale: 2 }],
    ['minmax', { y: [0, 1 / 99, 2 / 99, 3 / 99, 1], y_new: [4 / 99], center: 1, scale: 99 }],
    ['quantile', { y: [0, 0.25, 0.5, 0.75, 1], y_new: [0.75 + 0.25 / 96], center: null, scale: null }],
    [
      'normalizer',
      { y: x.map((value) => value / Math.sqrt(10030)), y_new: [1], center: null, scale: Math.sqrt(10030) },
    ],
  ])('%s agrees with scikit-learn', (kind, expected) => {
    expectResults('scalers', { x, kind }, expected);
  });

  it('the quantile transform gives ties the middle of their range and cuts new values (by hand)', () => {
    expectResults(
      'scalers',
      { x: [1, 2, 2, 3], kind: 'quantile', new: [0, 1, 1.5, 2, 2.5, 3, 4] },
      { y: [0, 0.5, 0.5, 1], y_new: [0, 0, 1 / 6, 0.5, 5 / 6, 1, 1] },
    );
    expectResults('scalers', { x: [1, 1, 3, 3], kind: 'quantile' }, { y: [0, 0, 1, 1] });
  });

  it.each(['standard', 'robust', 'minmax'])('%s counts no spread as 1', (kind) => {
    expectResults(
      'scalers',
      { x: [0.1, 0.1, 0.1], kind, new: [1.1] },
      { y: [0, 0, 0], y_new: [1], scale: 1 },
    );
  });

  it('all values equal: quantile 0, new values by side; a zero list keeps its zeros', () => {
    expectResults(
      'scalers',
      { x: [3, 3], kind: 'quantile', new: [1, 3, 5] },
      { y: [0, 0], y_new: [0, 0, 1] },
    );
    expectResults(
      'scalers',
      { x: [0, 0], kind: 'normalizer', new: [0] },
      { y: [0, 0], y_new: [0], scale: 0 },
    );
  });

  it('min-max does not cut new values', () => {
    expectResults('scalers', { x: [0, 10], kind: 'minmax', new: [-5, 20] }, { y_new: [-0.5, 2] });
  });
});

describe('imputation', () => {
  const x = '1,2,?,4,5,?,7,20';

  it.each([
    [
      'mean',
      {
        filled: [1, 2, 6.5, 4, 5, 6.5, 7, 20],
        statistic: 6.5,
        variance_before: 40.25,
        variance_after: 30.1875,
      },
    ],
    ['median', { filled: [1, 2, 4.5, 4, 5, 4.5, 7, 20], statistic: 4.5, variance_after: 30.9375 }],
    ['most-frequent', { filled: [1, 2, 1, 4, 5, 1, 7, 20], statistic: 1 }],
    ['constant', { filled: [1, 2, -3, 4, 5, -3, 7, 20], statistic: -3 }],
    ['linear', { filled: [1, 2, 3, 4, 5, 6, 7, 20], statistic: null }],
  ])('%s agrees with SimpleImputer and numpy.interp', (method, expected) => {
    expectResults(
      'imputation',
      { x, method, fill: -3 },
      { ...expected, missing: 2, missing_ratio: 0.25, advice: 'model' },
    );
  });

  it('interpolation takes the nearest known value at the ends', () => {
    expectResults('imputation', { x: '?,3,?,?,9,?', method: 'linear' }, { filled: [3, 3, 5, 7, 9, 9] });
  });

  it('the most frequent value is the smallest on ties', () => {
    expectResults('imputation', { x: '7,3,7,3,?', method: 'most-frequent' }, { statistic: 3 });
  });

  it.each([
    ['1,2,3,4,5,6,7,8,9,10,?', 'impute'],
    ['1,2,3,4,5,6,7,8,9,?', 'model'],
    ['1,?', 'model'],
    ['1,?,?', 'drop'],
    ['5', 'impute'],
  ])('%s: %s (by hand)', (list, advice) => {
    expectResults('imputation', { x: list }, { advice });
  });

  it.each(['?', '?,?', '1,,2', '1,x', '1,1e999,?', '1,nan', '1 2'])('refuses %s', (list) => {
    expectRefusal('imputation', { x: list }, 'x');
  });
});

describe('one-hot', () => {
  it('agrees with OrdinalEncoder and OneHotEncoder', () => {
    expectResults(
      'one-hot',
      {},
      {
        classes: ['blue', 'green', 'red'],
        integer: [2, 1, 0, 1],
        onehot: [0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0],
        integer_distance: [0, 1, 2, 1, 0, 1, 2, 1, 0],
        onehot_distance: [0, Math.SQRT2, Math.SQRT2, Math.SQRT2, 0, Math.SQRT2, Math.SQRT2, Math.SQRT2, 0],
      },
    );
  });

  it('sorts by code point, not by UTF-16 unit (Python 3 sorts alike)', () => {
    expectResults(
      'one-hot',
      { labels: '😀, Ａ ,Z,a,가' },
      { classes: ['Z', 'a', '가', 'Ａ', '😀'], integer: [4, 3, 0, 1, 2] },
    );
  });

  it.each(['a,,b', ' ', 'a,', Array.from({ length: 51 }, (_, i) => `c${i}`).join(',')])(
    'refuses %s',
    (labels) => {
      expectRefusal('one-hot', { labels }, 'labels');
    },
  );
});

describe('binning', () => {
  it.each([
    [
      'uniform',
      {
        edges: [1, 10.75, 20.5, 30.25, 40],
        bin: [0, 0, 0, 0, 0, 0, 0, 0, 1, 3],
        counts: [8, 1, 0, 1],
        bin_mean: [4.5, 20, null, 40],
      },
    ],
    [
      'quantile',
      {
        edges: [1, 3.25, 5.5, 7.75, 40],
        bin: [0, 0, 0, 1, 1, 2, 2, 3, 3, 3],
        counts: [3, 2, 2, 3],
        bin_mean: [2, 4.5, 6.5, 68 / 3],
      },
    ],
  ])('%s agrees with KBinsDiscretizer', (strategy, expected) => {
    expectResults('binning', { strategy }, expected);
  });

  it('merges repeated quantile edges', () => {
    expectResults(
      'binning',
      { x: [0, 0, 0, 0, 0, 0, 1, 2, 3, 9], strategy: 'quantile' },
      { edges: [0, 1.75, 9], counts: [7, 3], bin_mean: [1 / 7, 14 / 3] },
    );
  });

  it('a value on an inner edge goes right, the largest into the last bin', () => {
    expectResults('binning', { x: [0, 1, 2, 3, 4], bins: 4 }, { bin: [0, 1, 2, 3, 3] });
  });

  it('refuses constant values', () => {
    expectRefusal('binning', { x: [2, 2, 2] }, 'x');
  });
});
