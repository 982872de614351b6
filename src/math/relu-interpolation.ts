import { linspace } from './vector.ts';

/**
 * A curve with its chord slope (f(b) - f(a)) / (b - a) in a form that keeps its digits where f(a) and f(b) nearly agree.
 */
export interface Curve {
  readonly f: (x: number) => number;
  readonly chord: (a: number, b: number) => number;
}

export const CURVES_TO_FIT = {
  square: { f: (x) => x * x, chord: (a, b) => a + b },
  sin: { f: Math.sin, chord: (a, b) => (2 * Math.cos((a + b) / 2) * Math.sin((b - a) / 2)) / (b - a) },
  exp: { f: Math.exp, chord: (a, b) => (Math.exp(a) * Math.expm1(b - a)) / (b - a) },
  tanh: { f: Math.tanh, chord: (a, b) => Math.sinh(b - a) / (Math.cosh(a) * Math.cosh(b) * (b - a)) },
} as const satisfies Readonly<Record<string, Curve>>;

export interface ReluSum {
  /** segments + 1 equally spaced places. */
  readonly knots: readonly number[];
  /** One a segment: the change of slope at its left knot. */
  readonly coef: readonly number[];
  readonly start: number;
}

/**
 * Linear interpolation of f at equal knots, written as f(lo) + sum coef[i] relu(x - knots[i]): each ReLU adds the change of slope
 * at its knot. The error of such a sum falls with the square of the width of a segment (max |f''| width^2 / 8).
 */
export function reluInterpolation({ f, chord }: Curve, lo: number, hi: number, segments: number): ReluSum {
  const knots = linspace(lo, hi, segments + 1);
  const slopes = Array.from({ length: segments }, (_, i) => chord(knots[i] ?? lo, knots[i + 1] ?? hi));
  const coef = slopes.map((slope, i) => (i === 0 ? slope : slope - (slopes[i - 1] ?? 0)));
  return { knots, coef, start: f(lo) };
}

/** Cost: one pass over the segments. */
export function reluSum({ knots, coef, start }: ReluSum, x: number): number {
  return coef.reduce((total, c, i) => total + c * Math.max(0, x - (knots[i] ?? 0)), start);
}
