import type { CellWeights } from './scalar-lstm.ts';
import { sigmoid } from './sigmoid.ts';

/** A GRU with one unit (Cho et al., 2014), equations and gate order (r, z, n) of torch.nn.GRUCell without hidden biases. */

export interface GruStep {
  readonly r: number;
  readonly z: number;
  readonly candidate: number;
  readonly h: number;
}

/** h' = (1 - z) n + z h with n = tanh(w x + b + r (u h)): the reset gate works after the product with u, as in torch. */
export function gruStep({ w, u, b }: CellWeights, x: number, h: number): GruStep {
  const input = (gate: number): number => (w[gate] ?? 0) * x + (b[gate] ?? 0);
  const hidden = (gate: number): number => (u[gate] ?? 0) * h;
  const r = sigmoid(input(0) + hidden(0));
  const z = sigmoid(input(1) + hidden(1));
  const candidate = Math.tanh(input(2) + r * hidden(2));
  // 1 - z is sigmoid of the opposite sum, which keeps its digits where z is near 1.
  return { r, z, candidate, h: sigmoid(-(input(1) + hidden(1))) * candidate + z * h };
}
