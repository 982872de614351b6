import { describe, expect, it } from 'vitest';
import { fitStump } from '../../src/math/gradient-boosting.ts';
import { midway } from '../../src/math/midway.ts';
import { expectClose, numbers, refusalOf, resultsOf, SEEDS } from '../support/demo-runs.ts';

/** Numbers of scikit-learn are those of version 1.2.1, printed in full. */

describe('random-forest', () => {
  it('keeps shares, sums and ranges over a hundred seeds', () => {
    for (const seed of SEEDS) {
      const found = resultsOf('random-forest', { seed, trees: 8 });
      for (const row of found.votes as number[][]) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      expect(numbers(found.importance).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      for (const share of [
        found.votes,
        found.accuracy,
        found.oob_accuracy,
        found.importance,
        found.tree_accuracy,
      ])
        for (const value of numbers(share)) expect(value >= 0 && value <= 1).toBe(true);
      expect(numbers(found.tree_accuracy).length).toBe(8);
    }
  });

  it('repeats by seed and differs between seeds', () => {
    expect(resultsOf('random-forest', { seed: 5 })).toEqual(resultsOf('random-forest', { seed: 5 }));
    expect(resultsOf('random-forest', { seed: 6 }).votes).not.toEqual(
      resultsOf('random-forest', { seed: 5 }).votes,
    );
  });

  it('has one class and no importance where all labels agree', () => {
    const found = resultsOf('random-forest', { y: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3] });
    expect(found.classes).toEqual([3]);
    expect(found.importance).toEqual([0, 0]);
    expect(found.prediction).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
  });

  it('gives labels, not codes, and separates what one threshold separates', () => {
    const x = [[1], [2], [3], [11], [12], [13]];
    const found = resultsOf('random-forest', { x, y: [9, 9, 9, 4, 4, 4], trees: 100 });
    expect(found.classes).toEqual([4, 9]);
    expect(found.prediction).toEqual([9, 9, 9, 4, 4, 4]);
    expect(found.importance).toEqual([1]);
  });

  it('has no out-of-bag accuracy where no tree left a row out', () => {
    // One tree on six rows draws each row once with probability 6!/6^6 = 0.0154: some seed below 1000 does.
    const x = [[1], [2], [3], [4], [5], [6]];
    const y = [0, 0, 0, 1, 1, 1];
    const outcomes = Array.from({ length: 1000 }, (_, seed) =>
      resultsOf('random-forest', { x, y, trees: 1, seed }),
    );
    expect(outcomes.some((one) => one.oob_accuracy === null)).toBe(true);
  });

  it('refuses labels that do not match the rows', () => {
    expect(refusalOf('random-forest', { y: [0, 1, 0, 1, 0, 1] })).toBe('y');
  });
});

describe('gradient-boosting', () => {
  it('fits the defaults as scikit-learn does', () => {
    const found = resultsOf('gradient-boosting');
    expect(found.threshold).toEqual([3.5, 6.5, 7.5, 3.5, 5.5]);
    expectClose(
      found.left,
      [-15, -5.433333333333334, -2.772857142857143, -8.038142857142857, -3.65002342857143],
    );
    expectClose(found.right, [9, 16.3, 19.41, 4.822885714285714, 6.083372380952382]);
    expectClose(found.mse, [197.5, 128.65, 83.4827, 56.03390985714286, 36.26271723604082, 24.93844686128855]);
    const low = 12.531692971428573;
    expectClose(found.prediction, [
      low,
      low,
      low,
      23.59000154285714,
      23.59000154285714,
      26.510020285714287,
      33.030020285714286,
      39.68487742857143,
    ]);
  });

  it('fits repeated x without a learning rate as scikit-learn does', () => {
    const found = resultsOf('gradient-boosting', {
      x: [0, 0, 1, 2, 2, 5],
      y: [1, 3, -2, 4, 0, 10],
      trees: 3,
      lr: 1,
    });
    expect(found.threshold).toEqual([3.5, 0.5, 1.5]);
    expectClose(found.mse, [131 / 9, 3.8, 3.48, 2.6088888888888886]);
    expectClose(found.prediction, [16 / 15, 16 / 15, -2 / 15, 26 / 15, 26 / 15, 158 / 15]);
  });

  it('gives ties to the lowest threshold: equal targets, and residuals of nothing but rounding', () => {
    expect(resultsOf('gradient-boosting', { x: [1, 2, 4], y: [7, 7, 7], trees: 2 }).threshold).toEqual([
      1.5, 1.5,
    ]);
    // Two stumps fit 0.1, 0.2, 0.2 exactly at lr 1; the third has rounding errors to choose from.
    const found = resultsOf('gradient-boosting', { x: [1, 2, 4], y: [0.1, 0.2, 0.2], trees: 4, lr: 1 });
    expect(found.threshold).toEqual([1.5, 1.5, 1.5, 1.5]);
    // By hand: -1, 0, 1 may be cut on either side of the middle for the same gain 3/2.
    expect(fitStump([0, 1, 2], [-1, 0, 1], 0)).toEqual({ threshold: 0.5, left: -1, right: 0.5 });
  });

  it('refuses x of one value, and lists of unequal length', () => {
    expect(refusalOf('gradient-boosting', { x: [2, 2, 2], y: [1, 2, 3] })).toBe('x');
    expect(refusalOf('gradient-boosting', { y: [1, 2] })).toBe('y');
  });
});

