/** Up to here the series is used: beyond, the difference keeps its digits. */
const SERIES = 0.5;

/** e^x - 1 - x without cancellation near 0, where it is about x^2/2. */
export function expMinusTangent(x: number): number {
  if (Math.abs(x) > SERIES) return Math.expm1(x) - x;
  let term = (x * x) / 2;
  let total = 0;
  for (let k = 3; total + term !== total; k++) {
    total += term;
    term *= x / k;
  }
  return total;
}

/** KL(N(mu, e^logVariance) || N(0, 1)) in nats, as the part of the mean and the part of the variance; neither is negative. */
export function gaussianKl(
  mu: number,
  logVariance: number,
): { readonly mean: number; readonly variance: number } {
  return { mean: (mu * mu) / 2, variance: expMinusTangent(logVariance) / 2 };
}
