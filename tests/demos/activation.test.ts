import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values by PyTorch 1.13 in double precision unless a case says otherwise. */

describe('activation functions', () => {
  it.each([
    ['gelu', [-0.04550026389635842, -8.958667141456544e-12], [-0.08523180107819692, -6.266323326691551e-11]],
    ['selu', [-1.5201664685956948, -1.7564961617648047], [0.2379328722516818, 0.0016031790825720052]],
    ['swish', [-0.2384058440442351, -0.006377358360804518], [-0.09078424878489547, -0.005460497066452141]],
  ])('%s agrees with torch at -2 and -7', (fn, y, dy) => {
    expectResults('activation', { fn, x: [-2, -7] }, { y, dy });
  });

  it('GELU keeps the digits of a small slope', () => {
    const slope = numbersIn(resultsOf('activation', { fn: 'gelu', x: [-7] }).dy)[0] ?? 0;
    // Phi(-7) - 7 phi(-7) with SciPy's ndtr; torch itself is off by 5e-8 here.
    expect(slope / -6.266323031466634e-11).toBeCloseTo(1, 10);
  });

  it('all of them are finite at the ends of the limits', () => {
    const { y, dy } = resultsOf('activation-compare', { x: [-50, 50] });
    expect(numbersIn(y)).toHaveLength(22);
    // relu, leaky-relu, prelu, rrelu by hand: slope times -50.
    expect(numbersIn(y).filter((_, i) => i < 8)).toEqual([0, 50, -0.5, 50, -0.5, 50, -50 * (11 / 48), 50]);
    expect(numbersIn(dy)).toHaveLength(22);
  });

  it('the comparison holds the values of each demo run, in the order of its choices', () => {
    const all = resultsOf('activation-compare', { x: [-2, 0, 1.5] });
    const names = all.names as readonly string[];
    names.forEach((fn, i) => {
      const one = resultsOf('activation', { fn, x: [-2, 0, 1.5] });
      expect(numbersIn(all.y).slice(i * 3, i * 3 + 3)).toEqual(one.y);
      expect(numbersIn(all.dy).slice(i * 3, i * 3 + 3)).toEqual(one.dy);
    });
  });
});

describe('zero-centred outputs', () => {
  it.each([
    [[-2, -1, 0.5, 1.5], 1, true, false],
    [[1, 2], -3, true, true],
    [[0], 1, true, false],
    [[-2, 2], 0, false, false],
  ])('z = %j with delta %d: same signs %s and %s', (z, delta, sigmoid, tanh) => {
    expectResults('zero-centered', { z, delta }, { sigmoid_same_sign: sigmoid, tanh_same_sign: tanh });
  });

  it('multiplies inputs by delta (by hand)', () => {
    expectResults('zero-centered', { z: [0], delta: 4 }, { sigmoid_grad: [2], tanh_grad: [0] });
  });
});

describe('hierarchical softmax', () => {
  it('gives the codes of the textbook example (Cormen et al., Introduction to Algorithms, 16.3)', () => {
    expectResults(
      'hierarchical-softmax',
      {},
      {
        code: ['1100', '1101', '100', '101', '111', '0'],
        code_length: [4, 4, 3, 3, 3, 1],
        expected_length: 2.24,
        p_sum: 1,
      },
    );
  });

  it('halves at every turn when all scores are 0; among equal weights the older goes first (by hand)', () => {
    expectResults(
      'hierarchical-softmax',
      { freq: [1, 1, 1], scores: [0, 0] },
      { code: ['10', '11', '0'], p: [0.25, 0.25, 0.5], expected_length: 5 / 3, entropy_bits: Math.log2(3) },
    );
  });

  it('sums to 1 over the deepest tree', () => {
    const freq = Array.from({ length: 20 }, (_, i) => 2 ** i);
    expectResults(
      'hierarchical-softmax',
      { freq: freq.map((one) => Math.min(one, 1e6)), scores: freq.slice(1).map((_, i) => 20 - 2 * i) },
      { p_sum: 1 },
    );
  });

  it('needs one score fewer than words', () => {
    expectRefusal('hierarchical-softmax', { freq: [1, 2, 3], scores: [0] }, 'scores');
  });
});

