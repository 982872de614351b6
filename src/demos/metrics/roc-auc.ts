import type { Colour, SingleChart } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { histogram } from '../../math/histogram.ts';
import { rocCurve, trapezoidArea, youden } from '../../math/roc-curve.ts';
import { argSort, extent } from '../../math/summary.ts';
import { sameLength, twoClasses } from '../checks.ts';
import { defineDemo, type Say } from '../demo.ts';
import { floats, ints } from '../parameters.ts';

/** Samples that get a bar each; more are counted in bins. */
const MAX_BARS = 30;
const BINS = 12;

/** How the scores of both classes are spread, with the best threshold. */
function scoresByClass(
  y: readonly number[],
  scores: readonly number[],
  threshold: number | null,
  say: Say,
): SingleChart {
  const names = { 0: say('음성 (0)', 'negative (0)'), 1: say('양성 (1)', 'positive (1)') };
  if (scores.length <= MAX_BARS) {
    const order = argSort(scores).reverse();
    const of = (label: 0 | 1, colour: Colour) => ({
      name: names[label],
      values: order.map((i) => (y[i] === label ? (scores[i] ?? 0) : null)),
      colour,
    });
    return {
      kind: 'bars',
      title: say('점수가 높은 순서로', 'In the order of the scores'),
      categories: order.map(String),
      x: { name: say('샘플 번호 (점선: 가장 큰 J의 임계값)', 'sample (dashed: threshold of the largest J)') },
      y: { name: say('점수', 'score') },
      stacked: true,
      figures: false,
      series: [of(1, 'vermillion'), of(0, 'blue')],
      marks: threshold === null ? [] : [{ axis: 'y', at: threshold, label: '', colour: 'green' }],
    };
  }
  const { min, max } = extent(scores);
  const of = (label: number) =>
    histogram(
      scores.filter((_, i) => y[i] === label),
      BINS,
      min,
      max,
    );
  return {
    kind: 'histogram',
    title: say('클래스별 점수', 'Scores by class'),
    x: { name: say('점수 (점선: 가장 큰 J의 임계값)', 'score (dashed: threshold of the largest J)') },
    y: { name: say('개수', 'count'), whole: true },
    edges: of(1).edges,
    series: [
      { name: names[0], counts: of(0).counts, colour: 'blue' },
      { name: names[1], counts: of(1).counts, colour: 'vermillion' },
    ],
    marks: threshold === null ? [] : [{ axis: 'x', at: threshold, label: '', colour: 'green' }],
  };
}

