import { dot, norm, type Vector } from './vector.ts';

/** The vector scaled to length 1, also where its entries are tiny or huge; undefined for a zero vector. */
export function unitVector(a: Vector): number[] | undefined {
  const largest = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return undefined;
  const scaled = a.map((value) => value / largest);
  const length = norm(scaled);
  return scaled.map((value) => value / length);
}

/** Below this a cosine is rounding of 0. */
const NOTHING = 1e-15;

/** A dot product of unit vectors without its rounding: never past -1 or 1, and 0 where it is next to nothing. */
export function cleanCosine(dot: number): number {
  return Math.abs(dot) < NOTHING ? 0 : Math.min(1, Math.max(-1, dot));
}

/** Cosine similarity a.b / (|a| |b|) without underflow on the way; undefined where one vector is zero. */
export function cosineSimilarity(a: Vector, b: Vector): number | undefined {
  const [one, other] = [unitVector(a), unitVector(b)];
  return one === undefined || other === undefined ? undefined : cleanCosine(dot(one, other));
}
