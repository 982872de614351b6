import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** The demos that were written first, of several families. Values from scipy 1.10 and scikit-learn 1.2, or by hand. */

describe('softmax', () => {
  it.each([
    [
      1,
      [0.6590011388859679, 0.24243297070471392, 0.0985658904093182],
      [-0.4170300162778335, -1.4170300162778335, -2.3170300162778332],
      0.846738178760252,
    ],
    [
      0.1,
      [0.9999545965290099, 4.539786844809095e-5, 5.602542051131755e-9],
      [-4.540450175894884e-5, -10.000045404501758, -19.00004540450176],
      0.0004994896345388299,
    ],
    [
      100,
      [0.3365610439440166, 0.33321220560322007, 0.33022675045276323],
      [-1.08897573789812, -1.09897573789812, -1.1079757378981199],
      1.0985821682127546,
    ],
  ])('scipy.special.softmax at temperature %d', (temperature, p, log_p, entropy) => {
    expectResults('softmax', { temperature }, { p, log_p, entropy, argmax: 0 });
  });

  it('neither overflows nor loses the logarithm of a vanishing probability', () => {
    expectResults(
      'softmax',
      { z: [700, -700, 700], temperature: 0.01 },
      { p: [0.5, 0, 0.5], log_p: [-Math.LN2, -140000 - Math.LN2, -Math.LN2], entropy: Math.LN2, argmax: 0 },
    );
  });
});

describe('gradient descent in one dimension', () => {
  it.each([
    ['square', 3, 0.1, [3, 2.4, 1.92, 1.536], [9, 5.76, 3.6864, 2.359296], [6, 4.8, 3.84, 3.072]],
    ['quartic', 1, 0.1, [1, 0.6, 0.5136], [1, 0.1296, 0.06958250512220157], [4, 0.864, 0.5419198218239998]],
    [
      'double-well',
      1,
      0.05,
      [1, 1.05, 1.083475, 1.1041353226024406],
      [-1, -1.04199375, -1.0601955785958967, -1.0669681877836195],
      [-1, -0.6695, -0.41320645204881234, -0.24054103676842153],
    ],
    [
      'logcosh',
      2,
      1,
      [2, 1.035972419924183, 0.2596797949731372, 0.005683785304496203],
      [1.3250027473578643, 0.4614440226254165, 0.033344534849894546, 1.6152620724552332e-5],
      [0.9640275800758169, 0.7762926249510459, 0.253996009668641, 0.005683724099605357],
    ],
  ])('%s from %d with lr %d', (fn, x0, lr, x, f, grad) => {
    const steps = x.length - 1;
    expectResults('gradient-descent', { fn, x0, lr, steps }, { x, f, grad, diverged: false, monotone: true });
  });

  it('stops before a point beyond a million: 3, -57, 1083, -20577, 390963', () => {
    expectResults(
      'gradient-descent',
      { lr: 10 },
      { x: [3, -57, 1083, -20577, 390963], diverged: true, monotone: false },
    );
  });

  it('lr = 1 on the square swings for ever without a rise', () => {
    expectResults(
      'gradient-descent',
      { lr: 1, steps: 3 },
      { x: [3, -3, 3, -3], monotone: true, diverged: false },
    );
  });
});

describe('gradient descent in two dimensions', () => {
  it('the first steps, by hand: x shrinks by 0.82, y by -0.8', () => {
    expectResults(
      'gradient-descent-2d',
      { steps: 2 },
      {
        x: [10, 8.2, 6.724],
        y: [1, -0.8, 0.64],
        f: [55, 36.82, 24.654088],
        condition_number: 10,
        lr_limit: 0.2,
        zigzag_x: 0,
        zigzag_y: 2,
        diverged: false,
      },
    );
  });

  it('diverges above the limit 2 / max(a, b)', () => {
    const [below, above] = [0.19, 0.21].map((lr) => resultsOf('gradient-descent-2d', { lr, steps: 200 }));
    expect(below?.diverged).toBe(false);
    expect(above?.diverged).toBe(true);
    expect(Math.max(...numbersIn(above?.y).map(Math.abs))).toBeLessThanOrEqual(1e6);
  });
});

describe('the confusion matrix', () => {
  it('agrees with scikit-learn, with labels that only one of the lists has', () => {
    const third = 1 / 3;
    expectResults(
      'confusion-matrix',
      { y_true: [0, 1, 2, 2, 0, 5, 2, 1], y_pred: [0, 2, 2, 1, 3, 0, 2, 1] },
      {
        labels: [0, 1, 2, 3, 5],
        matrix: [
          [1, 0, 0, 1, 0],
          [0, 1, 1, 0, 0],
          [0, 1, 2, 0, 0],
          [0, 0, 0, 0, 0],
          [1, 0, 0, 0, 0],
        ],
        accuracy: 0.5,
        precision: [0.5, 0.5, 2 / 3, 0, 0],
        recall: [0.5, 0.5, 2 / 3, 0, 0],
        support: [2, 2, 3, 0, 1],
        macro: [third, third, third],
        micro: [0.5, 0.5, 0.5],
        weighted: [0.5, 0.5, 0.5],
        balanced_accuracy: 5 / 12,
      },
    );
  });

  it('F2 weighs recall four times, by hand', () => {
    expectResults(
      'confusion-matrix',
      { y_true: [1, 1, 1, 1, 0, 0], y_pred: [1, 1, 0, 0, 0, 0], beta: 2 },
      { precision: [0.5, 1], recall: [1, 0.5], f_beta: [5 / 6, 5 / 9], balanced_accuracy: 0.75 },
    );
  });

  it('refuses lists of different lengths', () => {
    expectRefusal('confusion-matrix', { y_true: [1, 0], y_pred: [1] }, 'y_pred');
  });
});

