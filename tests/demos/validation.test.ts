import { describe, expect, it } from 'vitest';
import { ridge } from '../../src/math/ridge.ts';
import { ridgePath } from '../../src/math/ridge-path.ts';
import { expectClose, numbers, refusalOf, resultsOf, SEEDS, viewText } from '../support/demo-runs.ts';

/** Numbers of scikit-learn are those of version 1.2.1, printed in full. */

const LABELS = [2, 0, 1, 0, 2, 2, 1, 0, 2, 0, 0];
const GROUPS = [3, 3, 1, 7, 7, 7, 1, 0, 0, 5, 5];

describe('cross-validation', () => {
  it.each([
    [
      'kfold',
      4,
      [
        [0, 1, 2],
        [3, 4, 5],
        [6, 7, 8],
        [9, 10],
      ],
    ],
    [
      'stratified',
      3,
      [
        [0, 1, 2, 4],
        [3, 5, 6, 7],
        [8, 9, 10],
      ],
    ],
    [
      'stratified',
      4,
      [
        [0, 1, 3],
        [2, 4, 7],
        [5, 6, 9],
        [8, 10],
      ],
    ],
    [
      'group',
      3,
      [
        [3, 4, 5],
        [2, 6, 9, 10],
        [0, 1, 7, 8],
      ],
    ],
  ])('splits like scikit-learn: %s by %i', (kind, k, test) => {
    const found = resultsOf('cross-validation', { kind, k, y: LABELS, groups: GROUPS });
    expect(found.test).toEqual(test);
    expect(found.train_size).toEqual(test.map((fold) => 11 - fold.length));
  });

  it('counts the classes of each test part, classes ascending', () => {
    expect(resultsOf('cross-validation', { k: 3, y: LABELS }).class_counts).toEqual([
      [1, 1, 2],
      [2, 1, 1],
      [2, 0, 1],
    ]);
  });

  it('leaves one out whatever k and groups are', () => {
    const found = resultsOf('cross-validation', { kind: 'loocv', y: [5, 6, 5], k: 50 });
    expect(found.test).toEqual([[0], [1], [2]]);
    expect(found.class_counts).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
  });

  it('tests every sample once, and no group in two folds', () => {
    for (const kind of ['kfold', 'stratified', 'loocv', 'group']) {
      const found = resultsOf('cross-validation', { kind, y: LABELS, groups: GROUPS, k: 4 });
      expect(numbers(found.test).sort((a, b) => a - b)).toEqual(LABELS.map((_, i) => i));
    }
    const folds = resultsOf('cross-validation', { kind: 'group', y: LABELS, groups: GROUPS, k: 4 })
      .test as number[][];
    const groups = folds.map((fold) => new Set(fold.map((i) => GROUPS[i])));
    expect(groups.reduce((count, fold) => count + fold.size, 0)).toBe(5);
  });

  it.each([
    ['k', { kind: 'kfold', y: [0, 1, 0], k: 4 }],
    ['k', { kind: 'stratified', y: [0, 1, 0], k: 3 }],
    ['k', { kind: 'group', k: 4 }],
    ['groups', { kind: 'group', groups: [0, 1] }],
  ])('names %s for %o', (name, given) => {
    expect(refusalOf('cross-validation', given)).toBe(name);
  });

  it('reads groups only where they count', () => {
    expect(refusalOf('cross-validation', { kind: 'kfold', groups: [0, 1] })).toBe('nothing refused');
  });
});

