import type { HistogramChart, XyChart, XySeries } from '../../charts/model.ts';
import { formatList, formatNumber, formatPercent } from '../../charts/number.ts';
import { type Discriminant, fisherDiscriminant } from '../../math/fisher-discriminant.ts';
import { histogram } from '../../math/histogram.ts';
import { extent, mean } from '../../math/summary.ts';
import { column, dot, multiply, type Rows, transpose } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { ints, matrix } from '../parameters.ts';

function discriminantOf(x: Rows, y: readonly number[]): Discriminant {
  sameLength('y', y, 'x', x);
  for (const label of [0, 1])
    if (y.filter((one) => one === label).length < 2)
      refuse('y', '두 클래스에 행이 두 개 이상씩 있어야 해요.', 'must have at least two rows of each class.');
  const found = fisherDiscriminant(x, y);
  if (found === 'singular')
    refuse(
      'x',
      '클래스 안 산포 행렬이 특이 행렬이에요. 행을 늘리거나, 클래스 안에서 변하지 않거나 서로 종속인 열을 빼 주세요.',
      'has a singular within-class scatter; use more rows, or leave out columns that do not vary within the classes or depend on one another.',
    );
  if (found === 'equal-means')
    refuse(
      'x',
      '두 클래스의 평균이 같으면 판별 축이 없어요.',
      'must differ in its class means, or there is no axis.',
    );
  return found;
}

function className(label: number, say: Say): string {
  return say(`클래스 ${label}`, `class ${label}`);
}

/** The points of the first two features; with two features also the axis and the boundary, which stand square to each other. */
function pointsPanel(x: Rows, y: readonly number[], found: Discriminant, say: Say): XyChart {
  const width = x[0]?.length ?? 0;
  const classes = [0, 1].map((label): XySeries => {
    const own = x.filter((_, i) => y[i] === label);
    return {
      name: className(label, say),
      x: column(own, 0),
      y: width === 1 ? own.map(() => label) : column(own, 1),
      look: 'points',
      colour: label === 0 ? 'blue' : 'vermillion',
    };
  });
  return {
    kind: 'xy',
    title:
      width === 2
        ? say('점과 판별 축', 'points and discriminant axis')
        : say('처음 두 특성', 'first features'),
    x: { name: 'x0' },
    y: { name: width === 1 ? say('클래스', 'class') : 'x1' },
    series: width === 2 ? [...classes, ...axisLines(x, found, say)] : classes,
    square: width === 2,
  };
}

function axisLines(x: Rows, { direction, weights, offset }: Discriminant, say: Say): XySeries[] {
  const centre = transpose(x).map(mean);
  const reach = Math.max(...x.map((row) => Math.hypot(...row.map((value, j) => value - (centre[j] ?? 0)))));
  const through = (
    at: readonly number[],
    along: readonly number[],
    half: number,
  ): { x: number[]; y: number[] } => ({
    x: [-half, half].map((t) => (at[0] ?? 0) + t * (along[0] ?? 0)),
    y: [-half, half].map((t) => (at[1] ?? 0) + t * (along[1] ?? 0)),
  });
  // The point of the boundary nearest to the centre: go back along the axis by the log odds there.
  const slope = dot(weights, direction);
  const off = (dot(weights, centre) + offset) / slope;
  const foot = centre.map((value, j) => value - off * (direction[j] ?? 0));
  const along = [-(direction[1] ?? 0), direction[0] ?? 0];
  const lines: XySeries[] = [
    { name: say('판별 축 w', 'axis w'), ...through(centre, direction, reach), look: 'line', colour: 'black' },
  ];
  // Uneven priors may push the boundary far out of the picture.
  if (Math.abs(off) <= reach)
    lines.push({
      name: say('경계', 'boundary'),
      ...through(foot, along, reach * 0.7),
      look: 'dashed',
      colour: 'grey',
    });
  return lines;
}

function projectionPanel(x: Rows, y: readonly number[], found: Discriminant, say: Say): HistogramChart {
  const places = multiply(x, found.direction);
  const { min, max } = extent(places);
  const count = Math.min(20, Math.ceil(Math.sqrt(x.length)) + 3);
  const bins = [0, 1].map((label) =>
    histogram(
      places.filter((_, i) => y[i] === label),
      count,
      min,
      max,
    ),
  );
  const cut = -found.offset / dot(found.weights, found.direction);
  return {
    kind: 'histogram',
    title: say('판별 축 위의 투영', 'projections on the axis'),
    edges: bins[0]?.edges ?? [],
    x: { name: 'w·x' },
    y: { name: say('개수', 'count'), whole: true },
    series: bins.map(({ counts }, label) => ({
      name: className(label, say),
      counts,
      colour: label === 0 ? ('blue' as const) : ('vermillion' as const),
    })),
    marks:
      cut >= min && cut <= max
        ? [{ axis: 'x', at: cut, label: say('경계', 'boundary'), colour: 'black' }]
        : [],
  };
}

