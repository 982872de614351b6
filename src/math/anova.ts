import { fSurvival } from './special.ts';
import { extent, mean, sum } from './summary.ts';

export interface Anova {
  readonly f: number;
  readonly pValue: number;
}

/**
 * One-way analysis of variance: F = (between / (k-1)) / (within / (n-k)) over k groups with n values in all
 * (Fisher, Statistical Methods for Research Workers, 1925). Deviations are taken from the means in a second pass: the
 * sums of raw squares that textbooks subtract would cancel. Undefined where nothing varies within the groups.
 */
export function anova(groups: readonly (readonly number[])[]): Anova | undefined {
  const raw = groups.flat();
  const centre = mean(raw);
  // In units of the largest deviation no square under- or overflows; F has no unit.
  const reach = Math.max(...raw.map((value) => Math.abs(value - centre)));
  if (reach === 0) return undefined;
  const scaled = groups.map((group) => group.map((value) => (value - centre) / reach));
  const within = sum(scaled.map(scatter));
  if (within === 0) return undefined;
  const middle = mean(scaled.flat());
  const between = sum(scaled.map((group) => group.length * (mean(group) - middle) ** 2));
  const freedom = [groups.length - 1, raw.length - groups.length] as const;
  const f = between / freedom[0] / (within / freedom[1]);
  return { f, pValue: fSurvival(f, freedom[0], freedom[1]) };
}

/** Sum of squared deviations; exactly 0 for equal values, whose mean may be off by a rounding. */
function scatter(values: readonly number[]): number {
  const { min, max } = extent(values);
  if (min === max) return 0;
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2));
}
