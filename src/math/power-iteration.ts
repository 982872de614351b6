import { dot, multiply, norm, type Rows } from './vector.ts';

/**
 * Power iteration (von Mises & Pollaczek-Geiringer, ZAMM 9, 1929) from the vector of ones: v <- Av/|Av|, and after each step the
 * Rayleigh quotient v'Av, which tends to the eigenvalue of largest size unless the start is orthogonal to its vector.
 * a[d][d] symmetric. Null from the step on at which Av = 0, roundings aside. Cost: steps * d^2.
 */
export function powerIteration(a: Rows, steps: number): (number | null)[] {
  const size = norm(a.flat());
  const floor = a.length * Number.EPSILON * size;
  let v: readonly number[] | undefined = a.map(() => 1);
  return Array.from({ length: steps }, () => {
    if (v === undefined) return null;
    const image = multiply(a, v);
    const length = norm(image);
    if (length <= floor * norm(v)) {
      v = undefined;
      return null;
    }
    const next = image.map((value) => value / length);
    v = next;
    return dot(next, multiply(a, next));
  });
}
