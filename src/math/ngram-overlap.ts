/** Bags of n-grams and what two of them have in common; the base of BLEU and ROUGE. */

/** How often each item occurs. */
export type Counts = ReadonlyMap<string, number>;

export function countItems(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Runs of n words, in order, joined by a space (which no word holds): max(0, length - n + 1) of them. */
export function ngramsOf(words: readonly string[], n: number): string[] {
  return Array.from({ length: Math.max(0, words.length - n + 1) }, (_, i) => words.slice(i, i + n).join(' '));
}

/** Pairs of words i < j with j - i <= window - 1, in order (Lin & Och, ACL 2004). Cost: words * window. */
export function skipBigramsOf(words: readonly string[], window: number): string[] {
  return words.flatMap((first, i) => words.slice(i + 1, i + window).map((second) => `${first} ${second}`));
}

/** Sum over the items of the smaller of the two counts: no item is matched more often than it occurs. */
export function clippedMatches(one: Counts, other: Counts): number {
  let matches = 0;
  for (const [item, count] of one) matches += Math.min(count, other.get(item) ?? 0);
  return matches;
}
