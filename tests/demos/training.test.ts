import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values from PyTorch 1.13 (autograd, BatchNorm1d, layer_norm) in double precision, or by hand where a case says so. */

const SEEDS = Array.from({ length: 100 }, (_, seed) => seed);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('weight initialisation', () => {
  it.each([
    ['xavier-uniform', 2 / 384, Math.sqrt(6 / 384)],
    ['xavier-normal', 2 / 384, null],
    ['he-uniform', 2 / 256, Math.sqrt(6 / 256)],
    ['he-normal', 2 / 256, null],
    ['lecun-uniform', 1 / 256, Math.sqrt(3 / 256)],
    ['lecun-normal', 1 / 256, null],
  ])('%s: variance and bound by hand', (method, variance, bound) => {
    expectResults('weight-init', { method }, { variance, std: Math.sqrt(variance), bound });
  });

  it.each(SEEDS.slice(0, 50))('draws within the bound and near the variance, seed %i', (seed) => {
    const found = resultsOf('weight-init', { seed, fan_in: 64, fan_out: 64 });
    const [std, bound] = [Number(found.std), Number(found.bound)];
    // Four standard errors of 4096 draws.
    expect(Math.abs(Number(found.sample_mean))).toBeLessThan((4 * std) / 64);
    expect(Math.abs(Number(found.sample_std) / std - 1)).toBeLessThan(0.05);
    expect(Number(found.sample_max)).toBeLessThanOrEqual(bound);
    expect(Number(found.sample_max)).toBeGreaterThan(bound * 0.99);
  });

  it('leaves all but the sample to the method, whatever the seed', () => {
    const [a, b] = [resultsOf('weight-init', { seed: 1 }), resultsOf('weight-init', { seed: 2 })];
    expect([a.std, a.variance, a.bound]).toEqual([b.std, b.variance, b.bound]);
    expect(a.sample_mean).not.toBe(b.sample_mean);
  });
});

describe('batch normalisation', () => {
  it('in training uses the biased variance and moves by the unbiased one', () => {
    expectResults(
      'batch-norm',
      {},
      {
        y: [
          [-1.5 / Math.sqrt(1.25001), -20 / Math.sqrt(350.00001)],
          [-0.5 / Math.sqrt(1.25001), -10 / Math.sqrt(350.00001)],
          [0.5 / Math.sqrt(1.25001), 0],
          [1.5 / Math.sqrt(1.25001), 30 / Math.sqrt(350.00001)],
        ],
        mean: [2.5, 30],
        var: [1.25, 350],
        running_mean: [0.25, 3],
        running_var: [0.9 + 0.1 * (5 / 3), 0.9 + 0.1 * (1400 / 3)],
      },
    );
  });

  it('in evaluation uses the running values, leaves them, and takes a single row', () => {
    expectResults(
      'batch-norm',
      { x: [[3, 7]], mode: 'eval', running_mean: 1, running_var: 4, gamma: 2, beta: 5, eps: 1e-12 },
      { y: [[7, 11]], mean: [3, 7], var: [0, 0], running_mean: [1, 1], running_var: [4, 4] },
    );
  });

  it.each([
    [0, [0, 0], [1, 1]],
    [1, [2.5, 30], [5 / 3, 1400 / 3]],
  ])('momentum %d', (momentum, running_mean, running_var) => {
    expectResults('batch-norm', { momentum }, { running_mean, running_var });
  });

  it('refuses to train on one row', () => {
    expectRefusal('batch-norm', { x: [[1, 2]] }, 'x');
  });

  it('makes a constant feature beta', () => {
    expectResults('batch-norm', { x: [[1e6], [1e6], [1e6]], beta: 3 }, { y: [[3], [3], [3]], var: [0] });
  });
});

describe('layer normalisation', () => {
  it('takes mean and biased variance of each row, by hand', () => {
    const row = (unit: number, variance: number): number[] =>
      [-1.5, -0.5, 0.5, 1.5].map((step) => (step * unit) / Math.sqrt(variance + 1e-5));
    expectResults('layer-norm', {}, { y: [row(1, 1.25), row(10, 125)], mean: [2.5, 25], var: [1.25, 125] });
  });

  it('scales by gamma and moves by beta; a single value becomes beta', () => {
    expectResults('layer-norm', { x: [[7]], gamma: 5, beta: -2 }, { y: [[-2]], mean: [7], var: [0] });
    expectResults(
      'layer-norm',
      { x: [[0, 2]], gamma: 3, beta: 1, eps: 1 },
      { y: [[1 - 3 / Math.SQRT2, 1 + 3 / Math.SQRT2]] },
    );
  });
});

