import { formatNumber, formatPercent } from '../../charts/number.ts';
import { defineDemo } from '../demo.ts';
import { float, int } from '../parameters.ts';

const MOST = 1_000_000;

interface Counts {
  /** Expected true positives and false positives; not whole in general. */
  readonly hits: number;
  readonly falseAlarms: number;
  readonly positives: number;
  readonly negatives: number;
}

/** Scores from expected counts; 0/0 counts as 0. */
function scoresOf({ hits, falseAlarms, positives, negatives }: Counts) {
  const called = hits + falseAlarms;
  const recall = hits / positives;
  return {
    accuracy: (hits + negatives - falseAlarms) / (positives + negatives),
    precision: called === 0 ? 0 : hits / called,
    recall,
    f1: (2 * hits) / (called + positives),
    balanced: (recall + (negatives - falseAlarms) / negatives) / 2,
  };
}

/** The larger class for everyone, the negative one on a tie. */
function majorityScores(positives: number, negatives: number) {
  const always = positives > negatives;
  return scoresOf({
    hits: always ? positives : 0,
    falseAlarms: always ? negatives : 0,
    positives,
    negatives,
  });
}

export const imbalanceTrap = defineDemo({
  id: 'imbalance-trap',
  title: { ko: '불균형 데이터의 정확도 함정', en: 'The accuracy trap on imbalanced data' },
  about: {
    ko: '늘 큰 클래스라고 답하는 규칙과, 참 양성률·거짓 양성률이 정해진 모델을 기댓값으로 견줘요. 클래스 가중치는 scikit-learn의 balanced, n/(2·n_c)예요.',
    en: 'Compares the rule that always answers the larger class with a model of given true and false positive rates, in expected counts. Class weights are "balanced" as in scikit-learn, n/(2·n_c).',
  },
  parameters: {
    negatives: int(990, '1..1000000'),
    positives: int(10, '1..1000000'),
    tpr: float(0.8, '0..1'),
    fpr: float(0.05, '0..1'),
  },
  results: {
    majority_accuracy: 'float',
    majority_recall: 'float',
    accuracy: 'float',
    precision: 'float',
    recall: 'float',
    f1: 'float',
    balanced_accuracy: 'float',
    class_weight: 'float[2]',
  },
  run({ negatives, positives, tpr, fpr }) {
    const majority = majorityScores(positives, negatives);
    const model = scoresOf({ hits: tpr * positives, falseAlarms: fpr * negatives, positives, negatives });
    const n = negatives + positives;
    return {
      majority_accuracy: majority.accuracy,
      majority_recall: majority.recall,
      accuracy: model.accuracy,
      precision: model.precision,
      recall: tpr,
      f1: model.f1,
      balanced_accuracy: (tpr + 1 - fpr) / 2,
      class_weight: [n / (2 * negatives), n / (2 * positives)],
    };
  },
  view({ negatives, positives }, results, say) {
    const { majority_accuracy, accuracy, precision, recall, f1, balanced_accuracy, class_weight } = results;
    const majority = majorityScores(positives, negatives);
    const beaten = accuracy < majority_accuracy;
    return {
      chart: {
        kind: 'bars',
        title: say('같은 데이터, 다른 점수', 'Same data, different scores'),
        subtitle: say(
          `음성 ${formatNumber(negatives)}개, 양성 ${formatNumber(positives)}개`,
          `negatives: ${formatNumber(negatives)}, positives: ${formatNumber(positives)}`,
        ),
        categories: [
          say('정확도', 'accuracy'),
          say('정밀도', 'precision'),
          say('재현율', 'recall'),
          'F1',
          say('균형 정확도', 'balanced accuracy'),
        ],
        x: { name: '' },
        y: { name: say('점수', 'score'), min: 0, max: 1 },
        series: [
          {
            name: say('늘 큰 클래스라고 답하기', 'always the larger class'),
            values: [majority.accuracy, majority.precision, majority.recall, majority.f1, majority.balanced],
            colour: 'grey',
          },
          {
            name: say('모델', 'model'),
            values: [accuracy, precision, recall, f1, balanced_accuracy],
            colour: 'blue',
          },
        ],
      },
      see: beaten
        ? say(
            `정확도만 보면 아무것도 배우지 않은 규칙(${formatPercent(majority_accuracy, 4)})이 모델(${formatPercent(accuracy, 4)})을 이겨요. 두 클래스를 똑같이 보는 균형 정확도로는 규칙 50%, 모델 ${formatPercent(balanced_accuracy)}예요.`,
            `By accuracy a rule that learned nothing (${formatPercent(majority_accuracy, 4)}) beats the model (${formatPercent(accuracy, 4)}), while balanced accuracy, which counts both classes alike, says 50% for the rule and ${formatPercent(balanced_accuracy)} for the model.`,
          )
        : say(
            `정확도는 모델 ${formatPercent(accuracy, 4)}, 규칙 ${formatPercent(majority_accuracy, 4)}예요. 양성이라고 한 것 가운데 맞는 비율(정밀도)은 ${formatPercent(precision)}이므로 함께 봐야 해요.`,
            `Accuracy is ${formatPercent(accuracy, 4)} for the model and ${formatPercent(majority_accuracy, 4)} for the rule; of what the model calls positive, ${formatPercent(precision)} is right (precision), so look at both.`,
          ),
      numbers: [
        [say('규칙의 정확도', 'accuracy of the rule'), formatPercent(majority_accuracy, 4)],
        [say('모델의 정확도', 'accuracy of the model'), formatPercent(accuracy, 4)],
        [say('모델의 정밀도', 'precision of the model'), formatPercent(precision)],
        [say('모델의 F1', 'F1 of the model'), formatNumber(f1)],
        [say('균형 정확도', 'balanced accuracy'), formatPercent(balanced_accuracy)],
        [
          say('클래스 가중치 (음성, 양성)', 'class weights (negative, positive)'),
          class_weight.map((weight) => formatNumber(weight)).join(', '),
        ],
      ],
    };
  },
  variations: [
    {
      label: { ko: '음성 × 10', en: 'negatives × 10' },
      change: ({ negatives }) => (negatives * 10 <= MOST ? { negatives: negatives * 10 } : undefined),
    },
    {
      label: { ko: '균형 데이터', en: 'balanced data' },
      change: ({ negatives, positives }) => (negatives === positives ? undefined : { positives: negatives }),
    },
    {
      label: { ko: '거짓 양성률 ÷ 10', en: 'false positive rate ÷ 10' },
      change: ({ fpr }) => (fpr > 0 ? { fpr: fpr / 10 } : undefined),
    },
    {
      label: { ko: '모두 양성이라고 답하는 모델', en: 'model that calls everything positive' },
      change: () => ({ tpr: 1, fpr: 1 }),
    },
  ],
});
