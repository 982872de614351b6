import { extent } from './summary.ts';

/** ln of the sum of e^x_i, with the largest taken out so that nothing overflows. */
export function logSumExp(x: readonly number[]): number {
  const { max } = extent(x);
  if (!Number.isFinite(max)) return max;
  let total = 0;
  for (const value of x) total += Math.exp(value - max);
  return max + Math.log(total);
}

/** p_i = e^x_i / sum e^x_j (Bridle, 1990); [n] -> [n], sums to 1. */
export function softmax(x: readonly number[]): number[] {
  const { max } = extent(x);
  const e = x.map((value) => Math.exp(value - max));
  const total = e.reduce((sum, value) => sum + value, 0);
  return e.map((value) => value / total);
}
