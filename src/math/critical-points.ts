import { symmetricEigen } from './decomposition.ts';
import type { Rows } from './vector.ts';

/** Kinds of points where the gradient is 0, by the curvature around them. */

export type CriticalKind = 'minimum' | 'maximum' | 'saddle' | 'degenerate';

/** An eigenvalue this small says nothing about the sign of the curvature. */
const FLAT = 1e-9;

/** Second-derivative test on the eigenvalues of the Hessian: all positive, all negative, both, or some 0. */
export function criticalKind(eigenvalues: readonly number[]): CriticalKind {
  if (eigenvalues.some((value) => Math.abs(value) <= FLAT)) return 'degenerate';
  if (eigenvalues.every((value) => value > 0)) return 'minimum';
  return eigenvalues.every((value) => value < 0) ? 'maximum' : 'saddle';
}

/** Eigenvalues of a symmetric matrix, ascending. */
export function curvatures(hessian: Rows): number[] {
  return [...symmetricEigen(hessian).values].reverse();
}

export interface KindShares {
  readonly minimum: number;
  readonly maximum: number;
  readonly saddle: number;
}

/**
 * Chances of the kinds in n dimensions if every eigenvalue were positive with probability p, independently of the others:
 * pⁿ, (1 − p)ⁿ and the rest (the thought behind Dauphin et al., "Identifying and attacking the saddle point problem", 2014).
 */
export function kindShares(n: number, p: number): KindShares {
  const rarer = Math.min(p, 1 - p);
  // 1 − (1 − r)ⁿ without cancellation for small r.
  const notAllCommon = -Math.expm1(n * Math.log1p(-rarer));
  return {
    minimum: p ** n,
    maximum: (1 - p) ** n,
    saddle: n === 1 ? 0 : Math.max(0, notAllCommon - rarer ** n),
  };
}
