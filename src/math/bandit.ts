import { betaSample } from './beta-sample.ts';
import type { SeededRandom } from './random.ts';
import { argMax } from './summary.ts';

export type BanditPolicy = 'greedy' | 'epsilon-greedy' | 'ucb1' | 'thompson';

export interface BanditPlay {
  /** Arm of each step. */
  readonly arms: readonly number[];
  /** 0 or 1 of each step. */
  readonly rewards: readonly number[];
}

interface Tally {
  readonly pulls: number[];
  readonly wins: number[];
}

/** Share of wins; 0 for an arm that was never pulled. */
export function winShares({
  pulls,
  wins,
}: {
  readonly pulls: readonly number[];
  readonly wins: readonly number[];
}): number[] {
  return pulls.map((count, arm) => (count === 0 ? 0 : (wins[arm] ?? 0) / count));
}

/** The arm of the largest mean; one that was never pulled comes first, or a first win elsewhere would shut it out for good. */
function greedy(tally: Tally): number {
  const fresh = tally.pulls.indexOf(0);
  return fresh >= 0 ? fresh : argMax(winShares(tally));
}

/** Mean plus sqrt(2 ln t / n) (Auer, Cesa-Bianchi & Fischer, Machine Learning 47, 2002), t plays so far; new arms first. */
function ucb1(tally: Tally, played: number): number {
  const fresh = tally.pulls.indexOf(0);
  if (fresh >= 0) return fresh;
  return argMax(
    winShares(tally).map((mean, arm) => mean + Math.sqrt((2 * Math.log(played)) / (tally.pulls[arm] ?? 1))),
  );
}

function choose(
  policy: BanditPolicy,
  tally: Tally,
  played: number,
  epsilon: number,
  random: SeededRandom,
): number {
  switch (policy) {
    case 'greedy':
      return greedy(tally);
    case 'epsilon-greedy':
      return random.uniform() < epsilon ? random.below(tally.pulls.length) : greedy(tally);
    case 'ucb1':
      return ucb1(tally, played);
    case 'thompson':
      // Thompson (Biometrika 25, 1933): a draw from each arm's posterior, Beta(1 + wins, 1 + losses).
      return argMax(
        tally.pulls.map((count, arm) => {
          const wins = tally.wins[arm] ?? 0;
          return betaSample(1 + wins, 1 + count - wins, random);
        }),
      );
  }
}

/** Plays `steps` rounds on arms that win with probability p[arm]. Ties go to the lower arm. Cost: steps * arms. */
export function playBandit(
  p: readonly number[],
  policy: BanditPolicy,
  epsilon: number,
  steps: number,
  random: SeededRandom,
): BanditPlay {
  const tally: Tally = { pulls: p.map(() => 0), wins: p.map(() => 0) };
  const arms: number[] = [];
  const rewards: number[] = [];
  for (let step = 0; step < steps; step++) {
    const arm = choose(policy, tally, step, epsilon, random);
    const reward = random.uniform() < (p[arm] ?? 0) ? 1 : 0;
    tally.pulls[arm] = (tally.pulls[arm] ?? 0) + 1;
    tally.wins[arm] = (tally.wins[arm] ?? 0) + reward;
    arms.push(arm);
    rewards.push(reward);
  }
  return { arms, rewards };
}
