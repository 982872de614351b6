import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values by statsmodels 0.13, scikit-learn 1.2 and NumPy 1.24 unless a case says otherwise. */

const LINE = [1, 2, 3, 4, 5];

describe('bias-term', () => {
  it('finds y = 11 x + 1 exactly; through the origin the slope is 620/55 (by hand)', () => {
    expectResults(
      'bias-term',
      {},
      { slope: 11, intercept: 1, mse: 0, slope_no_bias: 620 / 55, mse_no_bias: (6990 - 620 ** 2 / 55) / 5 },
    );
  });

  it('a bias is free where the data have none (by hand)', () => {
    expectResults(
      'bias-term',
      { x: [-1, 0, 1], y: [-2, 1, 1] },
      { slope: 1.5, intercept: 0, mse: 0.5, slope_no_bias: 1.5, mse_no_bias: 0.5 },
    );
  });

  it('keeps its digits far from the origin (by hand)', () => {
    expectResults(
      'bias-term',
      { x: [999_998, 999_999, 1_000_000], y: [4, 2, 1] },
      { slope: -1.5, intercept: 2.5 - 1.5 / 9 + 1.5 * 999_999 - 1 / 6 + 1.5 / 9, mse: 1 / 18 },
    );
  });

  it.each([
    [{ y: [1, 2] }, 'y'],
    [{ x: [0.1, 0.1, 0.1], y: [1, 2, 3] }, 'x'],
  ])('refuses %o', (given, parameter) => {
    const filled = 'x' in given ? given : { ...given, y: [1, 2, 3] };
    expectRefusal('bias-term', filled, parameter);
  });
});

describe('ols', () => {
  it('agrees with statsmodels', () => {
    expectResults(
      'ols',
      {},
      {
        coef: [0.6, 11.2],
        std_error: [0.38297084310253443, 0.11547005383792491],
        t: [1.5666989036012284, 96.99484522385734],
        p_value: [0.21516994256956154, 2.4157869103191446e-6],
        r2: 0.999681224099458,
        adj_r2: 0.999574965465944,
        sigma: 0.3651483716701101,
        residuals: [0.2, 0, -0.2, -0.4, 0.4],
      },
    );
  });

  it('agrees with statsmodels without an intercept: R² about 0', () => {
    expectResults(
      'ols',
      { intercept: false },
      {
        coef: [11.363636363636363],
        std_error: [0.057495957457606925],
        t: [197.64235376052358],
        p_value: [3.931489001543247e-9],
        r2: 0.9998976104846864,
        adj_r2: 0.999872013105858,
        sigma: 0.42640143271122116,
      },
    );
  });

  it('a perfect fit has no standard errors', () => {
    const none = [null, null];
    expectResults(
      'ols',
      { y: [12, 23, 34, 45, 56] },
      { coef: [1, 11], std_error: none, t: none, p_value: none, r2: 1 },
    );
  });

  it.each([
    [{ x: [[1], [2], [3]] }, 'y'],
    [
      {
        x: [
          [1, 2],
          [2, 1],
          [3, 5],
        ],
        y: [1, 2, 4],
      },
      'x',
    ],
    [{ x: LINE.map((v) => [v, 2 * v]) }, 'x'],
    [{ x: LINE.map((v) => [v, 0.1]) }, 'x'],
    [{ y: [0.1, 0.1, 0.1, 0.1, 0.1] }, 'y'],
    [{ y: [0, 0, 0, 0, 0], intercept: false }, 'y'],
  ])('refuses %j', (given, parameter) => {
    expectRefusal('ols', given, parameter);
  });

  it('a constant column is fine without an intercept', () => {
    expectResults('ols', { x: LINE.map((v) => [v, 1]), intercept: false }, { coef: [11.2, 0.6] });
  });
});

