import { logSigmoid, sigmoid } from './sigmoid.ts';
import { dot, type Rows } from './vector.ts';

/** A tanh hidden layer and a sigmoid output on the four points of XOR, trained on the mean binary cross-entropy. */

export interface XorWeights {
  /** w1[h][2]: a row for each hidden unit. */
  readonly w1: Rows;
  readonly b1: readonly number[];
  readonly w2: readonly number[];
  readonly b2: number;
}

export const XOR_INPUTS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;
export const XOR_TARGETS = [0, 1, 1, 0] as const;

export function hiddenOf({ w1, b1 }: XorWeights, x: readonly number[]): number[] {
  return w1.map((row, i) => Math.tanh(dot(row, x) + (b1[i] ?? 0)));
}

function scoreOf(weights: XorWeights, x: readonly number[]): number {
  return dot(weights.w2, hiddenOf(weights, x)) + weights.b2;
}

export function outputOf(weights: XorWeights, x: readonly number[]): number {
  return sigmoid(scoreOf(weights, x));
}

/** -mean [t ln p + (1-t) ln (1-p)], from the scores, so that it stays finite. */
export function xorLoss(weights: XorWeights): number {
  const terms = XOR_INPUTS.map((x, i) => -logSigmoid((XOR_TARGETS[i] === 1 ? 1 : -1) * scoreOf(weights, x)));
  return terms.reduce((sum, value) => sum + value, 0) / terms.length;
}

/** One step of full-batch gradient descent; the gradient of the cross-entropy with respect to the score is p - t. */
export function xorStep(weights: XorWeights, lr: number): XorWeights {
  const n = XOR_INPUTS.length;
  const hidden = XOR_INPUTS.map((x) => hiddenOf(weights, x));
  const delta = XOR_INPUTS.map(
    (_, i) => (sigmoid(dot(weights.w2, hidden[i] ?? []) + weights.b2) - (XOR_TARGETS[i] ?? 0)) / n,
  );
  const back = weights.w2.map((w, h) => delta.map((d, i) => d * w * (1 - (hidden[i]?.[h] ?? 0) ** 2)));
  return {
    w1: weights.w1.map((row, h) =>
      row.map(
        (w, j) =>
          w -
          lr *
            dot(
              back[h] ?? [],
              XOR_INPUTS.map((x) => x[j] ?? 0),
            ),
      ),
    ),
    b1: weights.b1.map((b, h) => b - lr * (back[h] ?? []).reduce((sum, value) => sum + value, 0)),
    w2: weights.w2.map(
      (w, h) =>
        w -
        lr *
          dot(
            delta,
            hidden.map((row) => row[h] ?? 0),
          ),
    ),
    b2: weights.b2 - lr * delta.reduce((sum, value) => sum + value, 0),
  };
}

/** The weights after `epochs` steps, and the loss before each and after the last. */
export function trainXor(
  start: XorWeights,
  lr: number,
  epochs: number,
): { weights: XorWeights; losses: number[] } {
  let weights = start;
  const losses = [xorLoss(weights)];
  for (let epoch = 0; epoch < epochs; epoch++) {
    weights = xorStep(weights, lr);
    losses.push(xorLoss(weights));
  }
  return { weights, losses };
}
