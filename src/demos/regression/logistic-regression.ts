import type { XyChart, XySeries } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { logisticFit } from '../../math/logistic-fit.ts';
import { logSigmoid, sigmoid } from '../../math/sigmoid.ts';
import { argMax, extent, mean } from '../../math/summary.ts';
import { column, dot, linspace } from '../../math/vector.ts';
import { sameLength, twoClasses } from '../checks.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { float, ints, matrix } from '../parameters.ts';

/** ln of the largest number there is: an odds ratio beyond it has no value. */
const MAX_LOG = Math.log(Number.MAX_VALUE);
/** A probability this near to the threshold (as a share of it) is on it. */
const ON = 1e-12;

interface Fitted {
  readonly coef: readonly number[];
  readonly intercept: number;
}

/** With one feature the curve over x, with more over the score w x + b. */
function chartOf(
  x: readonly (readonly number[])[],
  y: readonly number[],
  { coef, intercept }: Fitted,
  threshold: number,
  say: Say,
): XyChart {
  const single = coef.length === 1;
  const scores = x.map((row) => dot(row, coef) + intercept);
  const at = single ? column(x, 0) : scores;
  const { min, max } = extent(at);
  const pad = Math.max((max - min) * 0.15, 1e-9);
  const grid = linspace(min - pad, max + pad, 161);
  const score = (value: number): number => (single ? (coef[0] ?? 0) * value + intercept : value);
  const ofClass = (label: number): XySeries => ({
    name: say(`클래스 ${label}`, `class ${label}`),
    x: at.filter((_, i) => y[i] === label),
    y: y.filter((value) => value === label),
    look: 'points',
    colour: label === 1 ? 'vermillion' : 'blue',
  });
  return {
    kind: 'xy',
    title: say('로지스틱 회귀 곡선', 'Logistic regression curve'),
    subtitle: single
      ? `p = σ(${formatNumber(coef[0] ?? 0)}·x ${intercept < 0 ? '−' : '+'} ${formatNumber(Math.abs(intercept))})`
      : say(
          '특성이 여럿이라 점수 w·x + b에 대해 그렸어요',
          'drawn against the score w x + b, as there are several features',
        ),
    x: { name: single ? 'x' : say('점수 w·x + b', 'score w x + b') },
    y: { name: say('클래스 1의 확률', 'probability of class 1'), min: -0.05, max: 1.05 },
    series: [
      {
        name: say('예측 확률', 'predicted probability'),
        x: grid,
        y: grid.map((value) => sigmoid(score(value))),
        look: 'line',
        colour: 'black',
      },
      ofClass(0),
      ofClass(1),
    ],
    marks: [
      {
        axis: 'y',
        at: threshold,
        label: say(`임계값 ${formatNumber(threshold)}`, `threshold ${formatNumber(threshold)}`),
        colour: 'grey',
      },
    ],
  };
}

