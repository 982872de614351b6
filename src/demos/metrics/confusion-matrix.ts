import { formatNumber, formatPercent } from '../../charts/number.ts';
import { distinct, sum } from '../../math/summary.ts';
import { sameLength } from '../checks.ts';
import { defineDemo } from '../demo.ts';
import { float, ints } from '../parameters.ts';

/** 0/0 counts as 0 (scikit-learn's zero_division default, without its warning). */
function ratio(top: number, bottom: number): number {
  return bottom === 0 ? 0 : top / bottom;
}

function fBeta(precision: number, recall: number, beta: number): number {
  return ratio((1 + beta ** 2) * precision * recall, beta ** 2 * precision + recall);
}

export const confusionMatrix = defineDemo({
  id: 'confusion-matrix',
  title: { ko: '오차 행렬과 정밀도·재현율·F-β', en: 'Confusion matrix and its scores' },
  about: {
    ko: '행은 실제, 열은 예측이에요. scikit-learn의 정의를 따르고 0/0은 0으로 세요.',
    en: 'Rows are the truth, columns the predictions; definitions as in scikit-learn, with 0/0 counted as 0.',
  },
  parameters: {
    y_true: ints([1, 0, 1, 1, 0, 1, 0, 0], '1..500', '0..50'),
    y_pred: ints([1, 0, 0, 1, 0, 1, 1, 0], '1..500', '0..50'),
    beta: float(1, '0.01..100'),
  },
  results: {
    labels: 'int[k]',
    matrix: 'int[k][k]',
    accuracy: 'float',
    precision: 'float[k]',
    recall: 'float[k]',
    f_beta: 'float[k]',
    support: 'int[k]',
    macro: 'float[3]',
    micro: 'float[3]',
    weighted: 'float[3]',
    balanced_accuracy: 'float',
  },
  run({ y_true, y_pred, beta }) {
    sameLength('y_pred', y_pred, 'y_true', y_true);
    const labels = distinct([...y_true, ...y_pred]);
    const place = new Map(labels.map((label, index) => [label, index]));
    const matrix = labels.map(() => labels.map(() => 0));
    y_true.forEach((truth, i) => {
      const row = matrix[place.get(truth) ?? 0];
      const column = place.get(y_pred[i] ?? 0) ?? 0;
      if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
    });
    const n = y_true.length;
    const hits = labels.map((_, k) => matrix[k]?.[k] ?? 0);
    const support = matrix.map((row) => sum(row));
    const predicted = labels.map((_, k) => sum(matrix.map((row) => row[k] ?? 0)));
    const precision = hits.map((hit, k) => ratio(hit, predicted[k] ?? 0));
    const recall = hits.map((hit, k) => ratio(hit, support[k] ?? 0));
    const f_beta = precision.map((value, k) => fBeta(value, recall[k] ?? 0, beta));
    const accuracy = sum(hits) / n;
    const averaged = (weights: readonly number[]): number[] =>
      [precision, recall, f_beta].map((scores) =>
        ratio(sum(scores.map((score, k) => score * (weights[k] ?? 0))), sum(weights)),
      );
    const present = recall.filter((_, k) => (support[k] ?? 0) > 0);
    return {
      labels,
      matrix,
      accuracy,
      precision,
      recall,
      f_beta,
      support,
      macro: averaged(labels.map(() => 1)),
      micro: [accuracy, accuracy, fBeta(accuracy, accuracy, beta)],
      weighted: averaged(support),
      balanced_accuracy: sum(present) / present.length,
    };
  },
  view({ beta }, { labels, matrix, accuracy, precision, recall, f_beta, support, macro }, say) {
    const names = labels.map(String);
    const weakest = recall.indexOf(Math.min(...recall.filter((_, k) => (support[k] ?? 0) > 0)));
    return {
      chart: {
        kind: 'matrix',
        title: say('오차 행렬', 'Confusion matrix'),
        subtitle: say(`정확도 ${formatPercent(accuracy)}`, `accuracy ${formatPercent(accuracy)}`),
        x: { name: say('예측', 'predicted') },
        y: { name: say('실제', 'actual') },
        columns: names,
        rows: names,
        values: matrix,
        scale: 'sequential',
        value: say('개수', 'count'),
      },
      see: say(
        `대각선이 맞힌 것이에요. 클래스 ${labels[weakest] ?? 0}의 재현율이 ${formatPercent(recall[weakest] ?? 0)}로 가장 낮아요.`,
        `The diagonal holds the hits. Class ${labels[weakest] ?? 0} has the lowest recall, ${formatPercent(recall[weakest] ?? 0)}.`,
      ),
      numbers: [
        [say('정확도', 'accuracy'), formatPercent(accuracy)],
        [say('매크로 정밀도', 'macro precision'), formatNumber(macro[0] ?? 0)],
        [say('매크로 재현율', 'macro recall'), formatNumber(macro[1] ?? 0)],
        [say(`매크로 F${formatNumber(beta)}`, `macro F${formatNumber(beta)}`), formatNumber(macro[2] ?? 0)],
      ],
      table: {
        columns: [
          say('클래스', 'class'),
          say('정밀도', 'precision'),
          say('재현율', 'recall'),
          `F${formatNumber(beta)}`,
          say('개수', 'support'),
        ],
        rows: labels.map((label, k) => [
          String(label),
          ...[precision[k] ?? 0, recall[k] ?? 0, f_beta[k] ?? 0].map((value) => formatNumber(value)),
          String(support[k] ?? 0),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: 'F2 (재현율을 더 중히)', en: 'F2 (recall counts more)' }, change: () => ({ beta: 2 }) },
    {
      label: { ko: 'F0.5 (정밀도를 더 중히)', en: 'F0.5 (precision counts more)' },
      change: () => ({ beta: 0.5 }),
    },
  ],
});
