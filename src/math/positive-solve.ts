import type { Rows } from './vector.ts';

/** A pivot below this share of its diagonal is rounding; it is lifted to it, which keeps the solution finite. */
const FLOOR = 1e-15;

/**
 * Solves A x = b for a symmetric positive (semi)definite A [m][m] by Cholesky's L L' (Golub & Van Loan, Matrix Computations,
 * 4th ed., 4.2). The result is always a direction of descent for a gradient -b. Cost: m^3 / 3.
 */
export function positiveSolve(a: Rows, b: readonly number[]): number[] {
  const lower = a.map((row) => row.map(() => 0));
  const at = (i: number, j: number): number => lower[i]?.[j] ?? 0;
  for (let j = 0; j < b.length; j++) {
    const diagonal = a[j]?.[j] ?? 0;
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= at(j, k) ** 2;
    const root = Math.sqrt(Math.max(pivot, diagonal * FLOOR, Number.MIN_VALUE));
    for (let i = j; i < b.length; i++) {
      const row = lower[i];
      if (row === undefined) continue;
      let value = i === j ? root * root : (a[i]?.[j] ?? 0);
      if (i !== j) for (let k = 0; k < j; k++) value -= at(i, k) * at(j, k);
      row[j] = value / root;
    }
  }
  const x = [...b];
  for (let i = 0; i < x.length; i++) {
    let value = x[i] ?? 0;
    for (let k = 0; k < i; k++) value -= at(i, k) * (x[k] ?? 0);
    x[i] = value / at(i, i);
  }
  for (let i = x.length - 1; i >= 0; i--) {
    let value = x[i] ?? 0;
    for (let k = i + 1; k < x.length; k++) value -= at(k, i) * (x[k] ?? 0);
    x[i] = value / at(i, i);
  }
  return x;
}
