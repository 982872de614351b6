import { sigmoid } from './sigmoid.ts';
import { normalCdf } from './special.ts';

/** Activation functions and their derivatives, in PyTorch's conventions (torch.nn.functional). */

export interface Activation {
  readonly f: (x: number) => number;
  /** f'(x); at a kink the one-sided value that PyTorch's backward pass uses. */
  readonly df: (x: number) => number;
}

/** Klambauer et al., "Self-Normalizing Neural Networks" (2017), to the digits of torch.nn.SELU. */
const SELU = { scale: 1.0507009873554805, alpha: 1.6732632423543772 } as const;

export const relu: Activation = { f: (x) => Math.max(0, x), df: (x) => (x > 0 ? 1 : 0) };

/** slope x for x <= 0 (Maas et al., 2013); with a learned slope PReLU (He et al., 2015). */
export function leakyRelu(slope: number): Activation {
  return { f: (x) => (x > 0 ? x : slope * x), df: (x) => (x > 0 ? 1 : slope) };
}

/** alpha (e^x - 1) for x <= 0 (Clevert et al., 2015). */
export function elu(alpha: number, scale = 1): Activation {
  return {
    f: (x) => scale * (x > 0 ? x : alpha * Math.expm1(x)),
    df: (x) => scale * (x > 0 ? 1 : alpha * Math.exp(x)),
  };
}

export const selu: Activation = elu(SELU.alpha, SELU.scale);

function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** x Phi(x) (Hendrycks & Gimpel, 2016). */
export const gelu: Activation = {
  f: (x) => x * normalCdf(x),
  df: (x) => normalCdf(x) + x * normalDensity(x),
};

const GELU_TANH = { a: Math.sqrt(2 / Math.PI), b: 0.044715 } as const;

/** The approximation of GELU by tanh in the same paper. */
export const geluTanh: Activation = {
  f: (x) => 0.5 * x * (1 + Math.tanh(GELU_TANH.a * (x + GELU_TANH.b * x ** 3))),
  df: (x) => {
    const t = Math.tanh(GELU_TANH.a * (x + GELU_TANH.b * x ** 3));
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * GELU_TANH.a * (1 + 3 * GELU_TANH.b * x * x);
  },
};

/** x sigmoid(x) (SiLU; Ramachandran et al., 2017). */
export const swish: Activation = {
  f: (x) => x * sigmoid(x),
  df: (x) => sigmoid(x) * (1 + x * sigmoid(-x)),
};

export const logistic: Activation = { f: sigmoid, df: (x) => sigmoid(x) * sigmoid(-x) };

export const tanh: Activation = { f: Math.tanh, df: (x) => 1 / Math.cosh(x) ** 2 };

export const identity: Activation = { f: (x) => x, df: () => 1 };
