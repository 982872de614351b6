import { dot, norm, type Vector } from './vector.ts';

/** The vector scaled to length 1, also where its entries are tiny or huge; undefined for a zero vector. */
export function unitVector(a: Vector): number[] | undefined {
  const largest = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return undefined;
  const scaled = a.map((value) => value / largest);
  const length = norm(scaled);
  return scaled.map((value) => value / length);
}

/** Cosine of the angle of two unit vectors; rounding never takes it past -1 or 1. */
export function unitCosine(a: Vector, b: Vector): number {
  return Math.min(1, Math.max(-1, dot(a, b)));
}

/** Cosine similarity a.b / (|a| |b|) without underflow on the way; undefined where one vector is zero. */
export function cosineSimilarity(a: Vector, b: Vector): number | undefined {
  const [one, other] = [unitVector(a), unitVector(b)];
  return one === undefined || other === undefined ? undefined : unitCosine(one, other);
}
