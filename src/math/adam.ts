/**
 * Adam for one parameter (Kingma & Ba, "Adam: A Method for Stochastic Optimization", 2015), as torch.optim.Adam computes it.
 * m and v are running means of the gradient and of its square; they start at 0, so both are divided by 1 − βᵗ.
 */

export interface AdamSettings {
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
}

export interface AdamState {
  /** Gradients seen so far. */
  readonly t: number;
  readonly m: number;
  readonly v: number;
  /** The same without the bias towards their start at 0. */
  readonly mHat: number;
  readonly vHat: number;
}

export const ADAM_START: AdamState = { t: 0, m: 0, v: 0, mHat: 0, vHat: 0 };

/** 1 − βᵗ, exact also where β is close to 1. β in [0, 1), t >= 1. */
export function biasCorrection(beta: number, t: number): number {
  return -Math.expm1(t * Math.log1p(beta - 1));
}

/** m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g². */
export function adamMoments(before: AdamState, gradient: number, { beta1, beta2 }: AdamSettings): AdamState {
  const t = before.t + 1;
  const m = beta1 * before.m + (1 - beta1) * gradient;
  const v = beta2 * before.v + (1 - beta2) * gradient ** 2;
  return { t, m, v, mHat: m / biasCorrection(beta1, t), vHat: v / biasCorrection(beta2, t) };
}

/** What is subtracted from the parameter: lr · m̂ / (√v̂ + ε). */
export function adamStep({ mHat, vHat }: AdamState, { lr, eps }: AdamSettings): number {
  return (lr * mHat) / (Math.sqrt(vHat) + eps);
}
