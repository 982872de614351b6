/** Weights of words in documents: frequent here, rare elsewhere (Spärck Jones, Journal of Documentation 28(1), 1972). */

export type RowNorm = 'l2' | 'l1' | 'none';

/**
 * Inverse document frequency as in scikit-learn: ln(n/df) + 1, or with `smooth` ln((1+n)/(1+df)) + 1, as if one more document
 * held every word once. counts[n][v] -> [v]; every word must occur somewhere.
 */
export function inverseDocumentFrequency(counts: readonly (readonly number[])[], smooth: boolean): number[] {
  const extra = smooth ? 1 : 0;
  const holding = (counts[0] ?? []).map(() => 0);
  for (const row of counts)
    for (const [word, count] of row.entries()) if (count > 0) holding[word] = (holding[word] ?? 0) + 1;
  return holding.map((df) => Math.log((counts.length + extra) / (df + extra)) + 1);
}

function lengthOf(row: readonly number[], norm: RowNorm): number {
  if (norm === 'none') return 1;
  let total = 0;
  for (const value of row) total += norm === 'l2' ? value * value : Math.abs(value);
  return norm === 'l2' ? Math.sqrt(total) : total;
}

/** tf * idf, each row divided by its length; `sublinear` takes 1 + ln tf for tf > 0. counts[n][v], idf[v] -> [n][v]. */
export function tfIdfOf(
  counts: readonly (readonly number[])[],
  idf: readonly number[],
  options: { readonly norm: RowNorm; readonly sublinear: boolean },
): number[][] {
  return counts.map((row) => {
    const weighted = row.map((count, word) =>
      count === 0 ? 0 : (options.sublinear ? 1 + Math.log(count) : count) * (idf[word] ?? 0),
    );
    const length = lengthOf(weighted, options.norm);
    return length === 0 ? weighted : weighted.map((value) => value / length);
  });
}
