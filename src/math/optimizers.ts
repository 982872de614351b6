import { ADAM_START, type AdamState, adamMoments, adamStep } from './adam.ts';
import { adagradSum, rmspropMean } from './adaptive-rate.ts';

/**
 * Eight update rules as in torch.optim. All of them treat every parameter on its own, so each is written for one number.
 */

export interface OptimizerSettings {
  readonly lr: number;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly rho: number;
  readonly eps: number;
  readonly weightDecay: number;
}

/** The parameter after one step, given its value and the slope there. It remembers the steps before. */
export type Update = (theta: number, gradient: number) => number;

export const OPTIMIZERS = [
  'gd',
  'momentum',
  'nesterov',
  'adagrad',
  'rmsprop',
  'adam',
  'adamw',
  'nadam',
] as const;
export type OptimizerName = (typeof OPTIMIZERS)[number];

/** v ← μv + g, θ ← θ − lr·v; Nesterov's look-ahead form (Sutskever et al., 2013) steps by g + μv instead. */
export function momentumUpdate(lr: number, momentum: number, nesterov = false): Update {
  let velocity = 0;
  return (theta, gradient) => {
    velocity = momentum * velocity + gradient;
    return theta - lr * (nesterov ? gradient + momentum * velocity : velocity);
  };
}

function adagrad({ lr, eps }: OptimizerSettings): Update {
  let total = 0;
  return (theta, gradient) => {
    total = adagradSum(total, gradient);
    return theta - (lr * gradient) / (Math.sqrt(total) + eps);
  };
}

function rmsprop({ lr, rho, eps }: OptimizerSettings): Update {
  let average = 0;
  return (theta, gradient) => {
    average = rmspropMean(average, gradient, rho);
    return theta - (lr * gradient) / (Math.sqrt(average) + eps);
  };
}

/** AdamW (Loshchilov & Hutter, 2019) shrinks the parameter itself; no decay gives Adam. */
export function adamUpdate(settings: OptimizerSettings, weightDecay: number): Update {
  let state: AdamState = ADAM_START;
  return (theta, gradient) => {
    state = adamMoments(state, gradient, settings);
    return theta * (1 - settings.lr * weightDecay) - adamStep(state, settings);
  };
}

/** How fast NAdam's momentum grows towards β₁ (momentum_decay of torch.optim.NAdam). */
const MOMENTUM_DECAY = 0.004;

/** Dozat, "Incorporating Nesterov Momentum into Adam" (2016), with the momentum schedule of PyTorch. */
function nadam(settings: OptimizerSettings): Update {
  const { lr, beta1, eps } = settings;
  const mu = (t: number): number => beta1 * (1 - 0.5 * 0.96 ** (t * MOMENTUM_DECAY));
  let state: AdamState = ADAM_START;
  let product = 1;
  return (theta, gradient) => {
    state = adamMoments(state, gradient, settings);
    const [now, next] = [mu(state.t), mu(state.t + 1)];
    product *= now;
    const ahead = ((1 - now) * gradient) / (1 - product) + (next * state.m) / (1 - product * next);
    return theta - (lr * ahead) / (Math.sqrt(state.vHat) + eps);
  };
}

/** A fresh rule for one parameter. */
export function updateOf(name: OptimizerName, settings: OptimizerSettings): Update {
  switch (name) {
    case 'gd':
      return (theta, gradient) => theta - settings.lr * gradient;
    case 'momentum':
      return momentumUpdate(settings.lr, settings.momentum);
    case 'nesterov':
      return momentumUpdate(settings.lr, settings.momentum, true);
    case 'adagrad':
      return adagrad(settings);
    case 'rmsprop':
      return rmsprop(settings);
    case 'adam':
      return adamUpdate(settings, 0);
    case 'adamw':
      return adamUpdate(settings, settings.weightDecay);
    case 'nadam':
      return nadam(settings);
  }
}