describe('a dying ReLU', () => {
  it('jumps past the data and never comes back (first steps by hand)', () => {
    const run = resultsOf('dying-relu');
    expect(run.dead).toBe(true);
    expect(numbersIn(run.w).slice(0, 2)).toEqual([0.5, 2.75]);
    expect(numbersIn(run.b).slice(0, 2)).toEqual([0, 0.75]);
    expect(numbersIn(run.loss).slice(0, 2)).toEqual([1.875, 30.09375]);
    expect(numbersIn(run.active_fraction).slice(0, 3)).toEqual([1, 1, 0]);
    // Nothing moves any more, and the loss is that of an output of 0.
    expect(new Set(numbersIn(run.w).slice(2)).size).toBe(1);
    expect(numbersIn(run.loss).at(-1)).toBe(7.5);
  });

  it('a leaky one is not dead, and wx + b = 0 does not count as active', () => {
    expectResults(
      'dying-relu',
      { x: [0], y: [1], b: 0, leak: 0.5, steps: 1, lr: 1 },
      { dead: false, b: [0, 1] },
    );
    expectResults('dying-relu', { x: [0], y: [1], b: 0, steps: 1 }, { dead: true, active_fraction: [0, 0] });
  });

  it('needs as many targets as inputs', () => {
    expectRefusal('dying-relu', { x: [1, 2], y: [1] }, 'y');
  });
});

describe('approximation by ReLUs', () => {
  it('of x² on four pieces (by hand: width² / 4 at the middles)', () => {
    expectResults(
      'relu-approximation',
      {},
      { knots: [-2, -1, 0, 1, 2], coef: [-3, 2, 2, 2], max_error: 0.25 },
    );
  });

  it('keeps the digits of tiny slopes', () => {
    // tanh(10) - tanh(9) from 40 digits of Python's decimal.
    const { coef } = resultsOf('relu-approximation', { fn: 'tanh', lo: 9, hi: 10, segments: 1 });
    expect((numbersIn(coef)[0] ?? 0) / 2.633765178914029e-8).toBeCloseTo(1, 9);
  });

  it('refuses an empty interval', () => {
    expectRefusal('relu-approximation', { lo: 1, hi: 1 }, 'lo');
    expectRefusal('relu-approximation', { lo: 2, hi: -2 }, 'lo');
  });
});

describe('gradients through depth', () => {
  it('vanish through ten sigmoids, as by autograd', () => {
    const { grad, h, vanished } = resultsOf('vanishing-gradient');
    expect((numbersIn(grad)[0] ?? 0) / 3.483115609785163e-7).toBeCloseTo(1, 10);
    expect(numbersIn(h).at(-1)).toBeCloseTo(0.6590460145745493, 12);
    expect(vanished).toBe(true);
  });

  it.each([
    ['linear', 10, 2, 1, 1024, false, true],
    ['relu', 5, 1, 0.5, 1, false, false],
    ['relu', 5, -1, 0.5, 0, true, false],
    ['leaky-relu', 1, 1, -1, 0.01, false, false],
    ['linear', 3, 0, 1, 0, true, false],
  ])('%s, depth %d, w = %d, x = %d: %d (by hand)', (activation, depth, w, x, first, vanished, exploded) => {
    const run = resultsOf('vanishing-gradient', { activation, depth, w, x });
    expect(numbersIn(run.grad)[0]).toBeCloseTo(first, 12);
    expect([run.vanished, run.exploded]).toEqual([vanished, exploded]);
  });
});

describe('linearity', () => {
  it.each([
    ['scale', true, true],
    ['affine', false, false],
    ['relu', false, true],
    ['square', false, false],
    ['sin', false, false],
  ])('%s: additive %s, homogeneous %s', (fn, additive, homogeneous) => {
    expectResults('linearity', { fn }, { additive, homogeneous, linear: additive && homogeneous });
  });

  it('gives both sides (by hand: f = 3x + 1 at 1.5, -2 and 3 · 1.5)', () => {
    expectResults('linearity', {}, { f_sum: -0.5, sum_f: 0.5, f_scaled: 14.5, scaled_f: 16.5 });
  });

  it('a sine passes where the points happen to agree', () => {
    expectResults('linearity', { fn: 'sin', x: 0, y: 2, a: 5 }, { linear: true });
  });
});

describe('stacked linear layers', () => {
  it('are one layer; a ReLU between makes the difference (by hand)', () => {
    expectResults(
      'linear-collapse',
      { x: [2, -1] },
      {
        collapsed: [
          [2, 7],
          [-1, 4],
        ],
        two_layers: [-3, -6],
        one_layer: [-3, -6],
        relu_output: [0, 0],
        gap: 0,
        relu_gap: 6,
      },
    );
  });

  it('must fit together', () => {
    expectRefusal('linear-collapse', { x: [1, 2, 3] }, 'x');
    expectRefusal('linear-collapse', { b: [[1, 2]] }, 'b');
  });
});
