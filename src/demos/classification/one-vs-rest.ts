import type { SingleChart, XySeries } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { logisticFit } from '../../math/logistic-fit.ts';
import { logSigmoid, sigmoid } from '../../math/sigmoid.ts';
import { softmax } from '../../math/softmax.ts';
import { argMax, distinct } from '../../math/summary.ts';
import { column, dot, type Rows } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { float, floats, ints, matrix } from '../parameters.ts';
import { classSeries, colourAt, featureAxes, gridOver, placesOf } from './points.ts';
import { fitsColumns } from './query.ts';

interface Found {
  readonly classes: readonly number[];
  readonly coef: Rows;
  readonly intercept: readonly number[];
  readonly probability: readonly number[];
}

function scoresAt({ coef, intercept }: Pick<Found, 'coef' | 'intercept'>, row: readonly number[]): number[] {
  return coef.map((w, k) => dot(w, row) + (intercept[k] ?? 0));
}

/** The regions of the plane, the curves over a line, or bars where the space has more dimensions. */
function chartOf(
  x: Rows,
  y: readonly number[],
  query: readonly number[],
  found: Found,
  say: Say,
): SingleChart {
  const { classes, probability } = found;
  const title = say('일 대 다 분류의 영역', 'Regions of one-vs-rest');
  const marked = (at: number, height: number): XySeries => ({
    name: say('질의', 'query'),
    x: [at],
    y: [height],
    look: 'crosses',
    colour: 'black',
  });
  if (query.length === 2) {
    const at = placesOf(x);
    const xs = gridOver([...at.x, query[0] ?? 0], 81);
    const ys = gridOver([...at.y, query[1] ?? 0], 81);
    return {
      kind: 'plane',
      title,
      ...featureAxes(2),
      field: {
        xs,
        ys,
        z: ys.map((v) => xs.map((u) => argMax(scoresAt(found, [u, v])))),
        show: 'classes',
        name: say('예측', 'prediction'),
      },
      series: [...classSeries(at, y, say), marked(query[0] ?? 0, query[1] ?? 0)],
    };
  }
  if (query.length === 1) {
    const grid = gridOver([...column(x, 0), query[0] ?? 0], 121);
    return {
      kind: 'xy',
      title: say('분류기마다의 시그모이드', 'Sigmoid of each classifier'),
      ...featureAxes(1),
      y: { name: say('자기 클래스일 시그모이드', 'sigmoid for the own class'), min: 0, max: 1 },
      series: classes.map((label, k) => ({
        name: say(`클래스 ${label}`, `class ${label}`),
        x: grid,
        y: grid.map((value) => sigmoid(scoresAt(found, [value])[k] ?? 0)),
        look: 'line',
        colour: colourAt(k),
      })),
      marks: [{ axis: 'x', at: query[0] ?? 0, label: say('질의', 'query') }],
    };
  }
  return {
    kind: 'bars',
    title: say('질의의 클래스 확률', 'Class probabilities of the query'),
    categories: classes.map((label) => say(`클래스 ${label}`, `class ${label}`)),
    x: { name: '' },
    y: { name: say('확률', 'probability'), min: 0, max: 1 },
    series: [{ name: say('확률', 'probability'), values: probability }],
    chosen: [argMax(probability)],
  };
}

