import { sigmoid } from './sigmoid.ts';

/** An LSTM with one unit, equations and gate order (i, f, g, o) of torch.nn.LSTMCell with its two biases added up. */

export interface CellWeights {
  /** One a gate: for the input, for the previous h, and the bias. */
  readonly w: readonly number[];
  readonly u: readonly number[];
  readonly b: readonly number[];
}

export interface LstmStep {
  /** i, f, g, o. */
  readonly gates: readonly [number, number, number, number];
  readonly c: number;
  readonly h: number;
}

/** c' = f c + i g, h' = o tanh(c') (Hochreiter & Schmidhuber, 1997, with the forget gate of Gers et al., 2000). */
export function lstmStep({ w, u, b }: CellWeights, x: number, h: number, c: number): LstmStep {
  const sumOf = (gate: number): number => (w[gate] ?? 0) * x + (u[gate] ?? 0) * h + (b[gate] ?? 0);
  const i = sigmoid(sumOf(0));
  const f = sigmoid(sumOf(1));
  const g = Math.tanh(sumOf(2));
  const o = sigmoid(sumOf(3));
  const next = f * c + i * g;
  return { gates: [i, f, g, o], c: next, h: o * Math.tanh(next) };
}
