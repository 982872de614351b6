import { mean, median } from './summary.ts';

/** Filling the gaps (null) of a column. At least one value must be known. */

export type Gapped = readonly (number | null)[];

export function knownOf(values: Gapped): number[] {
  return values.filter((value) => value !== null);
}

/** The value that occurs most often, the smallest on ties. */
export function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = values[0] ?? Number.NaN;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most || (count === most && value < best)) {
      best = value;
      most = count;
    }
  }
  return best;
}

export type Statistic = 'mean' | 'median' | 'most-frequent';

/** What scikit-learn's SimpleImputer puts into every gap. */
export function statisticOf(kind: Statistic, values: Gapped): number {
  const known = knownOf(values);
  switch (kind) {
    case 'mean':
      return mean(known);
    case 'median':
      return median(known);
    case 'most-frequent':
      return mostFrequent(known);
  }
}

export function fillWith(values: Gapped, statistic: number): number[] {
  return values.map((value) => value ?? statistic);
}

/** Straight lines by index between the known neighbours; gaps at the ends take the nearest known value. O(n). */
export function interpolate(values: Gapped): number[] {
  const places = values.flatMap((value, i) => (value === null ? [] : [i]));
  let next = 0;
  return values.map((value, i) => {
    if (value !== null) return value;
    while (next < places.length && (places[next] ?? 0) < i) next += 1;
    const left = places[next - 1];
    const right = places[next];
    const from = values[left ?? right ?? 0] ?? 0;
    const to = values[right ?? left ?? 0] ?? 0;
    if (left === undefined || right === undefined) return from;
    return from + ((to - from) * (i - left)) / (right - left);
  });
}
