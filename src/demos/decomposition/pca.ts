import type { XyChart, XySeries } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { ORDER } from '../../charts/theme.ts';
import {
  meanSquaredGap,
  type PrincipalComponents,
  principalComponents,
  rebuilt,
  scoresOf,
} from '../../math/principal-components.ts';
import { sum } from '../../math/summary.ts';
import { column, type Rows, range } from '../../math/vector.ts';
import { atMost } from '../checks.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { bool, int, matrix } from '../parameters.ts';

/** Half the length of a drawn axis, in standard deviations along it. */
const REACH = 2;

function points(name: string, rows: Rows, look: XySeries['look'], colour: XySeries['colour']): XySeries {
  const flat = (rows[0]?.length ?? 0) < 2;
  return {
    name,
    x: column(rows, 0),
    y: flat ? rows.map(() => 0) : column(rows, 1),
    look,
    ...(colour === undefined ? {} : { colour }),
  };
}

/** One or two features: the points themselves, the axes through their centre, and what k components keep of them. */
function planePanel(found: PrincipalComponents, standardize: boolean, k: number, say: Say): XyChart {
  const shift = found.mean.map((value) => (standardize ? 0 : value));
  const moved = (rows: Rows): number[][] => rows.map((row) => row.map((value, j) => value + (shift[j] ?? 0)));
  const axes = found.directions.map((direction, i): XySeries => {
    const length = REACH * Math.sqrt(found.variances[i] ?? 0);
    const ends = moved([-length, length].map((at) => direction.map((value) => value * at)));
    return points(`PC${i + 1}`, ends, i < k ? 'line' : 'dashed', ORDER[i + 1]);
  });
  const kept = points(
    say(`성분 ${k}개로 되돌린 점`, `rebuilt from ${k}`),
    moved(rebuilt(found, k)),
    'hollow',
    'grey',
  );
  const flat = found.mean.length < 2;
  const unit = standardize ? say(' (표준화)', ' (standardized)') : '';
  return {
    kind: 'xy',
    title: say('데이터와 주성분 축', 'data and principal axes'),
    x: { name: `x0${unit}` },
    y: flat ? { name: '', min: -1, max: 1 } : { name: `x1${unit}` },
    series: [
      points(say('데이터', 'data'), moved(found.analysed), 'points', 'blue'),
      ...(k < found.variances.length ? [kept] : []),
      ...axes,
    ],
    square: !flat,
  };
}

/** More features: the points on the first two components, and where each feature's own axis points. */
function scoresPanel(found: PrincipalComponents, say: Say): XyChart {
  const scores = scoresOf(found, 2);
  const reach = Math.max(...scores.flat().map(Math.abs));
  const arrows = found.mean.map(
    (_, j): XySeries => ({
      name: `x${j}`,
      x: [0, reach * (found.directions[0]?.[j] ?? 0)],
      y: [0, reach * (found.directions[1]?.[j] ?? 0)],
      look: 'line',
      colour: 'vermillion',
      labels: ['', `x${j}`],
      unlisted: true,
    }),
  );
  const tips = arrows.map(
    (one): XySeries => ({ ...one, look: 'points', x: one.x.slice(1), y: one.y.slice(1), labels: [one.name] }),
  );
  return {
    kind: 'xy',
    title: say('주성분 평면의 데이터', 'data on the component plane'),
    subtitle: say('선은 원래 특성의 방향', 'lines: directions of the features'),
    x: { name: 'PC1' },
    y: { name: 'PC2' },
    series: [
      points(say('데이터', 'data'), scores, 'points', 'blue'),
      ...arrows.map(({ labels: _, ...line }) => line),
      ...tips,
    ],
    square: true,
  };
}

