import type { Colour, XySeries } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { type BanditPolicy, playBandit, winShares } from '../../math/bandit.ts';
import type { SeededRandom } from '../../math/random.ts';
import { argMax, sum } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { defineDemo, type Say } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { choice, float, floats, int } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';

const POLICIES = ['greedy', 'epsilon-greedy', 'ucb1', 'thompson'] as const;

/** Points of a curve of the running average. */
const POINTS = 240;

const COLOURS: Readonly<Record<BanditPolicy, Colour>> = {
  greedy: 'grey',
  'epsilon-greedy': 'blue',
  ucb1: 'orange',
  thompson: 'green',
};

/** The running average at steps that lie evenly on a logarithmic axis. */
function averageCurve(policy: BanditPolicy, rewards: readonly number[], chosen: boolean): XySeries {
  const ratio = Math.max(1, rewards.length) ** (1 / POINTS);
  const x: number[] = [];
  const y: number[] = [];
  let total = 0;
  let next = 1;
  rewards.forEach((reward, i) => {
    total += reward;
    const step = i + 1;
    if (step < next && step !== rewards.length) return;
    next = Math.max(step + 1, step * ratio);
    x.push(step);
    y.push(total / step);
  });
  return { name: policy, x, y, look: chosen ? 'line' : 'dashed', colour: COLOURS[policy] };
}

/** The chosen policy on the chance of the run itself, then the others on what follows in the stream. */
function curvesOf(
  {
    p,
    policy,
    epsilon,
    steps,
  }: { p: readonly number[]; policy: BanditPolicy; epsilon: number; steps: number },
  random: SeededRandom,
): XySeries[] {
  return [policy, ...POLICIES.filter((one) => one !== policy)].map((one, index) =>
    averageCurve(one, playBandit(p, one, epsilon, steps, random).rewards, index === 0),
  );
}

function seen(
  policy: BanditPolicy,
  share: number,
  { best, most, regret }: { readonly best: number; readonly most: number; readonly regret: number },
  say: Say,
): string {
  const [part, lost] = [formatPercent(share), formatNumber(regret)];
  if (share < 0.5 && policy === 'greedy' && most !== best)
    return say(
      `탐색이 없어서 팔 ${most}번에 머물렀고 최선인 팔 ${best}번의 비율은 ${part}뿐이에요. 탐욕 정책의 후회 ${withJosa(lost, '은/는')} 스텝 수에 비례해 늘어요.`,
      `Without exploration it stays with arm ${most}; arm ${best}, the best, gets ${part}. The regret of ${lost} goes on growing in proportion to the steps.`,
    );
  return say(
    `최선인 팔 ${best}번을 ${part} 골랐고 후회는 ${withJosa(lost, '이에요/예요')}. ${policy === 'epsilon-greedy' ? 'ε을 고정하면 탐색이 끝나지 않아 기대 후회가 계속 선형으로 늘어요.' : policy === 'greedy' ? '탐색이 없으면 나쁜 팔에 갇힐 수 있어요.' : '불확실한 팔을 더 살펴보므로 기대 후회가 스텝 수의 로그로 늘어요.'}`,
    `Arm ${best}, the best, got ${part} of the pulls; the regret is ${lost}. ${policy === 'epsilon-greedy' ? 'With a fixed ε exploration never ends, so the expected regret keeps growing linearly.' : policy === 'greedy' ? 'Without exploration it can be stuck with a worse arm.' : 'Uncertain arms are looked at again, so the expected regret grows with the logarithm of the steps.'}`,
  );
}

