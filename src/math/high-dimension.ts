import type { SeededRandom } from './random.ts';
import { logGamma } from './special.ts';
import { extent, mean } from './summary.ts';
import { range } from './vector.ts';

/** What changes with the number of dimensions of the unit cube (Hastie, Tibshirani & Friedman, ESL, 2.5). */

/** Edge of a cube that holds the share `fraction` of evenly spread data: fraction^(1/d). */
export function neighbourhoodEdge(fraction: number, d: number): number {
  return fraction ** (1 / d);
}

/** Volume of the ball inside a cube over that of the cube: (pi/4)^(d/2) / Gamma(d/2 + 1). */
export function ballShare(d: number): number {
  return Math.exp((d / 2) * Math.log(Math.PI / 4) - logGamma(d / 2 + 1));
}

/** Share of the volume of a ball of radius 1 that lies further out than 0.9: 1 - 0.9^d. */
export function shellShare(d: number): number {
  return -Math.expm1(d * Math.log1p(-0.1));
}

export interface Spread {
  /** (largest - smallest) / smallest distance from the first point to the others. */
  readonly contrast: number;
  readonly meanDistance: number;
}

/**
 * Relative contrast of distances among uniform points (Beyer et al., "When Is Nearest Neighbor Meaningful?", ICDT 1999): near
 * 0, the nearest is about as far as the farthest. Cost: points * d.
 */
export function distanceSpread(points: number, d: number, random: SeededRandom): Spread {
  const first = range(d).map(() => random.uniform());
  const distances = range(points - 1).map(() => {
    let squares = 0;
    for (const value of first) squares += (value - random.uniform()) ** 2;
    return Math.sqrt(squares);
  });
  const { min, max } = extent(distances);
  return { contrast: (max - min) / min, meanDistance: mean(distances) };
}
