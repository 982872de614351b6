import { norm } from './vector.ts';

/** Gradient clipping (Pascanu, Mikolov & Bengio, "On the difficulty of training recurrent neural networks", 2013), as in PyTorch. */

/** torch.nn.utils.clip_grad_norm_ adds this to the norm before it divides. */
const NORM_EPS = 1e-6;

/** The factor min(1, threshold / (norm + 1e-6)) by which the whole vector is multiplied; its direction stays. */
export function clipScale(gradient: readonly number[], threshold: number): number {
  return Math.min(1, threshold / (norm(gradient) + NORM_EPS));
}

/** torch.nn.utils.clip_grad_value_: every entry into [−threshold, threshold] on its own; the direction may change. */
export function clipValues(gradient: readonly number[], threshold: number): number[] {
  return gradient.map((value) => Math.min(threshold, Math.max(-threshold, value)));
}
