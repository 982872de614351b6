import { svd } from './decomposition.ts';
import { extent, mean, sum } from './summary.ts';
import { column, dot, multiply, norm, type Rows, transpose, type Vector } from './vector.ts';

export interface Discriminant {
  /** Means of the two classes [2][d]. */
  readonly means: readonly [Vector, Vector];
  /** Direction of unit length on which class 1 lies above class 0. */
  readonly direction: Vector;
  /** (gap of the projected means)^2 / scatter of the projections within the classes. */
  readonly ratio: number;
  /** Log odds of class 1 are weights.x + offset, with a shared covariance over n - 2 and class shares as priors. */
  readonly weights: Vector;
  readonly offset: number;
}

/** Below this share of the largest singular value a direction counts as having no scatter. */
const SINGULAR = 1e-10;

interface Centred {
  readonly values: readonly number[];
  /** 0 where the column does not vary within the classes. */
  readonly length: number;
}

/** A column with its class means taken out; a residue of roundings counts as none. */
function withinClasses(
  values: readonly number[],
  labels: readonly number[],
  centres: readonly number[],
): Centred {
  const rest = values.map((value, i) => value - (centres[labels[i] ?? 0] ?? 0));
  const { min, max } = extent(values);
  const rounding = values.length * Number.EPSILON * Math.max(Math.abs(min), Math.abs(max));
  const length = norm(rest);
  return { values: rest, length: length <= rounding ? 0 : length };
}

/**
 * Fisher's linear discriminant of two classes (Annals of Eugenics 7, 1936): w = Sw^-1 (m1 - m0). With Z the rows less their class
 * means, Sw = Z'Z = V S^2 V'; the singular value decomposition of Z (columns at length 1) gives the inverse without forming Sw,
 * which would square the condition. x[n][d], labels 0 or 1. Says what is wrong where Sw is singular or the means are equal.
 */
export function fisherDiscriminant(
  x: Rows,
  labels: readonly number[],
): Discriminant | 'singular' | 'equal-means' {
  const groups = [0, 1].map((label) => x.filter((_, i) => labels[i] === label));
  const [low = [], high = []] = groups.map((rows) => transpose(rows).map(mean));
  const columns = transpose(x).map((values, j) => withinClasses(values, labels, [low[j] ?? 0, high[j] ?? 0]));
  if (columns.some((one) => one.length === 0)) return 'singular';
  const scaled = transpose(columns.map((one) => one.values.map((value) => value / one.length)));
  const { values, vt } = svd(scaled);
  const least = (values[0] ?? 0) * SINGULAR;
  if (values.length < columns.length || values.some((value) => value <= least)) return 'singular';
  const gap = high.map((value, j) => value - (low[j] ?? 0));
  if (gap.every((value) => value === 0)) return 'equal-means';
  // Sw^-1 gap = D V S^-2 V' D gap with D the inverse lengths.
  const turned = multiply(
    vt,
    gap.map((value, j) => value / (columns[j]?.length ?? 1)),
  );
  const divided = turned.map((value, r) => value / (values[r] ?? 1) ** 2);
  const raw = columns.map((one, j) => dot(column(vt, j), divided) / one.length);
  const size = norm(raw);
  const direction = raw.map((value) => value / size);
  const scatter = sum(transpose(columns.map((one) => one.values)).map((row) => dot(direction, row) ** 2));
  const weights = raw.map((value) => value * (x.length - 2));
  const middle = low.map((value, j) => (value + (high[j] ?? 0)) / 2);
  const prior = Math.log((groups[1]?.length ?? 0) / (groups[0]?.length ?? 1));
  return {
    means: [low, high],
    direction,
    ratio: dot(direction, gap) ** 2 / scatter,
    weights,
    offset: prior - dot(weights, middle),
  };
}