describe('linear-regression', () => {
  it('takes both gradients from the same point (two epochs by hand)', () => {
    // Points (0, 1), (1, 3), start 0, 0: gradients 2 mean(e x) = -3, 2 mean(e) = -4, then -2.4 at w 0.3, b 0.4.
    expectResults(
      'linear-regression',
      { x: [0, 1], y: [1, 3], w0: 0, b0: 0, lr: 0.1, epochs: 2 },
      {
        w: 0.53,
        b: 0.69,
        loss_first: 5,
        loss_last: (0.31 ** 2 + 1.78 ** 2) / 2,
        w_ols: 2,
        b_ols: 1,
        history: [
          [0, 0, 0, 5],
          [1, 0.3, 0.4, (0.6 ** 2 + 2.3 ** 2) / 2],
          [2, 0.53, 0.69, (0.31 ** 2 + 1.78 ** 2) / 2],
        ],
      },
    );
  });

  it('tells the epochs of the list up to the last, and the last', () => {
    const history = resultsOf('linear-regression', { epochs: 7 }).history as number[][];
    expect(history.map((row) => row[0])).toEqual([0, 1, 2, 5, 7]);
  });

  it('comes to the least-squares answer in the end', () => {
    expectResults('linear-regression', { lr: 0.08, epochs: 5000 }, { w: 11, b: 1, w_ols: 11, b_ols: 1 });
  });

  it.each([
    [{ lr: 1, epochs: 5000 }, 'lr'],
    [{ x: [2, 2], y: [1, 3] }, 'x'],
    [{ x: [1, 2] }, 'y'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('linear-regression', given, parameter);
  });
});

describe('ridge-lasso', () => {
  it('ridge agrees with scikit-learn', () => {
    expectResults(
      'ridge-lasso',
      {},
      {
        coef: [0.6016255757247356, 1.1731238146843674],
        intercept: 0.19045425810530148,
        ols_coef: [1.301339285714286, 0.84375],
        zeros: 0,
        r2: 0.9996447435797413,
      },
    );
  });

  it('the lasso agrees with scikit-learn', () => {
    expectResults(
      'ridge-lasso',
      { kind: 'lasso' },
      {
        coef: [0, 1.4029496050884185],
        intercept: 0.6758719507933169,
        zeros: 1,
        l1_norm: 1.4029496050884185,
        l2_norm: 1.4029496050884185,
        r2: 0.9963472376605512,
      },
    );
  });

  it('with one feature: ridge Sxy/(Sxx + alpha), lasso (Sxy - n alpha)/Sxx (by hand)', () => {
    const data = { x: [[1], [2], [3]], y: [1, 2, 4] };
    expectResults('ridge-lasso', { ...data, alpha: 1 }, { coef: [1], ols_coef: [1.5] });
    expectResults('ridge-lasso', { ...data, alpha: 0.4, kind: 'lasso' }, { coef: [0.9], zeros: 0 });
    expectResults('ridge-lasso', { ...data, alpha: 5, kind: 'lasso' }, { coef: [0], zeros: 1, r2: 0 });
  });

  it('alpha 0 is least squares', () => {
    for (const kind of ['ridge', 'lasso'])
      expectResults('ridge-lasso', { kind, alpha: 0 }, { coef: [1.301339285714286, 0.84375] });
  });

  it('equal columns: ridge shares the weight, the lasso gives it to the first, and least squares has no answer', () => {
    const twice = {
      x: [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      y: [1, 2, 4],
    };
    expectResults('ridge-lasso', { ...twice, alpha: 2 }, { coef: [0.5, 0.5], ols_coef: [null, null] });
    expectResults('ridge-lasso', { ...twice, alpha: 0.4, kind: 'lasso' }, { coef: [0.9, 0], zeros: 1 });
    expectRefusal('ridge-lasso', { ...twice, alpha: 0 }, 'alpha');
  });

  it('refuses a constant y, whose R² is not defined', () => {
    expectRefusal('ridge-lasso', { y: [2, 2, 2, 2, 2, 2] }, 'y');
  });
});

describe('logistic-regression', () => {
  it.each([
    [1, [1.1093989720763604], -2.496147687171811, 0.38995591786837525, 0.1254888426893876],
    [100, [2.4932486194730052], -5.6098093938142615, 0.31299110949483583, 0.012577542538949466],
  ])('C = %d agrees with the converged optimum (Newton in NumPy)', (c, coef, intercept, log_loss, first) => {
    expectResults(
      'logistic-regression',
      { c },
      { coef, intercept, odds_ratio: coef.map(Math.exp), log_loss, accuracy: 0.75 },
    );
    expect(numbersIn(resultsOf('logistic-regression', { c }).probability)[0]).toBeCloseTo(first, 12);
  });

  it('solves the conditions of the optimum on badly scaled, separable data', () => {
    const x = Array.from({ length: 40 }, (_, i) => [1000 - i * 1e-3, i * 25, ((i * 7) % 5) * 1e-4]);
    const y = x.map((_, i) => (i < 20 ? 0 : 1));
    const run = resultsOf('logistic-regression', { x, y, c: 10_000 });
    const errors = numbersIn(run.probability).map((p, i) => (i < 20 ? p : p - 1));
    const product = (values: number[]): number =>
      errors.reduce((total, e, i) => total + e * (values[i] ?? 0), 0);
    const coef = numbersIn(run.coef);
    // w_j = -C sum of errors * x_j, taken about the middle since the errors sum to 0.
    const middle = [999.98, 487.5, 2e-4];
    coef.forEach((w, j) => {
      const pull = -10_000 * product(x.map((row) => (row[j] ?? 0) - (middle[j] ?? 0)));
      expect(pull / w).toBeCloseTo(1, 5);
    });
  });

  it('a probability on the threshold counts as class 1', () => {
    const symmetric = { x: [[-1], [-1], [0], [0], [1], [1]], y: [0, 0, 0, 1, 1, 1] };
    expectResults('logistic-regression', symmetric, { prediction: [0, 0, 1, 1, 1, 1] });
    expectResults(
      'logistic-regression',
      { threshold: 0 },
      { prediction: [1, 1, 1, 1, 1, 1, 1, 1], accuracy: 0.5 },
    );
  });

  it.each([
    [{ y: [0, 0, 0, 0, 0, 0, 0, 0] }, 'y'],
    [{ y: [0, 1, 0, 1] }, 'y'],
    [
      {
        x: Array.from({ length: 200 }, (_, i) => [i < 100 ? 0 : 0.004]),
        y: Array.from({ length: 200 }, (_, i) => (i < 100 ? 0 : 1)),
        c: 10_000,
      },
      'c',
    ],
  ])('refuses what has no answer (case %#)', (given, parameter) => {
    expectRefusal('logistic-regression', given, parameter);
  });
});
