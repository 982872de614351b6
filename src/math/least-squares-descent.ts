import { norm, type Rows, type Vector } from './vector.ts';

/** Gradient descent on a linear least-squares loss, (1/n)|Aθ − y|². */

/** Gradient (2/n) Aᵀ(Aθ − y); a[n][d]. Cost: 2nd. */
function gradientOf(a: Rows, y: Vector, theta: Vector): { gradient: number[]; loss: number } {
  const gradient = theta.map(() => 0);
  let loss = 0;
  for (let i = 0; i < a.length; i++) {
    const row = a[i] ?? [];
    let residual = -(y[i] ?? 0);
    for (let j = 0; j < row.length; j++) residual += (row[j] ?? 0) * (theta[j] ?? 0);
    loss += residual * residual;
    for (let j = 0; j < row.length; j++) gradient[j] = (gradient[j] ?? 0) + residual * (row[j] ?? 0);
  }
  return { gradient: gradient.map((value) => (2 * value) / a.length), loss: loss / a.length };
}

/**
 * Steps of gradient descent from 0 until the gradient's norm is below `tolerance` (looked at before each step), or `most`.
 * `watch` is told the loss before each step. Cost: steps · 2nd.
 */
export function descentSteps(
  a: Rows,
  y: Vector,
  { lr, tolerance, most }: { lr: number; tolerance: number; most: number },
  watch: (step: number, loss: number) => void = () => undefined,
): number {
  let theta = (a[0] ?? []).map(() => 0);
  for (let step = 0; ; step++) {
    const { gradient, loss } = gradientOf(a, y, theta);
    watch(step, loss);
    if (step >= most || norm(gradient) < tolerance) return step;
    theta = theta.map((value, j) => value - lr * (gradient[j] ?? 0));
  }
}