describe('shuffle-split', () => {
  it('has the exact sizes and no sample twice over a hundred seeds', () => {
    for (const seed of SEEDS) {
      const found = resultsOf('shuffle-split', { seed });
      expect([found.n_test, found.n_train]).toEqual([6, 10]);
      const [train, test] = [found.train as number[][], found.test as number[][]];
      train.forEach((part, split) => {
        const both = [...part, ...(test[split] ?? [])];
        expect(new Set(both).size).toBe(16);
        expect(both.every((index) => index >= 0 && index < 20)).toBe(true);
      });
    }
    expect(resultsOf('shuffle-split', { seed: 1 }).test).not.toEqual(
      resultsOf('shuffle-split', { seed: 2 }).test,
    );
  });

  it.each([
    // By hand; 0.3 * 10 is 3 and 0.7 * 10 is 7, whatever floating point makes of them.
    [10, 0.3, 0.7, 3, 7],
    [10, 0.31, 0.69, 4, 6],
    [3, 0.01, 0.5, 1, 1],
    [500, 0.1, 0.001999, 50, 0],
  ])('n = %i, %f for testing and %f for training: %i and %i', (n, test_size, train_size, tests, trains) => {
    const given = { n, test_size, train_size };
    if (trains === 0) expect(refusalOf('shuffle-split', given)).toBe('train_size');
    else {
      const found = resultsOf('shuffle-split', given);
      expect([found.n_test, found.n_train]).toEqual([tests, trains]);
    }
  });

  it('refuses parts that exceed the whole', () => {
    expect(refusalOf('shuffle-split', { n: 10, test_size: 0.31, train_size: 0.7 })).toBe('train_size');
  });
});

describe('train-test-split', () => {
  it.each([
    // By hand: both parts rounded up.
    [100, 0.2, 0.2, [60, 20, 20]],
    [10, 0.25, 0.25, [4, 3, 3]],
    [10, 0.3, 0, [7, 0, 3]],
    [3, 0.01, 0.01, [1, 1, 1]],
    [1000, 0.333, 0.333, [334, 333, 333]],
  ])('n = %i with %f and %f', (n, test_size, val_size, sizes) => {
    const found = resultsOf('train-test-split', { n, test_size, val_size });
    expect([found.n_train, found.n_val, found.n_test]).toEqual(sizes);
  });

  it('draws different indices for every seed', () => {
    for (const seed of SEEDS) {
      const test = numbers(resultsOf('train-test-split', { seed }).test);
      expect(new Set(test).size).toBe(20);
      expect(test.every((index) => index >= 0 && index < 100)).toBe(true);
    }
    expect(resultsOf('train-test-split', { seed: 1 }).test).not.toEqual(
      resultsOf('train-test-split', { seed: 2 }).test,
    );
  });

  it('refuses to leave nothing to train on', () => {
    expect(refusalOf('train-test-split', { n: 10, test_size: 0.5, val_size: 0.45 })).toBe('test_size');
  });

  it('says so where a share is too small for one row', () => {
    expect(resultsOf('train-test-split', { test_size: 1e-12 }).n_test).toBe(0);
    expect(viewText('train-test-split', { test_size: 1e-12 })).toContain('not one row');
  });
});

describe('grid-search', () => {
  it('searches the defaults as GridSearchCV with Ridge and KFold of scikit-learn does', () => {
    const found = resultsOf('grid-search');
    expectClose(
      found.mean_mse,
      [0.14145775293153923, 0.1422741270253445, 0.15734558963408352, 0.8262620112833586, 15.093342558596017],
    );
    expect([found.best_alpha, found.fits]).toEqual([0.01, 26]);
    expectClose(found.best_mse, [0.14145775293153923]);
    expectClose(found.nested_mse, [0.15862391284756217]);
    expect(found.nested_alpha).toEqual([0.01, 0.01, 0.1]);
  });

  it('does so with extreme penalties, two inner and four outer folds', () => {
    const found = resultsOf('grid-search', { alphas: [1e-6, 50, 1e6], k: 2, outer: 4 });
    expectClose(found.mean_mse, [0.6641314598064038, 40.32605211486356, 92.63504902462647]);
    expectClose(found.nested_mse, [0.1150459285034538]);
    expect([found.nested_alpha, found.fits]).toEqual([[1e-6, 1e-6, 1e-6, 1e-6], 7]);
  });

  it('takes the first of equal penalties', () => {
    const x = [[1], [1], [1], [1], [1], [1], [1], [1], [1], [1]];
    const found = resultsOf('grid-search', { x, alphas: [10, 1, 100] });
    expect([found.best_alpha, found.nested_alpha]).toEqual([10, [10, 10, 10]]);
  });

  it('decomposes once what ridge decomposes for every penalty', () => {
    const x = [
      [1, 200],
      [2, 100],
      [4, 500],
      [3, 300],
      [7, 100],
    ];
    const y = [1, 4, 2, 8, 5];
    const path = ridgePath(x, y);
    for (const alpha of [1e-6, 1, 1e6]) {
      const [once, each] = [path(alpha), ridge(x, y, alpha)];
      expectClose([...once.coef, once.intercept], [...(each?.coef ?? []), each?.intercept ?? 0], 1e-12);
    }
  });

  it.each([
    ['k', { k: 7 }],
    ['k', { k: 6, outer: 2 }],
    ['y', { y: [1, 2, 3, 4, 5, 6] }],
    ['outer', { x: [[1], [2], [3], [4], [5], [6]], y: [1, 2, 3, 4, 5, 6], k: 2, outer: 7 }],
  ])('names %s for %o', (name, given) => {
    expect(refusalOf('grid-search', given)).toBe(name);
  });
});

