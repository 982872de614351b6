import { logGamma } from './special.ts';
import { sum } from './summary.ts';

/** ln of the number of ways to choose k of n. */
function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

/**
 * Probability that most of `voters` independent voters are right when each is right with probability p (Condorcet, 1785): the
 * sum over k > voters/2 of C(n,k) p^k (1-p)^(n-k), and half of the term of a tie. Cost: voters / 2.
 */
export function majorityRight(voters: number, p: number): number {
  if (p === 0 || p === 1) return p;
  const [logRight, logWrong] = [Math.log(p), Math.log1p(-p)];
  const terms: number[] = [];
  for (let right = Math.ceil(voters / 2); right <= voters; right++) {
    const chance = Math.exp(logChoose(voters, right) + right * logRight + (voters - right) * logWrong);
    terms.push(2 * right === voters ? chance / 2 : chance);
  }
  return Math.min(1, sum(terms));
}
