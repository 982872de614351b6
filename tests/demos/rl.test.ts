import { describe, expect, it } from 'vitest';
import { DEMOS_BY_ID } from '../../src/demos/index.ts';
import type { Results } from '../../src/demos/results.ts';
import { runDemo } from '../../src/demos/run.ts';
import { betaSample } from '../../src/math/beta-sample.ts';
import { seededRandom } from '../../src/math/random.ts';
import { mean, sum, variance } from '../../src/math/summary.ts';

const POLICIES = ['greedy', 'epsilon-greedy', 'ucb1', 'thompson'] as const;

function results(given: Readonly<Record<string, unknown>> = {}): Results {
  const demo = DEMOS_BY_ID.get('bandit');
  if (demo === undefined) throw new Error('no bandit');
  return runDemo(demo, given).results;
}

function list(value: unknown): readonly number[] {
  return value as readonly number[];
}

describe('bandit', () => {
  it('picks the best arm in more than half of the steps at the defaults, for 100 seeds', () => {
    for (let seed = 0; seed < 100; seed++)
      expect(results({ seed }).best_arm_share, `seed ${seed}`).toBeGreaterThan(0.5);
  });

  it.each(POLICIES)('%s: pulls sum to the steps, and regret and rewards follow from them', (policy) => {
    const p = [0.2, 0.5, 0.75];
    for (let seed = 0; seed < 100; seed++) {
      const found = results({ policy, seed, steps: 137 });
      const pulls = list(found.pulls);
      expect(sum(pulls)).toBe(137);
      expect(found.regret).toBeCloseTo(sum(pulls.map((count, arm) => count * (0.75 - (p[arm] ?? 0)))), 9);
      expect(found.total_reward).toBeCloseTo(
        sum(pulls.map((count, arm) => count * (list(found.estimates)[arm] ?? 0))),
        9,
      );
      expect(list(found.average_reward)).toHaveLength(10);
      expect(list(found.average_reward)[9]).toBeCloseTo(Number(found.total_reward) / 137, 12);
      expect(found.best_arm_share).toBeCloseTo((pulls[2] ?? 0) / 137, 12);
    }
  });

  it.each(POLICIES)('%s is repeatable, and another seed gives another run', (policy) => {
    expect(results({ policy, seed: 3 })).toEqual(results({ policy, seed: 3 }));
    expect(results({ policy, seed: 3 })).not.toEqual(results({ policy, seed: 4 }));
  });

  it('pulls every arm once first by UCB1, as far as the steps go', () => {
    const p = new Array<number>(12).fill(0);
    expect(results({ p, policy: 'ucb1', steps: 10 }).pulls).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
  });

  it('explores evenly with epsilon 1', () => {
    const { pulls } = results({ epsilon: 1, steps: 9000 });
    // Binomial(9000, 1/3) has a standard deviation of 45.
    for (const count of list(pulls)) expect(Math.abs(count - 3000)).toBeLessThan(5 * 45);
  });

  it('lets UCB1 and Thompson regret little after 10,000 steps', () => {
    expect(results({ policy: 'ucb1', steps: 10_000 }).regret).toBeLessThan(250);
    expect(results({ policy: 'thompson', steps: 10_000 }).regret).toBeLessThan(60);
  });

  it('takes arms that always or never win', () => {
    const found = results({ p: [0, 1], policy: 'ucb1', steps: 100 });
    expect(found.estimates).toEqual([0, 1]);
    expect(found.regret).toBe(list(found.pulls)[0]);
  });
});

describe('beta samples', () => {
  it.each([
    [1, 1],
    [2, 5],
    [40, 3],
  ])('have the mean and the variance of Beta(%d, %d)', (a, b) => {
    const random = seededRandom(1);
    const draws = Array.from({ length: 20_000 }, () => betaSample(a, b, random));
    const spread = (a * b) / ((a + b) ** 2 * (a + b + 1));
    expect(Math.abs(mean(draws) - a / (a + b))).toBeLessThan(5 * Math.sqrt(spread / 20_000));
    expect(variance(draws) / spread).toBeGreaterThan(0.93);
    expect(variance(draws) / spread).toBeLessThan(1.07);
  });
});
