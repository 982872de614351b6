import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values by statsmodels 0.13 and NumPy 1.24 unless a case says otherwise. */

describe('polynomial-overfit', () => {
  it('agrees with NumPy (Legendre.fit)', () => {
    expectResults(
      'polynomial-overfit',
      {},
      {
        train_mse: [
          0.4606512396694215, 0.26030008264462806, 0.25941513880059336, 0.009352055520237325,
          0.009065183301546919, 0.0036085399449035803, 0.002963859990277097, 0.0023019083055981445,
          0.0022961663442102476, 0.0017244562361365021,
        ],
        test_mse: [
          0.5012105785123968, 0.21046656404958672, 0.21652124181330518, 0.008334344958821177,
          0.00869132622052378, 0.0005851044821568289, 0.0005360647527922035, 0.0010975412053597518,
          0.0014311355549792536, 0.02043861089080744,
        ],
        best_degree: 6,
      },
    );
  });

  it('a straight line needs degree 1, whatever rounding says about higher ones', () => {
    const x = [0, 0.1, 0.3, 0.7, 1.1, 2, 2.3, 3, 4.7, 5];
    const line = x.map((value) => 3 * value - 0.7);
    expectResults(
      'polynomial-overfit',
      { x, y: line, x_test: [8, -3], y_test: [23.3, -9.7] },
      { best_degree: 1 },
    );
  });

  it('goes through all points at the highest degree there is', () => {
    const run = resultsOf('polynomial-overfit', {
      x: [0, 1, 2, 3],
      y: [1, 0, 1, 0],
      x_test: [4],
      y_test: [-7],
      max_degree: 3,
    });
    // The cubic through (0,1), (1,0), (2,1), (3,0) has the differences -1, 2, -4: at 4 it is 1 - 4 + 12 - 16 = -7.
    expect(numbersIn(run.train_mse)[3]).toBeLessThan(1e-25);
    expect(numbersIn(run.test_mse)[3]).toBeLessThan(1e-20);
  });

  it.each([
    [{ max_degree: 3, x: [0, 1, 2, 2], y: [1, 2, 3, 4] }, 'max_degree'],
    [{ y: [1, 2, 3, 4] }, 'y'],
    [{ y_test: [1] }, 'y_test'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('polynomial-overfit', given, parameter);
  });
});

describe('bias-variance', () => {
  it('agrees with the hat matrix by NumPy (QR of Legendre polynomials)', () => {
    const bias2 = [
      0.10768071198324997, 0.10511910051465062, 0.00037176915978970787, 0.00033033307395269177,
      1.501148416464178e-7, 1.1143348902938224e-7, 1.135577651911561e-11,
    ];
    const variance = bias2.map((_, degree) => (0.09 * (degree + 1)) / 12);
    expectResults(
      'bias-variance',
      {},
      { bias2, variance, expected_error: bias2.map((b, d) => b + (variance[d] ?? 0) + 0.09), best_degree: 2 },
    );
  });

  it('a parabola has no bias from degree 2 on (by hand at n = 4: -3, -1, 1, 3)', () => {
    expectResults(
      'bias-variance',
      { fn: 'square', n: 4, lo: -3, hi: 3, sigma: 0, max_degree: 3 },
      { bias2: [16, 16, 0, 0], variance: [0, 0, 0, 0], expected_error: [16, 16, 0, 0], best_degree: 2 },
    );
  });

  it.each([
    [{ lo: 1, hi: 1 }, 'lo'],
    [{ n: 6, max_degree: 6 }, 'n'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('bias-variance', given, parameter);
  });
});

describe('autoregressive', () => {
  it.each([
    [
      1,
      0.5806930693069323,
      [0.9773102310231019],
      0.057841034103410335,
      [6.053630363036303, 6.496967957934405, 6.930246325225497],
    ],
    [
      2,
      0.9972681302417392,
      [0.08231728804002802, 0.9166167453661309],
      0.011903774490802706,
      [6.224652019169777, 6.642718377503012, 7.249698967139558],
    ],
  ])('order %d agrees with statsmodels', (order, constant, coef, sigma2, forecast) => {
    expectResults('autoregressive', { order }, { const: constant, coef, sigma2, forecast });
  });

  it('goes on with s_t = 2 s_(t-1) + 1 (by hand)', () => {
    expectResults(
      'autoregressive',
      { series: [0, 1, 3, 7, 15, 31], horizon: 2 },
      { const: 1, coef: [2], sigma2: 0, forecast: [63, 127] },
    );
  });

  it.each([
    [{ series: [1, 2, 3, 4, 5, 7], order: 3 }, 'series'],
    [{ series: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1] }, 'series'],
    [{ series: [1, 2, 3, 4, 5, 6, 7, 8], order: 2 }, 'series'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('autoregressive', given, parameter);
  });
});
