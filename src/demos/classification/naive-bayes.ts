import { formatNumber, formatPercent } from '../../charts/number.ts';
import { naiveBayes as posteriorOf } from '../../math/naive-bayes.ts';
import { softmax } from '../../math/softmax.ts';
import { argMax, distinct } from '../../math/summary.ts';
import { sameLength } from '../checks.ts';
import { defineDemo, refuse } from '../demo.ts';
import { choice, float, floats, ints, matrix } from '../parameters.ts';
import { colourAt } from './points.ts';
import { fitsColumns } from './query.ts';

/** Log joints closer to one another than this are a tie that rounding broke. */
const TIE = 1e-12;

export const naiveBayes = defineDemo({
  id: 'naive-bayes',
  title: { ko: '나이브 베이즈(가우시안·베르누이·다항)', en: 'Naive Bayes' },
  about: {
    ko: '클래스 안에서 특성이 서로 독립이라고 보고 로그 가능도를 더해요: ln P(c) + Σ ln P(x_j | c)는 사후 확률의 로그에 상수만큼만 달라요(∝). scikit-learn의 GaussianNB, BernoulliNB, MultinomialNB 관례예요.',
    en: "Takes features as independent within a class and adds their log likelihoods; ln P(c) + Σ ln P(x_j | c) is the log posterior up to a constant. Conventions of scikit-learn's GaussianNB, BernoulliNB and MultinomialNB.",
  },
  parameters: {
    kind: choice(['gaussian', 'bernoulli', 'multinomial'], 'gaussian'),
    x: matrix(
      [
        [1, 2],
        [2, 1],
        [1, 1],
        [5, 6],
        [6, 5],
        [6, 6],
      ],
      '2..200',
      '1..10',
      '-1000..1000',
    ),
    y: ints([0, 0, 0, 1, 1, 1], '2..200', '0..20'),
    query: floats([2, 2], '1..10', '-1000..1000'),
    alpha: float(1, '0.0001..100'),
  },
  results: {
    classes: 'int[k]',
    prior: 'float[k]',
    log_joint: 'float[k]',
    posterior: 'float[k]',
    prediction: 'int',
  },
  run({ kind, x, y, query, alpha }) {
    sameLength('y', y, 'x', x);
    fitsColumns(query, x);
    if (kind === 'gaussian' && x.every((row) => row.every((value, j) => value === x[0]?.[j])))
      refuse(
        'x',
        '모든 특성이 상수이면 가우시안의 분산이 0이라 계산할 수 없어요.',
        'must not have all features constant: the variances of the Gaussians would be 0.',
      );
    if (kind === 'multinomial') {
      const negative = (values: readonly number[]): boolean => values.some((value) => value < 0);
      if (x.some(negative))
        refuse('x', '다항 모델에서는 0 이상이어야 해요.', 'must be 0 or more for multinomial.');
      if (negative(query))
        refuse('query', '다항 모델에서는 0 이상이어야 해요.', 'must be 0 or more for multinomial.');
    }
    const classes = distinct(y);
    const { prior, logLikelihood } = posteriorOf(kind, x, y, classes, query, alpha);
    const log_joint = logLikelihood.map((value, k) => Math.log(prior[k] ?? 0) + value);
    const most = Math.max(...log_joint);
    return {
      classes,
      prior,
      log_joint,
      posterior: softmax(log_joint),
      prediction:
        classes[log_joint.findIndex((value) => value >= most - TIE * Math.max(1, Math.abs(most)))] ?? 0,
    };
  },
  view({ kind, query, alpha }, { classes, prior, log_joint, posterior, prediction }, say) {
    const winner = classes.indexOf(prediction);
    const rival = argMax(log_joint.map((value, k) => (k === winner ? Number.NEGATIVE_INFINITY : value)));
    const gap = (log_joint[winner] ?? 0) - (log_joint[rival] ?? 0);
    const names = {
      gaussian: say('가우시안', 'Gaussian'),
      bernoulli: say('베르누이', 'Bernoulli'),
      multinomial: say('다항', 'multinomial'),
    };
    return {
      chart: {
        kind: 'bars',
        title: say('클래스의 사전·사후 확률', 'Prior and posterior of the classes'),
        subtitle: say(
          `${names[kind]} 나이브 베이즈, 질의 (${query.map((value) => formatNumber(value)).join(', ')})`,
          `${names[kind]} naive Bayes, query (${query.map((value) => formatNumber(value)).join(', ')})`,
        ),
        categories: classes.map((label) => say(`클래스 ${label}`, `class ${label}`)),
        x: { name: '' },
        y: { name: say('확률', 'probability'), min: 0, max: 1 },
        series: [
          { name: say('사전', 'prior'), values: prior, colour: 'grey' },
          { name: say('사후', 'posterior'), values: posterior, colour: colourAt(0) },
        ],
      },
      see:
        classes.length === 1
          ? say(
              `클래스가 ${prediction} 하나뿐이라 질의가 무엇이든 사후 확률이 1이에요. 비교할 클래스를 y에 더해 보세요.`,
              `There is only class ${prediction}, so the posterior is 1 whatever the query; add another class to y.`,
            )
          : say(
              `클래스 ${prediction}의 사후 확률이 ${formatPercent(posterior[winner] ?? 0, 4)}예요. 로그 결합 확률이 다음 클래스(${classes[rival] ?? 0})보다 ${formatNumber(gap)}만큼 커요. 서로 관련된 특성도 독립인 증거로 세므로 확률이 극단으로 치우치기 쉬워요.`,
              `Class ${prediction} has a posterior of ${formatPercent(posterior[winner] ?? 0, 4)}; its log joint is ${formatNumber(gap)} above that of the next class (${classes[rival] ?? 0}). Related features count as independent evidence, so the probabilities tend to be extreme.`,
            ),
      numbers: [
        [say('예측', 'prediction'), String(prediction)],
        [say('사후 확률', 'posterior'), formatNumber(posterior[winner] ?? 0)],
        [say('로그 결합 확률', 'log joint'), formatNumber(log_joint[winner] ?? 0)],
        ...(kind === 'gaussian' ? [] : [[say('평활 알파', 'smoothing alpha'), formatNumber(alpha)] as const]),
      ],
      table: {
        columns: [
          say('클래스', 'class'),
          say('사전', 'prior'),
          say('로그 결합', 'log joint'),
          say('사후', 'posterior'),
        ],
        rows: classes.map((label, k) => [
          String(label),
          ...[prior, log_joint, posterior].map((values) => formatNumber(values[k] ?? 0)),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '베르누이로', en: 'Bernoulli' },
      change: ({ kind }) => (kind === 'bernoulli' ? undefined : { kind: 'bernoulli' }),
    },
    {
      label: { ko: '다항으로', en: 'multinomial' },
      change: ({ kind, x, query }) =>
        kind === 'multinomial' || [...x, query].some((row) => row.some((value) => value < 0))
          ? undefined
          : { kind: 'multinomial' },
    },
    {
      label: { ko: '가우시안으로', en: 'Gaussian' },
      change: ({ kind }) => (kind === 'gaussian' ? undefined : { kind: 'gaussian' }),
    },
    {
      label: { ko: '질의를 두 무리 사이로', en: 'query between the groups' },
      change: ({ x, query }) => ({
        query: query.map((_, j) => x.reduce((total, row) => total + (row[j] ?? 0), 0) / x.length),
      }),
    },
    {
      label: { ko: '알파 0.01 (평활 약하게)', en: 'alpha 0.01 (less smoothing)' },
      change: ({ kind }) => (kind === 'gaussian' ? undefined : { alpha: 0.01 }),
    },
  ],
});
