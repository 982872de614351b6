import { sum } from './summary.ts';
import { norm, type Vector } from './vector.ts';

/** Distances between two vectors of the same length, without overflow or underflow on the way. O(n). */

function gaps(a: Vector, b: Vector): number[] {
  return a.map((value, i) => Math.abs(value - (b[i] ?? 0)));
}

/** (sum |a_i - b_i|^p)^(1/p), p >= 1. The largest gap is taken out first, as its p-th power may leave the range of doubles. */
export function minkowski(a: Vector, b: Vector, p: number): number {
  const largest = chebyshev(a, b);
  if (largest === 0) return 0;
  return largest * sum(gaps(a, b).map((gap) => (gap / largest) ** p)) ** (1 / p);
}

export function manhattan(a: Vector, b: Vector): number {
  return sum(gaps(a, b));
}

/** Largest gap: the limit of the Minkowski distance for p to infinity. */
export function chebyshev(a: Vector, b: Vector): number {
  return gaps(a, b).reduce((most, gap) => Math.max(most, gap), 0);
}

/** Straight-line distance (p = 2). */
export function straightDistance(a: Vector, b: Vector): number {
  return norm(gaps(a, b));
}

/**
 * Cosine of the angle and 1 minus it; undefined where a vector is zero. With unit vectors u and v, 1 - cos is |u - v|^2 / 2, which
 * keeps its digits where the vectors are nearly parallel.
 */
export function cosineOf(
  a: Vector,
  b: Vector,
): { readonly similarity: number; readonly distance: number } | undefined {
  const unit = (vector: Vector): number[] | undefined => {
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest === 0) return undefined;
    // Scaled first: the length of very short vectors has few digits.
    const scaled = vector.map((value) => value / largest);
    const length = norm(scaled);
    return scaled.map((value) => value / length);
  };
  const u = unit(a);
  const v = unit(b);
  if (u === undefined || v === undefined) return undefined;
  const similarity = Math.max(-1, Math.min(1, sum(u.map((value, i) => value * (v[i] ?? 0)))));
  return { similarity, distance: sum(u.map((value, i) => (value - (v[i] ?? 0)) ** 2)) / 2 };
}
