import type { Chart } from '../../charts/model.ts';
import { formatList, formatNumber, formatPercent } from '../../charts/number.ts';
import { argMax, mean, sum } from '../../math/summary.ts';
import { column, norm, type Rows, range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { defineDemo, type Say } from '../demo.ts';
import { ints, matrix } from '../parameters.ts';

const MAX_NAMED = 12;

/** Each client as a point in the plane of its two weights. */
function plane(weights: Rows, share: readonly number[], global: readonly number[], say: Say): Chart {
  return {
    kind: 'xy',
    title: say('클라이언트의 가중치와 전역 평균', 'Client weights and the global average'),
    subtitle:
      weights.length <= MAX_NAMED
        ? say('점 옆은 데이터의 몫', 'beside each point: its share of the data')
        : say(`클라이언트 ${weights.length}개`, `${weights.length} clients`),
    square: true,
    x: { name: 'w0' },
    y: { name: 'w1' },
    series: [
      {
        name: say('클라이언트', 'clients'),
        x: column(weights, 0),
        y: column(weights, 1),
        look: 'points',
        colour: 'blue',
        ...(weights.length <= MAX_NAMED ? { labels: share.map((one) => formatPercent(one)) } : {}),
      },
      {
        name: say('단순 평균', 'plain mean'),
        x: [mean(column(weights, 0))],
        y: [mean(column(weights, 1))],
        look: 'hollow',
        colour: 'grey',
      },
      {
        name: say('전역 (FedAvg)', 'global (FedAvg)'),
        x: [global[0] ?? 0],
        y: [global[1] ?? 0],
        look: 'crosses',
        colour: 'vermillion',
      },
    ],
  };
}

/** Any other number of weights: one column of points a weight, with the average running through. */
function parallel(weights: Rows, global: readonly number[], say: Say): Chart {
  const places = range(global.length);
  return {
    kind: 'xy',
    title: say('클라이언트의 가중치와 전역 평균', 'Client weights and the global average'),
    subtitle: say(`클라이언트 ${weights.length}개`, `${weights.length} clients`),
    x: { name: say('가중치의 번호', 'index of the weight'), whole: true },
    y: { name: say('값', 'value') },
    series: [
      {
        name: say('클라이언트', 'clients'),
        x: weights.flatMap(() => places),
        y: weights.flat(),
        look: 'hollow',
        colour: 'blue',
      },
      {
        name: say('전역 (FedAvg)', 'global (FedAvg)'),
        x: places,
        y: global,
        look: 'line-points',
        colour: 'vermillion',
      },
    ],
  };
}

export const federatedAveraging = defineDemo({
  id: 'federated-averaging',
  title: { ko: '연합 학습(FedAvg)', en: 'Federated averaging' },
  about: {
    ko: 'FedAvg(McMahan 외, 2017)의 집계 단계예요: 클라이언트가 보낸 가중치를 샘플 수로 가중 평균해요. 드리프트는 각 클라이언트가 전역 모델에서 떨어진 L2 거리예요.',
    en: "The aggregation step of FedAvg (McMahan et al., 2017): the clients' weights averaged by their numbers of samples. Drift is each client's L2 distance to the global model.",
  },
  parameters: {
    weights: matrix(
      [
        [1, 2],
        [3, 4],
        [5, 0],
      ],
      '1..50',
      '1..20',
      '-1000000..1000000',
    ),
    samples: ints([10, 30, 60], '1..50', '1..1000000000'),
  },
  results: { global: 'float[d]', share: 'float[n]', drift: 'float[n]' },
  run({ weights, samples }) {
    sameLength('samples', samples, 'weights', weights);
    const total = sum(samples);
    const share = samples.map((count) => count / total);
    const global = (weights[0] ?? []).map(
      (_, j) => sum(weights.map((row, i) => (row[j] ?? 0) * (samples[i] ?? 0))) / total,
    );
    const drift = weights.map((row) => norm(row.map((value, j) => value - (global[j] ?? 0))));
    return { global, share, drift };
  },
  view({ weights, samples }, { global, share, drift }, say) {
    const far = argMax(drift);
    const big = argMax(samples);
    return {
      chart: global.length === 2 ? plane(weights, share, global, say) : parallel(weights, global, say),
      see:
        (drift[far] ?? 0) === 0
          ? say(
              '클라이언트들의 가중치가 전역 모델과 같아서 드리프트가 0이에요.',
              'The clients agree with the global model, so there is no drift.',
            )
          : say(
              `데이터가 가장 많은 클라이언트 ${big}의 몫은 ${formatPercent(share[big] ?? 0)}예요. 가장 멀리 벗어난 클라이언트 ${far}의 드리프트는 ${formatNumber(drift[far] ?? 0)}: 데이터가 서로 다르게 분포할수록(non-IID) 이 거리가 커지고 평균한 모델이 나빠질 수 있어요.`,
              `Client ${big}, with the most data, weighs ${formatPercent(share[big] ?? 0)}. Client ${far} drifts farthest, ${formatNumber(drift[far] ?? 0)}: the more the data differ between clients (non-IID), the larger this distance and the worse the average may do.`,
            ),
      numbers: [
        [say('전역 가중치', 'global weights'), formatList(global, 5)],
        [say('가장 큰 몫', 'largest share'), formatPercent(share[big] ?? 0)],
        [say('가장 큰 드리프트', 'largest drift'), formatNumber(drift[far] ?? 0)],
        [say('평균 드리프트', 'mean drift'), formatNumber(mean(drift))],
      ],
      table: {
        columns: [
          say('클라이언트', 'client'),
          say('샘플', 'samples'),
          say('몫', 'share'),
          say('드리프트', 'drift'),
        ],
        rows: weights.map((_, i) => [
          String(i),
          formatNumber(samples[i] ?? 0),
          formatPercent(share[i] ?? 0),
          formatNumber(drift[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '샘플 수를 모두 같게', en: 'equal numbers of samples' },
      change: ({ samples }) =>
        samples.every((count) => count === 100) ? undefined : { samples: samples.map(() => 100) },
    },
    {
      label: { ko: '첫 클라이언트의 샘플 × 100', en: 'samples of the first client × 100' },
      change: ({ samples: [first = 0, ...rest] }) =>
        first * 100 <= 1e9 ? { samples: [first * 100, ...rest] } : undefined,
    },
    {
      label: { ko: '첫 클라이언트를 정반대로', en: 'first client turned round' },
      change: ({ weights: [first = [], ...rest] }) => ({ weights: [first.map((value) => -value), ...rest] }),
    },
  ],
});
