import { formatNumber, formatPercent } from '../../charts/number.ts';
import { range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { float, int } from '../parameters.ts';

/** Variance of the mean of n equally correlated members: rho s^2 + (1 - rho) s^2 / n (Hastie et al., ESL, 15.2). */
function varianceOfMean(sigma: number, rho: number, n: number): number {
  return rho * sigma ** 2 + ((1 - rho) * sigma ** 2) / n;
}

/** More than this many members are read on a logarithmic axis. */
const LONG = 50;

export const ensembleVariance = defineDemo({
  id: 'ensemble-variance',
  title: { ko: '앙상블의 분산 감소', en: 'Variance of an averaged ensemble' },
  about: {
    ko: '분산이 σ²이고 서로의 상관이 ρ인 모델 n개를 평균한 예측의 분산이에요: ρσ² + (1−ρ)σ²/n. 아무리 모아도 ρσ² 아래로는 내려가지 않아요.',
    en: 'Variance of the mean of n models, each of variance σ² and with correlation ρ between any two: ρσ² + (1−ρ)σ²/n. No number of members brings it below ρσ².',
  },
  parameters: {
    sigma: float(1, '0..1000'),
    rho: float(0.3, '0..1'),
    n: int(20, '1..1000'),
  },
  results: {
    variance: 'float',
    floor: 'float',
    by_n: 'float[n]',
    reduction: 'float?',
  },
  run({ sigma, rho, n }) {
    return {
      variance: varianceOfMean(sigma, rho, n),
      floor: rho * sigma ** 2,
      by_n: range(n).map((i) => varianceOfMean(sigma, rho, i + 1)),
      // 1 - variance / sigma^2, without the difference of nearly equal numbers.
      reduction: sigma === 0 ? null : (1 - rho) * (1 - 1 / n),
    };
  },
  view({ sigma, rho, n }, { variance, floor, by_n, reduction }, say) {
    const counts = range(n).map((i) => i + 1);
    const look = n === 1 ? 'points' : n > 40 ? 'line' : 'line-points';
    return {
      chart: {
        kind: 'xy',
        title: say('모델 수에 따른 평균 예측의 분산', 'Variance of the mean prediction by number of models'),
        subtitle: `σ = ${formatNumber(sigma)}, ρ = ${formatNumber(rho)}`,
        x: { name: say('모델 수 n', 'number of models n'), whole: true, ...(n > LONG ? { log: true } : {}) },
        y: { name: say('분산', 'variance'), min: 0 },
        series: [
          {
            name: say(`상관 ρ = ${formatNumber(rho)}`, `correlation ρ = ${formatNumber(rho)}`),
            x: counts,
            y: by_n,
            look,
            colour: 'blue',
          },
          {
            name: say('독립이라면 (ρ = 0)', 'if independent (ρ = 0)'),
            x: counts,
            y: counts.map((count) => sigma ** 2 / count),
            look: n === 1 ? 'hollow' : 'line',
            colour: 'grey',
          },
          {
            name: say('바닥 ρσ²', 'floor ρσ²'),
            x: n === 1 ? [1] : [1, n],
            y: n === 1 ? [floor] : [floor, floor],
            look: n === 1 ? 'crosses' : 'dashed',
            colour: 'vermillion',
          },
        ],
      },
      see:
        reduction === null
          ? say('σ가 0이라 줄일 분산이 없어요.', 'With sigma 0 there is no variance to reduce.')
          : say(
              `모델 ${n}개를 평균하면 분산(${formatNumber(variance)})이 하나일 때보다 ${formatPercent(reduction)} 작아요. 바닥(${formatNumber(floor)}) 밑으로는 더 모아도 내려가지 않으니, 랜덤 포레스트의 특성 뽑기처럼 상관을 낮추는 일이 중요해요.`,
              `Averaging ${countOf(n, 'model')} cuts the variance by ${formatPercent(reduction)} to ${formatNumber(variance)}. The floor is ${formatNumber(floor)}: beyond some size, lower correlation (random features in a forest) helps more than more members.`,
            ),
      numbers: [
        [say('평균의 분산', 'variance of the mean'), formatNumber(variance)],
        [say('한 모델의 분산', 'variance of one model'), formatNumber(sigma ** 2)],
        [say('바닥', 'floor'), formatNumber(floor)],
        [say('줄어든 비율', 'reduction'), reduction === null ? '–' : formatPercent(reduction)],
      ],
    };
  },
  variations: [
    { label: { ko: 'ρ = 0 (독립)', en: 'ρ = 0 (independent)' }, change: () => ({ rho: 0 }) },
    { label: { ko: 'ρ = 0.9 (닮은 모델)', en: 'ρ = 0.9 (alike)' }, change: () => ({ rho: 0.9 }) },
    {
      label: { ko: '모델 × 10', en: 'models × 10' },
      change: ({ n }) => (n <= 100 ? { n: n * 10 } : undefined),
    },
    { label: { ko: '모델 1개', en: '1 model' }, change: () => ({ n: 1 }) },
  ],
});
