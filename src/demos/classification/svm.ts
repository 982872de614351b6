import type { PlaneChart, XyChart, XySeries } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { linearSvm } from '../../math/linear-svm.ts';
import { mean } from '../../math/summary.ts';
import { column, dot, norm, range } from '../../math/vector.ts';
import { sameLength, twoClasses } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { float, ints, matrix } from '../parameters.ts';
import { classSeries, featureAxes, gridOver, placesOf } from './points.ts';

type Rows = readonly (readonly number[])[];

/** Rows with label * decision up to this are support vectors. */
const ON_MARGIN = 1.001;
/** A decision value of this size is rounding of 0. */
const ON_LINE = 1e-12;

/** Where w x + b = level crosses the rectangle of the picture. */
function crossing(
  [u, v]: readonly [number, number],
  rest: number,
  xs: readonly number[],
  ys: readonly number[],
): { x: number[]; y: number[] } {
  const sides = (values: readonly number[]): [number, number] => [values[0] ?? 0, values.at(-1) ?? 0];
  const [[left, right], [low, high]] = [sides(xs), sides(ys)];
  const places: [number, number][] = [];
  for (const x of [left, right]) if (v !== 0) places.push([x, (rest - u * x) / v]);
  for (const y of [low, high]) if (u !== 0) places.push([(rest - v * y) / u, y]);
  const inside = places.filter(([x, y]) => x >= left && x <= right && y >= low && y <= high);
  inside.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const ends = inside.length < 2 ? [] : [inside[0] ?? [0, 0], inside.at(-1) ?? [0, 0]];
  return { x: ends.map(([x]) => x), y: ends.map(([, y]) => y) };
}

interface Found {
  readonly w: readonly number[];
  readonly b: number;
  readonly decision: readonly number[];
  readonly support: readonly number[];
}

function supportSeries(
  at: { x: readonly number[]; y: readonly number[] },
  support: readonly number[],
  say: Say,
): XySeries {
  return {
    name: say('서포트 벡터 (×)', 'support vectors (×)'),
    x: support.map((i) => at.x[i] ?? 0),
    y: support.map((i) => at.y[i] ?? 0),
    look: 'crosses',
    colour: 'black',
  };
}

/** Two features: the plane with the line and its margins. */
function planeOf(
  x: Rows,
  y: readonly number[],
  { w, b, support }: Found,
  subtitle: string,
  say: Say,
): PlaneChart {
  const at = placesOf(x);
  const [xs, ys] = [gridOver(at.x, 101), gridOver(at.y, 101)];
  const weights = [w[0] ?? 0, w[1] ?? 0] as const;
  const line = (level: number): Pick<XySeries, 'x' | 'y'> => crossing(weights, level - b, xs, ys);
  return {
    kind: 'plane',
    title: say('결정 경계와 마진', 'Decision line and margins'),
    subtitle,
    ...featureAxes(2),
    field: {
      xs,
      ys,
      z: ys.map((v) => xs.map((u) => (dot(w, [u, v]) + b > 0 ? 1 : 0))),
      show: 'classes',
      name: say('예측', 'prediction'),
    },
    series: [
      { name: say('결정 경계', 'decision line'), ...line(0), look: 'line', colour: 'black' },
      { name: say('마진 (±1)', 'margins (±1)'), ...line(1), look: 'dashed', colour: 'grey' },
      { name: say('마진', 'margin'), ...line(-1), look: 'dashed', colour: 'grey', unlisted: true },
      ...classSeries(at, y, say),
      supportSeries(at, support, say),
    ],
  };
}

/** Any other number of features: the decision values of the rows. */
function valuesOf(
  x: Rows,
  y: readonly number[],
  { decision, support }: Found,
  subtitle: string,
  say: Say,
): XyChart {
  const single = x[0]?.length === 1;
  const at = { x: single ? column(x, 0) : range(x.length), y: decision };
  // Far from the boundary the three labels would lie on one another.
  const near = decision.every((value) => Math.abs(value) < 6);
  return {
    kind: 'xy',
    title: say('행마다의 결정값과 마진', 'Decision values and margins'),
    subtitle,
    x: single ? { name: 'x0' } : { name: say('행', 'row'), whole: true },
    y: { name: say('결정값 w·x + b', 'decision value w x + b') },
    series: [...classSeries(at, y, say), supportSeries(at, support, say)],
    marks: [
      { axis: 'y', at: 0, label: say('경계', 'boundary'), colour: 'black' },
      { axis: 'y', at: 1, label: near ? '+1' : '', colour: 'grey' },
      { axis: 'y', at: -1, label: near ? '−1' : '', colour: 'grey' },
    ],
  };
}

