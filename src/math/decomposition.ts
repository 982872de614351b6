import { EigenvalueDecomposition, Matrix, QrDecomposition, SingularValueDecomposition } from 'ml-matrix';
import type { Rows } from './vector.ts';

/** Linear algebra by ml-matrix (JAMA's algorithms), in the conventions of this project. */

/** Within this share of the largest entry two sizes count as equal for the sign rule. */
const SIGN_TOLERANCE = 1e-6;

/** +1 or -1: the factor that makes the first entry of largest size positive (the rule for directions known up to sign). */
export function signOf(vector: readonly number[]): 1 | -1 {
  const largest = Math.max(0, ...vector.map(Math.abs));
  const first = vector.find((value) => Math.abs(value) >= largest * (1 - SIGN_TOLERANCE)) ?? 0;
  return first < 0 ? -1 : 1;
}

function scaled(vector: readonly number[], factor: number): number[] {
  return vector.map((value) => value * factor);
}

export interface SymmetricEigen {
  /** Descending. */
  readonly values: readonly number[];
  /** vectors[i] is the unit eigenvector of values[i], by the sign rule. */
  readonly vectors: readonly (readonly number[])[];
}

/** Eigenvalues and -vectors of a symmetric matrix [d][d]. */
export function symmetricEigen(rows: Rows): SymmetricEigen {
  const found = new EigenvalueDecomposition(new Matrix(rows.map((row) => [...row])), {
    assumeSymmetric: true,
  });
  const order = found.realEigenvalues
    .map((_, i) => i)
    .sort((a, b) => (found.realEigenvalues[b] ?? 0) - (found.realEigenvalues[a] ?? 0));
  return {
    values: order.map((i) => found.realEigenvalues[i] ?? 0),
    vectors: order.map((i) => {
      const vector = found.eigenvectorMatrix.getColumn(i);
      return scaled(vector, signOf(vector));
    }),
  };
}

export interface Svd {
  /** Descending, r = min(n, d) of them. */
  readonly values: readonly number[];
  /** u[n][r]. */
  readonly u: readonly (readonly number[])[];
  /** vt[r][d], by the sign rule; u follows. */
  readonly vt: readonly (readonly number[])[];
}

/** Thin singular value decomposition of [n][d]. */
export function svd(rows: Rows): Svd {
  const found = new SingularValueDecomposition(new Matrix(rows.map((row) => [...row])), {
    autoTranspose: true,
  });
  const count = Math.min(rows.length, rows[0]?.length ?? 0);
  const order = found.diagonal
    .slice(0, count)
    .map((_, i) => i)
    .sort((a, b) => (found.diagonal[b] ?? 0) - (found.diagonal[a] ?? 0));
  const right = order.map((i) => found.rightSingularVectors.getColumn(i));
  const signs = right.map(signOf);
  return {
    values: order.map((i) => found.diagonal[i] ?? 0),
    u: rows.map((_, row) => order.map((i, at) => found.leftSingularVectors.get(row, i) * (signs[at] ?? 1))),
    vt: right.map((vector, at) => scaled(vector, signs[at] ?? 1)),
  };
}

/** A matrix is singular when its smallest singular value is below this share of the largest. */
const RANK_TOLERANCE = 1e-10;

/**
 * Least squares: the vector b that minimises |X b - y|^2, by QR with Householder reflections (Golub & Van Loan, Matrix
 * Computations, 4th ed., 5.3). x[n][k], n >= k. Undefined where the columns depend on one another.
 */
export function leastSquares(x: Rows, y: readonly number[]): number[] | undefined {
  const columns = x[0]?.length ?? 0;
  if (x.length < columns) return undefined;
  // Columns of very different size (1 and 100,000) would hide a dependence, or feign one.
  const scales = Array.from({ length: columns }, (_, j) => Math.hypot(...x.map((row) => row[j] ?? 0)) || 1);
  const matrix = new Matrix(x.map((row) => row.map((value, j) => value / (scales[j] ?? 1))));
  const values = new SingularValueDecomposition(matrix, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  }).diagonal;
  const largest = Math.max(...values);
  if (!(Math.min(...values.slice(0, columns)) > largest * RANK_TOLERANCE)) return undefined;
  const solution = new QrDecomposition(matrix).solve(Matrix.columnVector([...y])).getColumn(0);
  return solution.map((value, j) => value / (scales[j] ?? 1));
}
