import type { SeededRandom } from './random.ts';
import { type Rows, range, squaredDistance } from './vector.ts';

/** Embedding of given joint probabilities in the plane (van der Maaten & Hinton, JMLR 9, 2008). */

export type Plane = readonly (readonly [number, number])[];

interface Similarities {
  /** 1 / (1 + |yi - yj|^2), 0 on the diagonal. */
  readonly kernel: Rows;
  readonly total: number;
}

function similarities(y: Plane): Similarities {
  const kernel = y.map((a, i) => y.map((b, j) => (i === j ? 0 : 1 / (1 + squaredDistance(a, b)))));
  const total = kernel.reduce((sum, row) => row.reduce((part, value) => part + value, sum), 0);
  return { kernel, total };
}

/** KL(P || Q), sum over pairs of p ln(p / q) with Student's t similarities q. */
export function divergence(p: Rows, y: Plane): number {
  const { kernel, total } = similarities(y);
  return p.reduce(
    (sum, row, i) =>
      row.reduce((part, value, j) => {
        if (value === 0) return part;
        return part + value * (Math.log(value) - Math.log((kernel[i]?.[j] ?? 0) / total));
      }, sum),
    0,
  );
}

/** dKL/dyi = 4 sum over j of (p - q)(yi - yj) / (1 + |yi - yj|^2). */
function gradient(p: Rows, y: Plane): [number, number][] {
  const { kernel, total } = similarities(y);
  return y.map((a, i) => {
    let first = 0;
    let second = 0;
    y.forEach((b, j) => {
      const similar = kernel[i]?.[j] ?? 0;
      const force = 4 * ((p[i]?.[j] ?? 0) - similar / total) * similar;
      first += force * (a[0] - b[0]);
      second += force * (a[1] - b[1]);
    });
    return [first, second];
  });
}

/** Standard deviation of the starting points, as in the paper: all pairs are about equally similar at first. */
const START = 1e-2;

export function startingPlane(n: number, random: SeededRandom): Plane {
  return range(n).map(() => [START * random.normal(), START * random.normal()] as const);
}

/**
 * A pair with p = 1/n curves the divergence by up to 8/n, and momentum 0.5 is stable up to 3 over the curvature: n/4 leaves room.
 * Scikit-learn's rates (50 and more) are made for thousands of points and tear a few dozen apart.
 */
const RATE_PER_POINT = 1 / 4;
const MOMENTUM = { early: 0.5, late: 0.8 } as const;
/** The first steps take the smaller momentum (the paper: 250 of 1,000). */
const EARLY_SHARE = 1 / 4;

/**
 * Gradient descent with momentum from `start`. No early exaggeration: with so few points it buys nothing and, where the
 * probabilities are nearly even, pulls everything into one spot. Cost: iterations * n^2.
 */
export function embed(p: Rows, start: Plane, iterations: number): Plane {
  const rate = RATE_PER_POINT * start.length;
  let y: Plane = start;
  let velocity = start.map((): readonly [number, number] => [0, 0]);
  for (let step = 0; step < iterations; step++) {
    const momentum = step < iterations * EARLY_SHARE ? MOMENTUM.early : MOMENTUM.late;
    const slope = gradient(p, y);
    velocity = velocity.map(([first, second], i) => [
      momentum * first - rate * (slope[i]?.[0] ?? 0),
      momentum * second - rate * (slope[i]?.[1] ?? 0),
    ]);
    y = y.map(([first, second], i) => [first + (velocity[i]?.[0] ?? 0), second + (velocity[i]?.[1] ?? 0)]);
  }
  return y;
}
