import { formatNumber, formatPercent } from '../../charts/number.ts';
import { leastSquares } from '../../math/decomposition.ts';
import { rmse } from '../../math/rmse.ts';
import { argMin, mean } from '../../math/summary.ts';
import { column, multiply, range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { floats, matrix } from '../parameters.ts';

export const stacking = defineDemo({
  id: 'stacking',
  title: { ko: '스태킹', en: 'Stacking' },
  about: {
    ko: '열은 기반 모델의 예측이에요. 메타 모델은 절편 없는 최소제곱으로 예측들의 가중치를 배워요(Wolpert 1992). 실제로는 교차 검증에서 나온 예측(out-of-fold)을 넣어야 새지 않아요.',
    en: 'Columns are predictions of base models; the meta-model learns their weights by least squares without intercept (Wolpert 1992). In practice feed it out-of-fold predictions, or it leaks.',
  },
  parameters: {
    p: matrix(
      [
        [1.1, 0.8],
        [2.2, 1.9],
        [2.8, 3.3],
        [4.1, 3.9],
        [5.2, 4.8],
      ],
      '3..200',
      '2..6',
      '-100000..100000',
    ),
    y: floats([1, 2, 3, 4, 5], '3..200', '-100000..100000'),
  },
  results: {
    weights: 'float[m]',
    mse: 'float[m]',
    mse_average: 'float',
    mse_stacked: 'float',
    prediction: 'float[n]',
  },
  run({ p, y }) {
    sameLength('y', y, 'p', p);
    const weights = leastSquares(p, y);
    if (weights === undefined)
      return refuse(
        'p',
        '열들이 서로 종속이거나 행보다 많아서 가중치를 정할 수 없어요.',
        'has columns that depend on one another, or more columns than rows, so the weights are not determined.',
      );
    const prediction = multiply(p, weights);
    return {
      weights,
      mse: range(weights.length).map((model) => rmse(column(p, model), y) ** 2),
      mse_average: rmse(p.map(mean), y) ** 2,
      mse_stacked: rmse(prediction, y) ** 2,
      prediction,
    };
  },
  view({ y }, { weights, mse, mse_average, mse_stacked }, say) {
    const best = argMin(mse);
    const bestMse = mse[best] ?? 0;
    const saved = bestMse > 0 ? 1 - mse_stacked / bestMse : 0;
    const names = mse.map((_, i) => say(`모델 ${i}`, `model ${i}`));
    return {
      chart: {
        kind: 'bars',
        title: say('모델별 오차', 'Error of each model'),
        subtitle: say(
          `샘플 ${y.length}개, 모델 ${mse.length}개`,
          `${countOf(y.length, 'sample')}, ${countOf(mse.length, 'model')}`,
        ),
        categories: [...names, say('단순 평균', 'plain mean'), say('스태킹', 'stacking')],
        x: { name: say('모델', 'model') },
        y: { name: 'MSE', min: 0 },
        series: [{ name: 'MSE', values: [...mse, mse_average, mse_stacked] }],
        chosen: [mse.length + 1],
      },
      see: say(
        `스태킹의 MSE(${formatNumber(mse_stacked)})는 가장 나은 모델 ${best}(${formatNumber(bestMse)})보다 ${formatPercent(saved)} 작아요. 같은 데이터로 가중치를 배웠으니 여기서는 질 수가 없고, 평가는 따로 떼어 둔 데이터로 해야 해요.`,
        `Stacking has an MSE of ${formatNumber(mse_stacked)}, ${formatPercent(saved)} less than the best model (${best}: ${formatNumber(bestMse)}). Its weights were learned on these very rows, so it cannot lose here; judge it on held-out data.`,
      ),
      numbers: [
        [say('가중치', 'weights'), weights.map((value) => formatNumber(value, 3)).join(', ')],
        [say('가장 나은 모델의 MSE', 'MSE of the best model'), formatNumber(bestMse)],
        [say('단순 평균의 MSE', 'MSE of the plain mean'), formatNumber(mse_average)],
        [say('스태킹의 MSE', 'MSE of stacking'), formatNumber(mse_stacked)],
      ],
      table: {
        columns: [say('모델', 'model'), say('가중치', 'weight'), 'MSE'],
        rows: weights.map((weight, i) => [names[i] ?? '', formatNumber(weight), formatNumber(mse[i] ?? 0)]),
      },
    };
  },
  variations: [
    {
      label: { ko: '치우친 모델 하나 더하기', en: 'add a biased model' },
      change: ({ p, y }) =>
        (p[0]?.length ?? 0) < 6 ? { p: p.map((row, i) => [...row, ((y[i] ?? 0) + 3) * 0.8]) } : undefined,
    },
    {
      label: { ko: '첫 모델의 오차 × 5', en: "first model's errors × 5" },
      change: ({ p, y }) => ({
        p: p.map((row, i) =>
          row.map((value, j) => (j === 0 ? (y[i] ?? 0) + 5 * (value - (y[i] ?? 0)) : value)),
        ),
      }),
    },
    {
      label: { ko: '첫 모델의 예측 × 2', en: "first model's predictions × 2" },
      change: ({ p }) => ({ p: p.map((row) => row.map((value, j) => (j === 0 ? value * 2 : value))) }),
    },
  ],
});