export const oneVsRest = defineDemo({
  id: 'one-vs-rest',
  title: { ko: '일 대 다 다중 분류', en: 'One-vs-rest classification' },
  about: {
    ko: '클래스마다 "이 클래스냐 나머지냐"를 가르는 로지스틱 회귀를 하나씩 학습하고, 점수가 가장 큰 클래스를 골라요. 확률은 시그모이드 값을 합이 1이 되게 나눈 거예요(scikit-learn OneVsRestClassifier).',
    en: "Trains one logistic regression per class, that class against all others, and takes the largest score; probabilities are the sigmoids over their sum (scikit-learn's OneVsRestClassifier).",
  },
  parameters: {
    x: matrix(
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [5, 5],
        [5, 6],
        [6, 5],
        [0, 6],
        [1, 6],
        [0, 5],
      ],
      '6..100',
      '1..4',
      '-100..100',
    ),
    y: ints([0, 0, 0, 1, 1, 1, 2, 2, 2], '6..100', '0..9'),
    c: float(1, '0.001..1000'),
    query: floats([3, 4], '1..4', '-100..100'),
  },
  results: {
    classes: 'int[k]',
    coef: 'float[k][d]',
    intercept: 'float[k]',
    score: 'float[k]',
    probability: 'float[k]',
    prediction: 'int',
  },
  run({ x, y, c, query }) {
    sameLength('y', y, 'x', x);
    fitsColumns(query, x);
    const classes = distinct(y);
    if (classes.length < 3)
      refuse('y', '서로 다른 클래스가 세 개 이상 있어야 해요.', 'must contain at least three classes.');
    const models = classes.map((label) =>
      logisticFit(
        x,
        y.map((one) => (one === label ? 1 : 0)),
        c,
      ),
    );
    const coef = models.map((model) => model.coef);
    const intercept = models.map((model) => model.intercept);
    const score = scoresAt({ coef, intercept }, query);
    return {
      classes,
      coef,
      intercept,
      score,
      // Sigmoids over their sum, also where all of them would be 0 in double precision.
      probability: softmax(score.map(logSigmoid)),
      prediction: classes[argMax(score)] ?? 0,
    };
  },
  view({ x, y, query }, { classes, coef, intercept, score, probability, prediction }, say) {
    const winner = classes.indexOf(prediction);
    const claims = score.filter((value) => value > 0).length;
    return {
      chart: chartOf(x, y, query, { classes, coef, intercept, probability }, say),
      see:
        claims === 1
          ? say(
              `질의를 자기 것이라 하는 분류기는 클래스 ${prediction} 하나이고, 나눈 확률은 ${formatPercent(probability[winner] ?? 0)}예요.`,
              `Only the classifier of class ${prediction} claims the query; its share of the sigmoids is ${formatPercent(probability[winner] ?? 0)}.`,
            )
          : say(
              `질의를 자기 것이라 하는 분류기가 ${claims === 0 ? '없어요' : `${claims}개예요`}. 일 대 다에는 이런 빈틈이나 겹침이 생기지만, 점수가 가장 큰 클래스 ${prediction}(${formatPercent(probability[winner] ?? 0)})로 답해요.`,
              `${claims === 0 ? 'No classifier claims' : `${claims} classifiers claim`} the query: one-vs-rest leaves such gaps and overlaps; the largest score decides for class ${prediction} (${formatPercent(probability[winner] ?? 0)}).`,
            ),
      numbers: [
        [say('예측', 'prediction'), String(prediction)],
        [say('확률', 'probability'), formatNumber(probability[winner] ?? 0)],
        [say('점수', 'score'), formatNumber(score[winner] ?? 0)],
        [say('분류기', 'classifiers'), String(classes.length)],
      ],
      table: {
        columns: [say('클래스', 'class'), say('점수', 'score'), say('확률', 'probability'), 'w', 'b'],
        rows: classes.map((label, k) => [
          String(label),
          formatNumber(score[k] ?? 0),
          formatNumber(probability[k] ?? 0),
          (coef[k] ?? []).map((value) => formatNumber(value, 3)).join(', '),
          formatNumber(intercept[k] ?? 0, 3),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: 'C × 100 (규제 약하게)', en: 'C × 100 (less penalty)' },
      change: ({ c }) => (c <= 10 ? { c: c * 100 } : undefined),
    },
    {
      label: { ko: 'C = 0.01 (규제 강하게)', en: 'C = 0.01 (more penalty)' },
      change: ({ c }) => (c === 0.01 ? undefined : { c: 0.01 }),
    },
    {
      label: { ko: '질의를 점들의 한가운데로', en: 'query at the centre of all points' },
      change: ({ x, query }) => ({
        query: query.map((_, j) => x.reduce((total, row) => total + (row[j] ?? 0), 0) / x.length),
      }),
    },
  ],
});
