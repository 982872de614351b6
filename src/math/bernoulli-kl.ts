/** Where the two probabilities differ by less than this share, the terms cancel and the series takes over. */
const CLOSE = 0.1;

/** u - ln(1 + u) for |u| <= 0.1, without cancellation: u^2/2 - u^3/3 + u^4/4 - ... */
function minusLog1p(u: number): number {
  let power = u * u;
  let total = 0;
  for (let k = 2; total + power / k !== total; k++) {
    total += power / k;
    power *= -u;
  }
  return total;
}

/**
 * KL between two coins, p ln(p/q) + (1-p) ln((1-p)/(1-q)), in nats; p and q in (0, 1). With d = q - p it equals
 * p g(d/p) + (1-p) g(-d/(1-p)), g(u) = u - ln(1+u): both terms are positive, so nothing is lost where p and q are close.
 */
export function bernoulliKl(p: number, q: number): number {
  const gap = q - p;
  if (Math.abs(gap) < CLOSE * Math.min(p, 1 - p))
    return p * minusLog1p(gap / p) + (1 - p) * minusLog1p(-gap / (1 - p));
  return p * (Math.log(p) - Math.log(q)) + (1 - p) * (Math.log1p(-p) - Math.log1p(-q));
}
