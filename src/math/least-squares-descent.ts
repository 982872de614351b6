import type { Rows, Vector } from './vector.ts';

/** Gradient descent on a linear least-squares loss, (1/n)|Aθ − y|². */

/** The problem in flat arrays: tens of thousands of steps are taken on it. */
interface Flat {
  /** a[row * d + column]. */
  readonly a: Float64Array;
  readonly y: Float64Array;
  readonly n: number;
  readonly d: number;
}

/** Writes the gradient (2/n) Aᵀ(Aθ − y) and returns the loss. Cost: 2nd. */
function gradientInto(gradient: Float64Array, { a, y, n, d }: Flat, theta: Float64Array): number {
  gradient.fill(0);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    let residual = -(y[i] ?? 0);
    for (let j = 0; j < d; j++) residual += (a[i * d + j] ?? 0) * (theta[j] ?? 0);
    loss += residual * residual;
    for (let j = 0; j < d; j++) gradient[j] = (gradient[j] ?? 0) + residual * (a[i * d + j] ?? 0);
  }
  for (let j = 0; j < d; j++) gradient[j] = (2 * (gradient[j] ?? 0)) / n;
  return loss / n;
}

/**
 * Steps of gradient descent from 0 until the gradient's norm is below `tolerance` (looked at before each step), or `most`.
 * a[n][d], y[n]. `watch` is told the loss before each step. Cost: steps · 2nd.
 */
export function descentSteps(
  a: Rows,
  y: Vector,
  { lr, tolerance, most }: { lr: number; tolerance: number; most: number },
  watch: (step: number, loss: number) => void = () => undefined,
): number {
  const d = a[0]?.length ?? 0;
  const flat: Flat = { a: Float64Array.from(a.flat()), y: Float64Array.from(y), n: a.length, d };
  const theta = new Float64Array(d);
  const gradient = new Float64Array(d);
  for (let step = 0; ; step++) {
    watch(step, gradientInto(gradient, flat, theta));
    let squares = 0;
    for (let j = 0; j < d; j++) squares += (gradient[j] ?? 0) ** 2;
    if (step >= most || Math.sqrt(squares) < tolerance) return step;
    for (let j = 0; j < d; j++) theta[j] = (theta[j] ?? 0) - lr * (gradient[j] ?? 0);
  }
}
