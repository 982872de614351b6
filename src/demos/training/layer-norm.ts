import { formatList, formatNumber } from '../../charts/number.ts';
import { extent, mean as meanOf, variance } from '../../math/summary.ts';
import { defineDemo } from '../demo.ts';
import { float, matrix } from '../parameters.ts';

export const layerNorm = defineDemo({
  id: 'layer-norm',
  title: { ko: '층 정규화', en: 'Layer normalisation' },
  about: {
    ko: 'PyTorch의 LayerNorm처럼 샘플(행)마다 자기 평균과 분산으로 정규화해요. 배치의 다른 샘플은 쓰지 않아요 (Ba 외, 2016).',
    en: "Normalises each sample (row) by its own mean and biased variance, as PyTorch's LayerNorm does; other samples of the batch play no part (Ba et al., 2016).",
  },
  parameters: {
    x: matrix(
      [
        [1, 2, 3, 4],
        [10, 20, 30, 40],
      ],
      '1..64',
      '1..64',
      '-1000000..1000000',
    ),
    gamma: float(1, '-100..100'),
    beta: float(0, '-100..100'),
    eps: float(0.00001, '1e-12..1'),
  },
  results: { y: 'float[n][d]', mean: 'float[n]', var: 'float[n]' },
  run({ x, gamma, beta, eps }) {
    const means = x.map(meanOf);
    const variances = x.map((row) => variance(row));
    return {
      y: x.map((row, i) =>
        row.map((value) => (gamma * (value - (means[i] ?? 0))) / Math.sqrt((variances[i] ?? 0) + eps) + beta),
      ),
      mean: means,
      var: variances,
    };
  },
  view({ x, beta }, { y, mean, var: variances }, say) {
    const { min: low, max: high } = extent(mean);
    return {
      chart: {
        kind: 'images',
        title: say('층 정규화 앞뒤', 'Before and after layer normalisation'),
        subtitle: say('한 행이 한 샘플', 'one row is one sample'),
        images: [
          { title: say('앞', 'before'), values: x, scale: 'sequential' },
          { title: say('뒤', 'after'), values: y, scale: 'diverging' },
        ],
      },
      see:
        x.length === 1
          ? say(
              `샘플이 하나뿐이어도 자기 값 ${x[0]?.length ?? 0}개의 평균(${formatNumber(low)})과 분산(${formatNumber(variances[0] ?? 0)})으로 정규화돼요. 배치 정규화는 학습 때 이렇게 할 수 없어요.`,
              `Even a single sample is normalised, by the mean (${formatNumber(low)}) and variance (${formatNumber(variances[0] ?? 0)}) of its own ${x[0]?.length ?? 0} values; batch normalisation cannot do that in training.`,
            )
          : say(
              `행의 평균이 ${low === high ? `모두 ${formatNumber(low)}` : `${formatNumber(low)}부터 ${formatNumber(high)}까지`}였는데 뒤에는 모두 β(${formatNumber(beta)})예요. 다른 샘플을 보지 않아 배치 크기와 상관없이 같은 결과라서 트랜스포머에서 많이 써요.`,
              `The rows had ${low === high ? `the mean ${formatNumber(low)}` : `means from ${formatNumber(low)} to ${formatNumber(high)}`}; afterwards each has β (${formatNumber(beta)}). No other sample is looked at, so the batch size does not matter, which is why transformers use it.`,
            ),
      numbers: [
        [say('행의 평균', 'means of the rows'), formatList(mean, 4)],
        [say('행의 분산', 'variances of the rows'), formatList(variances, 4)],
      ],
      table: {
        columns: [
          say('행', 'row'),
          say('평균', 'mean'),
          say('분산', 'variance'),
          say('정규화한 값', 'normalised'),
        ],
        rows: y.map((row, i) => [
          String(i),
          formatNumber(mean[i] ?? 0),
          formatNumber(variances[i] ?? 0),
          formatList(row, 5, 3),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '입력 × 100', en: 'input × 100' },
      change: ({ x }) =>
        x.flat().every((value) => Math.abs(value) <= 10_000)
          ? { x: x.map((row) => row.map((value) => value * 100)) }
          : undefined,
    },
    { label: { ko: 'γ = 2, β = 1', en: 'γ = 2, β = 1' }, change: () => ({ gamma: 2, beta: 1 }) },
    {
      label: { ko: '샘플 하나만', en: 'a single sample' },
      change: ({ x }) => (x.length > 1 ? { x: x.slice(0, 1) } : undefined),
    },
  ],
});