describe('dropout', () => {
  it.each(SEEDS)('keeps what its expectation says, seed %i', (seed) => {
    const x = [1, -2, 3, 0, 5];
    const p = 0.25;
    const found = resultsOf('dropout', { x, p, seed, trials: 1000 });
    const mask = numbersIn(found.mask);
    expect(mask.every((kept) => kept === 0 || kept === 1)).toBe(true);
    expect(numbersIn(found.y)).toEqual(x.map((value, i) => (mask[i] === 1 ? value / (1 - p) : 0)));
    expect(Math.abs(Number(found.kept_fraction) - (1 - p))).toBeLessThan(0.035);
    // Five standard errors of a mean over 1000 draws.
    numbersIn(found.mean_over_trials).forEach((value, i) => {
      expect(Math.abs(value - (x[i] ?? 0))).toBeLessThanOrEqual(0.092 * Math.abs(x[i] ?? 0));
    });
  });

  it.each([
    ['evaluation', { mode: 'eval', p: 0.9 }],
    ['p = 0', { p: 0 }],
  ])('%s leaves everything as it is', (_name, given) => {
    const x = [4, 5, -6];
    expectResults(
      'dropout',
      { x, ...given },
      { y: x, mask: [1, 1, 1], kept_fraction: 1, mean_over_trials: x },
    );
  });

  it('draws anew with another seed and the same again with the same one', () => {
    const masks = [0, 0, 1].map((seed) => JSON.stringify(resultsOf('dropout', { seed }).mask));
    expect(masks[0]).toBe(masks[1]);
    expect(masks[0]).not.toBe(masks[2]);
  });
});

