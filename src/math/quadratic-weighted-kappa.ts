/**
 * Cohen's kappa with quadratic weights for two raters' grades 0 … `top`: 1 agreement, 0 chance, negative below chance.
 *
 * κ = 1 − Σ wᵢⱼ Oᵢⱼ / Σ wᵢⱼ Eᵢⱼ with wᵢⱼ = (i − j)², E the outer product of the marginals over n.
 * Source: Cohen, Psychological Bulletin 70 (1968). O(n + top²).
 * NaN where neither rater varies. Throws RangeError on unequal lengths or a grade that is no integer within 0 … top.
 */
export function quadraticWeightedKappa(a: readonly number[], b: readonly number[], top: number): number {
  if (a.length !== b.length)
    throw new RangeError(`kappa needs samples of equal length, not ${a.length} and ${b.length}`);
  const countA = new Array<number>(top + 1).fill(0);
  const countB = new Array<number>(top + 1).fill(0);
  let observed = 0;
  a.forEach((gradeA, index) => {
    const gradeB = b[index] ?? 0;
    for (const grade of [gradeA, gradeB])
      if (!Number.isInteger(grade) || grade < 0 || grade > top)
        throw new RangeError(`the grade ${grade} is not an integer within 0 to ${top}`);
    observed += (gradeA - gradeB) ** 2;
    countA[gradeA] = (countA[gradeA] ?? 0) + 1;
    countB[gradeB] = (countB[gradeB] ?? 0) + 1;
  });
  let expected = 0;
  for (const [i, nA] of countA.entries()) {
    for (const [j, nB] of countB.entries()) expected += ((i - j) ** 2 * nA * nB) / a.length;
  }
  return 1 - observed / expected;
}
