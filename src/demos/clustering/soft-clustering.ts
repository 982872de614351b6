import { formatList, formatNumber } from '../../charts/number.ts';
import { expectation, maximisation } from '../../math/gaussian-mixture-1d.ts';
import { argMax, argSort, extent } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { sameLength, sumsToOne } from '../checks.ts';
import { colourAt } from '../classification/points.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { floats } from '../parameters.ts';

export const softClustering = defineDemo({
  id: 'soft-clustering',
  title: { ko: '소프트 군집(가우시안 혼합의 책임도)', en: 'Soft clustering with a Gaussian mixture' },
  about: {
    ko: '점마다 각 가우시안이 만들었을 확률(책임도) w_j·N(x; m_j, s_j)를 합이 1이 되게 나눠요. 이것이 EM의 E 단계이고, 이어서 M 단계로 평균과 가중치를 한 번 갱신해요.',
    en: 'Gives each point a share in every Gaussian, w_j·N(x; m_j, s_j) over their sum (the responsibility, the E step of EM), then updates means and weights by one M step.',
  },
  parameters: {
    x: floats([1, 2, 3, 6, 7, 8], '1..200', '-10000..10000'),
    means: floats([2, 7], '1..6', '-10000..10000'),
    sds: floats([1, 1.5], '1..6', '0.001..10000'),
    weights: floats([0.5, 0.5], '1..6', '0<..1'),
  },
  results: {
    responsibility: 'float[n][k]',
    labels: 'int[n]',
    log_likelihood: 'float',
    updated_means: 'float[k]',
    updated_weights: 'float[k]',
  },
  run({ x, means, sds, weights }) {
    sameLength('sds', sds, 'means', means);
    sameLength('weights', weights, 'means', means);
    sumsToOne('weights', weights);
    const step = expectation(
      x,
      means.map((mean, j) => ({ mean, sd: sds[j] ?? 1, weight: weights[j] ?? 0 })),
    );
    const updated = maximisation(x, step, means.length);
    return {
      responsibility: step.responsibility,
      labels: step.responsibility.map(argMax),
      log_likelihood: step.logLikelihood,
      updated_means: updated.means,
      updated_weights: updated.weights,
    };
  },
  view({ x, means }, { responsibility, labels, log_likelihood, updated_means, updated_weights }, say) {
    const order = argSort(x);
    const sure = responsibility.map((row) => extent(row).max);
    const torn = sure.indexOf(Math.min(...sure));
    const groups = range(means.length);
    return {
      chart: {
        kind: 'bars',
        title: say('점마다의 책임도', 'Responsibilities of each point'),
        subtitle: say(
          `로그 가능도 ${formatNumber(log_likelihood)}, x가 작은 점부터`,
          `log likelihood ${formatNumber(log_likelihood)}, in ascending order of x`,
        ),
        categories: order.map((i) => formatNumber(x[i] ?? 0)),
        x: { name: 'x' },
        y: { name: say('책임도', 'responsibility'), min: 0, max: 1 },
        stacked: true,
        series: groups.map((j) => ({
          name: say(
            `성분 ${j} (평균 ${formatNumber(means[j] ?? 0)})`,
            `component ${j} (mean ${formatNumber(means[j] ?? 0)})`,
          ),
          values: order.map((i) => responsibility[i]?.[j] ?? 0),
          colour: colourAt(j),
        })),
      },
      see:
        means.length === 1
          ? say(
              `성분이 하나라 책임도가 모두 1이에요. M 단계는 평균을 ${formatNumber(means[0] ?? 0)}에서 표본 평균 ${withJosa(formatNumber(updated_means[0] ?? 0), '으로/로')} 옮겨요.`,
              `With one component every responsibility is 1; the M step moves its mean from ${formatNumber(means[0] ?? 0)} to the sample mean, ${formatNumber(updated_means[0] ?? 0)}.`,
            )
          : say(
              `가장 애매한 점은 x = ${formatNumber(x[torn] ?? 0)}이고, 성분 ${labels[torn] ?? 0}의 책임도가 ${withJosa(formatNumber(sure[torn] ?? 0), '이에요/예요')}. K-평균이라면 한쪽에 통째로 넣었을 점이에요. M 단계는 평균을 ${withJosa(formatList(updated_means, 6), '으로/로')} 옮겨요.`,
              `The point in most doubt is x = ${formatNumber(x[torn] ?? 0)}, of which component ${labels[torn] ?? 0} takes ${formatNumber(sure[torn] ?? 0)}; k-means would give it away whole. The M step moves the means to ${formatList(updated_means, 6)}.`,
            ),
      numbers: [
        [say('로그 가능도', 'log likelihood'), formatNumber(log_likelihood)],
        [say('갱신된 평균', 'updated means'), formatList(updated_means, 6)],
        [say('갱신된 가중치', 'updated weights'), formatList(updated_weights, 6)],
      ],
      table: {
        columns: ['x', ...groups.map((j) => say(`성분 ${j}`, `component ${j}`)), say('레이블', 'label')],
        rows: x.map((value, i) => [
          formatNumber(value),
          ...(responsibility[i] ?? []).map((one) => formatNumber(one, 3)),
          String(labels[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '갱신된 값으로 한 번 더 (EM)', en: 'once more from the updates (EM)' },
      change: ({ x, means, sds, weights }) => {
        const step = expectation(
          x,
          means.map((mean, j) => ({ mean, sd: sds[j] ?? 1, weight: weights[j] ?? 0 })),
        );
        const next = maximisation(x, step, means.length);
        return next.weights.every((weight) => weight > 0) ? next : undefined;
      },
    },
    {
      label: { ko: '표준편차 × 3', en: 'standard deviations × 3' },
      change: ({ sds }) => (sds.every((sd) => sd <= 3333) ? { sds: sds.map((sd) => sd * 3) } : undefined),
    },
    {
      label: { ko: '첫 성분의 가중치 0.9', en: 'weight 0.9 for the first' },
      change: ({ weights }) =>
        weights.length < 2
          ? undefined
          : { weights: weights.map((_, j) => (j === 0 ? 0.9 : 0.1 / (weights.length - 1))) },
    },
  ],
});
