import { describe, expect, it } from 'vitest';
import { expectClose, numbers, refusalOf, resultsOf, SEEDS, viewText } from '../support/demo-runs.ts';

/** Numbers of scikit-learn are those of version 1.2.1, printed in full. */

describe('xgboost-gain', () => {
  it('follows equation 7 of the XGBoost paper on the defaults (by hand)', () => {
    // GL = -4.5, GR = 4.5, HL = HR = 3, lambda 1: (20.25/4 + 20.25/4 - 0)/2.
    expect(resultsOf('xgboost-gain')).toEqual({
      gain: 5.0625,
      left_weight: 1.125,
      right_weight: -1.125,
      root_weight: 0,
      keep: true,
      gain_missing_left: 5.0625,
      gain_missing_right: 5.0625,
      default_left: true,
    });
  });

  it('sends missing values where they gain more (by hand)', () => {
    // Left: (1.5^2/6 + 4.5^2/4 - 9/9)/2, right: (4.5^2/4 + 7.5^2/6 - 9/9)/2, each less gamma 1.
    const found = resultsOf('xgboost-gain', { g_missing: 3, h_missing: 2, gamma: 1 });
    expectClose(found.gain_missing_left, [(2.25 / 6 + 20.25 / 4 - 1) / 2 - 1]);
    expectClose(found.gain_missing_right, [(20.25 / 4 + 56.25 / 6 - 1) / 2 - 1]);
    expect(found.default_left).toBe(false);
  });

  it('gains exactly nothing where both sides agree and lambda is 0', () => {
    const found = resultsOf('xgboost-gain', {
      g: [0.1, 0.1, 0.1, 0.1],
      h: [1, 1, 1, 1],
      split: 3,
      lambda: 0,
    });
    expect(found.gain).toBe(0);
    expect(found.keep).toBe(false);
  });

  it('prunes by gamma', () => {
    expect(resultsOf('xgboost-gain', { gamma: 5.0625 }).keep).toBe(false);
    expect(resultsOf('xgboost-gain', { gamma: 5 }).keep).toBe(true);
  });

  it.each([
    ['lambda', { h: [0, 0, 0, 1, 1, 1], lambda: 0 }],
    ['lambda', { h: [1, 1, 1, 0, 0, 0], lambda: 0 }],
    ['split', { split: 6 }],
    ['h', { h: [1, 1] }],
  ])('names %s for %o', (name, given) => {
    expect(refusalOf('xgboost-gain', given)).toBe(name);
  });

  it('draws positions without a gain as gaps', () => {
    expect(viewText('xgboost-gain', { h: [0, 1, 1, 1, 1, 0], lambda: 0 })).not.toMatch(/NaN|Infinity/);
  });
});

describe('goss', () => {
  it('keeps the largest, draws from the rest and weighs by (1-a)/b over a hundred seeds', () => {
    for (const seed of SEEDS) {
      const found = resultsOf('goss', { seed });
      expect(found.top).toEqual([0, 1]);
      const sampled = numbers(found.sampled);
      expect(new Set(sampled).size).toBe(3);
      expect(sampled.every((index) => index >= 2 && index <= 9)).toBe(true);
      expectClose(found.weight, [0.8 / 0.3]);
      expectClose(found.sum_true, [3.3]);
      const g = [5, -4, 3, -2, 1, 0.5, -0.4, 0.3, -0.2, 0.1];
      expectClose(found.sum_estimate, [1 + (0.8 / 0.3) * sampled.reduce((sum, i) => sum + (g[i] ?? 0), 0)]);
    }
    expect(resultsOf('goss', { seed: 1 }).sampled).not.toEqual(resultsOf('goss', { seed: 2 }).sampled);
  });

  it('gives ties in |g| to the lower index', () => {
    expect(resultsOf('goss', { g: [1, -3, 3, 2, -3], a: 0.4, b: 0.2 }).top).toEqual([1, 2]);
  });

  it('counts 0.3 of 10 as 3, though 0.1 + 0.2 is not quite 0.3', () => {
    expect(numbers(resultsOf('goss', { a: 0.7, b: 0.3 }).top).length).toBe(7);
    expect(numbers(resultsOf('goss', { a: 0.7, b: 0.3 }).sampled)).toEqual([7, 8, 9]);
    expect(numbers(resultsOf('goss', { a: 0.1 + 0.2, b: 0.29 }).top).length).toBe(3);
  });

  it('may keep nothing at all', () => {
    const found = resultsOf('goss', { g: [1, 2], a: 0.3, b: 0.3 });
    expect([found.top, found.sampled, found.sum_estimate]).toEqual([[], [], 0]);
  });

  it('refuses shares of more than the whole', () => {
    expect(refusalOf('goss', { a: 0.7, b: 0.31 })).toBe('b');
  });
});

