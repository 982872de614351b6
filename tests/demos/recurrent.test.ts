import { describe, expect, it } from 'vitest';
import { expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values by PyTorch 1.13 in double precision (autograd, LSTMCell, GRUCell) unless a case says otherwise. */

describe('gradients through time', () => {
  it('agree with autograd', () => {
    const run = resultsOf('rnn-gradient');
    expect(numbersIn(run.h).at(-1)).toBeCloseTo(0.4413664582300476, 12);
    expect((numbersIn(run.grad_h)[0] ?? 0) / 0.00012297803468369964).toBeCloseTo(1, 10);
    expectResults('rnn-gradient', {}, { dh_dw: -0.3577201909603244, dh_du: 0.4487654081064572 });
  });

  it('are powers of w in a linear network (by hand)', () => {
    expectResults(
      'rnn-gradient',
      { activation: 'linear', w: 2, u: 1, inputs: [1, 1, 1], h0: 1 },
      { h: [1, 3, 7, 15], grad_h: [8, 4, 2, 1], dh_dw: 7 + 2 * 3 + 4 * 1, dh_du: 7 },
    );
  });

  it('stay finite at the limits', () => {
    const run = resultsOf('rnn-gradient', {
      activation: 'linear',
      w: 3,
      u: 3,
      inputs: Array.from({ length: 100 }, () => 10),
    });
    expect((numbersIn(run.grad_h)[0] ?? 0) / 3 ** 100).toBeCloseTo(1, 12);
  });
});

describe('an LSTM cell', () => {
  it('agrees with LSTMCell', () => {
    expectResults(
      'lstm-cell',
      {},
      {
        h: [0, 0.2479754035817746, 0.3003151539307749, 0.03798284382447264],
        c: [0, 0.3761943623443011, 0.5263852004859501, 0.11343088055967684],
      },
    );
  });

  it('with no weights has all gates at one half (by hand)', () => {
    expectResults(
      'lstm-cell',
      { inputs: [3, -1], w: [0, 0, 0, 0], u: [0, 0, 0, 0], b: [0, 0, 0, 0], c0: 8 },
      {
        gates: [
          [0.5, 0.5, 0, 0.5],
          [0.5, 0.5, 0, 0.5],
        ],
        c: [8, 4, 2],
        h: [0, Math.tanh(4) / 2, Math.tanh(2) / 2],
        forget_product: 0.25,
      },
    );
  });
});

describe('a GRU cell', () => {
  it('agrees with GRUCell', () => {
    expectResults('gru-cell', {}, { h: [0, 0.21415391054180094, 0.2781436980576658, -0.2672111130874806] });
  });

  it('with z = 1/2 goes half of the way to the candidate; r works on u h (by hand)', () => {
    expectResults(
      'gru-cell',
      { inputs: [0], w: [0, 0, 0], u: [0, 0, 4], b: [0, 0, 1], h0: 1 },
      { r: [0.5], z: [0.5], candidate: [Math.tanh(3)], h: [1, 0.5 * Math.tanh(3) + 0.5] },
    );
  });
});

describe('residual connections', () => {
  it('agree with autograd', () => {
    const run = resultsOf('residual-gradient');
    expect((numbersIn(run.plain_grad)[0] ?? 0) / 8.78802476893967e-7).toBeCloseTo(1, 10);
    expect(numbersIn(run.residual_grad)[0]).toBeCloseTo(4.987528212531169, 10);
    expect((run.plain_out as number) / 4.640588793675913e-7).toBeCloseTo(1, 10);
    expect(run.residual_out).toBeCloseTo(17.93208298571471, 10);
    expectResults('residual-gradient', { activation: 'sigmoid' }, { residual_out: 18.648790947753586 });
  });

  it('double with ReLU and w = 1, and cancel with w = -1 where x is negative (by hand)', () => {
    expectResults(
      'residual-gradient',
      { activation: 'relu', depth: 3, w: 1, x: 1 },
      { plain_grad: [1, 1, 1, 1], residual_grad: [8, 4, 2, 1], plain_out: 1, residual_out: 8 },
    );
    expectResults(
      'residual-gradient',
      { activation: 'relu', depth: 1, w: -1, x: -2 },
      { plain_grad: [-1, 1], residual_grad: [0, 1], plain_out: 2, residual_out: 0 },
    );
  });
});
