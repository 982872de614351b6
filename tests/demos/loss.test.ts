import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values by SciPy 1.10, scikit-learn 1.2 and PyTorch 1.13 unless a case says otherwise. */

describe('entropy, cross-entropy and divergences', () => {
  it('agrees with rel_entr, entr and jensenshannon', () => {
    expectResults(
      'entropy-kl-crossentropy',
      {},
      {
        entropy: 0.8018185525433372,
        kl: 0.0851228259572216,
        kl_reverse: 0.09203285023383187,
        cross_entropy: 0.8018185525433372 + 0.0851228259572216,
        js: 0.021901178968493775,
        max_entropy: Math.log(3),
      },
    );
  });

  it('counts in bits (by hand)', () => {
    expectResults(
      'entropy-kl-crossentropy',
      { q: [0.5, 0.5, 0], p: [0.25, 0.25, 0.5], base: '2' },
      { information: [1, 1, null], entropy: 1, cross_entropy: 2, kl: 1, kl_reverse: null },
    );
  });

  it('is infinite where p excludes what happens, and JS is then at most one bit', () => {
    expectResults(
      'entropy-kl-crossentropy',
      { q: [1, 0], p: [0, 1], base: '2' },
      { entropy: 0, cross_entropy: null, kl: null, kl_reverse: null, js: 1 },
    );
  });

  it('is 0 between equals, and keeps its digits between near equals', () => {
    expectResults(
      'entropy-kl-crossentropy',
      { q: [0.3, 0.7], p: [0.3, 0.7] },
      { kl: 0, kl_reverse: 0, js: 0 },
    );
    // Second order: 2 d², with d = 2^-20 so that the sum is exactly 1.
    const { kl } = resultsOf('entropy-kl-crossentropy', {
      q: [0.5 + 2 ** -20, 0.5 - 2 ** -20],
      p: [0.5, 0.5],
    });
    expect((kl as number) / 2 ** -39).toBeCloseTo(1, 6);
  });

  it('refuses unequal lengths and sums other than 1', () => {
    expectRefusal('entropy-kl-crossentropy', { q: [1], p: [0.5, 0.5] }, 'p');
    expectRefusal('entropy-kl-crossentropy', { q: [0.5, 0.4, 0.2] }, 'q');
    expectRefusal('entropy-kl-crossentropy', { p: [0.5, 0.4, 0.2] }, 'p');
    expect(resultsOf('entropy-kl-crossentropy', { q: [0.7, 0.2, 0.1000005] }).js).toBeGreaterThan(0);
  });
});

const THREE = '0.7,0.2,0.1/0.1,0.3,0.6/0.5,0.3,0.2';
const SCORES = '2,0.5,-1/0.1,0.3,1.6/1.5,0.3,0.2';

