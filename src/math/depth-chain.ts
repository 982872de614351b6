import type { Activation } from './activations.ts';

/** A chain of scalar layers that share one weight: what depth does to the signal and to its gradient. */

export interface Chain {
  /** h[0] = x, then the output of each layer. */
  readonly h: readonly number[];
  /** grad[l] = d h[depth] / d h[l]; the last is 1. */
  readonly grad: readonly number[];
}

function backwards(factors: readonly number[]): number[] {
  const grad = [1];
  for (let l = factors.length - 1; l >= 0; l--) grad.push((grad.at(-1) ?? 0) * (factors[l] ?? 0));
  return grad.reverse();
}

/** h[l+1] = f(w h[l]); each layer multiplies the gradient by w f'(w h[l]). Cost: depth. */
export function plainChain({ f, df }: Activation, w: number, x: number, depth: number): Chain {
  const h = [x];
  const factors: number[] = [];
  for (let l = 0; l < depth; l++) {
    const z = w * (h[l] ?? 0);
    factors.push(w * df(z));
    h.push(f(z));
  }
  return { h, grad: backwards(factors) };
}

/** h[l+1] = h[l] + f(w h[l]) (He et al., CVPR 2016); the identity adds 1 to every factor. Cost: depth. */
export function residualChain({ f, df }: Activation, w: number, x: number, depth: number): Chain {
  const h = [x];
  const factors: number[] = [];
  for (let l = 0; l < depth; l++) {
    const at = h[l] ?? 0;
    factors.push(1 + w * df(w * at));
    h.push(at + f(w * at));
  }
  return { h, grad: backwards(factors) };
}