export const linearDiscriminant = defineDemo({
  id: 'linear-discriminant',
  title: { ko: '선형 판별 분석(LDA)', en: 'Linear discriminant analysis' },
  about: {
    ko: '레이블을 써서 클래스 사이는 멀고 클래스 안은 좁게 보이는 방향 w = Sw⁻¹(m₁ − m₀)을 찾아요(Fisher 1936). 분류는 scikit-learn처럼 공통 공분산(n − 2로 나눔)과 클래스 비율을 사전 확률로 써요. 토픽 모델 LDA와는 다른 방법이에요.',
    en: 'Uses the labels to find the direction w = Sw⁻¹(m₁ − m₀) on which classes lie far apart and close together within (Fisher 1936). Predictions as in scikit-learn: one covariance over n − 2, class shares as priors. It is not the topic model of the same initials.',
  },
  parameters: {
    x: matrix(
      [
        [1, 2],
        [2, 3],
        [3, 3],
        [2, 1],
        [6, 5],
        [7, 8],
        [8, 7],
        [7, 6],
      ],
      '4..200',
      '1..6',
      '-100000..100000',
    ),
    y: ints([0, 0, 0, 0, 1, 1, 1, 1], '4..200', '0..1'),
  },
  results: {
    w: 'float[d]',
    class_means: 'float[2][d]',
    projected_means: 'float[2]',
    fisher_ratio: 'float',
    prediction: 'int[n]',
    accuracy: 'float',
  },
  run({ x, y }) {
    const { means, direction, ratio, weights, offset } = discriminantOf(x, y);
    const prediction = x.map((row) => (dot(weights, row) + offset > 0 ? 1 : 0));
    return {
      w: direction,
      class_means: means,
      projected_means: means.map((one) => dot(direction, one)),
      fisher_ratio: ratio,
      prediction,
      accuracy: prediction.filter((label, i) => label === y[i]).length / y.length,
    };
  },
  view({ x, y }, { w, projected_means, fisher_ratio, prediction, accuracy }, say) {
    const found = discriminantOf(x, y);
    const wrong = prediction.filter((label, i) => label !== y[i]).length;
    return {
      chart: {
        kind: 'panels',
        title: say('선형 판별 분석', 'Linear discriminant analysis'),
        panels: [pointsPanel(x, y, found, say), projectionPanel(x, y, found, say)],
      },
      see: say(
        `축 위에서 두 평균이 ${formatNumber((projected_means[1] ?? 0) - (projected_means[0] ?? 0))}만큼 떨어지고 ${y.length}개 가운데 ${y.length - wrong}개를 맞혀요. PCA와 달리 레이블을 쓰므로 분산이 큰 방향이 아니라 잘 갈리는 방향을 골라요.`,
        `On the axis the two means lie ${formatNumber((projected_means[1] ?? 0) - (projected_means[0] ?? 0))} apart, and ${y.length - wrong} of ${countOf(y.length, 'row')} come out right. Unlike PCA it uses the labels: it takes the direction that separates, not the one of largest variance.`,
      ),
      numbers: [
        [say('판별 축 w', 'axis w'), formatList(w, 6, 3)],
        [say('투영한 평균', 'projected means'), formatList(projected_means)],
        [say('피셔 비', 'Fisher ratio'), formatNumber(fisher_ratio)],
        [say('학습 정확도', 'training accuracy'), formatPercent(accuracy)],
      ],
    };
  },
  variations: [
    {
      label: { ko: '클래스를 뒤바꾸기', en: 'swap the classes' },
      change: ({ y }) => ({ y: y.map((label) => 1 - label) }),
    },
    {
      label: { ko: '분산이 큰 방향과 어긋난 데이터', en: 'spread across the separation' },
      change: () => ({
        x: [
          [-6, 0],
          [-2, 0.4],
          [2, -0.3],
          [6, 0.2],
          [-6, 2],
          [-2, 2.3],
          [2, 1.7],
          [6, 2.1],
        ],
        y: [0, 0, 0, 0, 1, 1, 1, 1],
      }),
    },
    {
      label: { ko: '겹치는 두 클래스', en: 'overlapping classes' },
      change: () => ({
        x: [
          [1, 2],
          [2, 3],
          [5, 5],
          [3, 1],
          [4, 4],
          [6, 5],
          [3, 2],
          [7, 6],
        ],
        y: [0, 0, 0, 0, 1, 1, 1, 1],
      }),
    },
  ],
});
