import { sum } from './summary.ts';

/** Entropy and divergences of discrete distributions, in nats; 0 ln 0 counts as 0. Cost: n. */

/** H(q) = -sum q ln q (Shannon, 1948). */
export function entropyNats(q: readonly number[]): number {
  return -sum(q.map((value) => (value === 0 ? 0 : value * Math.log(value))));
}

/** H(q, p) = -sum q ln p; infinite where p is 0 and q is not. */
export function crossEntropyNats(q: readonly number[], p: readonly number[]): number {
  return -sum(q.map((value, i) => (value === 0 ? 0 : value * Math.log(p[i] ?? 0))));
}

/** ln(a / b), exact also where a and b nearly agree. */
function logRatio(a: number, b: number): number {
  return Math.abs(a - b) < b / 2 ? Math.log1p((a - b) / b) : Math.log(a) - Math.log(b);
}

/** KL(q || p) = sum q ln(q / p) (Kullback & Leibler, 1951); infinite where p is 0 and q is not. */
export function klNats(q: readonly number[], p: readonly number[]): number {
  return sum(q.map((value, i) => (value === 0 ? 0 : value * logRatio(value, p[i] ?? 0))));
}

/** Jensen-Shannon divergence (Lin, 1991): the mean of both KL to the middle m = (q + p) / 2; at most ln 2. */
export function jensenShannonNats(q: readonly number[], p: readonly number[]): number {
  // q / m = 2 q / (q + p) = 1 + (q - p) / (q + p); halving q + p first would lose the smallest doubles.
  const part = (a: number, b: number): number =>
    a === 0 ? 0 : a * (b < 2 * a ? Math.log1p((a - b) / (a + b)) : Math.log((2 * a) / (a + b)));
  return sum(q.flatMap((value, i) => [part(value, p[i] ?? 0) / 2, part(p[i] ?? 0, value) / 2]));
}
