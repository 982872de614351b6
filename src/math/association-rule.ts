/** Rules "who has A has B" over baskets of items (Agrawal, Imielinski & Swami, SIGMOD 1993). */

export interface RuleMeasures {
  readonly supportA: number;
  readonly supportB: number;
  /** Share of the baskets with A and B. */
  readonly support: number;
  /** P(B | A); undefined where no basket has A. */
  readonly confidence: number | undefined;
  /** Confidence over P(B): 1 where A and B are independent. */
  readonly lift: number | undefined;
  /** P(A, B) - P(A) P(B). */
  readonly leverage: number;
  /** P(not B) / P(not B | A) (Brin et al., SIGMOD 1997); undefined where A never comes without B. */
  readonly conviction: number | undefined;
}

/** From counts rather than shares, so that a confidence of 1 is exactly 1. */
export function ruleMeasures(
  baskets: readonly ReadonlySet<string>[],
  antecedent: readonly string[],
  consequent: readonly string[],
): RuleMeasures {
  const n = baskets.length;
  const holding = (items: readonly string[]): number =>
    baskets.filter((basket) => items.every((item) => basket.has(item))).length;
  const a = holding(antecedent);
  const b = holding(consequent);
  const both = holding([...antecedent, ...consequent]);
  return {
    supportA: a / n,
    supportB: b / n,
    support: both / n,
    confidence: a === 0 ? undefined : both / a,
    lift: a === 0 || b === 0 ? undefined : (both * n) / (a * b),
    leverage: (both * n - a * b) / (n * n),
    conviction: both === a ? undefined : ((n - b) * a) / (n * (a - both)),
  };
}

/**
 * How many non-empty sets of the items have at least this support. All 2^d - 1 are counted, where Apriori (Agrawal & Srikant,
 * VLDB 1994) would leave out what contains a rare set; the answer is the same. Cost: 2^d * distinct baskets, d items.
 */
export function countFrequentSets(
  baskets: readonly ReadonlySet<string>[],
  items: readonly string[],
  least: number,
): number {
  const masks = new Map<number, number>();
  for (const basket of baskets) {
    const mask = items.reduce((bits, item, i) => (basket.has(item) ? bits | (1 << i) : bits), 0);
    masks.set(mask, (masks.get(mask) ?? 0) + 1);
  }
  let frequent = 0;
  for (let set = 1; set < 1 << items.length; set++) {
    let holding = 0;
    for (const [mask, times] of masks) if ((mask & set) === set) holding += times;
    if (holding / baskets.length >= least) frequent += 1;
  }
  return frequent;
}
