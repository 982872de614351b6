import { formatList, formatNumber } from '../../charts/number.ts';
import { batchNorm as normalise } from '../../math/batch-norm.ts';
import { boxOf } from '../../math/box.ts';
import { column, range } from '../../math/vector.ts';
import { defineDemo, refuse } from '../demo.ts';
import { choice, float, matrix } from '../parameters.ts';

export const batchNorm = defineDemo({
  id: 'batch-norm',
  title: { ko: '배치 정규화(학습/추론)', en: 'Batch normalisation, train and eval' },
  about: {
    ko: 'PyTorch의 BatchNorm1d처럼 학습 때는 이 배치의 평균과 분산으로, 추론 때는 이동 평균으로 특성마다 정규화해요.',
    en: "Normalises each feature as PyTorch's BatchNorm1d does: by the mean and variance of this batch in training, by the running values in evaluation.",
  },
  parameters: {
    x: matrix(
      [
        [1, 10],
        [2, 20],
        [3, 30],
        [4, 60],
      ],
      '1..64',
      '1..8',
      '-1000000..1000000',
    ),
    gamma: float(1, '-100..100'),
    beta: float(0, '-100..100'),
    eps: float(0.00001, '1e-12..1'),
    momentum: float(0.1, '0..1'),
    mode: choice(['train', 'eval'], 'train'),
    running_mean: float(0, '-1000000..1000000'),
    running_var: float(1, '0..1000000000'),
  },
  results: {
    y: 'float[n][d]',
    mean: 'float[d]',
    var: 'float[d]',
    running_mean: 'float[d]',
    running_var: 'float[d]',
  },
  run({ x, gamma, beta, eps, momentum, mode, running_mean, running_var }) {
    const training = mode === 'train';
    if (training && x.length < 2)
      refuse(
        'x',
        '학습 모드에서는 행이 두 개 이상 있어야 해요.',
        'must have at least two rows in train mode.',
      );
    const found = normalise(x, {
      gamma,
      beta,
      eps,
      momentum,
      training,
      runningMean: running_mean,
      runningVariance: running_var,
    });
    return {
      y: found.y,
      mean: found.mean,
      var: found.variance,
      running_mean: found.runningMean,
      running_var: found.runningVariance,
    };
  },
  view({ x, mode, gamma, beta, eps, momentum }, { y, mean, var: variances, running_mean, running_var }, say) {
    const features = range(mean.length);
    const boxes = (rows: readonly (readonly number[])[]) =>
      features.map((d) => ({ name: `x${d}`, box: boxOf(column(rows, d)), outliers: [] }));
    const training = mode === 'train';
    const flat = training && variances.some((variance) => variance < eps / 100);
    return {
      chart: {
        kind: 'panels',
        title: say('배치 정규화 앞뒤의 분포', 'Distributions before and after batch normalisation'),
        panels: [
          {
            kind: 'box',
            title: say('앞', 'before'),
            x: { name: say('특성', 'feature') },
            y: { name: say('값', 'value') },
            groups: boxes(x),
          },
          {
            kind: 'box',
            title: training
              ? say('뒤 (배치 통계)', 'after (batch statistics)')
              : say('뒤 (이동 평균)', 'after (running values)'),
            x: { name: say('특성', 'feature') },
            y: { name: say('값', 'value') },
            groups: boxes(y),
          },
        ],
      },
      see: flat
        ? say(
            `분산이 0에 가까운 특성은 ε(${formatNumber(eps)})이 나눗셈을 지켜 주어 모든 샘플이 β(${formatNumber(beta)}) 근처에 모여요. 값이 늘 같은 특성은 배울 것이 없다는 뜻이에요.`,
            `A feature whose variance is next to 0 ends up near β (${formatNumber(beta)}) for every sample, as ε (${formatNumber(eps)}) guards the division; a constant feature has nothing to teach.`,
          )
        : training
          ? say(
              `평균이 ${formatList(mean, 4)}이던 특성들이 평균 β(${formatNumber(beta)}), 표준편차 약 γ(${formatNumber(gamma)})로 맞춰져요. 추론에 쓸 이동 평균은 모멘텀 ${formatNumber(momentum)}만큼 이 배치 쪽으로 움직여 ${formatList(running_mean, 4)}가 됐어요.`,
              `Features with means ${formatList(mean, 4)} now have mean β (${formatNumber(beta)}) and a standard deviation near γ (${formatNumber(gamma)}). The running means, kept for evaluation, moved towards this batch by momentum ${formatNumber(momentum)}, to ${formatList(running_mean, 4)}.`,
            )
          : say(
              `추론에서는 이 배치의 평균(${formatList(mean, 4)})이 아니라 저장된 이동 평균(${formatList(running_mean, 4)})을 써서, 샘플 하나도 같은 결과를 얻어요.`,
              `Evaluation uses the stored running means (${formatList(running_mean, 4)}), not those of this batch (${formatList(mean, 4)}), so a single sample gets the same result in any batch.`,
            ),
      numbers: [
        [say('배치 평균', 'batch mean'), formatList(mean, 4)],
        [say('배치 분산', 'batch variance'), formatList(variances, 4)],
        [say('이동 평균', 'running mean'), formatList(running_mean, 4)],
        [say('이동 분산', 'running variance'), formatList(running_var, 4)],
      ],
      table: {
        columns: [say('행', 'row'), ...features.map((d) => `y${d}`)],
        rows: y.map((row, i) => [String(i), ...row.map((value) => formatNumber(value))]),
      },
    };
  },
  variations: [
    { label: { ko: '추론 모드', en: 'eval mode' }, change: () => ({ mode: 'eval' }) },
    { label: { ko: '학습 모드', en: 'train mode' }, change: () => ({ mode: 'train' }) },
    { label: { ko: 'γ = 2, β = 1', en: 'γ = 2, β = 1' }, change: () => ({ gamma: 2, beta: 1 }) },
    {
      label: { ko: '모멘텀 1 (바로 따라감)', en: 'momentum 1 (follow at once)' },
      change: () => ({ momentum: 1 }),
    },
  ],
});