export const logisticRegression = defineDemo({
  id: 'logistic-regression',
  title: { ko: '로지스틱 회귀', en: 'Logistic regression' },
  about: {
    ko: '로그 오즈를 선형식 w·x + b로 모델링하는 분류기예요. scikit-learn처럼 |w|²/2 + C·Σ로그 손실을 끝까지 수렴시키고, 절편은 규제하지 않아요.',
    en: 'A classifier whose log-odds are linear, w·x + b. As in scikit-learn it minimizes |w|²/2 + C·Σ log loss, here to full convergence; the intercept is not penalized.',
  },
  parameters: {
    x: matrix([[0.5], [1], [1.5], [2], [2.5], [3], [3.5], [4]], '4..200', '1..6', '-1000..1000'),
    y: ints([0, 0, 0, 1, 0, 1, 1, 1], '4..200', '0..1'),
    c: float(1, '0.0001..10000'),
    threshold: float(0.5, '0..1'),
  },
  results: {
    coef: 'float[d]',
    intercept: 'float',
    odds_ratio: 'float[d]',
    probability: 'float[n]',
    log_loss: 'float',
    accuracy: 'float',
    prediction: 'int[n]',
  },
  run({ x, y, c, threshold }) {
    sameLength('y', y, 'x', x);
    twoClasses('y', y);
    const { coef, intercept } = logisticFit(x, y, c);
    if (coef.some((value) => value > MAX_LOG))
      refuse(
        'c',
        '이 x에는 너무 커서 오즈비 exp(w)가 유한한 수가 되지 않아요.',
        'is too large for this x: an odds ratio exp(w) would not be a finite number.',
      );
    const scores = x.map((row) => dot(row, coef) + intercept);
    const probability = scores.map(sigmoid);
    // Rounding must not decide where a probability lies on the threshold.
    const least = threshold < 1 ? threshold * (1 - ON) : 1;
    const prediction = probability.map((p) => (p >= least ? 1 : 0));
    return {
      coef,
      intercept,
      odds_ratio: coef.map(Math.exp),
      probability,
      log_loss: mean(scores.map((z, i) => -logSigmoid(y[i] === 1 ? z : -z))),
      accuracy: prediction.filter((label, i) => label === y[i]).length / y.length,
      prediction,
    };
  },
  view({ x, y, c, threshold }, { coef, intercept, odds_ratio, log_loss, accuracy, probability }, say) {
    const strongest = argMax(coef.map(Math.abs));
    const name = `x${strongest}`;
    const weight = coef[strongest] ?? 0;
    const ratio = odds_ratio[strongest] ?? 1;
    const boundary = coef.length === 1 && weight !== 0 ? -intercept / weight : undefined;
    return {
      chart: chartOf(x, y, { coef, intercept }, threshold, say),
      see: say(
        `${name}의 값이 1 커질 때마다 클래스 1의 오즈가 ${formatNumber(ratio)}배가 돼요. ${boundary === undefined ? '' : `확률이 0.5가 되는 곳은 x = ${formatNumber(boundary)}이고, `}임계값 ${formatNumber(threshold)}에서 정확도는 ${formatPercent(accuracy)}예요.`,
        `Each unit of ${name} multiplies the odds of class 1 by ${formatNumber(ratio)}. ${boundary === undefined ? '' : `The probability is 0.5 at x = ${formatNumber(boundary)}; `}${boundary === undefined ? 'At' : 'at'} a threshold of ${formatNumber(threshold)} the accuracy is ${formatPercent(accuracy)}.`,
      ),
      numbers: [
        [say('가중치', 'weights'), coef.map((value) => formatNumber(value)).join(', ')],
        [say('절편', 'intercept'), formatNumber(intercept)],
        [say('오즈비', 'odds ratios'), odds_ratio.map((value) => formatNumber(value)).join(', ')],
        [say('평균 로그 손실', 'mean log loss'), formatNumber(log_loss)],
        [say('정확도', 'accuracy'), formatPercent(accuracy)],
        ['C', formatNumber(c)],
      ],
      table: {
        columns: ['x', 'y', say('클래스 1의 확률', 'probability of class 1')],
        rows: x.map((row, i) => [
          row.map((value) => formatNumber(value)).join(', '),
          String(y[i] ?? 0),
          formatNumber(probability[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: 'C × 100 (규제 약하게)', en: 'C × 100 (less penalty)' },
      change: ({ c }) => (c <= 100 ? { c: c * 100 } : undefined),
    },
    {
      label: { ko: 'C ÷ 100 (규제 강하게)', en: 'C ÷ 100 (more penalty)' },
      change: ({ c }) => (c >= 0.01 ? { c: c / 100 } : undefined),
    },
    { label: { ko: '임계값 0.8', en: 'threshold 0.8' }, change: () => ({ threshold: 0.8 }) },
    {
      label: { ko: '완전히 나뉘는 데이터', en: 'separable data' },
      change: ({ x }) => {
        const first = column(x, 0);
        const { min, max } = extent(first);
        return min === max ? undefined : { y: first.map((value) => (value > (min + max) / 2 ? 1 : 0)) };
      },
    },
  ],
});
