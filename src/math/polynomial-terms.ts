/**
 * Exponents of all products of d variables up to a degree, in the order of scikit-learn's PolynomialFeatures: by degree, and
 * within a degree by the (non-decreasing) list of variables. `repeat` false leaves out powers above 1.
 * Result [m][d] with m = C(d + degree, degree) when repeating, the constant included.
 */
export function polynomialTerms(variables: number, degree: number, repeat: boolean): number[][] {
  const terms: number[][] = [];
  const extend = (chosen: readonly number[], wanted: number): void => {
    if (chosen.length === wanted) {
      const powers = Array.from({ length: variables }, () => 0);
      for (const variable of chosen) powers[variable] = (powers[variable] ?? 0) + 1;
      terms.push(powers);
      return;
    }
    const last = chosen.at(-1);
    const from = last === undefined ? 0 : repeat ? last : last + 1;
    for (let variable = from; variable < variables; variable++) extend([...chosen, variable], wanted);
  };
  for (let wanted = 0; wanted <= degree; wanted++) extend([], wanted);
  return terms;
}

/** Product of x[i]^powers[i]; 0^0 is 1. */
export function termValue(powers: readonly number[], x: readonly number[]): number {
  return powers.reduce((product, power, i) => product * (x[i] ?? 0) ** power, 1);
}
