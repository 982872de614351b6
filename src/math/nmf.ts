import { dot, norm, type Rows, transpose } from './vector.ts';

export interface Factors {
  /** w[n][k], h[k][d], both >= 0. */
  readonly w: Rows;
  readonly h: Rows;
}

/** What scikit-learn puts in place of a zero denominator: the rounding unit of single precision. */
const NO_ZERO = 1.1920929e-7;

/**
 * Multiplicative updates for |X - WH|^2 (Lee & Seung, NIPS 2000), w first: W <- W * XH' / WHH', then H <- H * W'X / W'WH.
 * No entry can become negative, and the error never rises. x[n][d]; cost: iterations * n d k.
 */
export function multiplicativeUpdates(x: Rows, start: Factors, iterations: number): Factors {
  const columns = transpose(x);
  let { w, h } = start;
  for (let step = 0; step < iterations; step++) {
    // Both updates are one and the same on the transposed problem: X' = H'W'.
    w = updated(x, w, h);
    h = transpose(updated(columns, transpose(h), transpose(w)));
  }
  return { w, h };
}

/** One update of `left` in x = left right: left[n][k], right[k][d]. */
function updated(x: Rows, left: Rows, right: Rows): number[][] {
  const gram = right.map((a) => right.map((b) => dot(a, b)));
  return left.map((row, i) =>
    row.map((value, r) => {
      const top = dot(x[i] ?? [], right[r] ?? []);
      const bottom = dot(row, gram[r] ?? []);
      return value * (top / (bottom === 0 ? NO_ZERO : bottom));
    }),
  );
}

/** Frobenius norm of X - WH. */
export function residual(x: Rows, product: Rows): number {
  return norm(x.flatMap((row, i) => row.map((value, j) => value - (product[i]?.[j] ?? 0))));
}