describe('midway', () => {
  it('keeps neighbouring doubles apart', () => {
    const low = 1 + Number.EPSILON;
    const high = 1 + 2 * Number.EPSILON;
    expect(midway(low, high)).toBe(low);
    expect(midway(1, 2)).toBe(1.5);
  });
});

describe('adaboost', () => {
  it('boosts the defaults as SAMME of scikit-learn does', () => {
    const found = resultsOf('adaboost');
    expect(found.threshold).toEqual([2.5, 8.5, 5.5]);
    expect(found.left).toEqual([1, 1, 0]);
    expect(found.right).toEqual([0, 0, 1]);
    expectClose(found.error, [0.3, 3 / 14, 2 / 11]);
    expectClose(found.alpha, [0.8472978603872034, 1.2992829841302607, 1.5040773967762737]);
    // By hand: the wrong four of the last round share 1/2 of the weight.
    expectClose(found.weights, [
      1 / 8,
      1 / 8,
      1 / 8,
      11 / 108,
      11 / 108,
      11 / 108,
      7 / 108,
      7 / 108,
      7 / 108,
      1 / 8,
    ]);
    expect(found.prediction).toEqual([1, 1, 1, 0, 0, 0, 1, 1, 1, 0]);
    expect(found.accuracy).toBe(1);
  });

  it('boosts unsorted x with repetitions as scikit-learn does', () => {
    const found = resultsOf('adaboost', {
      x: [3, 1, 4, 1, 5, 9, 2, 6],
      y: [0, 1, 1, 0, 1, 0, 1, 0],
      rounds: 4,
    });
    expect(found.threshold).toEqual([5.5, 5.5, 5.5, 3.5]);
    expectClose(
      found.alpha,
      [1.0986122886681096, 0.6931471805599455, 0.5108256237659907, 0.8472978603872034],
    );
    expect(found.prediction).toEqual([1, 1, 1, 1, 1, 0, 1, 0]);
    expect(found.accuracy).toBe(0.75);
  });

  it('has weights that sum to 1 after every number of rounds', () => {
    for (const rounds of [1, 2, 5, 20, 50])
      expect(numbers(resultsOf('adaboost', { rounds }).weights).reduce((a, b) => a + b, 0)).toBeCloseTo(
        1,
        12,
      );
  });

  it('stops before a round of error 1/2', () => {
    // By hand: after the one split, wrong samples weigh 1/2 and no stump beats a coin.
    const found = resultsOf('adaboost', { x: [0, 0, 0, 1, 1, 1], y: [0, 0, 1, 1, 1, 0], rounds: 10 });
    expect(found.threshold).toEqual([0.5]);
    expectClose(found.error, [1 / 3]);
  });

  it.each([
    ['y', { x: [0, 1, 2, 3], y: [0, 0, 1, 1] }, 'one stump is right everywhere'],
    ['y', { x: [0, 1, 2, 3], y: [1, 1, 1, 1] }, 'one class'],
    ['y', { x: [0, 0, 1, 1], y: [0, 1, 0, 1] }, 'no stump beats a coin'],
    ['x', { x: [4, 4, 4, 4], y: [0, 1, 0, 1] }, 'x of one value'],
    ['y', { x: [1, 2, 3, 4], y: [0, 1, 0, 1, 1] }, 'unequal lengths'],
  ])('names %s: %o (%s)', (name, given) => {
    expect(refusalOf('adaboost', given)).toBe(name);
  });
});
