import { dot, squaredDistance, type Vector } from './vector.ts';

/** Kernels: inner products of feature vectors that need not be written out (scikit-learn's pairwise kernels). */

export interface KernelSettings {
  readonly kernel: 'linear' | 'poly' | 'rbf';
  readonly degree: number;
  readonly gamma: number;
  readonly coef0: number;
}

/** linear a.b; poly (gamma a.b + coef0)^degree; rbf exp(-gamma |a - b|^2). */
export function kernelValue(a: Vector, b: Vector, settings: KernelSettings): number {
  const { kernel, degree, gamma, coef0 } = settings;
  switch (kernel) {
    case 'linear':
      return dot(a, b);
    case 'poly':
      return (gamma * dot(a, b) + coef0) ** degree;
    case 'rbf':
      return Math.exp(-gamma * squaredDistance(a, b));
  }
}

/**
 * The feature vector whose plain inner product is the polynomial kernel of degree 2: gamma x_i^2, then sqrt(2) gamma x_i x_j
 * for i < j, then sqrt(2 gamma coef0) x_i, then coef0. d values give (d + 1)(d + 2) / 2.
 */
export function quadraticFeatures(x: Vector, gamma: number, coef0: number): number[] {
  const squares = x.map((value) => gamma * value * value);
  const products = x.flatMap((value, i) => x.slice(i + 1).map((other) => Math.SQRT2 * gamma * value * other));
  const plain = x.map((value) => Math.sqrt(2 * gamma * coef0) * value);
  return [...squares, ...products, ...plain, coef0];
}

/** n over k, exact while below 2^53. */
export function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i++) value = (value * (n - k + i)) / i;
  return value;
}
