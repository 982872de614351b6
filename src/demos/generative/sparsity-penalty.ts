import { formatNumber } from '../../charts/number.ts';
import { bernoulliKl } from '../../math/bernoulli-kl.ts';
import { argMax, extent, mean, sum } from '../../math/summary.ts';
import { linspace, transpose } from '../../math/vector.ts';
import { defineDemo, refuse } from '../demo.ts';
import { float, matrix } from '../parameters.ts';

export const sparsityPenalty = defineDemo({
  id: 'sparsity-penalty',
  title: { ko: '희소 오토인코더 벌점', en: 'Sparse autoencoder penalty' },
  about: {
    ko: '은닉 유닛의 평균 활성 ρ̂을 목표 ρ와 견주는 벌점 β·ΣKL(ρ ‖ ρ̂)이에요(Andrew Ng의 CS294A 강의 노트). ρ와 ρ̂을 동전의 앞면 확률로 봐요.',
    en: 'The penalty β·Σ KL(ρ ‖ ρ̂) that holds the mean activation ρ̂ of each hidden unit near the target ρ, both read as coin probabilities (CS294A lecture notes, Andrew Ng).',
  },
  parameters: {
    activations: matrix(
      [
        [0.9, 0.1],
        [0.8, 0.05],
        [0.7, 0.02],
      ],
      '1..100',
      '1..20',
      '0..1',
    ),
    rho: float(0.05, '0<..<1'),
    beta: float(1, '0..1000'),
  },
  results: { rho_hat: 'float[d]', kl: 'float[d]', penalty: 'float' },
  run({ activations, rho, beta }) {
    const rho_hat = transpose(activations).map(mean);
    const stuck = rho_hat.findIndex((value) => value <= 0 || value >= 1);
    if (stuck >= 0)
      refuse(
        'activations',
        `유닛 ${stuck}의 평균 활성이 ${rho_hat[stuck] ?? 0}이라 KL이 무한대예요. 0보다 크고 1보다 작아야 해요.`,
        `must not have a column of mean ${rho_hat[stuck] ?? 0} (unit ${stuck}): KL is infinite there.`,
      );
    const kl = rho_hat.map((value) => bernoulliKl(rho, value));
    return { rho_hat, kl, penalty: beta * sum(kl) };
  },
  view({ rho, beta }, { rho_hat, kl, penalty }, say) {
    const worst = argMax(kl);
    const { min, max } = extent(rho_hat);
    const curve = linspace(Math.min(0.002, min), Math.max(0.998, max), 301);
    const near = rho_hat.every((value) => Math.abs(value - rho) < 0.01);
    return {
      chart: {
        kind: 'panels',
        title: say('희소성 벌점', 'Sparsity penalty'),
        subtitle: say(
          `목표 ρ = ${formatNumber(rho)}, β = ${formatNumber(beta)}, 벌점 ${formatNumber(penalty)}`,
          `target ρ = ${formatNumber(rho)}, β = ${formatNumber(beta)}, penalty ${formatNumber(penalty)}`,
        ),
        panels: [
          {
            kind: 'bars',
            title: say('유닛마다의 KL', 'KL of each unit'),
            categories: rho_hat.map((value, i) =>
              rho_hat.length <= 4 ? `${i}: ρ̂ = ${formatNumber(value, 3)}` : String(i),
            ),
            x: { name: say('은닉 유닛', 'hidden unit') },
            y: { name: say('KL (nat)', 'KL (nats)'), min: 0 },
            series: [{ name: 'KL', values: kl, colour: 'blue' }],
          },
          {
            kind: 'xy',
            title: say('평균 활성에 따른 KL', 'KL against mean activation'),
            x: {
              name: say('평균 활성 ρ̂ (점선: 목표 ρ)', 'mean activation ρ̂ (dashed: target ρ)'),
              min: 0,
              max: 1,
            },
            y: { name: say('KL (nat)', 'KL (nats)'), min: 0 },
            series: [
              {
                name: `KL(ρ ‖ ρ̂)`,
                x: curve,
                y: curve.map((value) => bernoulliKl(rho, value)),
                look: 'line',
                colour: 'grey',
              },
              { name: say('유닛', 'units'), x: rho_hat, y: kl, look: 'points', colour: 'blue' },
            ],
            marks: [{ axis: 'x', at: rho, label: '', colour: 'vermillion' }],
          },
        ],
      },
      see: near
        ? say(
            `모든 유닛의 평균 활성이 목표 ${formatNumber(rho)} 바로 곁이라 벌점이 ${formatNumber(penalty)}밖에 안 돼요. KL은 ρ̂ = ρ에서 0이에요.`,
            `Every unit's mean activation is next to the target ${formatNumber(rho)}, so the penalty is only ${formatNumber(penalty)}; KL is 0 at ρ̂ = ρ.`,
          )
        : say(
            `유닛 ${worst}의 평균 활성 ${formatNumber(rho_hat[worst] ?? 0)}: 목표 ${formatNumber(rho)}에서 가장 멀어서 KL 합의 ${formatNumber(((kl[worst] ?? 0) / sum(kl)) * 100, 4)}%를 내요. 0과 1에 다가갈수록 벌점이 한없이 커져요.`,
            `Unit ${worst} has a mean activation of ${formatNumber(rho_hat[worst] ?? 0)}, far from the target ${formatNumber(rho)}, and pays ${formatNumber(((kl[worst] ?? 0) / sum(kl)) * 100, 4)}% of the sum of KL. Towards 0 and 1 the penalty grows without bound.`,
          ),
      numbers: [
        [say('벌점', 'penalty'), formatNumber(penalty)],
        [say('KL의 합', 'sum of KL'), say(`${formatNumber(sum(kl))} nat`, `${formatNumber(sum(kl))} nats`)],
        [
          say('평균 활성의 범위', 'range of the mean activations'),
          `${formatNumber(min)} … ${formatNumber(max)}`,
        ],
        [say('목표 ρ', 'target ρ'), formatNumber(rho)],
      ],
      table: {
        columns: [say('유닛', 'unit'), 'ρ̂', 'KL'],
        rows: rho_hat.map((value, i) => [String(i), formatNumber(value), formatNumber(kl[i] ?? 0)]),
      },
    };
  },
  variations: [
    { label: { ko: 'ρ = 0.2', en: 'ρ = 0.2' }, change: () => ({ rho: 0.2 }) },
    { label: { ko: 'ρ = 0.01', en: 'ρ = 0.01' }, change: () => ({ rho: 0.01 }) },
    {
      label: { ko: 'β × 3', en: 'β × 3' },
      change: ({ beta }) => (beta > 0 && beta * 3 <= 1000 ? { beta: beta * 3 } : undefined),
    },
    {
      label: { ko: '활성을 모두 ÷ 10', en: 'all activations ÷ 10' },
      change: ({ activations }) => ({
        activations: activations.map((row) => row.map((value) => value / 10)),
      }),
    },
  ],
});
