import { formatNumber, formatPercent } from '../../charts/number.ts';
import { drawNoise, leakedAndHonest } from '../../math/leaky-selection.ts';
import { mean } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { int } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';

export const dataLeakage = defineDemo({
  id: 'data-leakage',
  title: { ko: '테스트 오염(데이터 누수)', en: 'Data leakage through feature selection' },
  about: {
    ko: '특성은 모두 잡음이고 레이블도 무작위라 진짜 정확도는 50%예요. 레이블과 상관이 큰 특성을 전체 행으로 먼저 고른 뒤 교차 검증하는 것과, 폴드의 학습 행 안에서만 고르는 것을 비교해요(Hastie 외, ESL 7.10.2). 분류기는 가까운 클래스 평균이에요.',
    en: 'All features are noise and the labels random, so the true accuracy is 50%. Compares choosing the features most correlated with the label on all rows before cross-validating with choosing them inside each fold (Hastie et al., ESL 7.10.2); the classifier takes the nearest class mean.',
  },
  parameters: {
    n: int(40, '20..100'),
    features: int(500, '50..1000'),
    select: int(10, '1..20'),
    k: int(5, '2..10'),
    repeats: int(3, '1..5'),
    seed: seed(),
  },
  results: { leaked_accuracy: 'float', honest_accuracy: 'float' },
  run({ n, features, select, k, repeats }, random) {
    const trials = range(repeats).map(() => leakedAndHonest(drawNoise(n, features, random), select, k));
    return {
      leaked_accuracy: mean(trials.map((one) => one.leaked)),
      honest_accuracy: mean(trials.map((one) => one.honest)),
    };
  },
  view({ n, features, select, k, repeats }, { leaked_accuracy, honest_accuracy }, say) {
    const gap = (leaked_accuracy - honest_accuracy) * 100;
    return {
      chart: {
        kind: 'bars',
        title: say('특성을 언제 고르느냐에 따른 정확도', 'Accuracy by when the features are chosen'),
        subtitle: say(
          `잡음 특성 ${features}개 가운데 ${select}개, ${n}행, ${k}겹, ${repeats}번 평균`,
          `${select} of ${features} noise features, ${countOf(n, 'row')}, ${countOf(k, 'fold')}, mean of ${countOf(repeats, 'run')}`,
        ),
        categories: [
          `${say('교차 검증 전에, 전체 행으로', 'before the folds, on all rows')}: ${formatPercent(leaked_accuracy)}`,
          `${say('폴드 안에서, 학습 행으로만', 'inside each fold, on training rows')}: ${formatPercent(honest_accuracy)}`,
        ],
        x: { name: say('특성을 고르는 때', 'when the features are chosen') },
        y: { name: say('교차 검증 정확도', 'cross-validated accuracy'), min: 0, max: 1 },
        series: [
          {
            name: say('정확도', 'accuracy'),
            values: [leaked_accuracy, honest_accuracy],
            colour: 'vermillion',
          },
        ],
        chosen: [0],
        // Figures at the bars would meet the line of chance.
        figures: false,
        marks: [{ axis: 'y', at: 0.5, label: say('찍기 50%', 'chance 50%'), colour: 'black' }],
      },
      see: say(
        `배울 것이 없는 잡음인데도 미리 고르면 ${formatPercent(leaked_accuracy)}가 나와요. 폴드 안에서 고르면 ${formatPercent(honest_accuracy)}예요. 전처리와 특성 선택도 파이프라인에 넣어 학습 부분에서만 맞춰야 해요.`,
        `There is nothing to learn, yet choosing first gives ${formatPercent(leaked_accuracy)}; choosing inside the folds gives ${formatPercent(honest_accuracy)}. Put selection and preprocessing into the pipeline and fit them on training rows only.`,
      ),
      numbers: [
        [say('새는 정확도', 'leaked accuracy'), formatPercent(leaked_accuracy)],
        [say('정직한 정확도', 'honest accuracy'), formatPercent(honest_accuracy)],
        [say('부풀려진 만큼', 'inflated by'), `${formatNumber(gap, 3)} ${say('%p', 'points')}`],
      ],
    };
  },
  variations: [
    otherSeed,
    { label: { ko: '특성 50개', en: '50 features' }, change: () => ({ features: 50 }) },
    { label: { ko: '특성 1000개', en: '1000 features' }, change: () => ({ features: 1000 }) },
    { label: { ko: '행 100개', en: '100 rows' }, change: () => ({ n: 100 }) },
    { label: { ko: '특성 하나만 고르기', en: 'choose one feature' }, change: () => ({ select: 1 }) },
  ],
});
