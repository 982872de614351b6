/**
 * Momentum with the step size inside the velocity: v ← γv + η∇f, θ ← θ − v (Polyak, 1964; in this form Ruder, "An overview
 * of gradient descent optimization algorithms", 2016). Nesterov (1983) takes the slope where the velocity would carry θ,
 * at θ − γv. Cost: one slope a step.
 */

export interface MomentumPath {
  /** Slopes used, [steps]. */
  readonly grad: readonly number[];
  /** Velocities, [steps]. */
  readonly v: readonly number[];
  /** Positions with the start, [steps + 1]. */
  readonly theta: readonly number[];
}

export function momentumPath(
  slope: (theta: number) => number,
  start: number,
  { lr, gamma, nesterov, steps }: { lr: number; gamma: number; nesterov: boolean; steps: number },
): MomentumPath {
  const grad: number[] = [];
  const v: number[] = [];
  const theta = [start];
  let [at, velocity] = [start, 0];
  for (let step = 0; step < steps; step++) {
    const here = slope(nesterov ? at - gamma * velocity : at);
    velocity = gamma * velocity + lr * here;
    at -= velocity;
    grad.push(here);
    v.push(velocity);
    theta.push(at);
  }
  return { grad, v, theta };
}
