import { extent, mean, quantile, standardDeviation } from './summary.ts';

/** A linear scaler: z = (x - centre) / scale. */
export interface LinearScale {
  readonly centre: number;
  /** Never 0: a feature that does not vary is only moved. */
  readonly scale: number;
}

export type LinearScaler = 'standard' | 'robust' | 'minmax';

/** Scikit-learn counts a spread below ten roundings of 1 as no spread (preprocessing._handle_zeros_in_scale). */
const NO_SPREAD = 10 * Number.EPSILON;

function spreadOr1(spread: number): number {
  return spread < NO_SPREAD ? 1 : spread;
}

/**
 * Centre and scale of a feature: mean and population standard deviation (StandardScaler), median and interquartile range with
 * linear quantiles (RobustScaler), minimum and range (MinMaxScaler). Cost: n log n for the quantiles.
 */
export function linearScale(kind: LinearScaler, values: readonly number[]): LinearScale {
  const { min, max } = extent(values);
  switch (kind) {
    case 'standard':
      // The mean of equal values may be off by a rounding, which is no spread either.
      return min === max
        ? { centre: min, scale: 1 }
        : { centre: mean(values), scale: standardDeviation(values) || 1 };
    case 'robust':
      return {
        centre: quantile(values, 0.5),
        scale: spreadOr1(quantile(values, 0.75) - quantile(values, 0.25)),
      };
    case 'minmax':
      return { centre: min, scale: spreadOr1(max - min) };
  }
}

export function rescale({ centre, scale }: LinearScale, values: readonly number[]): number[] {
  return values.map((value) => (value - centre) / scale);
}
