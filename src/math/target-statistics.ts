/** Categories replaced by the mean of the target. */

interface Running {
  readonly sum: number;
  readonly count: number;
}

const NOTHING: Running = { sum: 0, count: 0 };

/**
 * Ordered target statistics of CatBoost (Prokhorenkova et al., NeurIPS 2018, section 3): each row sees only the rows before it,
 * (sum of earlier targets of its category + a prior) / (their count + a). O(n).
 */
export function orderedStatistics(
  categories: readonly number[],
  targets: readonly number[],
  a: number,
  prior: number,
): number[] {
  const seen = new Map<number, Running>();
  return categories.map((category, i) => {
    const { sum, count } = seen.get(category) ?? NOTHING;
    seen.set(category, { sum: sum + (targets[i] ?? 0), count: count + 1 });
    return (sum + a * prior) / (count + a);
  });
}

/** The mean target of the whole category, the row's own target included: the leaking kind. O(n). */
export function greedyStatistics(categories: readonly number[], targets: readonly number[]): number[] {
  const totals = new Map<number, Running>();
  categories.forEach((category, i) => {
    const { sum, count } = totals.get(category) ?? NOTHING;
    totals.set(category, { sum: sum + (targets[i] ?? 0), count: count + 1 });
  });
  return categories.map((category) => {
    const { sum, count } = totals.get(category) ?? NOTHING;
    return sum / count;
  });
}
