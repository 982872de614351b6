import { ADAM_START, type AdamSettings, adamMoments, adamStep } from './adam.ts';

/**
 * Two ways to pull a parameter towards 0 (Loshchilov & Hutter, "Decoupled Weight Decay Regularization", 2019):
 * an L2 penalty adds wd·θ to the gradient, decoupled decay multiplies θ by 1 − lr·wd before the step (torch.optim).
 * One parameter, given loss gradients; each path has one value more than there are gradients.
 */

export interface Decay {
  readonly lr: number;
  readonly wd: number;
  readonly decoupled: boolean;
}

export function sgdPath(start: number, gradients: readonly number[], { lr, wd, decoupled }: Decay): number[] {
  const path = [start];
  for (const gradient of gradients) {
    const at = path.at(-1) ?? 0;
    path.push(decoupled ? at * (1 - lr * wd) - lr * gradient : at - lr * (gradient + wd * at));
  }
  return path;
}

/** Adam divides the penalty's share of the gradient by √v̂ as well; AdamW leaves the decay alone. */
export function adamPath(
  start: number,
  gradients: readonly number[],
  { lr, wd, decoupled }: Decay,
  settings: Omit<AdamSettings, 'lr'>,
): number[] {
  const path = [start];
  let state = ADAM_START;
  for (const gradient of gradients) {
    const at = path.at(-1) ?? 0;
    state = adamMoments(state, decoupled ? gradient : gradient + wd * at, { ...settings, lr });
    path.push((decoupled ? at * (1 - lr * wd) : at) - adamStep(state, { ...settings, lr }));
  }
  return path;
}
