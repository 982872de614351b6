/** Paths of two minimisers in one dimension. A path ends early where the next point would be of no use. */

export interface Smooth {
  readonly f: (x: number) => number;
  readonly df: (x: number) => number;
  readonly d2f: (x: number) => number;
}

export interface Path {
  /** The start and one point a step. */
  readonly points: readonly number[];
  /** Whether it ended before all steps were taken: too far away, f not finite, or no step defined. */
  readonly stopped: boolean;
}

/** Beyond this a path counts as lost. */
const FAR = 1e6;

function follow(f: Smooth['f'], start: number, steps: number, next: (x: number) => number | undefined): Path {
  const points = [start];
  let at = start;
  for (let step = 0; step < steps; step++) {
    const to = next(at);
    if (to === undefined || !(Math.abs(to) <= FAR) || !Number.isFinite(f(to)))
      return { points, stopped: true };
    at = to;
    points.push(at);
  }
  return { points, stopped: false };
}

/**
 * Newton's method for minimising: x ← x − f′(x)/f″(x), the minimum of the parabola that fits f at x where f″ > 0. Where
 * f″ < 0 it heads for a maximum; where f″ = 0 there is no step (Nocedal & Wright, Numerical Optimization, 2006, 3.3).
 */
export function newtonPath({ f, df, d2f }: Smooth, start: number, steps: number): Path {
  return follow(f, start, steps, (x) => {
    const bend = d2f(x);
    return bend === 0 ? undefined : x - df(x) / bend;
  });
}

/** Gradient descent: x ← x − lr·f′(x). */
export function descentPath({ f, df }: Smooth, start: number, lr: number, steps: number): Path {
  return follow(f, start, steps, (x) => x - lr * df(x));
}
