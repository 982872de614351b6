export interface NGrams {
  /** Distinct n-grams by first appearance. */
  readonly grams: readonly string[];
  readonly counts: readonly number[];
  /** All n-grams, repeats included. */
  readonly total: number;
  /** count / count of the n-grams with the same first n-1 items: an estimate of P(last item | items before). */
  readonly conditional: readonly number[];
}

/**
 * Runs of n neighbouring items (Shannon, "A Mathematical Theory of Communication", 1948), written with `glue` between them.
 * Items must not contain the glue. Cost: n * number of items.
 */
export function nGramsOf(items: readonly string[], n: number, glue: string): NGrams {
  const counts = new Map<string, number>();
  const begun = new Map<string, number>();
  const beginnings = new Map<string, string>();
  const total = Math.max(0, items.length - n + 1);
  for (let start = 0; start < total; start++) {
    const gram = items.slice(start, start + n).join(glue);
    const beginning = items.slice(start, start + n - 1).join(glue);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
    begun.set(beginning, (begun.get(beginning) ?? 0) + 1);
    beginnings.set(gram, beginning);
  }
  const grams = [...counts.keys()];
  return {
    grams,
    counts: [...counts.values()],
    total,
    conditional: grams.map((gram) => (counts.get(gram) ?? 0) / (begun.get(beginnings.get(gram) ?? '') ?? 1)),
  };
}