describe('majority-vote', () => {
  it.each([
    [11, 0.6, 0.75349813248, 1.624807680927192],
    [501, 0.51, 0.6728977196710118, 11.189276115996066],
    [101, 0.4, 0.020896691004700558, 4.923413450036469],
  ])('%i voters right with %f: the tail of scipy.stats.binom', (voters, p, majority, sd) => {
    const found = resultsOf('majority-vote', { voters, p });
    expectClose(found.p_majority, [majority]);
    expectClose(found.binomial_sd, [sd]);
    expectClose([numbers(found.by_voters).at(-1) ?? 0], [majority]);
  });

  it('counts half of a tie: an even number does as well as one voter less (by hand)', () => {
    expectClose(resultsOf('majority-vote', { voters: 2, p: 0.7 }).p_majority, [0.7]);
    expectClose(resultsOf('majority-vote', { voters: 4, p: 0.7 }).p_majority, [0.784]);
    expectClose(resultsOf('majority-vote', { voters: 4, p: 0.7 }).by_voters, [0.7, 0.784]);
  });

  it.each([0, 0.5, 1])('stays at %f whatever the number', (p) => {
    for (const value of numbers(resultsOf('majority-vote', { voters: 501, p }).by_voters))
      expect(value).toBeCloseTo(p, 11);
  });
});

describe('voting', () => {
  it('lets a sure minority win the soft vote only (by hand)', () => {
    const found = resultsOf('voting');
    expect([found.hard_votes, found.hard, found.soft_choice]).toEqual([[1, 2], 1, 0]);
    expectClose(found.soft, [1.75 / 3, 1.25 / 3]);
  });

  it('weighs both votes (by hand)', () => {
    const found = resultsOf('voting', { weights: [3, 0.5, 0.5] });
    expect([found.hard_votes, found.hard]).toEqual([[3, 1], 0]);
    expectClose(found.soft, [3.125 / 4, 0.875 / 4]);
  });

  it('gives ties to the lower class: in a row, in votes and in means that rounding parts', () => {
    expect(resultsOf('voting', { p: [[0.5, 0.5]], weights: [1] }).hard).toBe(0);
    const tied = resultsOf('voting', {
      p: [
        [0, 1],
        [1, 0],
        [1, 0],
      ],
      weights: [0.3, 0.1, 0.2],
    });
    expect([tied.hard, tied.soft_choice]).toEqual([0, 0]);
    const other = resultsOf('voting', {
      p: [
        [1, 0],
        [0, 1],
        [0, 1],
      ],
      weights: [0.3, 0.1, 0.2],
    });
    expect([other.hard, other.soft_choice]).toEqual([0, 0]);
  });

  it('takes tiny weights for what they are to one another', () => {
    expectClose(
      resultsOf('voting', {
        p: [
          [1, 0],
          [0, 1],
        ],
        weights: [1e-300, 3e-300],
      }).soft,
      [0.25, 0.75],
    );
  });

  it.each([
    ['p', { p: [[0.5, 0.4]], weights: [1] }],
    ['weights', { p: [[0.5, 0.5]], weights: [0] }],
    ['weights', { p: [[0.5, 0.5]], weights: [1, 1] }],
  ])('names %s for %o', (name, given) => {
    expect(refusalOf('voting', given)).toBe(name);
  });
});

describe('ensemble-variance', () => {
  it('is rho s^2 + (1 - rho) s^2 / n (by hand)', () => {
    const found = resultsOf('ensemble-variance', { sigma: 2, rho: 0.25, n: 3 });
    expectClose(found.by_n, [4, 2.5, 2]);
    expectClose([found.variance, found.floor, found.reduction] as number[], [2, 1, 0.5]);
  });

  it('falls to nothing for independent members and not at all for copies', () => {
    expectClose(resultsOf('ensemble-variance', { rho: 0, n: 1000 }).variance, [0.001]);
    expectClose(resultsOf('ensemble-variance', { rho: 1, n: 1000 }).reduction, [0]);
  });

  it('has no reduction to tell without variance', () => {
    expect(resultsOf('ensemble-variance', { sigma: 0 }).reduction).toBeNull();
  });
});

describe('stacking', () => {
  it('weighs the defaults as LinearRegression(fit_intercept=False) of scikit-learn does', () => {
    const found = resultsOf('stacking');
    expectClose(found.weights, [0.5577924251311459, 0.43607358141045444]);
    expectClose(found.mse, [0.028, 0.038]);
    expectClose([found.mse_average, found.mse_stacked] as number[], [0.0015, 0.0009411421621747049]);
    expectClose(
      found.prediction,
      [0.9624305327726241, 2.0556831399683846, 3.0008616090217077, 3.9876359105384704, 4.99367380145214],
    );
  });

  it('finds a base model that is right (by hand)', () => {
    const found = resultsOf('stacking', {
      p: [
        [1, 5],
        [2, 1],
        [3, 4],
      ],
      y: [1, 2, 3],
    });
    expectClose(
      numbers(found.weights).map((value) => value + 1),
      [2, 1],
    );
    expect(Number(found.mse_stacked)).toBeLessThan(1e-25);
  });

  it.each([
    [
      'p',
      {
        p: [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        y: [1, 2, 3],
      },
    ],
    [
      'p',
      {
        p: [
          [0, 1],
          [0, 2],
          [0, 3],
        ],
        y: [1, 2, 3],
      },
    ],
    [
      'p',
      {
        p: [
          [1, 2, 3, 4],
          [1, 0, 0, 1],
          [2, 1, 1, 5],
        ],
        y: [1, 2, 3],
      },
    ],
    ['y', { y: [1, 2, 3] }],
  ])('names %s for %o', (name, given) => {
    expect(refusalOf('stacking', given)).toBe(name);
  });
});
