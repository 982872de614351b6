import { linearFit } from './linear-fit.ts';
import { extent } from './summary.ts';
import { dot } from './vector.ts';

/** A polynomial that was fitted, and what it leaves of the data. */
export interface PolynomialFit {
  readonly at: (x: number) => number;
  readonly residuals: readonly number[];
}

/** Chebyshev polynomials T_1 .. T_degree at t: T_k = 2 t T_(k-1) - T_(k-2). */
function chebyshev(t: number, degree: number): number[] {
  const values = [1, t];
  for (let k = 2; k <= degree; k++) values.push(2 * t * (values[k - 1] ?? 0) - (values[k - 2] ?? 0));
  return values.slice(1, degree + 1);
}

/**
 * Least-squares polynomial of a degree through (x, y). The basis is Chebyshev's on the range of x: powers of x are so alike
 * that half of the digits would be lost at degree 9. Undefined without degree + 1 different x. Cost: 8 degree^2 n.
 */
export function polynomialFit(
  x: readonly number[],
  y: readonly number[],
  degree: number,
): PolynomialFit | undefined {
  const { min, max } = extent(x);
  const half = max > min ? (max - min) / 2 : 1;
  const basis = (value: number): number[] => chebyshev((value - (min + max) / 2) / half, degree);
  const fit = linearFit(x.map(basis), y, true);
  if (fit === undefined) return undefined;
  return { at: (value) => fit.intercept + dot(fit.coef, basis(value)), residuals: fit.residuals };
}

/** Errors closer to one another than this share are a tie that rounding broke. */
const TIE = 1e-9;

/** The lowest degree whose error is the least; errors below `floor` are rounding, and equal. */
export function bestDegree(errors: readonly number[], floor: number): number {
  const least = Math.min(...errors);
  return errors.findIndex((error) => error <= Math.max(least * (1 + TIE), floor));
}
