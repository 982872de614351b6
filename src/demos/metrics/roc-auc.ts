import type { SingleChart } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { rocCurve, trapezoidArea, youden } from '../../math/roc-curve.ts';
import { sameLength, twoClasses } from '../checks.ts';
import { defineDemo, type Say } from '../demo.ts';
import { floats, ints } from '../parameters.ts';

/** The scores of both classes on two lines, with the threshold between them. */
function scoresByClass(
  y: readonly number[],
  scores: readonly number[],
  threshold: number | null,
  say: Say,
): SingleChart {
  const of = (label: number): number[] => scores.filter((_, i) => y[i] === label);
  const line = (label: number, name: string, colour: 'blue' | 'vermillion') => ({
    name,
    x: of(label),
    y: of(label).map(() => label),
    look: 'points' as const,
    colour,
  });
  return {
    kind: 'xy',
    title: say('클래스별 점수', 'Scores by class'),
    x: { name: say('점수', 'score') },
    y: { name: say('정답', 'true class'), min: -0.5, max: 1.5, whole: true },
    series: [
      line(1, say('양성 (1)', 'positive (1)'), 'vermillion'),
      line(0, say('음성 (0)', 'negative (0)'), 'blue'),
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
              `AUC ${formatNumber(auc)}: 순위가 찍기보다 나빠요. 흔한 까닭은 뒤집힌 라벨이나 점수이고, 점수를 뒤집으면 ${formatNumber(1 - auc)}, 곧 1 − AUC가 돼요.`,
              `AUC ${formatNumber(auc)}: the ranking is worse than chance, most often because labels or scores are flipped; inverted scores give 1 − AUC = ${formatNumber(1 - auc)}.`,
            )
          : say(
              `무작위 양성이 무작위 음성보다 높은 점수를 받을 확률이 ${formatPercent(auc)}예요. 임곗값을 하나로 정하지 않고 순위만 재는 점수예요.`,
              `A random positive outranks a random negative with probability ${formatPercent(auc)}. The score rates the ranking alone, without fixing a threshold.`,
            ),
      numbers: [
        ['AUC', formatNumber(auc)],
        [say('J = TPR − FPR의 최댓값', 'largest J = TPR − FPR'), formatNumber(best_j)],
        [say('그때의 임곗값', 'its threshold'), chosen],
        [
          say('양성 / 음성', 'positives / negatives'),
          `${y.filter((label) => label === 1).length} / ${y.filter((label) => label === 0).length}`,
        ],
      ],
      table: {
        columns: [say('임곗값', 'threshold'), 'FPR', 'TPR', 'J'],
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