export const rocAuc = defineDemo({
  id: 'roc-auc',
  title: { ko: 'ROC 곡선과 AUC', en: 'ROC curve and AUC' },
  about: {
    ko: '서로 다른 점수마다 한 점을 찍는 scikit-learn의 roc_curve(drop_intermediate=False)이고, 넓이는 사다리꼴로 재요. AUC는 무작위 양성이 무작위 음성보다 높은 점수를 받을 확률이에요(동점은 절반).',
    en: 'One point for each distinct score, as roc_curve of scikit-learn with drop_intermediate=False; the area by trapezoids. AUC is the chance that a random positive scores above a random negative, ties counting half.',
  },
  parameters: {
    y: ints([0, 0, 1, 1, 0, 1, 0, 1], '2..500', '0..1'),
    scores: floats([0.1, 0.4, 0.35, 0.8, 0.2, 0.7, 0.5, 0.9], '2..500', '-1000000..1000000'),
  },
  results: { fpr: 'float[k]', tpr: 'float[k]', auc: 'float', best_threshold: 'float?', best_j: 'float' },
  run({ y, scores }) {
    sameLength('scores', scores, 'y', y);
    twoClasses('y', y);
    const curve = rocCurve(y, scores);
    const best = youden(curve);
    return {
      fpr: curve.fpr,
      tpr: curve.tpr,
      auc: trapezoidArea(curve.fpr, curve.tpr),
      best_threshold: curve.thresholds[best.at] ?? null,
      best_j: best.j,
    };
  },
  view({ y, scores }, { fpr, tpr, auc, best_threshold, best_j }, say) {
    const { thresholds } = rocCurve(y, scores);
    const best = youden({ fpr, tpr }).at;
    const chosen = best_threshold === null ? '–' : formatNumber(best_threshold);
    const few = fpr.length <= 60;
    return {
      chart: {
        kind: 'panels',
        title: say('ROC 곡선과 점수의 분포', 'ROC curve and the scores behind it'),
        panels: [
          {
            kind: 'xy',
            title: `AUC = ${formatNumber(auc)}`,
            x: { name: say('거짓 양성률 (FPR)', 'false positive rate'), min: 0, max: 1 },
            y: { name: say('참 양성률 (TPR)', 'true positive rate'), min: 0, max: 1 },
            series: [
              { name: 'ROC', x: fpr, y: tpr, look: few ? 'line-points' : 'line', colour: 'blue' },
              { name: say('찍기', 'chance'), x: [0, 1], y: [0, 1], look: 'dashed', colour: 'grey' },
              {
                name: say('가장 큰 J', 'largest J'),
                x: best_threshold === null ? [] : [fpr[best] ?? 0],
                y: best_threshold === null ? [] : [tpr[best] ?? 0],
                look: 'points',
                colour: 'green',
              },
            ],
          },
          scoresByClass(y, scores, best_threshold, say),
        ],
      },
      see:
        auc < 0.5
          ? say(
              `AUC ${formatNumber(auc)}: 순위가 찍기보다 나빠요. 흔한 까닭은 뒤집힌 레이블이나 점수이고, 점수를 뒤집으면 ${formatNumber(1 - auc)}, 곧 1 − AUC가 돼요.`,
              `AUC ${formatNumber(auc)}: the ranking is worse than chance, most often because labels or scores are flipped; inverted scores give 1 − AUC = ${formatNumber(1 - auc)}.`,
            )
          : say(
              `무작위 양성이 무작위 음성보다 높은 점수를 받을 확률이 ${formatPercent(auc)}예요. 임계값을 하나로 정하지 않고 순위만 재는 점수예요.`,
              `A random positive outranks a random negative with probability ${formatPercent(auc)}. The score rates the ranking alone, without fixing a threshold.`,
            ),
      numbers: [
        ['AUC', formatNumber(auc)],
        [say('J = TPR − FPR의 최댓값', 'largest J = TPR − FPR'), formatNumber(best_j)],
        [say('그때의 임계값', 'its threshold'), chosen],
        [
          say('양성 / 음성', 'positives / negatives'),
          `${y.filter((label) => label === 1).length} / ${y.filter((label) => label === 0).length}`,
        ],
      ],
      table: {
        columns: [say('임계값', 'threshold'), 'FPR', 'TPR', 'J'],
        rows: fpr.map((rate, i) => [
          thresholds[i] === undefined ? '∞' : formatNumber(thresholds[i]),
          ...[rate, tpr[i] ?? 0, (tpr[i] ?? 0) - rate].map((value) => formatNumber(value, 3)),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '점수 뒤집기', en: 'invert the scores' },
      change: ({ scores }) => ({ scores: scores.map((score) => -score) }),
    },
    {
      label: { ko: '점수의 순위만 남기기', en: 'keep only the ranks of the scores' },
      change: ({ scores }) => {
        const order = [...new Set(scores)].sort((a, b) => a - b);
        const ranked = scores.map((score) => order.indexOf(score));
        return ranked.every((rank, i) => rank === scores[i]) ? undefined : { scores: ranked };
      },
    },
    {
      label: { ko: '완벽한 점수', en: 'perfect scores' },
      change: ({ y }) => ({ scores: [...y] }),
    },
    {
      label: { ko: '모두 같은 점수', en: 'all scores equal' },
      change: ({ scores }) => ({ scores: scores.map(() => 0.5) }),
    },
  ],
});
