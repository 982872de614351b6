import type { HistogramChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { histogram } from '../../math/histogram.ts';
import { populationSkewness } from '../../math/population-skewness.ts';
import { extent, sum } from '../../math/summary.ts';
import { defineDemo, type Say } from '../demo.ts';
import { floats } from '../parameters.ts';

/** Sturges' number of bins (JASA 21, 1926), kept within what a small picture can show. */
function binsFor(count: number): number {
  return Math.min(20, Math.max(5, Math.ceil(Math.log2(count)) + 1));
}

function panel(
  title: string,
  values: readonly number[],
  axis: string,
  skew: number,
  say: Say,
): HistogramChart {
  const { min, max } = extent(values);
  const { edges, counts } = histogram(values, binsFor(values.length), min, max);
  return {
    kind: 'histogram',
    title,
    subtitle: say(`왜도 ${formatNumber(skew, 3)}`, `skewness ${formatNumber(skew, 3)}`),
    edges,
    x: { name: axis },
    y: { name: say('개수', 'count'), whole: true },
    series: [{ name: say('개수', 'count'), counts }],
  };
}

function seen(before: number, after: number, product: number | null, logSum: number, say: Say): string {
  if (product === null || product === 0)
    return say(
      `곱은 배정밀도에서 ${product === null ? '넘쳐 버리지만' : '0으로 사라지지만'} 로그의 합(${formatNumber(logSum)})은 멀쩡해요. 그래서 가능도는 로그로 더해요.`,
      `The product ${product === null ? 'overflows' : 'underflows to 0'} in double precision, while the sum of logs is a plain ${formatNumber(logSum)}; this is why likelihoods are added as logs.`,
    );
  const moved = `${formatNumber(before, 3)} → ${formatNumber(after, 3)}`;
  const closer = Math.abs(after) < Math.abs(before);
  if (before === after)
    return say(
      `값이 모두 같아 왜도가 0이고, 로그를 취해도 모양이 바뀌지 않아요.`,
      `All values are the same: the skewness is 0 and the logarithm changes no shape.`,
    );
  return say(
    `왜도가 ${moved}, ${closer ? '0에 가까워졌어요. 오른쪽으로 긴 꼬리가 줄어든 거예요.' : '0에서 멀어졌어요. 치우치지 않은 데이터에는 로그가 득이 되지 않아요.'} 로그는 모양을 바꾸는 변환이지 크기를 맞추는 스케일링이 아니에요.`,
    `The skewness goes ${moved}, ${closer ? 'closer to 0: the long right tail is drawn in' : 'away from 0: data without a right tail gain nothing'}. The logarithm changes the shape; it does not bring features to one scale.`,
  );
}

export const logTransform = defineDemo({
  id: 'log-transform',
  title: { ko: '로그 변환의 쓸모', en: 'Why logarithms help' },
  about: {
    ko: '자연로그가 왜도(모집단 왜도, scipy.stats.skew)를 줄이는지 보고, 배정밀도의 곱이 넘치거나 0이 될 때에도 로그의 합은 무사한지 견줘요. 기하 평균은 exp(로그의 평균)이에요.',
    en: 'Shows what the natural logarithm does to the skewness (population, scipy.stats.skew), and that a sum of logarithms stays in range where the product in double precision overflows or becomes 0. The geometric mean is exp(mean of the logs).',
  },
  parameters: { x: floats([1, 2, 3, 5, 8, 20, 60, 200], '3..500', '1e-90..1e90') },
  results: {
    log: 'float[n]',
    skew_before: 'float',
    skew_after: 'float',
    product: 'float?',
    log_sum: 'float',
    geometric_mean: 'float',
  },
  run({ x }) {
    const log = x.map(Math.log);
    const product = x.reduce((soFar, value) => soFar * value, 1);
    const log_sum = sum(log);
    return {
      log,
      skew_before: populationSkewness(x),
      skew_after: populationSkewness(log),
      product: Number.isFinite(product) ? product : null,
      log_sum,
      geometric_mean: Math.exp(log_sum / x.length),
    };
  },
  view({ x }, { log, skew_before, skew_after, product, log_sum, geometric_mean }, say) {
    return {
      chart: {
        kind: 'panels',
        title: say('로그 변환 앞뒤의 분포', 'Distribution before and after the logarithm'),
        panels: [
          panel(say('변환 전', 'before'), x, 'x', skew_before, say),
          panel(say('변환 후', 'after'), log, 'ln x', skew_after, say),
        ],
      },
      see: seen(skew_before, skew_after, product, log_sum, say),
      numbers: [
        [say('왜도(전)', 'skewness before'), formatNumber(skew_before)],
        [say('왜도(후)', 'skewness after'), formatNumber(skew_after)],
        [say('곱', 'product'), product === null ? say('넘침', 'overflow') : formatNumber(product)],
        [say('로그의 합', 'sum of logs'), formatNumber(log_sum)],
        [say('기하 평균', 'geometric mean'), formatNumber(geometric_mean)],
      ],
    };
  },
  variations: [
    {
      label: { ko: '작은 확률 40개의 곱(0이 됨)', en: 'product of 40 tiny probabilities' },
      change: () => ({ x: Array.from({ length: 40 }, (_, i) => 1e-9 * (1 + (i % 5))) }),
    },
    {
      label: { ko: '큰 수의 곱(넘침)', en: 'product of large numbers' },
      change: () => ({ x: [1e80, 2e85, 5e82, 1e90, 3e78] }),
    },
    {
      label: { ko: '이미 대칭인 데이터', en: 'data that are symmetric already' },
      change: () => ({ x: [10, 11, 12, 13, 14, 15, 16] }),
    },
    {
      label: { ko: '2의 거듭제곱', en: 'powers of two' },
      change: () => ({ x: [1, 2, 4, 8, 16, 32, 64, 128] }),
    },
  ],
});