describe('back-propagation', () => {
  it('agrees with PyTorch on the defaults', () => {
    expectResults(
      'backprop',
      {},
      {
        h: [0.5274723043445937, 0.4182406231581638],
        y_hat: 0.5529981142702213,
        loss: 0.09990534292298908,
        dw1: [
          [-0.006885084889036743, 0.0027540339556146975],
          [0.008065535751071993, -0.0032262143004287975],
        ],
        db1: [-0.013770169778073486, 0.016131071502143986],
        dw2: [-0.05828301665566485, -0.04621346941787115],
        db2: -0.11049493248386552,
        dx: [-0.006216338428450545, 0.0036983946452428976],
        loss_after: 0.09099708827850533,
      },
    );
  });

  it('agrees with PyTorch for tanh, sigmoid and cross-entropy', () => {
    expectResults(
      'backprop',
      { hidden: 'tanh', loss: 'bce', target: 0.25 },
      {
        h: [0.10955847021442953, -0.31852077690277086],
        loss: 0.8292693393517859,
        db1: [0.17767248111660602, -0.1939033937387378],
        dw2: [0.039404019204209384, -0.114559821668297],
        db2: 0.3596620062975252,
        dx: [0.07593826623328194, -0.04202686127217392],
        loss_after: 0.7270950728063814,
      },
    );
  });

  it('agrees with PyTorch for ReLU, a linear output and squared error', () => {
    expectResults(
      'backprop',
      { hidden: 'relu', output: 'linear', loss: 'mse', target: 2 },
      {
        h: [0.11, 0],
        y_hat: 0.255,
        loss: 3.045025,
        db1: [-1.745, 0],
        dw2: [-0.3839, 0],
        db2: -3.49,
        dx: [-0.1745, -0.349],
        loss_after: 0.639874444158522,
      },
    );
  });

  it('keeps cross-entropy exact where the sigmoid rounds to 1: loss = z = 60', () => {
    expectResults('backprop', { loss: 'bce', target: 0, w2: [0, 0], b2: 20 }, { loss: 20.000000002061153 });
    const zero = [
      [0, 0],
      [0, 0],
    ];
    expectResults(
      'backprop',
      { loss: 'bce', target: 0, w1: zero, b1: [20, 20], w2: [20, 20], b2: 20, hidden: 'tanh' },
      { y_hat: 1, loss: 60, db2: 1 },
    );
  });

  it.each(['sigmoid', 'tanh', 'relu'])('passes its own gradient check with %s', (hidden) => {
    expect(Number(resultsOf('backprop', { hidden }).gradient_check)).toBeLessThan(1e-9);
  });

  it('has slope 0 at the kink of ReLU', () => {
    expectResults(
      'backprop',
      { hidden: 'relu', x: [0, 0], b1: [0, 0] },
      { h: [0, 0], db1: [0, 0], dx: [0, 0] },
    );
  });

  it.each([
    [{ loss: 'bce', output: 'linear' }, 'loss'],
    [{ loss: 'bce', target: 1.5 }, 'target'],
    [{ loss: 'bce', target: -0.1 }, 'target'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('backprop', given, parameter);
  });
});

describe('the perceptron', () => {
  it.each([
    // Followed by hand, row by row.
    ['AND', {}, { w: [2, 1], b: -3, errors: [2, 3, 3, 2, 1, 0], converged: true, prediction: [0, 0, 0, 1] }],
    [
      'OR with half the rate',
      { y: [0, 1, 1, 1], lr: 0.5 },
      { w: [0.5, 0.5], b: -0.5, errors: [2, 2, 1, 0], converged: true, prediction: [0, 1, 1, 1] },
    ],
    [
      'XOR never ends',
      { y: [0, 1, 1, 0], epochs: 8 },
      { w: [-1, 0], b: 0, errors: [3, 3, 4, 4, 4, 4, 4, 4], converged: false, prediction: [1, 1, 0, 0] },
    ],
    [
      'AND one epoch short',
      { epochs: 5 },
      { w: [2, 1], errors: [2, 3, 3, 2, 1], converged: false, prediction: [0, 0, 0, 1] },
    ],
    [
      'all of class 1 are right from the start, as 0 counts as 1',
      { y: [1, 1, 1, 1] },
      { w: [0, 0], b: 0, errors: [0], converged: true, prediction: [1, 1, 1, 1] },
    ],
  ])('%s', (_name, given, expected) => {
    expectResults('perceptron', given, expected);
  });

  it('refuses labels for other rows', () => {
    expectRefusal('perceptron', { y: [0, 1] }, 'y');
  });
});

describe('XOR with a hidden layer', () => {
  it('agrees with PyTorch on the defaults', () => {
    expectResults(
      'xor-mlp',
      {},
      {
        loss_first: 0.7240769841801067,
        loss_last: 0.04405850603594651,
        output: [0.03370547267370536, 0.9447750855477228, 0.9447750855477228, 0.027933107612771523],
        prediction: [0, 1, 1, 0],
        accuracy: 1,
        best_linear_accuracy: 0.75,
      },
    );
  });

  it('agrees with PyTorch for one unit', () => {
    expectResults(
      'xor-mlp',
      { w1: [[1, -1]], b1: [0.1], w2: [1], b2: 0, epochs: 50 },
      {
        loss_first: 0.7433740542757813,
        loss_last: 0.5905112603458151,
        output: [0.42180679906800533, 0.35034418254189353, 0.7595137109327166, 0.38754615796782077],
        accuracy: 0.75,
      },
    );
  });

  it('stays at ln 2 from zero weights, with p = 0.5 predicted as 0', () => {
    expectResults(
      'xor-mlp',
      { w1: [[0, 0]], b1: [0], w2: [0], b2: 0 },
      {
        loss_first: Math.LN2,
        loss_last: Math.LN2,
        output: [0.5, 0.5, 0.5, 0.5],
        prediction: [0, 0, 0, 0],
        accuracy: 0.5,
      },
    );
  });

  it('refuses lists of another length', () => {
    expectRefusal('xor-mlp', { b1: [0] }, 'b1');
    expectRefusal('xor-mlp', { w2: [1, 1, 1] }, 'w2');
  });
});

describe('parameters of a fully connected network', () => {
  it.each([
    // The MLP of the Keras and PyTorch tutorials on MNIST.
    [
      {},
      {
        weights: [100352, 8192, 640],
        biases: [128, 64, 10],
        per_layer: [100480, 8256, 650],
        total: 109386,
        memory_bytes: 437544,
      },
    ],
    [
      { sizes: [3, 2], bias: false, bytes: 8 },
      { weights: [6], biases: [0], per_layer: [6], total: 6, memory_bytes: 48 },
    ],
    [
      { sizes: [1e6, 1e6], bytes: 8 },
      { total: 1e12 + 1e6, memory_bytes: 8 * (1e12 + 1e6) },
    ],
  ])('%o', (given, expected) => {
    expectResults('layer-params', given, expected);
  });

  it('counts the largest network that the limits allow', () => {
    const found = resultsOf('layer-params', { sizes: Array.from({ length: 20 }, () => 1e6) });
    expect(found.total).toBe(19 * (1e12 + 1e6));
    expect(mean(numbersIn(found.biases))).toBe(1e6);
  });
});