describe('log loss', () => {
  it('binary agrees with log_loss', () => {
    expectResults('log-loss', {}, { loss: 0.2656183105130591, accuracy: 1 });
  });

  it.each(['categorical', 'sparse'])('%s agrees with log_loss', (kind) => {
    expectResults(
      'log-loss',
      { kind, y: [0, 2, 1], p: THREE },
      { loss: 0.6904911240102196, accuracy: 2 / 3 },
    );
  });

  it('nll agrees with cross_entropy and its weights', () => {
    const per_sample = [0.24131129665715703, 0.4025688868938324, 1.6534460592045601];
    expectResults(
      'log-loss',
      { kind: 'nll', y: [0, 2, 1], p: SCORES, weights: [1, 5, 1] },
      { per_sample, loss: 1.2730157827962556, accuracy: 2 / 3 },
    );
    expectResults(
      'log-loss',
      { kind: 'nll', y: [0, 2, 1], p: SCORES, weights: [7] },
      { per_sample, loss: (0.24131129665715703 + 0.4025688868938324 + 1.6534460592045601) / 3 },
    );
  });

  it('clips certain mistakes as NumPy does: -ln of 1e-15, and of 1 - (1 - 1e-15) in doubles', () => {
    expectResults(
      'log-loss',
      { y: [1, 0], p: '0/1' },
      { per_sample: [34.538776394910684, 34.53957599234088], accuracy: 0 },
    );
  });

  it('an even chance counts as class 1; scores as large as they may be stay finite', () => {
    expectResults('log-loss', { y: [1], p: '0.5' }, { accuracy: 1, loss: Math.LN2 });
    expectResults(
      'log-loss',
      { kind: 'nll', y: [0, 1], p: '-1000,1000/-1000,1000' },
      { per_sample: [2000, 0] },
    );
  });

  it.each([
    ['another number of rows', { y: [1, 0] }, 'p'],
    ['two columns for binary', { y: [1], p: '0.5,0.5' }, 'p'],
    ['a class other than 0 and 1 for binary', { y: [2], p: '0.5' }, 'y'],
    ['a probability above 1', { y: [1], p: '1.5' }, 'p'],
    ['a row that does not sum to 1', { kind: 'sparse', y: [0], p: '0.5,0.4' }, 'p'],
    ['a negative probability', { kind: 'categorical', y: [0], p: '1.5,-0.5' }, 'p'],
    ['a class without a column', { kind: 'sparse', y: [2], p: '0.5,0.5' }, 'y'],
    ['a weight too few', { kind: 'nll', y: [0], p: '1,2,3', weights: [1, 2] }, 'weights'],
    ['weights that add up to 0', { kind: 'nll', y: [0], p: '1,2', weights: [0, 2] }, 'weights'],
  ])('refuses %s', (_, given, parameter) => {
    expectRefusal('log-loss', given, parameter);
  });

  it('ignores weights except for nll', () => {
    expectResults('log-loss', { weights: [0, 1, 2] }, { loss: 0.2656183105130591 });
  });
});

describe('gradients of BCE and MSE', () => {
  it('at 0 (by hand)', () => {
    expectResults(
      'bce-vs-mse-gradient',
      { z: [0], target: 1 },
      { p: [0.5], bce: [Math.LN2], mse: [0.25], bce_grad: [-0.5], mse_grad: [-0.25] },
    );
  });

  it('far out both keep their digits (by hand: e^-30 for z = 30 and target 1)', () => {
    const run = resultsOf('bce-vs-mse-gradient', { z: [30, -30], target: 1 });
    const tail = Math.exp(-30);
    const [right = 0, wrong = 0] = numbersIn(run.bce_grad);
    expect(right / -tail).toBeCloseTo(1, 9);
    expect(wrong).toBeCloseTo(-1, 9);
    expect((numbersIn(run.mse_grad)[1] ?? 0) / (-2 * tail)).toBeCloseTo(1, 9);
    expect((numbersIn(run.bce)[0] ?? 0) / tail).toBeCloseTo(1, 9);
  });
});

describe('information gain', () => {
  it("is that of outlook in Quinlan's play-tennis data (1986)", () => {
    const run = resultsOf('information-gain', {
      feature: [0, 0, 1, 2, 2, 2, 1, 0, 0, 2, 0, 1, 1, 2],
      labels: [0, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0],
    });
    expect(run.entropy).toBeCloseTo(0.94, 3);
    expect(run.gain).toBeCloseTo(0.247, 3);
    expect(run.gain_ratio).toBeCloseTo(0.156, 3);
  });

  it('is all there is for a copy of the labels, with a Gini of 0 (by hand)', () => {
    expectResults(
      'information-gain',
      { labels: [0, 0, 1, 1], feature: [5, 5, 3, 3] },
      { entropy: 1, entropy_after: 0, gain: 1, gini: 0.5, gini_after: 0, gini_gain: 0.5, gain_ratio: 1 },
    );
  });

  it('has no ratio for a constant feature', () => {
    expectResults('information-gain', { labels: [0, 1], feature: [3, 3] }, { gain: 0, gain_ratio: null });
    expectResults(
      'information-gain',
      { labels: [1], feature: [0] },
      { entropy: 0, gain: 0, gain_ratio: null },
    );
  });

  it('needs a value a label', () => {
    expectRefusal('information-gain', { labels: [0, 1], feature: [1] }, 'feature');
  });
});
