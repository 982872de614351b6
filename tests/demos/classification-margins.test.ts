import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values by scikit-learn 1.2 unless a case says otherwise. */

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe('kernel-trick', () => {
  it('the polynomial kernel equals the inner product of the features (by hand)', () => {
    const [r, s] = [Math.SQRT2, Math.sqrt(2)];
    expectResults(
      'kernel-trick',
      {},
      {
        value: 144,
        feature_a: [1, 4, 2 * r, s, 2 * s, 1],
        feature_b: [9, 16, 12 * r, 3 * s, 4 * s, 1],
        explicit_dot: 144,
        feature_count: 6,
        gram: [
          [1, 1, 1, 1],
          [1, 4, 1, 4],
          [1, 1, 4, 4],
          [1, 4, 4, 9],
        ],
      },
    );
  });

  it('gamma and coef0 go into the features (by hand)', () => {
    expectResults(
      'kernel-trick',
      { a: [2], b: [3], gamma: 0.5, coef0: 4 },
      { value: 49, feature_a: [2, 4, 4], feature_b: [4.5, 6, 4], explicit_dot: 49, feature_count: 3 },
    );
  });

  it.each([
    [
      { kernel: 'linear' },
      { value: 11, feature_a: [1, 2], feature_b: [3, 4], explicit_dot: 11, feature_count: 2 },
    ],
    [
      { kernel: 'rbf' },
      { value: Math.exp(-8), feature_a: [], feature_b: [], explicit_dot: null, feature_count: null },
    ],
    [{ degree: 3 }, { value: 1728, feature_a: [], feature_b: [], explicit_dot: null, feature_count: 10 }],
    [
      { degree: 1, a: [1, 2, 3, 4, 5, 6], b: [0, 0, 0, 0, 0, 0] },
      { value: 1, explicit_dot: null, feature_count: 7 },
    ],
  ])('%j', (given, expected) => {
    expectResults('kernel-trick', given, expected);
  });

  it('refuses vectors of different lengths', () => {
    expectRefusal('kernel-trick', { b: [1] }, 'b');
  });
});

describe('svm', () => {
  it.each([
    [10, [0.4, 0.2], -2, [-1.4, -1, -1, 1, 1.2, 1.6], [1, 2, 3]],
    [0.01, [0.13, 0.1], -0.805, [-0.575, -0.445, -0.375, 0.345, 0.375, 0.575], range(6)],
  ])('C = %d agrees with scikit-learn (SVC, linear)', (c, w, b, decision, support) => {
    expectResults(
      'svm',
      { c },
      { w, b, margin: 2 / Math.hypot(...w), decision, support, prediction: [0, 0, 0, 1, 1, 1], accuracy: 1 },
    );
  });

  it('two points: the widest street, then one that C limits (by hand)', () => {
    expectResults(
      'svm',
      { x: [[0], [4]], y: [0, 1] },
      { w: [0.5], b: -1, margin: 4, hinge_loss: 0, support: [0, 1] },
    );
    // alpha = C = 0.05 each: w = 4 C, and b lies midway between -1 and 1 - 4 w.
    expectResults('svm', { x: [[0], [4]], y: [0, 1], c: 0.05 }, { w: [0.2], b: -0.4, hinge_loss: 0.6 });
  });

  it('no row can be moved for gain: the multipliers of the optimum exist', () => {
    const x = range(60).map((i) => [100 * Math.sin(i * 7), 90 + Math.cos(i * 3) * 1e-3, (i % 7) * 10]);
    const y = x.map((row, i) => ((row[0] ?? 0) + 40 * Math.sin(i * 11) > 0 ? 1 : 0));
    const cost = (w: readonly number[], b: number): number =>
      x.reduce(
        (total, row, i) =>
          total +
          100 *
            Math.max(
              0,
              1 - (y[i] === 1 ? 1 : -1) * (row.reduce((sum, v, j) => sum + v * (w[j] ?? 0), 0) + b),
            ),
        w.reduce((sum, v) => sum + v * v, 0) / 2,
      );
    const run = resultsOf('svm', { x, y, c: 100 });
    const [w, b] = [numbersIn(run.w), numbersIn(run.b)[0] ?? 0];
    const least = cost(w, b);
    for (const share of [1 - 1e-4, 1 + 1e-4])
      w.forEach((value, j) => {
        const moved = w.map((one, k) => (k === j ? value * share : one));
        const shift = (value - value * share) * (j === 1 ? 90 : 0);
        expect(cost(moved, b + shift)).toBeGreaterThanOrEqual(least * (1 - 1e-12));
      });
  });

  it('refuses what no line tells apart: the margin would be infinite', () => {
    expectRefusal(
      'svm',
      {
        x: [
          [0, 0],
          [1, 1],
          [0, 1],
          [1, 0],
        ],
        y: [0, 0, 1, 1],
      },
      'x',
    );
    expectRefusal('svm', { x: [[0.1], [0.1]], y: [0, 1] }, 'x');
  });

  it.each([
    [{ y: [0, 0, 0, 0, 0, 0] }, 'y'],
    [{ y: [0, 1] }, 'y'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('svm', given, parameter);
  });
});
