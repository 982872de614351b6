/**
 * Root mean squared error √(Σ(pᵢ − yᵢ)²/n) of predictions, in the unit of `actual`. O(n). NaN for empty samples.
 * Throws RangeError on unequal lengths.
 */
export function rmse(predicted: readonly number[], actual: readonly number[]): number {
  if (predicted.length !== actual.length)
    throw new RangeError(`rmse needs samples of equal length, not ${predicted.length} and ${actual.length}`);
  const sum = predicted.reduce((total, value, index) => total + (value - (actual[index] ?? 0)) ** 2, 0);
  return Math.sqrt(sum / predicted.length);
}
