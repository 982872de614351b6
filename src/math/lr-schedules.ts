/** Learning rates over the steps of a training, t = 0, 1, … Each function gives the rate used in step t. */

/** lr₀ · γ^(boundaries at or before t) (torch MultiStepLR). */
export function piecewise(t: number, lr0: number, gamma: number, boundaries: readonly number[]): number {
  return lr0 * gamma ** boundaries.filter((boundary) => boundary <= t).length;
}

/** lr₀ / (1 + t/s)^c. */
export function power(t: number, lr0: number, s: number, c: number): number {
  return lr0 / (1 + t / s) ** c;
}

/** lr₀ · γ^(t/s): a factor of γ every s steps. */
export function exponential(t: number, lr0: number, gamma: number, s: number): number {
  return lr0 * gamma ** (t / s);
}

/** Rises in a straight line to lr₀ in step warmup − 1 (Goyal et al., "Accurate, Large Minibatch SGD", 2017). */
export function gradualWarmup(t: number, lr0: number, warmup: number): number {
  return lr0 * Math.min(1, (t + 1) / warmup);
}

/** A small constant rate first (He et al., "Deep Residual Learning", 2016). */
export function constantWarmup(t: number, lr0: number, warmup: number, factor: number): number {
  return t < warmup ? lr0 * factor : lr0;
}

/** Half a cosine from lr₀ towards the least rate over `period` steps (Loshchilov & Hutter, SGDR, 2017). */
export function cosine(t: number, lr0: number, etaMin: number, period: number): number {
  return etaMin + ((lr0 - etaMin) * (1 + Math.cos((Math.PI * t) / period))) / 2;
}

/**
 * Where t stands in a run of cycles of t0, t0·mult, t0·mult², … steps: the place within its cycle and the cycle's length
 * (torch CosineAnnealingWarmRestarts).
 */
export function cyclePlace(
  t: number,
  t0: number,
  mult: number,
): { readonly at: number; readonly period: number } {
  let [at, period] = [t, t0];
  while (at >= period) {
    at -= period;
    period *= mult;
  }
  return { at, period };
}

/** Up in a straight line and down again over n steps, then `final` steps towards lr₀/100 (after Smith, 2018). */
export function oneCycle(t: number, lr0: number, lrMax: number, n: number, final: number): number {
  const last = n - 1;
  if (t > last) return lr0 + ((lr0 / 100 - lr0) * (t - last)) / final;
  const share = 1 - Math.abs((2 * t) / last - 1);
  return lr0 + (lrMax - lr0) * share;
}

/** Changes of the rate smaller than this are left out, and a loss must be better by this share to count (torch defaults). */
const PLATEAU = { eps: 1e-8, threshold: 1e-4 } as const;

/**
 * The rate before each validation loss is seen (torch ReduceLROnPlateau, mode min, relative threshold): it is multiplied by
 * gamma when more than `patience` losses in a row were no better than the best so far. Cost: n.
 */
export function plateauRates(
  losses: readonly number[],
  lr0: number,
  gamma: number,
  patience: number,
): number[] {
  let [rate, best, bad] = [lr0, Number.POSITIVE_INFINITY, 0];
  return losses.map((loss) => {
    const before = rate;
    if (loss < best * (1 - PLATEAU.threshold)) [best, bad] = [loss, 0];
    else bad += 1;
    if (bad > patience) {
      bad = 0;
      if (rate - rate * gamma > PLATEAU.eps) rate *= gamma;
    }
    return before;
  });
}
