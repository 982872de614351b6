import type { XySeries } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { ballShare, distanceSpread, neighbourhoodEdge, shellShare } from '../../math/high-dimension.ts';
import { argSort } from '../../math/summary.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { float, int, ints } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';

export const curseOfDimensionality = defineDemo({
  id: 'curse-of-dimensionality',
  title: { ko: '차원의 저주', en: 'Curse of dimensionality' },
  about: {
    ko: '단위 정육면체에서 차원 d에 따라 변하는 것들이에요: 데이터의 일부를 담는 이웃의 모서리 fraction^(1/d), 내접 구의 부피 비, 반지름 0.9 밖 껍질의 부피 1 − 0.9^d, 균일한 점들 사이 거리의 대비 (최대 − 최소)/최소(Beyer 외 1999).',
    en: 'What changes with the dimension d of the unit cube: the edge fraction^(1/d) of a neighbourhood that holds a share of the data, the volume of the inscribed ball, the shell beyond radius 0.9 (1 − 0.9^d), and the contrast (max − min)/min of distances between uniform points (Beyer et al. 1999).',
  },
  parameters: {
    dims: ints([1, 2, 5, 10, 50, 100], '1..12', '1..500'),
    fraction: float(0.1, '0<..<1'),
    points: int(200, '10..500'),
    seed: seed(),
  },
  results: {
    edge: 'float[m]',
    ball_ratio: 'float[m]',
    shell: 'float[m]',
    contrast: 'float[m]',
    mean_distance: 'float[m]',
  },
  run({ dims, fraction, points }, random) {
    const spreads = dims.map((d) => distanceSpread(points, d, random));
    return {
      edge: dims.map((d) => neighbourhoodEdge(fraction, d)),
      ball_ratio: dims.map(ballShare),
      shell: dims.map(shellShare),
      contrast: spreads.map((one) => one.contrast),
      mean_distance: spreads.map((one) => one.meanDistance),
    };
  },
  view({ dims, fraction, points }, { edge, ball_ratio, shell, contrast, mean_distance }, say) {
    const order = argSort(dims);
    const x = order.map((i) => dims[i] ?? 0);
    const line = (name: string, values: readonly number[], colour: XySeries['colour']): XySeries => ({
      name,
      x,
      y: order.map((i) => values[i] ?? 0),
      look: x.length === 1 ? 'points' : 'line-points',
      ...(colour === undefined ? {} : { colour }),
    });
    const dimension = { name: say('차원 d (로그)', 'dimension d (log)'), log: true };
    const last = order.at(-1) ?? 0;
    const most = dims[last] ?? 0;
    return {
      chart: {
        kind: 'panels',
        title: say('차원의 저주', 'Curse of dimensionality'),
        panels: [
          {
            kind: 'xy',
            title: say('거리의 대비', 'contrast of distances'),
            subtitle: say(`균일한 점 ${points}개`, `${points} uniform points`),
            x: dimension,
            y: { name: say('(최대 − 최소) / 최소 (로그)', '(max − min) / min (log)'), log: true },
            series: [line(say('대비', 'contrast'), contrast, 'vermillion')],
          },
          {
            kind: 'xy',
            title: say('길이와 부피', 'length and volume'),
            x: dimension,
            y: { name: say('비율', 'ratio'), min: 0, max: 1 },
            series: [
              line(
                say(
                  `데이터 ${formatPercent(fraction)}의 모서리`,
                  `edge for ${formatPercent(fraction)} of the data`,
                ),
                edge,
                'blue',
              ),
              line(say('껍질의 부피', 'shell volume'), shell, 'green'),
              line(say('내접 구의 부피', 'inscribed ball'), ball_ratio, 'orange'),
            ],
          },
        ],
      },
      see: say(
        `${most}차원에서 데이터의 ${formatPercent(fraction)}를 담으려면 축마다 ${formatPercent(edge[last] ?? 0)}를 덮어야 하고, 가장 먼 점은 가장 가까운 점보다 ${formatPercent(contrast[last] ?? 0)} 더 멀어요. 대비가 작을수록 KNN 같은 거리 방법이 힘을 잃어요.`,
        `In ${countOf(most, 'dimension')} a neighbourhood with ${formatPercent(fraction)} of the data spans ${formatPercent(edge[last] ?? 0)} of every axis, and the farthest point is ${formatPercent(contrast[last] ?? 0)} farther than the nearest. The smaller this contrast, the less a distance method such as KNN has to go by.`,
      ),
      numbers: [
        [say('가장 높은 차원', 'highest dimension'), String(most)],
        [say('이웃의 모서리', 'edge of the neighbourhood'), formatNumber(edge[last] ?? 0)],
        [say('내접 구의 부피 비', 'volume of the inscribed ball'), formatNumber(ball_ratio[last] ?? 0, 3)],
        [say('껍질의 부피 비', 'volume of the shell'), formatPercent(shell[last] ?? 0)],
        [say('거리의 대비', 'contrast of distances'), formatNumber(contrast[last] ?? 0)],
        [say('평균 거리', 'mean distance'), formatNumber(mean_distance[last] ?? 0)],
      ],
      table: {
        columns: [
          'd',
          say('모서리', 'edge'),
          say('구', 'ball'),
          say('껍질', 'shell'),
          say('대비', 'contrast'),
        ],
        rows: order.map((i) => [
          String(dims[i] ?? 0),
          ...[edge[i] ?? 0, ball_ratio[i] ?? 0, shell[i] ?? 0, contrast[i] ?? 0].map((value) =>
            formatNumber(value, 3),
          ),
        ]),
      },
    };
  },
  variations: [
    otherSeed,
    { label: { ko: '데이터의 1%만', en: '1% of the data' }, change: () => ({ fraction: 0.01 }) },
    {
      label: { ko: '500차원까지', en: 'up to 500 dimensions' },
      change: () => ({ dims: [1, 2, 5, 10, 50, 100, 500] }),
    },
    { label: { ko: '점 500개', en: '500 points' }, change: () => ({ points: 500 }) },
  ],
});