describe('data-leakage', () => {
  it('flatters at the defaults, and the honest way does not', () => {
    for (let seed = 0; seed < 30; seed++) {
      const { leaked_accuracy: leaked, honest_accuracy: honest } = resultsOf('data-leakage', { seed });
      expect(Number(leaked)).toBeGreaterThan(Number(honest) + 0.1);
      expect(Number(honest)).toBeGreaterThanOrEqual(0.3);
      expect(Number(honest)).toBeLessThanOrEqual(0.7);
    }
  });

  it('stays a share with an odd number of rows and the most folds', () => {
    const found = resultsOf('data-leakage', { n: 21, features: 50, select: 20, k: 10, repeats: 1 });
    for (const value of Object.values(found)) expect(Number(value) >= 0 && Number(value) <= 1).toBe(true);
  });

  it('depends on the seed', () => {
    expect(resultsOf('data-leakage', { seed: 3 })).toEqual(resultsOf('data-leakage', { seed: 3 }));
    expect(resultsOf('data-leakage', { seed: 4 })).not.toEqual(resultsOf('data-leakage', { seed: 3 }));
  });
});

describe('curse-of-dimensionality', () => {
  it('has the closed forms of the text books (by hand)', () => {
    const found = resultsOf('curse-of-dimensionality', { dims: [1, 2, 3], fraction: 0.001 });
    expectClose(found.edge, [0.001, Math.sqrt(0.001), 0.1]);
    expectClose(found.ball_ratio, [1, Math.PI / 4, Math.PI / 6]);
    expectClose(found.shell, [0.1, 0.19, 0.271]);
  });

  it('has the volume of the ball of scipy.special.gammaln in high dimensions', () => {
    // exp(50 ln(pi/4) - gammaln(51)), and 1e-519 at d = 500 is no double any more.
    const found = resultsOf('curse-of-dimensionality', { dims: [100, 500] });
    expectClose([numbers(found.ball_ratio)[0] ?? 0], [1.8681820538375957e-70]);
    expect(numbers(found.ball_ratio)[1]).toBe(0);
  });

  it('draws distances that grow like the root of d/6 while their contrast falls', () => {
    for (const seed of SEEDS.slice(0, 30)) {
      const found = resultsOf('curse-of-dimensionality', { dims: [2, 20, 200], points: 50, seed });
      const contrast = numbers(found.contrast);
      expect([...contrast].sort((a, b) => b - a)).toEqual(contrast);
      expect(Math.abs((numbers(found.mean_distance)[2] ?? 0) / Math.sqrt(200 / 6) - 1)).toBeLessThan(0.15);
    }
  });

  it('keeps what is exact from the seed', () => {
    const [one, other] = [1, 2].map((seed) => resultsOf('curse-of-dimensionality', { seed }));
    expect(one?.edge).toEqual(other?.edge);
    expect(one?.contrast).not.toEqual(other?.contrast);
  });
});
