import { extent, sum } from './summary.ts';

/** Negative log-likelihoods of class probabilities and of raw scores. */

/** Where scikit-learn clipped probabilities: -ln 0 would be infinite. */
const LEAST = 1e-15;

export function clipProbability(p: number): number {
  return Math.min(1 - LEAST, Math.max(LEAST, p));
}

/** -ln p for label 1, -ln(1 - p) for label 0. */
export function binaryLogLoss(label: number, p: number): number {
  const clipped = clipProbability(p);
  return label === 1 ? -Math.log(clipped) : -Math.log1p(-clipped);
}

/** -ln of the probability given to the true class. */
export function categoricalLogLoss(label: number, p: readonly number[]): number {
  return -Math.log(clipProbability(p[label] ?? 0));
}

/** -ln softmax(scores)[label], without overflow and without losing a small loss in a large score. Cost: classes. */
export function negativeLogSoftmax(label: number, scores: readonly number[]): number {
  const { max } = extent(scores);
  const own = scores[label] ?? 0;
  // Leaving out one largest score keeps the small rest exact: ln(1 + rest).
  const top = own === max ? label : scores.indexOf(max);
  const rest = sum(scores.map((score, i) => (i === top ? 0 : Math.exp(score - max))));
  return max - own + Math.log1p(rest);
}
