import type { SeededRandom } from './random.ts';

/** Gamma with shape >= 1 and scale 1, by Marsaglia & Tsang (ACM TOMS 26(3), 2000): a transformed normal, rarely rejected. */
function gammaSample(shape: number, random: SeededRandom): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A draw from Beta(a, b), a and b >= 1: X / (X + Y) of two gamma draws. */
export function betaSample(a: number, b: number, random: SeededRandom): number {
  const x = gammaSample(a, random);
  return x / (x + gammaSample(b, random));
}
