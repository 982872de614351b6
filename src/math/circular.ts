import type { Vector } from './vector.ts';

/** Signals on a ring of n places, on which a shift loses nothing at the ends. */

/** out[i] = x[(i - by) mod n] */
export function shiftRing(x: Vector, by: number): number[] {
  const n = x.length;
  return x.map((_, i) => x[(((i - by) % n) + n) % n] ?? 0);
}

/** out[i] = sum_j kernel[j] x[(i + j) mod n]: a convolution layer without edges. Cost: n k. */
export function correlateRing(x: Vector, kernel: Vector): number[] {
  return x.map((_, i) => kernel.reduce((sum, weight, j) => sum + weight * (x[(i + j) % x.length] ?? 0), 0));
}