export const pca = defineDemo({
  id: 'pca',
  title: { ko: '주성분 분석(PCA)', en: 'Principal component analysis' },
  about: {
    ko: '평균을 뺀 데이터의 특이값 분해로 분산이 큰 방향부터 새 축을 찾아요. 분산은 n − 1로 나누고(scikit-learn), 표준화는 모집단 표준편차로 해요. 특성을 고르는 것이 아니라 모든 특성의 선형 결합을 만들어요.',
    en: 'Finds new axes in the order of their variance from the singular value decomposition of the centred data; variances over n − 1 (scikit-learn), standardizing by the population standard deviation. It does not pick features: each axis is a linear combination of all of them.',
  },
  parameters: {
    x: matrix(
      [
        [2.5, 2.4],
        [0.5, 0.7],
        [2.2, 2.9],
        [1.9, 2.2],
        [3.1, 3],
        [2.3, 2.7],
        [2, 1.6],
        [1, 1.1],
        [1.5, 1.6],
        [1.1, 0.9],
      ],
      '2..200',
      '1..10',
      '-1000000..1000000',
    ),
    k: int(1, '1..10'),
    standardize: bool(false),
  },
  results: {
    mean: 'float[d]',
    components: 'float[k][d]',
    explained_variance: 'float[m]',
    explained_ratio: 'float[m]',
    scores: 'float[n][k]',
    reconstruction_mse: 'float',
  },
  run({ x, k, standardize }) {
    const most = Math.min(x.length, x[0]?.length ?? 0);
    atMost(
      'k',
      k,
      most,
      'x의 행 수와 열 수 가운데 작은 것',
      'the smaller of the numbers of rows and columns of x',
    );
    const found = principalComponents(x, standardize);
    const total = sum(found.variances);
    if (!(total > 0)) refuse('x', '모든 행이 같으면 안 돼요.', 'must not consist of equal rows.');
    return {
      mean: found.mean,
      components: found.directions.slice(0, k),
      explained_variance: found.variances,
      explained_ratio: found.variances.map((value) => value / total),
      scores: scoresOf(found, k),
      reconstruction_mse: meanSquaredGap(found.analysed, rebuilt(found, k)),
    };
  },
  view({ x, k, standardize }, { components, explained_ratio, explained_variance, reconstruction_mse }, say) {
    const found = principalComponents(x, standardize);
    const width = found.mean.length;
    const kept = sum(explained_ratio.slice(0, k));
    const [first = []] = components;
    const strongest = first.reduce(
      (best, value, j) => (Math.abs(value) > Math.abs(first[best] ?? 0) ? j : best),
      0,
    );
    return {
      chart: {
        kind: 'panels',
        title: say('주성분 분석', 'Principal component analysis'),
        panels: [
          width <= 2 ? planePanel(found, standardize, k, say) : scoresPanel(found, say),
          {
            kind: 'bars',
            title: say('설명하는 분산의 비율', 'explained share of variance'),
            categories: explained_ratio.map((_, i) => `PC${i + 1}`),
            x: { name: say('주성분', 'component') },
            y: { name: say('비율', 'share'), min: 0, max: 1 },
            series: [
              {
                name: say('비율', 'share'),
                values: explained_ratio,
                notes: explained_ratio.map((value) => formatPercent(value)),
              },
            ],
            chosen: range(k),
          },
        ],
      },
      see:
        width === 1
          ? say(
              `특성이 하나라 PC1이 그 특성 그대로이고 분산의 ${formatPercent(kept)}를 설명해요. 줄일 차원이 없어요.`,
              `With a single feature PC1 is that feature and explains ${formatPercent(kept)} of the variance; there is nothing to reduce.`,
            )
          : say(
              `${k === 1 ? `PC1 하나가 분산의 ${formatPercent(kept)}를 설명해요` : `성분 ${k}개가 분산의 ${formatPercent(kept)}를, PC1만으로는 ${formatPercent(explained_ratio[0] ?? 0)}를 설명해요`}. PC1은 x${strongest} 쪽으로 가장 기울었지만 모든 특성의 결합이라, 단위가 다르면 표준화 여부가 결과를 바꿔요.`,
              `${k === 1 ? `PC1 explains ${formatPercent(kept)} of the variance` : `${k} components explain ${formatPercent(kept)} of the variance, PC1 alone ${formatPercent(explained_ratio[0] ?? 0)}`}. It leans most on x${strongest} yet mixes all features; with features in different units, standardizing changes the result.`,
            ),
      numbers: [
        [say(`성분 ${k}개가 설명하는 분산`, `variance explained by ${k}`), formatPercent(kept)],
        [say('PC1의 분산', 'variance of PC1'), formatNumber(explained_variance[0] ?? 0)],
        [
          say('PC1의 방향', 'direction of PC1'),
          first
            .slice(0, 6)
            .map((value) => formatNumber(value, 3))
            .join(', '),
        ],
        [say('복원 오차(MSE)', 'reconstruction error (MSE)'), formatNumber(reconstruction_mse)],
      ],
      table: {
        columns: [say('주성분', 'component'), say('분산', 'variance'), say('비율', 'share')],
        rows: explained_variance.map((value, i) => [
          `PC${i + 1}`,
          formatNumber(value),
          formatPercent(explained_ratio[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '성분 + 1', en: 'one more component' },
      change: ({ k, x }) => (k < Math.min(x.length, x[0]?.length ?? 0) ? { k: k + 1 } : undefined),
    },
    {
      label: { ko: '표준화하기', en: 'standardize' },
      change: ({ standardize }) => (standardize ? undefined : { standardize: true }),
    },
    {
      label: { ko: '첫 특성을 100배(단위 바꾸기)', en: 'first feature × 100 (other unit)' },
      change: ({ x }) => {
        const larger = x.map((row) => row.map((value, j) => (j === 0 ? value * 100 : value)));
        return larger.every((row) => Math.abs(row[0] ?? 0) <= 1e6) ? { x: larger } : undefined;
      },
    },
    {
      label: { ko: '특성 3개', en: 'three features' },
      change: () => ({
        x: [
          [2, 1, 5],
          [4, 2, 4],
          [6, 4, 5],
          [8, 3, 3],
          [10, 6, 4],
          [12, 5, 2],
          [14, 7, 3],
        ],
        k: 2,
      }),
    },
  ],
});
