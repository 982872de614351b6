import { formatList, formatNumber, formatPercent } from '../../charts/number.ts';
import { majority, nearestNeighbours } from '../../math/nearest-neighbours.ts';
import { distinct, mean } from '../../math/summary.ts';
import { atMost, sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { choice, floats, int, ints, matrix } from '../parameters.ts';
import { classSeries, featureAxes, hiddenFeatures, joined, nearlySquare, placesOf } from './points.ts';
import { fitsColumns } from './query.ts';

export const knn = defineDemo({
  id: 'knn',
  title: { ko: 'K-최근접 이웃', en: 'K nearest neighbours' },
  about: {
    ko: '질의에서 가장 가까운 k개 행의 레이블로 답해요. 분류는 다수결, 회귀는 평균이에요. 거리가 같으면 앞의 행, 표가 같으면 작은 레이블이 이겨요.',
    en: 'Answers with the labels of the k rows nearest to the query: the majority for classification, the mean for regression. Equal distances go to the earlier row, equal votes to the lower label.',
  },
  parameters: {
    x: matrix(
      [
        [1, 1],
        [1, 2],
        [2, 1],
        [6, 6],
        [7, 7],
        [6, 7],
      ],
      '1..200',
      '1..8',
      '-100000..100000',
    ),
    y: ints([0, 0, 0, 1, 1, 1], '1..200', '0..50'),
    query: floats([3, 3], '1..8', '-100000..100000'),
    k: int(3, '1..200'),
    metric: choice(['euclidean', 'manhattan'], 'euclidean'),
  },
  results: {
    neighbors: 'int[k]',
    distances: 'float[k]',
    prediction: 'int',
    vote_share: 'float',
    mean_label: 'float',
  },
  run({ x, y, query, k, metric }) {
    sameLength('y', y, 'x', x);
    fitsColumns(query, x);
    atMost('k', k, x.length, 'x의 행 수', 'the number of rows of x');
    const near = nearestNeighbours(x, query, k, metric);
    const labels = near.map(({ index }) => y[index] ?? 0);
    const { label, share } = majority(labels);
    return {
      neighbors: near.map(({ index }) => index),
      distances: near.map(({ distance }) => distance),
      prediction: label,
      vote_share: share,
      mean_label: mean(labels),
    };
  },
  view({ x, y, query, k, metric }, { neighbors, distances, prediction, vote_share, mean_label }, say) {
    const features = query.length;
    // With one feature the label is the height, which shows the answer of regression as well.
    const at = features === 1 ? { x: placesOf(x).x, y } : placesOf(x);
    const place = { x: query[0] ?? 0, y: features === 1 ? mean_label : (query[1] ?? 0) };
    const axes = featureAxes(features);
    const name =
      metric === 'euclidean'
        ? say('유클리드 거리', 'Euclidean distance')
        : say('맨해튼 거리', 'Manhattan distance');
    const others = distinct(neighbors.map((i) => y[i] ?? 0)).length;
    return {
      chart: {
        kind: 'xy',
        title: say(`질의와 가장 가까운 이웃 ${k}개`, `The query and its ${k} nearest neighbours`),
        subtitle: joined(name, hiddenFeatures(features, say)),
        x: axes.x,
        y: features === 1 ? { name: say('레이블', 'label'), whole: true } : axes.y,
        square: features > 1 && nearlySquare(at),
        series: [
          {
            name: say('이웃까지', 'to the neighbours'),
            x: neighbors.flatMap((i) => [place.x, at.x[i] ?? 0, at.x[i] ?? 0]),
            y: neighbors.flatMap((i) => [place.y, at.y[i] ?? 0, null]),
            look: 'line',
            colour: 'grey',
          },
          ...classSeries(at, y, say),
          { name: say('질의', 'query'), x: [place.x], y: [place.y], look: 'crosses', colour: 'black' },
        ],
      },
      see: say(
        `이웃 ${k}개 가 준 표의 ${formatPercent(vote_share)}를 얻은 클래스 ${withJosa(prediction, '으로/로')} 답해요. ${others > 1 ? '이웃의 레이블이 갈리니 k를 바꾸면 답이 바뀔 수 있어요.' : `가장 먼 이웃까지의 거리는 ${withJosa(formatNumber(distances[k - 1] ?? 0), '이에요/예요')}.`}`,
        `${formatPercent(vote_share)} of the votes of ${countOf(k, 'neighbour')} go to class ${prediction}, which is the answer. ${others > 1 ? 'They do not agree, so another k may change it.' : `The farthest of them is ${formatNumber(distances[k - 1] ?? 0)} away.`}`,
      ),
      numbers: [
        [say('예측 (다수결)', 'prediction (majority)'), String(prediction)],
        [say('득표율', 'share of votes'), formatPercent(vote_share)],
        [say('회귀라면 (평균)', 'as regression (mean)'), formatNumber(mean_label)],
        [say('이웃의 거리', 'distances'), formatList(distances, 6, 3)],
      ],
      table: {
        columns: [say('행', 'row'), say('거리', 'distance'), say('레이블', 'label')],
        rows: neighbors.map((i, rank) => [String(i), formatNumber(distances[rank] ?? 0), String(y[i] ?? 0)]),
      },
    };
  },
  variations: [
    { label: { ko: 'k = 1', en: 'k = 1' }, change: ({ k }) => (k === 1 ? undefined : { k: 1 }) },
    {
      label: { ko: 'k = 모든 행', en: 'k = all rows' },
      change: ({ x, k }) => (k === x.length ? undefined : { k: x.length }),
    },
    {
      label: { ko: '다른 거리', en: 'the other distance' },
      change: ({ metric }) => ({ metric: metric === 'euclidean' ? 'manhattan' : 'euclidean' }),
    },
    {
      label: { ko: '질의를 가운데로', en: 'query in the middle' },
      change: ({ x, query }) => ({ query: query.map((_, j) => mean(x.map((row) => row[j] ?? 0))) }),
    },
    {
      label: { ko: 'x0의 단위를 100배로', en: 'x0 in units 100 times smaller' },
      change: ({ x, query }) => {
        const scaled = (row: readonly number[]): number[] =>
          row.map((value, j) => (j === 0 ? value * 100 : value));
        return [...x, query].every((row) => Math.abs(row[0] ?? 0) <= 1000)
          ? { x: x.map(scaled), query: scaled(query) }
          : undefined;
      },
    },
  ],
});