export const bandit = defineDemo({
  id: 'bandit',
  title: { ko: '멀티암드 밴딧', en: 'Multi-armed bandit' },
  about: {
    ko: '보상이 0 또는 1인 팔들 가운데 하나를 매번 골라요. 탐욕 선택은 표본 평균이 가장 큰 팔(안 당긴 팔 먼저), UCB1은 평균 + √(2 ln t / n)(모든 팔을 한 번씩 먼저), 톰프슨은 Beta(1,1)에서 시작한 사후 분포에서 뽑은 값이 가장 큰 팔이에요. 후회는 Σ(최선의 p − 당긴 팔의 p)예요(Auer 외, 2002).',
    en: 'Pulls one arm a step, with reward 0 or 1. Greedy takes the largest sample mean (untried arms first), UCB1 the largest mean + √(2 ln t / n), every arm once first; Thompson the largest draw from the posteriors under Beta(1,1). Regret is the sum of best p minus p of the arm pulled (Auer et al., 2002).',
  },
  parameters: {
    p: floats([0.2, 0.5, 0.75], '2..20', '0..1', {
      ko: '팔마다 보상 확률',
      en: 'probability of a reward, by arm',
    }),
    policy: choice(POLICIES, 'epsilon-greedy', { ko: '정책', en: 'policy' }),
    epsilon: float(0.1, '0..1', {
      ko: 'ε-탐욕에서 무작위로 고를 확률',
      en: 'chance of a random arm (epsilon-greedy)',
    }),
    steps: int(1000, '10..10000'),
    seed: seed(),
  },
  results: {
    pulls: 'int[k]',
    estimates: 'float[k]',
    total_reward: 'int',
    regret: 'float',
    best_arm_share: 'float',
    average_reward: 'float[10]',
  },
  run({ p, policy, epsilon, steps }, random) {
    const { arms, rewards } = playBandit(p, policy, epsilon, steps, random);
    const pulls = p.map(() => 0);
    const wins = p.map(() => 0);
    arms.forEach((arm, step) => {
      pulls[arm] = (pulls[arm] ?? 0) + 1;
      wins[arm] = (wins[arm] ?? 0) + (rewards[step] ?? 0);
    });
    const best = argMax(p);
    const top = p[best] ?? 0;
    return {
      pulls,
      estimates: winShares({ pulls, wins }),
      total_reward: sum(wins),
      regret: sum(pulls.map((count, arm) => count * (top - (p[arm] ?? 0)))),
      best_arm_share: (pulls[best] ?? 0) / steps,
      average_reward: range(10).map((tenth) => {
        const until = Math.floor((steps * (tenth + 1)) / 10);
        return sum(rewards.slice(0, until)) / until;
      }),
    };
  },
  view({ p, policy, epsilon, steps, ...args }, results, say, random) {
    const { pulls, estimates, total_reward, regret, best_arm_share } = results;
    const best = argMax(p);
    const top = formatNumber(p[best] ?? 0);
    return {
      chart: {
        kind: 'xy',
        title: say('스텝에 따른 평균 보상', 'Average reward against step'),
        subtitle: say(
          `실선 ${policy}${policy === 'epsilon-greedy' ? ` (ε = ${formatNumber(epsilon)})` : ''}, 점선은 다른 정책의 한 번 실행; 시드 ${args.seed}`,
          `solid: ${policy}${policy === 'epsilon-greedy' ? ` (ε = ${formatNumber(epsilon)})` : ''}, dashed: one run of the others; seed ${args.seed}`,
        ),
        x: { name: say('스텝 (로그 눈금)', 'step (log scale)'), log: true },
        y: { name: say('지금까지의 평균 보상', 'average reward so far'), min: 0, max: 1 },
        series: curvesOf({ p, policy, epsilon, steps }, random),
        marks: [
          {
            axis: 'y',
            at: p[best] ?? 0,
            label: say(`최선 p = ${top}`, `best p = ${top}`),
            colour: 'vermillion',
          },
        ],
      },
      see: seen(policy, best_arm_share, { best, most: argMax(pulls), regret }, say),
      numbers: [
        [say('보상의 합', 'total reward'), formatNumber(total_reward)],
        [say('후회', 'regret'), formatNumber(regret)],
        [say('최선의 팔을 고른 비율', 'share of the best arm'), formatPercent(best_arm_share)],
        [say('평균 보상', 'average reward'), formatNumber(total_reward / steps)],
      ],
      table: {
        columns: [say('팔', 'arm'), say('실제 p', 'true p'), say('추정', 'estimate'), say('횟수', 'pulls')],
        rows: p.map((chance, arm) => [
          String(arm),
          formatNumber(chance),
          pulls[arm] === 0 ? '–' : formatNumber(estimates[arm] ?? 0),
          formatNumber(pulls[arm] ?? 0),
        ]),
      },
    };
  },
  variations: [
    ...POLICIES.map((one) => ({
      label: { ko: one, en: one },
      change: ({ policy }: { readonly policy: BanditPolicy }) =>
        policy === one ? undefined : { policy: one },
    })),
    {
      label: { ko: '차이가 작은 팔', en: 'arms close together' },
      change: () => ({ p: [0.5, 0.52, 0.55] }),
    },
    otherSeed,
  ],
});