export const svm = defineDemo({
  id: 'svm',
  title: { ko: '서포트 벡터 머신(마진)', en: 'Linear support vector machine' },
  about: {
    ko: '레이블을 −1과 +1로 두고 |w|²/2 + C·Σ힌지 손실을 끝까지 줄여요(scikit-learn SVC, 선형 커널). 마진의 폭은 2/|w|이고, 레이블 × 결정값이 1 이하인 행이 서포트 벡터예요.',
    en: "Minimizes |w|²/2 + C·Σ hinge loss with labels −1 and +1 (scikit-learn's SVC with a linear kernel). The margin is 2/|w| wide; rows with label times decision value up to 1 are the support vectors.",
  },
  parameters: {
    x: matrix(
      [
        [1, 1],
        [2, 1],
        [1, 3],
        [5, 5],
        [6, 4],
        [6, 6],
      ],
      '2..60',
      '1..6',
      '-100..100',
    ),
    y: ints([0, 0, 0, 1, 1, 1], '2..60', '0..1'),
    c: float(10, '0.001..100'),
  },
  results: {
    w: 'float[d]',
    b: 'float',
    margin: 'float',
    decision: 'float[n]',
    support: 'int[k]',
    hinge_loss: 'float',
    prediction: 'int[n]',
    accuracy: 'float',
  },
  run({ x, y, c }) {
    sameLength('y', y, 'x', x);
    twoClasses('y', y);
    const labels = y.map((label) => (label === 1 ? 1 : -1));
    const { coef: w, intercept: b } = linearSvm(x, labels, c);
    if (norm(w) === 0)
      refuse(
        'x',
        '두 클래스를 직선으로 조금도 나눌 수 없어서 w가 0이고, 마진 2/|w|이 유한하지 않아요.',
        'cannot be told apart by any line: w is 0 and the margin 2/|w| is not finite.',
      );
    const decision = x.map((row) => dot(row, w) + b);
    const margins = decision.map((value, i) => value * (labels[i] ?? 0));
    const prediction = decision.map((value) => (value > ON_LINE ? 1 : 0));
    return {
      w,
      b,
      margin: 2 / norm(w),
      decision,
      support: margins.flatMap((value, i) => (value <= ON_MARGIN ? [i] : [])),
      hinge_loss: mean(margins.map((value) => Math.max(0, 1 - value))),
      prediction,
      accuracy: prediction.filter((label, i) => label === y[i]).length / y.length,
    };
  },
  view({ x, y, c }, { w, b, margin, decision, support, hinge_loss, accuracy }, say) {
    const subtitle = say(
      `C = ${formatNumber(c)}, 마진 ${formatNumber(margin)}`,
      `C = ${formatNumber(c)}, margin ${formatNumber(margin)}`,
    );
    const found = { w, b, decision, support };
    const hard = hinge_loss < 1e-9;
    return {
      chart: w.length === 2 ? planeOf(x, y, found, subtitle, say) : valuesOf(x, y, found, subtitle, say),
      see: hard
        ? say(
            `마진을 어긴 점 없이 폭 ${formatNumber(margin)}의 마진이 생겼어요. 경계를 정하는 것은 ${x.length}개 가운데 서포트 벡터 ${support.length}개뿐이라 나머지는 치워도 답이 같아요.`,
            `The margin is ${formatNumber(margin)} wide with no point inside. Only ${support.length} of ${countOf(x.length, 'point')}, the support vectors, decide it; the others could be taken away.`,
          )
        : say(
            `마진의 폭은 ${formatNumber(margin)}이고 평균 힌지 손실은 ${withJosa(formatNumber(hinge_loss), '이에요/예요')}. C가 작을수록 어기는 점을 더 봐주고 마진을 넓혀요. 서포트 벡터는 ${support.length}개예요.`,
            `The margin is ${formatNumber(margin)} wide with a mean hinge loss of ${formatNumber(hinge_loss)}: a smaller C forgives more violations for a wider margin. There are ${support.length} support vectors.`,
          ),
      numbers: [
        ['w', w.map((value) => formatNumber(value)).join(', ')],
        ['b', formatNumber(b)],
        [say('마진 2/|w|', 'margin 2/|w|'), formatNumber(margin)],
        [say('서포트 벡터', 'support vectors'), `${support.length} / ${x.length}`],
        [say('평균 힌지 손실', 'mean hinge loss'), formatNumber(hinge_loss)],
        [say('정확도', 'accuracy'), formatPercent(accuracy)],
      ],
      table: {
        columns: [say('서포트 벡터', 'support vector'), 'x', 'y', say('결정값', 'decision value')],
        rows: support.map((i) => [
          String(i),
          (x[i] ?? []).map((value) => formatNumber(value, 3)).join(', '),
          String(y[i] ?? 0),
          formatNumber(decision[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: 'C = 0.01 (넓은 마진)', en: 'C = 0.01 (wide margin)' },
      change: ({ c }) => (c === 0.01 ? undefined : { c: 0.01 }),
    },
    {
      label: { ko: 'C = 100 (엄격하게)', en: 'C = 100 (strict)' },
      change: ({ c }) => (c === 100 ? undefined : { c: 100 }),
    },
    {
      label: { ko: '첫 행의 레이블을 뒤집기', en: 'flip the label of the first row' },
      change: ({ y }) => {
        const flipped = y.map((label, i) => (i === 0 ? 1 - label : label));
        return new Set(flipped).size === 2 ? { y: flipped } : undefined;
      },
    },
  ],
});
