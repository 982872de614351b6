import { formatNumber, formatPercent } from '../../charts/number.ts';
import { averagePrecision, precisionRecallCurve } from '../../math/precision-recall-curve.ts';
import { sameLength } from '../checks.ts';
import { defineDemo, refuse } from '../demo.ts';
import { float, floats, ints } from '../parameters.ts';

/** More points than this hide the curve. */
const MAX_POINTS = 60;

/** Precision, recall and F1 of "score >= threshold"; 0/0 counts as 0. */
function scoresAt(y: readonly number[], scores: readonly number[], threshold: number) {
  const called = y.filter((_, i) => (scores[i] ?? 0) >= threshold);
  const hits = called.filter((label) => label === 1).length;
  const positives = y.filter((label) => label === 1).length;
  return {
    precision: called.length === 0 ? 0 : hits / called.length,
    recall: hits / positives,
    f1: (2 * hits) / (called.length + positives),
  };
}

/** The corners of the steps that average precision sums: P_i holds from R_(i-1) to R_i. */
function steps(precision: readonly number[], recall: readonly number[]) {
  return {
    x: recall.flatMap((value, i) => [i === 0 ? 0 : (recall[i - 1] ?? 0), value]),
    y: precision.flatMap((value) => [value, value]),
  };
}

export const prCurve = defineDemo({
  id: 'pr-curve',
  title: { ko: '정밀도-재현율 곡선과 평균 정밀도', en: 'Precision-recall curve' },
  about: {
    ko: '점수가 임계값 이상이면 양성으로 봐요. 평균 정밀도는 scikit-learn처럼 Σ(Rᵢ − Rᵢ₋₁)·Pᵢ이고, 0/0은 0으로 세요.',
    en: 'A score at or above the threshold counts as positive. Average precision is the sum of (R_i − R_(i−1))·P_i as in scikit-learn; 0/0 counts as 0.',
  },
  parameters: {
    y: ints([0, 0, 1, 1, 0, 1, 0, 1], '2..500', '0..1'),
    scores: floats([0.1, 0.4, 0.35, 0.8, 0.2, 0.7, 0.5, 0.9], '2..500', '-1000000..1000000'),
    threshold: float(0.5, '-1000000..1000000'),
  },
  results: {
    thresholds: 'float[k]',
    precision: 'float[k]',
    recall: 'float[k]',
    average_precision: 'float',
    precision_at: 'float',
    recall_at: 'float',
    f1_at: 'float',
  },
  run({ y, scores, threshold }) {
    sameLength('scores', scores, 'y', y);
    if (!y.includes(1))
      refuse('y', '양성(1)이 하나 이상 있어야 해요.', 'must contain at least one positive (1).');
    const curve = precisionRecallCurve(y, scores);
    const at = scoresAt(y, scores, threshold);
    return {
      thresholds: curve.thresholds,
      precision: curve.precision,
      recall: curve.recall,
      average_precision: averagePrecision(curve),
      precision_at: at.precision,
      recall_at: at.recall,
      f1_at: at.f1,
    };
  },
  view({ y, threshold }, results, say) {
    const { thresholds, precision, recall, average_precision, precision_at, recall_at, f1_at } = results;
    const base = y.filter((label) => label === 1).length / y.length;
    const called = thresholds.some((score) => score >= threshold);
    return {
      chart: {
        kind: 'xy',
        title: say('정밀도-재현율 곡선', 'Precision-recall curve'),
        subtitle: say(
          `평균 정밀도 ${formatNumber(average_precision)}, 양성 비율 ${formatPercent(base)}`,
          `average precision ${formatNumber(average_precision)}, ${formatPercent(base)} positives`,
        ),
        x: { name: say('재현율', 'recall'), min: 0, max: 1 },
        y: { name: say('정밀도', 'precision'), min: 0, max: 1 },
        series: [
          {
            name: say('넓이 = 평균 정밀도', 'area = average precision'),
            ...steps(precision, recall),
            look: 'area',
            colour: 'sky',
          },
          {
            name: say('점수마다 한 점', 'each score'),
            x: thresholds.length <= MAX_POINTS ? recall : [],
            y: thresholds.length <= MAX_POINTS ? precision : [],
            look: 'points',
            colour: 'blue',
          },
          {
            name: say(`임계값 ${formatNumber(threshold)}`, `threshold ${formatNumber(threshold)}`),
            x: called ? [recall_at] : [],
            y: called ? [precision_at] : [],
            look: 'points',
            colour: 'vermillion',
          },
          {
            name: say('찍기 (양성 비율)', 'chance (positives)'),
            x: [0, 1],
            y: [base, base],
            look: 'dashed',
            colour: 'grey',
          },
        ],
      },
      see: called
        ? say(
            `임계값 ${formatNumber(threshold)}에서는 양성이라고 한 것의 ${formatPercent(precision_at)}가 맞고, 실제 양성의 ${formatPercent(recall_at)}를 찾아내요. 찍기의 기준선이 양성 비율(여기서는 ${formatPercent(base)})이라서 양성이 드문 데이터를 볼 때 쓸모 있어요.`,
            `At the threshold ${formatNumber(threshold)}, ${formatPercent(precision_at)} of what is called positive is right and ${formatPercent(recall_at)} of the positives are found. Chance level is the share of positives, here ${formatPercent(base)}, which makes the curve useful where positives are rare.`,
          )
        : say(
            `임계값 ${formatNumber(threshold)} 이상인 점수가 없어서 양성이라고 하는 것이 하나도 없어요. 그래서 정밀도(0/0)와 재현율이 0이에요.`,
            `No score reaches the threshold ${formatNumber(threshold)}, so nothing is called positive: precision (0/0) and recall are 0.`,
          ),
      numbers: [
        [say('평균 정밀도 (AP)', 'average precision (AP)'), formatNumber(average_precision)],
        [say('임계값에서 정밀도', 'precision at the threshold'), formatPercent(precision_at)],
        [say('임계값에서 재현율', 'recall at the threshold'), formatPercent(recall_at)],
        [say('임계값에서 F1', 'F1 at the threshold'), formatNumber(f1_at)],
        [say('양성 비율', 'share of positives'), formatPercent(base)],
      ],
      table: {
        columns: [say('임계값', 'threshold'), say('정밀도', 'precision'), say('재현율', 'recall')],
        rows: thresholds.map((score, i) => [
          formatNumber(score),
          formatNumber(precision[i] ?? 0, 3),
          formatNumber(recall[i] ?? 0, 3),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '임계값 0.3', en: 'threshold 0.3' }, change: () => ({ threshold: 0.3 }) },
    { label: { ko: '임계값 0.75', en: 'threshold 0.75' }, change: () => ({ threshold: 0.75 }) },
    {
      label: { ko: '점수가 낮은 음성 12개 더하기', en: 'add 12 low-scoring negatives' },
      change: ({ y, scores }) =>
        y.length > 488
          ? undefined
          : {
              y: [...y, ...Array.from({ length: 12 }, () => 0)],
              scores: [...scores, ...Array.from({ length: 12 }, (_, i) => i / 40)],
            },
    },
    {
      label: { ko: '점수가 높은 음성 4개 더하기', en: 'add 4 high-scoring negatives' },
      change: ({ y, scores }) =>
        y.length > 496 ? undefined : { y: [...y, 0, 0, 0, 0], scores: [...scores, 0.95, 0.85, 0.75, 0.65] },
    },
  ],
});
