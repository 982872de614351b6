/** Arithmetic on lists of numbers as vectors, and on rows of them as matrices. None changes its input. */

export type Vector = readonly number[];
export type Rows = readonly Vector[];

/** Sum of products; the lengths must be equal. */
export function dot(a: Vector, b: Vector): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

/** Euclidean length, without overflow on the way. */
export function norm(a: Vector): number {
  return Math.hypot(...a);
}

export function squaredDistance(a: Vector, b: Vector): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return total;
}

export function euclidean(a: Vector, b: Vector): number {
  return Math.sqrt(squaredDistance(a, b));
}

/** Cosine of the angle between two vectors; undefined where one is zero. */
export function cosine(a: Vector, b: Vector): number | undefined {
  const lengths = norm(a) * norm(b);
  return lengths === 0 ? undefined : dot(a, b) / lengths;
}

/** `count` equally spaced values from low to high, both included; count >= 2 (1 gives low). */
export function linspace(low: number, high: number, count: number): number[] {
  if (count === 1) return [low];
  return Array.from({ length: count }, (_, i) =>
    i === count - 1 ? high : low + ((high - low) * i) / (count - 1),
  );
}

/** 0 .. n-1 */
export function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

export function transpose(rows: Rows): number[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
}

export function column(rows: Rows, index: number): number[] {
  return rows.map((row) => row[index] ?? 0);
}

/** Matrix times vector: rows[n][m], vector[m] -> [n]. */
export function multiply(rows: Rows, vector: Vector): number[] {
  return rows.map((row) => dot(row, vector));
}

/** Matrix product: a[n][k], b[k][m] -> [n][m]. */
export function matmul(a: Rows, b: Rows): number[][] {
  const columns = transpose(b);
  return a.map((row) => columns.map((one) => dot(row, one)));
}
