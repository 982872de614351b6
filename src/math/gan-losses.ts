import { mean } from './summary.ts';

/** Losses of generative adversarial networks as functions of the discriminator's probabilities, each in (0, 1). */

export type GanKind = 'minimax' | 'non-saturating' | 'lsgan';

/** What the generator loses for one fake of probability d, and the slope of that. */
export interface GeneratorLoss {
  readonly f: (d: number) => number;
  readonly df: (d: number) => number;
}

/** Minimax and non-saturating: Goodfellow et al. (2014); least squares: Mao et al. (2017), targets 1 for real and 0 for fake. */
export const GENERATOR: Readonly<Record<GanKind, GeneratorLoss>> = {
  minimax: { f: (d) => Math.log1p(-d), df: (d) => -1 / (1 - d) },
  'non-saturating': { f: (d) => -Math.log(d), df: (d) => -1 / d },
  lsgan: { f: (d) => (d - 1) ** 2 / 2, df: (d) => d - 1 },
};

/** The discriminator wants 1 for what is real and 0 for what is fake. O(n + m). */
export function discriminatorLoss(real: readonly number[], fake: readonly number[], kind: GanKind): number {
  if (kind === 'lsgan') return mean(real.map((d) => (d - 1) ** 2)) / 2 + mean(fake.map((d) => d * d)) / 2;
  return -mean(real.map(Math.log)) - mean(fake.map((d) => Math.log1p(-d)));
}
