import { formatNumber, formatPercent } from '../../charts/number.ts';
import { regressionScores } from '../../math/regression-scores.ts';
import { argMax, mean } from '../../math/summary.ts';
import { sameLength } from '../checks.ts';
import { defineDemo } from '../demo.ts';
import { floats } from '../parameters.ts';

const LIMIT = 1e9;

/** Changed predictions, unless they leave the limits or nothing changes. */
function predictions(before: readonly number[], after: readonly number[]): { y_hat: number[] } | undefined {
  const fits = after.every((value) => Math.abs(value) <= LIMIT);
  return fits && after.some((value, i) => value !== before[i]) ? { y_hat: [...after] } : undefined;
}

export const regressionMetrics = defineDemo({
  id: 'regression-metrics',
  title: { ko: '회귀 평가 지표', en: 'Regression metrics' },
  about: {
    ko: '정의는 scikit-learn과 같아요. R² = 1 − SSE/SST(SSE는 오차 제곱합, SST는 평균에서 벗어난 제곱합)이고, 정답이 모두 같으면 정의하지 않아요.',
    en: 'Definitions as in scikit-learn: R² = 1 − SSE/SST with the squared errors over the squared deviations from the mean; undefined where all true values are equal.',
  },
  parameters: {
    y: floats([3, -0.5, 2, 7], '1..500', '-1e9..1e9'),
    y_hat: floats([2.5, 0, 2, 8], '1..500', '-1e9..1e9'),
  },
  results: {
    mae: 'float',
    mse: 'float',
    rmse: 'float',
    r2: 'float?',
    explained_variance: 'float?',
    max_error: 'float',
    median_ae: 'float',
    sst: 'float',
    sse: 'float',
  },
  run({ y, y_hat }) {
    sameLength('y_hat', y_hat, 'y', y);
    const { mae, mse, r2, explainedVariance, maxError, medianError, sst, sse } = regressionScores(y, y_hat);
    return {
      mae,
      mse,
      rmse: Math.sqrt(mse),
      r2: r2 ?? null,
      explained_variance: explainedVariance ?? null,
      max_error: maxError,
      median_ae: medianError,
      sst,
      sse,
    };
  },
  view({ y, y_hat }, { mae, rmse, r2, explained_variance, max_error, median_ae, sse }, say) {
    const residuals = y.map((value, i) => value - (y_hat[i] ?? 0));
    const worst = argMax(residuals.map(Math.abs));
    const shareOfWorst = sse === 0 ? 0 : max_error ** 2 / sse;
    const score = r2 === null ? '–' : formatNumber(r2);
    return {
      chart: {
        kind: 'xy',
        title: say('예측에 따른 잔차', 'Residuals against predictions'),
        subtitle: `R² ${score}, RMSE ${formatNumber(rmse)}, MAE ${formatNumber(mae)}`,
        x: { name: say('예측 ŷ', 'prediction ŷ') },
        y: { name: say('잔차 y − ŷ', 'residual y − ŷ') },
        series: [
          { name: say('잔차', 'residuals'), x: y_hat, y: residuals, look: 'points', colour: 'blue' },
          {
            name: say('가장 큰 잔차', 'largest residual'),
            x: [y_hat[worst] ?? 0],
            y: [residuals[worst] ?? 0],
            look: 'points',
            colour: 'vermillion',
          },
        ],
        marks: [{ axis: 'y', at: 0, label: '', colour: 'black' }],
      },
      see:
        sse === 0
          ? say(
              '모든 예측이 정답과 같아서 오차가 0이에요.',
              'Every prediction equals the truth, so all the errors are 0.',
            )
          : say(
              `가장 큰 오차 하나가 제곱 오차 합의 ${formatPercent(shareOfWorst)}를 차지해요. RMSE가 MAE보다 많이 클수록 큰 오차 몇 개가 점수를 좌우한다는 뜻이에요.${r2 !== null && r2 < 0 ? ' R²가 음수라서 평균으로만 예측하는 것보다 못해요.' : ''}`,
              `The largest error alone makes up ${formatPercent(shareOfWorst)} of the squared error. The further RMSE is above MAE, the more a few large errors decide the score.${r2 !== null && r2 < 0 ? ' A negative R² is worse than always predicting the mean.' : ''}`,
            ),
      numbers: [
        ['R²', score],
        [
          say('설명 분산', 'explained variance'),
          explained_variance === null ? '–' : formatNumber(explained_variance),
        ],
        ['RMSE', formatNumber(rmse)],
        ['MAE', formatNumber(mae)],
        [say('절대 오차의 중앙값', 'median absolute error'), formatNumber(median_ae)],
        [say('최대 오차', 'largest error'), formatNumber(max_error)],
      ],
      table: {
        columns: ['y', 'ŷ', say('잔차', 'residual'), say('잔차²', 'residual²')],
        rows: y.map((value, i) =>
          [value, y_hat[i] ?? 0, residuals[i] ?? 0, (residuals[i] ?? 0) ** 2].map((one) => formatNumber(one)),
        ),
      },
    };
  },
  variations: [
    {
      label: { ko: '마지막 예측을 10만큼 빗나가게', en: 'last prediction off by 10' },
      change: ({ y, y_hat }) => predictions(y_hat, [...y_hat.slice(0, -1), (y.at(-1) ?? 0) + 10]),
    },
    {
      label: { ko: '예측에 모두 +1 (치우침)', en: 'all predictions + 1 (biased)' },
      change: ({ y_hat }) =>
        predictions(
          y_hat,
          y_hat.map((value) => value + 1),
        ),
    },
    {
      label: { ko: '늘 평균으로 예측', en: 'always predict the mean' },
      change: ({ y, y_hat }) =>
        predictions(
          y_hat,
          y.map(() => mean(y)),
        ),
    },
    {
      label: { ko: '부호를 반대로 예측', en: 'predict the opposite sign' },
      change: ({ y_hat }) =>
        predictions(
          y_hat,
          y_hat.map((value) => -value),
        ),
    },
  ],
});
