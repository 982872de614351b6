import type { Activation } from './activations.ts';
import { logSigmoid } from './sigmoid.ts';
import { dot, multiply, type Rows, range, transpose, type Vector } from './vector.ts';

/** A network with one hidden layer and one output, its loss on one sample, and the gradients of that loss. */

export interface NetworkWeights {
  /** w1[i][j] leads from input j to hidden unit i. */
  readonly w1: Rows;
  readonly b1: Vector;
  readonly w2: Vector;
  readonly b2: number;
}

export interface Network {
  readonly hidden: Activation;
  readonly output: Activation;
  /** `bce` goes with a sigmoid output and a target from 0 to 1. */
  readonly loss: 'half-mse' | 'mse' | 'bce';
  readonly x: Vector;
  readonly target: number;
}

export interface Gradients {
  readonly dw1: number[][];
  readonly db1: number[];
  readonly dw2: number[];
  readonly db2: number;
  readonly dx: number[];
}

export function forward({ hidden, output, x }: Network, { w1, b1, w2, b2 }: NetworkWeights) {
  const z1 = multiply(w1, x).map((value, i) => value + (b1[i] ?? 0));
  const h = z1.map(hidden.f);
  const z2 = dot(w2, h) + b2;
  return { z1, h, z2, out: output.f(z2) };
}

/** half-mse (out - t)^2 / 2, mse (out - t)^2, bce -t ln p - (1-t) ln(1-p), from the score so that it stays finite. */
export function lossOf(network: Network, weights: NetworkWeights): number {
  const { z2, out } = forward(network, weights);
  const { loss, target } = network;
  if (loss === 'bce') return -(target * logSigmoid(z2) + (1 - target) * logSigmoid(-z2));
  return (out - target) ** 2 / (loss === 'mse' ? 1 : 2);
}

/** dL/dz2. For sigmoid with cross-entropy the factors p (1 - p) cancel, and p - t is left. */
function outputDelta({ loss, target, output }: Network, z2: number, out: number): number {
  if (loss === 'bce') return out - target;
  return (loss === 'mse' ? 2 : 1) * (out - target) * output.df(z2);
}

/**
 * Back-propagation: the chain rule from the loss back to every weight and input (Rumelhart, Hinton & Williams, "Learning
 * representations by back-propagating errors", Nature 323, 1986). Cost: that of a forward pass.
 */
export function backward(network: Network, weights: NetworkWeights): Gradients {
  const { z1, h, z2, out } = forward(network, weights);
  const delta2 = outputDelta(network, z2, out);
  const delta1 = weights.w2.map((w, i) => delta2 * w * network.hidden.df(z1[i] ?? 0));
  return {
    dw1: delta1.map((delta) => network.x.map((value) => delta * value)),
    db1: delta1,
    dw2: h.map((value) => delta2 * value),
    db2: delta2,
    dx: multiply(transpose(weights.w1), delta1),
  };
}

export function descend(weights: NetworkWeights, gradients: Gradients, lr: number): NetworkWeights {
  return {
    w1: weights.w1.map((row, i) => row.map((w, j) => w - lr * (gradients.dw1[i]?.[j] ?? 0))),
    b1: weights.b1.map((b, i) => b - lr * (gradients.db1[i] ?? 0)),
    w2: weights.w2.map((w, i) => w - lr * (gradients.dw2[i] ?? 0)),
    b2: weights.b2 - lr * gradients.db2,
  };
}

function moved(list: Vector, at: number, by: number): number[] {
  return list.map((value, i) => (i === at ? value + by : value));
}

/** Largest gap between the gradients of the weights and central differences of the loss. */
export function gradientGap(
  network: Network,
  weights: NetworkWeights,
  gradients: Gradients,
  step: number,
): number {
  const gap = (change: (by: number) => Partial<NetworkWeights>, gradient = 0): number => {
    const at = (by: number): number => lossOf(network, { ...weights, ...change(by) });
    return Math.abs((at(step) - at(-step)) / (2 * step) - gradient);
  };
  const units = range(weights.w1.length);
  return Math.max(
    gap((by) => ({ b2: weights.b2 + by }), gradients.db2),
    ...units.map((i) => gap((by) => ({ b1: moved(weights.b1, i, by) }), gradients.db1[i])),
    ...units.map((i) => gap((by) => ({ w2: moved(weights.w2, i, by) }), gradients.dw2[i])),
    ...units.flatMap((i) =>
      network.x.map((_, j) =>
        gap(
          (by) => ({ w1: weights.w1.map((row, k) => (k === i ? moved(row, j, by) : row)) }),
          gradients.dw1[i]?.[j],
        ),
      ),
    ),
  );
}
