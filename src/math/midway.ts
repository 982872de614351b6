/**
 * The threshold between two neighbouring values, low < high: their midpoint, or `low` where rounding would put the midpoint on
 * `high`, so that "x <= threshold" always keeps the two apart.
 */
export function midway(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  return middle < high ? middle : low;
}