describe('outliers', () => {
  it('the defaults: numpy quartiles 11 and 12.75', () => {
    expectResults(
      'outliers',
      {},
      {
        lower: 8.375,
        upper: 15.375,
        outlier_index: [9],
        outliers: [50],
        q1: 11,
        q3: 12.75,
        mean: 15.5,
        sd: 11.560709320798617,
      },
    );
  });

  it('by z-score the outlier hides behind the spread that it makes itself', () => {
    expectResults('outliers', { method: 'z-score' }, { outlier_index: [], outliers: [] });
    expectResults(
      'outliers',
      { method: 'z-score', z: 2 },
      { lower: -7.621418641597234, upper: 38.62141864159723, outlier_index: [9] },
    );
  });

  it('a value on the bound is inside, by hand', () => {
    expectResults(
      'outliers',
      { x: [0, 1, 2, 3, 4, 8], k: 1.5 },
      { q1: 1.25, q3: 3.75, upper: 7.5, outliers: [8] },
    );
    expectResults('outliers', { x: [5, 5, 5] }, { lower: 5, upper: 5, outliers: [] });
  });
});

describe('the decision tree', () => {
  const split = { feature: [0, 1, -1, -1, 0, -1, -1], threshold: [7.5, 2.5, null, null, 10.5, null, null] };
  it.each([
    ['gini', 3, [0.54, 0.24489795918367352, 0, 0, 4 / 9, 0, 0], [0.6825396825396826, 0.3174603174603175]],
    [
      'entropy',
      2,
      [1.295461844238322, 0.5916727785823275, 0, 0, 0.9182958340544896, 0, 0],
      [0.6802908963705182, 0.3197091036294818],
    ],
  ])('scikit-learn with %s and depth %i', (criterion, max_depth, impurity, importance) => {
    expectResults(
      'decision-tree',
      { criterion, max_depth },
      {
        ...split,
        impurity,
        samples: [10, 7, 1, 6, 3, 2, 1],
        majority: [0, 0, 1, 0, 1, 1, 2],
        depth: 2,
        leaves: 4,
        prediction: [0, 0, 1, 1, 0, 0, 2, 1, 0, 0],
        accuracy: 1,
        importance,
      },
    );
  });

  it('scikit-learn with at least three rows a leaf', () => {
    expectResults(
      'decision-tree',
      { max_depth: 8, min_leaf: 3 },
      {
        feature: [0, 1, -1, -1, -1],
        threshold: [7.5, 3.5, null, null, null],
        samples: [10, 7, 3, 4, 3],
        majority: [0, 0, 0, 0, 1],
        accuracy: 0.8,
        importance: [0.8606271777003484, 0.13937282229965167],
      },
    );
  });

  it('one class gives a single leaf and no importance', () => {
    expectResults(
      'decision-tree',
      { x: [[1], [2]], y: [3, 3] },
      { feature: [-1], threshold: [null], leaves: 1, depth: 0, importance: [0], prediction: [3, 3] },
    );
  });
});

describe('k-means', () => {
  it('scikit-learn from the same start', () => {
    expectResults(
      'kmeans',
      {},
      {
        labels: [0, 1, 2, 0, 1, 2, 0, 1, 2],
        centers: [
          [1.5, 4 / 3],
          [8.5, 25 / 3],
          [2.6 / 3, 8.5],
        ],
        inertia: 2.94,
        iterations: 2,
        elbow: [210.99777777777777, 90.38333333333334, 2.94, 2.2733333333333334],
      },
    );
    expectResults('kmeans', { k: 2 }, { labels: [0, 1, 1, 0, 1, 1, 0, 1, 1], iterations: 3 });
  });

  it('an empty cluster keeps its centre, and ties go to the lower label, by hand', () => {
    expectResults(
      'kmeans',
      { x: [[1], [1], [1]], k: 2, max_k: 1 },
      { labels: [0, 0, 0], centers: [[1], [1]] },
    );
    // All go to 0 at first; its centre moves to 5/3, and the kept centre at 1 takes the first two rows back.
    expectResults(
      'kmeans',
      { x: [[1], [1], [3]], k: 2, max_k: 1 },
      { labels: [1, 1, 0], centers: [[3], [1]], inertia: 0, iterations: 3 },
    );
  });

  it('refuses more clusters than rows', () => {
    expectRefusal('kmeans', { x: [[1], [2]], k: 3, max_k: 1 }, 'k');
    expectRefusal('kmeans', { x: [[1], [2]], k: 1, max_k: 3 }, 'max_k');
  });
});
