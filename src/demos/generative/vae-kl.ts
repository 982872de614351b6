import { formatNumber, formatPercent } from '../../charts/number.ts';
import { gaussianKl } from '../../math/gaussian-kl.ts';
import { argMax, sum } from '../../math/summary.ts';
import { sameLength } from '../checks.ts';
import { defineDemo } from '../demo.ts';
import { floats } from '../parameters.ts';

/** A dimension below this KL (in nats) tells next to nothing about its input. */
const COLLAPSED = 0.01;

export const vaeKl = defineDemo({
  id: 'vae-kl',
  title: { ko: 'VAE의 KL 항과 재매개변수화', en: 'VAE KL term and reparameterisation' },
  about: {
    ko: '잠재 차원마다 KL(N(μ, σ²) ‖ N(0, 1)) = −(1 + ln σ² − μ² − σ²)/2를 nat로 구하고, z = μ + σ·ε으로 샘플을 만들어요(Kingma & Welling, 2014).',
    en: 'For each latent dimension KL(N(μ, σ²) ‖ N(0, 1)) = −(1 + ln σ² − μ² − σ²)/2 in nats, and a sample z = μ + σ·ε (Kingma & Welling, 2014).',
  },
  parameters: {
    mu: floats([0.5, -0.3], '1..50', '-20..20'),
    log_var: floats([-0.2, 0.4], '1..50', '-20..20'),
    eps: floats([0.1, -1], '1..50', '-10..10'),
  },
  results: { kl: 'float[n]', kl_total: 'float', sigma: 'float[n]', z: 'float[n]' },
  run({ mu, log_var, eps }) {
    sameLength('log_var', log_var, 'mu', mu);
    sameLength('eps', eps, 'mu', mu);
    const kl = mu.map((value, i) => {
      const parts = gaussianKl(value, log_var[i] ?? 0);
      return parts.mean + parts.variance;
    });
    const sigma = log_var.map((value) => Math.exp(value / 2));
    return { kl, kl_total: sum(kl), sigma, z: mu.map((value, i) => value + (sigma[i] ?? 0) * (eps[i] ?? 0)) };
  },
  view({ mu, log_var, eps }, { kl, kl_total, sigma, z }, say) {
    const parts = mu.map((value, i) => gaussianKl(value, log_var[i] ?? 0));
    const fromMean = sum(parts.map((part) => part.mean));
    const largest = argMax(kl);
    const collapsed = kl.filter((value) => value < COLLAPSED).length;
    return {
      chart: {
        kind: 'bars',
        title: say('잠재 차원마다의 KL', 'KL of each latent dimension'),
        subtitle: say(`합 ${formatNumber(kl_total)} nat`, `total ${formatNumber(kl_total)} nats`),
        categories: mu.map((value, i) =>
          mu.length <= 6
            ? `${i}: μ = ${formatNumber(value, 3)}, σ = ${formatNumber(sigma[i] ?? 0, 3)}`
            : String(i),
        ),
        x: { name: say('잠재 차원', 'latent dimension') },
        y: { name: say('KL (nat)', 'KL (nats)'), min: 0 },
        stacked: true,
        series: [
          {
            name: say('평균의 몫 μ²/2', 'part of the mean μ²/2'),
            values: parts.map((part) => part.mean),
            colour: 'blue',
          },
          {
            name: say('분산의 몫 (σ² − 1 − ln σ²)/2', 'part of the variance (σ² − 1 − ln σ²)/2'),
            values: parts.map((part) => part.variance),
            colour: 'orange',
          },
        ],
      },
      see:
        kl_total < COLLAPSED
          ? say(
              `모든 차원의 사후 분포가 사전 분포 N(0, 1)과 거의 같아요(합 ${formatNumber(kl_total)} nat). 학습한 모델이 이렇다면 잠재 변수를 쓰지 않는 사후 붕괴예요.`,
              `In every dimension the posterior is all but the prior N(0, 1) (total ${formatNumber(kl_total)} nats); in a trained model that is posterior collapse, a latent code nobody uses.`,
            )
          : say(
              `KL의 ${formatPercent(fromMean / kl_total)}가 평균이 0에서 벗어난 몫이고, 차원 ${largest}의 KL이 ${formatNumber(kl[largest] ?? 0)} nat로 가장 커요. z = μ + σ·ε으로 쓰면 난수 ε을 지나지 않고 μ와 σ로 기울기가 흘러요.`,
              `${formatPercent(fromMean / kl_total)} of the KL comes from means away from 0; dimension ${largest} has the most, ${formatNumber(kl[largest] ?? 0)} nats. Written as z = μ + σ·ε, the gradient reaches μ and σ without passing through the random ε.`,
            ),
      numbers: [
        [say('KL의 합', 'total KL'), say(`${formatNumber(kl_total)} nat`, `${formatNumber(kl_total)} nats`)],
        [
          say('평균의 몫', 'part of the means'),
          say(`${formatNumber(fromMean)} nat`, `${formatNumber(fromMean)} nats`),
        ],
        [
          say('분산의 몫', 'part of the variances'),
          say(`${formatNumber(kl_total - fromMean)} nat`, `${formatNumber(kl_total - fromMean)} nats`),
        ],
        [
          say(`KL이 ${COLLAPSED} nat보다 작은 차원`, `dimensions below ${COLLAPSED} nats`),
          `${collapsed} / ${kl.length}`,
        ],
      ],
      table: {
        columns: [say('차원', 'dimension'), 'μ', 'σ', 'ε', 'z', 'KL'],
        rows: mu.map((value, i) => [
          String(i),
          ...[value, sigma[i] ?? 0, eps[i] ?? 0, z[i] ?? 0, kl[i] ?? 0].map((one) => formatNumber(one, 3)),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '사전 분포와 같게 (사후 붕괴)', en: 'equal to the prior (collapse)' },
      change: ({ mu }) => ({ mu: mu.map(() => 0), log_var: mu.map(() => 0) }),
    },
    {
      label: { ko: 'ln σ² − 4 (좁은 분포)', en: 'ln σ² − 4 (narrow)' },
      change: ({ log_var }) =>
        log_var.every((value) => value >= -16) ? { log_var: log_var.map((value) => value - 4) } : undefined,
    },
    {
      label: { ko: 'μ × 3', en: 'μ × 3' },
      change: ({ mu }) =>
        mu.every((value) => Math.abs(value) * 3 <= 20) ? { mu: mu.map((value) => value * 3) } : undefined,
    },
    { label: { ko: 'ε = 0 (z = μ)', en: 'ε = 0 (z = μ)' }, change: ({ eps }) => ({ eps: eps.map(() => 0) }) },
  ],
});
