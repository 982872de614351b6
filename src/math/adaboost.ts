import { midway } from './midway.ts';
import { distinct, sum } from './summary.ts';

/** One round: a stump (x <= threshold predicts `left`), its weighted error, its say in the vote, and what follows for the samples. */
export interface BoostRound {
  readonly threshold: number;
  readonly left: number;
  readonly right: number;
  readonly error: number;
  readonly alpha: number;
  readonly wrong: readonly boolean[];
  /** Sample weights after the round; they sum to 1. */
  readonly weights: readonly number[];
}

/** Sums of weights that are equal on paper differ by about this share after rounding. */
const TIE = 1e-12;

interface Side {
  readonly zero: number;
  readonly one: number;
}

/** Weight of each class among the samples on one side of a threshold. */
function sideOf(
  values: readonly number[],
  y: readonly number[],
  weights: readonly number[],
  take: (x: number) => boolean,
): Side {
  const side = { zero: 0, one: 0 };
  values.forEach((value, i) => {
    if (take(value)) side[y[i] === 1 ? 'one' : 'zero'] += weights[i] ?? 0;
  });
  return side;
}

/** Weight times Gini impurity, W * (1 - p0^2 - p1^2) = 2 w0 w1 / W. */
function weightedGini({ zero, one }: Side): number {
  return zero + one > 0 ? (2 * zero * one) / (zero + one) : 0;
}

/** The heavier class, 0 on ties. */
function majority({ zero, one }: Side): number {
  return one - zero > TIE * (zero + one) ? 1 : 0;
}

/** The split of least weighted Gini impurity, the lowest threshold on ties. */
function fitStump(x: readonly number[], y: readonly number[], weights: readonly number[]) {
  const values = distinct(x);
  let best: { threshold: number; left: number; right: number; impurity: number } | undefined;
  for (let i = 0; i + 1 < values.length; i++) {
    const threshold = midway(values[i] ?? 0, values[i + 1] ?? 0);
    const low = sideOf(x, y, weights, (value) => value <= threshold);
    const high = sideOf(x, y, weights, (value) => value > threshold);
    const impurity = weightedGini(low) + weightedGini(high);
    if (best === undefined || impurity < best.impurity - TIE)
      best = { threshold, left: majority(low), right: majority(high), impurity };
  }
  return best;
}

/**
 * AdaBoost for labels 0 and 1 with one feature (Freund & Schapire, JCSS 55(1), 1997; SAMME of Zhu et al., 2009, is the same for
 * two classes): fit a stump to the weighted samples, alpha = ln((1-e)/e), multiply the weights of wrong samples by e^alpha,
 * normalise. Ends before a round with error 0 or of 1/2 and more. Cost: rounds * n^2.
 */
export function adaBoost(x: readonly number[], y: readonly number[], rounds: number): BoostRound[] {
  const kept: BoostRound[] = [];
  let weights: readonly number[] = y.map(() => 1 / y.length);
  while (kept.length < rounds) {
    const stump = fitStump(x, y, weights);
    if (stump === undefined) break;
    const { threshold, left, right } = stump;
    const wrong = x.map((value, i) => (value <= threshold ? left : right) !== y[i]);
    const bad = sum(weights.filter((_, i) => wrong[i] === true));
    const good = sum(weights.filter((_, i) => wrong[i] === false));
    if (bad === 0 || good - bad <= TIE) break;
    const grown = weights.map((weight, i) => (wrong[i] === true ? weight * (good / bad) : weight));
    const total = sum(grown);
    weights = grown.map((weight) => weight / total);
    kept.push({
      threshold,
      left,
      right,
      error: bad / (bad + good),
      alpha: Math.log(good / bad),
      wrong,
      weights,
    });
  }
  return kept;
}

/** The alpha-weighted vote for class 1 minus that for class 0. */
export function voteOf(rounds: readonly BoostRound[], x: number): number {
  return sum(
    rounds.map(({ threshold, left, right, alpha }) =>
      (x <= threshold ? left : right) === 1 ? alpha : -alpha,
    ),
  );
}

/** Class 1 where its vote is larger; 0 on ties. */
export function boostedClass(rounds: readonly BoostRound[], x: number): number {
  const all = sum(rounds.map((round) => round.alpha));
  return voteOf(rounds, x) > TIE * all ? 1 : 0;
}
