import { argSort } from './summary.ts';
import { dot, norm, type Rows } from './vector.ts';

export interface JacobiSvd {
  /** The columns of U times their singular values: d lists of n, orthogonal to one another. */
  readonly scaledColumns: Rows;
  /** right[k] is the unit direction with x right[k] = scaledColumns[k]. */
  readonly right: Rows;
  /** Singular values, in the order of the lists above (about descending). */
  readonly values: readonly number[];
  /** True at k where x right[k] is nothing but rounding: the columns of x depend on one another. */
  readonly null: readonly boolean[];
}

/** Columns count as orthogonal below this cosine. */
const ORTHOGONAL = 1e-15;
/** What is left of a sum of columns below this share of its terms is rounding. */
const DEPENDENT = 1e-13;
const MAX_SWEEPS = 60;

/** Turns two lists by one angle: (a, b) -> (c a - s b, s a + c b). */
function turn(a: number[], b: number[], c: number, s: number): void {
  for (let i = 0; i < a.length; i++) {
    const [u, v] = [a[i] ?? 0, b[i] ?? 0];
    a[i] = c * u - s * v;
    b[i] = s * u + c * v;
  }
}

/** Makes one pair of columns orthogonal; false where it already was. */
function rotate(a: number[], b: number[], va: number[], vb: number[]): boolean {
  const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
  if (!(Math.abs(ab) > ORTHOGONAL * Math.sqrt(aa) * Math.sqrt(bb))) return false;
  const zeta = (bb - aa) / (2 * ab);
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const c = 1 / Math.hypot(1, t);
  turn(a, b, c, c * t);
  turn(va, vb, c, c * t);
  return true;
}

/**
 * Singular value decomposition of [n][d] by one-sided Jacobi rotations (Hestenes, J. SIAM 6, 1958). Where columns differ
 * widely in size, small singular values keep their digits (Demmel & Veselic, SIAM J. Matrix Anal. 13, 1992), which the usual
 * methods lose. Cost: about 8 sweeps of d^2 n.
 */
export function jacobiSvd(x: Rows): JacobiSvd {
  const raw = (x[0] ?? []).map((_, j) => x.map((row) => row[j] ?? 0));
  const sizes = raw.map((one) => norm(one));
  // Largest first, so that what is small is left to the end.
  const order = argSort(sizes.map((size) => -size));
  const columns = order.map((j) => [...(raw[j] ?? [])]);
  const right = order.map((j) => raw.map((_, k): number => (k === j ? 1 : 0)));
  for (let sweep = 0, turned = true; turned && sweep < MAX_SWEEPS; sweep++) {
    turned = false;
    for (let p = 0; p + 1 < columns.length; p++)
      for (let q = p + 1; q < columns.length; q++) {
        const done = rotate(columns[p] ?? [], columns[q] ?? [], right[p] ?? [], right[q] ?? []);
        turned = turned || done;
      }
  }
  const values = columns.map((one) => norm(one));
  const terms = right.map((one) => one.reduce((total, v, j) => total + Math.abs(v) * (sizes[j] ?? 0), 0));
  return {
    scaledColumns: columns,
    right,
    values,
    null: values.map((value, k) => !(value > DEPENDENT * (terms[k] ?? 0))),
  };
}
