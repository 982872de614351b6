/** Sum of gradients and of Hessians of the samples of a node. */
export interface GradientSums {
  readonly g: number;
  readonly h: number;
}

/** Difference of two products that rounding alone may leave, as a share of them. */
const ROUNDING = 1e-14;

/** The value -G/(H + lambda) that minimises G w + (H + lambda) w^2 / 2 over a leaf's value w. */
export function leafWeight({ g, h }: GradientSums, lambda: number): number {
  return -g / (h + lambda);
}

/**
 * What a split saves of the regularised loss (Chen & Guestrin, "XGBoost", KDD 2016, equation 7):
 * (GL^2/(HL+l) + GR^2/(HR+l) - (GL+GR)^2/(HL+HR+l)) / 2 - gamma. Undefined where a denominator is 0.
 *
 * Written as (GL b - GR a)^2/(a b (a+b)) - l G^2/((a+b)(a+b-l)) with a = HL+l, b = HR+l: the same number, but sides that
 * agree give exactly 0 instead of what rounding leaves of three large terms.
 */
export function splitGain(
  left: GradientSums,
  right: GradientSums,
  lambda: number,
  gamma: number,
): number | undefined {
  const a = left.h + lambda;
  const b = right.h + lambda;
  const both = left.h + right.h + lambda;
  if (!(a > 0 && b > 0)) return undefined;
  const [one, other] = [left.g * b, right.g * a];
  const apart = Math.abs(one - other) <= ROUNDING * (Math.abs(one) + Math.abs(other)) ? 0 : one - other;
  const sum = left.g + right.g;
  // Divided step by step: the product of three sums may leave the range of doubles.
  const saved = ((apart / a) * (apart / b)) / (a + b);
  const penalty = ((sum / (a + b)) * (sum * lambda)) / both;
  return (saved - penalty) / 2 - gamma;
}
