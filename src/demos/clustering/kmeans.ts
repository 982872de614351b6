import type { XySeries } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { ORDER } from '../../charts/theme.ts';
import { kMeans } from '../../math/k-means.ts';
import { column, range } from '../../math/vector.ts';
import { atMost } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { int, matrix } from '../parameters.ts';

export const kmeans = defineDemo({
  id: 'kmeans',
  title: { ko: 'K-평균 군집과 엘보', en: 'K-means and elbow' },
  about: {
    ko: '처음 k개 행을 중심으로 시작하는 로이드 알고리즘이에요. 관성(inertia)은 각 점에서 자기 중심까지 거리 제곱의 합이에요.',
    en: "Lloyd's algorithm from the first k rows as centres; inertia is the sum of squared distances to the own centre.",
  },
  parameters: {
    x: matrix(
      [
        [1, 1],
        [8, 8],
        [1, 9],
        [1.5, 2],
        [8.5, 9],
        [0.6, 8.5],
        [2, 1],
        [9, 8],
        [1, 8],
      ],
      '2..200',
      '1..8',
      '-100000..100000',
    ),
    k: int(3, '1..10'),
    max_k: int(4, '1..10'),
    max_iter: int(100, '1..300'),
  },
  results: {
    labels: 'int[n]',
    centers: 'float[k][d]',
    inertia: 'float',
    iterations: 'int',
    elbow: 'float[max_k]',
  },
  run({ x, k, max_k, max_iter }) {
    atMost('k', k, x.length, 'x의 행 수', 'the number of rows of x');
    atMost('max_k', max_k, x.length, 'x의 행 수', 'the number of rows of x');
    const found = kMeans(x, x.slice(0, k), max_iter);
    return {
      labels: found.labels,
      centers: found.centres,
      inertia: found.inertia,
      iterations: found.iterations,
      elbow: range(max_k).map((i) => kMeans(x, x.slice(0, i + 1), max_iter).inertia),
    };
  },
  view({ x, k }, { labels, centers, inertia, iterations, elbow }, say) {
    const flat = (x[0]?.length ?? 0) === 1;
    const second = (rows: readonly (readonly number[])[]): number[] =>
      flat ? rows.map(() => 0) : column(rows, 1);
    const groups = range(k).map((cluster): XySeries => {
      const own = x.filter((_, i) => labels[i] === cluster);
      return {
        name: say(`군집 ${cluster}`, `cluster ${cluster}`),
        x: column(own, 0),
        y: second(own),
        look: 'points',
        colour: ORDER[cluster % ORDER.length] ?? 'blue',
      };
    });
    return {
      chart: {
        kind: 'panels',
        title: say('K-평균 군집화', 'k-means clustering'),
        panels: [
          {
            kind: 'xy',
            title: say('군집과 중심(×)', 'clusters and centres (×)'),
            x: { name: 'x0' },
            y: { name: flat ? '' : 'x1' },
            series: [
              ...groups,
              {
                name: say('중심', 'centres'),
                x: column(centers, 0),
                y: second(centers),
                look: 'crosses',
                colour: 'black',
              },
            ],
          },
          {
            kind: 'xy',
            title: say('k에 따른 관성', 'inertia against k'),
            x: { name: 'k', whole: true },
            y: { name: say('관성', 'inertia'), min: 0 },
            series: [
              {
                name: say('관성', 'inertia'),
                x: range(elbow.length).map((i) => i + 1),
                y: elbow,
                look: 'line-points',
              },
            ],
          },
        ],
      },
      see: say(
        `${iterations}번 반복한 뒤의 관성은 ${withJosa(formatNumber(inertia), '이에요/예요')}. 오른쪽 곡선이 꺾이는 곳이 알맞은 k의 후보예요.`,
        `After ${countOf(iterations, 'pass', 'passes')} the inertia is ${formatNumber(inertia)}. Where the curve on the right bends is a candidate for k.`,
      ),
      numbers: [
        [say('관성', 'inertia'), formatNumber(inertia)],
        [say('반복', 'passes'), String(iterations)],
        ['k', String(k)],
      ],
      table: {
        columns: [say('군집', 'cluster'), say('점', 'points'), say('중심', 'centre')],
        rows: centers.map((centre, cluster) => [
          String(cluster),
          String(labels.filter((label) => label === cluster).length),
          centre.map((value) => formatNumber(value, 3)).join(', '),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: 'k + 1', en: 'k + 1' }, change: ({ k }) => ({ k: k + 1 }) },
    { label: { ko: 'k − 1', en: 'k − 1' }, change: ({ k }) => (k > 1 ? { k: k - 1 } : undefined) },
    { label: { ko: '한 번만 반복', en: 'one pass only' }, change: () => ({ max_iter: 1 }) },
  ],
});
