import type { Axis, XySeries } from '../charts/model.ts';

/** Sizes of values (gradients, say) for a line over a logarithmic axis. */

const MANY = 40;

export function logSizes(values: readonly number[]): (number | null)[] {
  return values.map((value) => (value === 0 ? null : Math.abs(value)));
}

/** A logarithmic axis; where all sizes are equal the line keeps clear of the edge. */
export function logAxis(name: string, sizes: readonly (number | null)[]): Axis {
  const [first] = sizes.filter((size) => size !== null);
  const flat = first !== undefined && sizes.every((size) => size === null || size === first);
  return { name, log: true, ...(flat ? { min: first / 10, max: first * 10 } : {}) };
}

/** Dots where there is room for them, or where a single point would draw no line. */
export function logLook(sizes: readonly (number | null)[]): XySeries['look'] {
  const shown = sizes.filter((size) => size !== null).length;
  return sizes.length <= MANY + 1 || shown < 2 ? 'line-points' : 'line';
}
