import { formatList, formatNumber } from '../../charts/number.ts';
import { autoregression, forecast as forecastOf } from '../../math/autoregression.ts';
import { sum } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { floats, int } from '../parameters.ts';

export const autoregressive = defineDemo({
  id: 'autoregressive',
  title: { ko: '자기회귀 모델', en: 'Autoregressive model' },
  about: {
    ko: '지난 값 p개의 선형식으로 다음 값을 예측해요: s_t = c + Σ φ_i·s_(t−i). 상수를 넣은 최소제곱으로 맞추고(statsmodels AutoReg, trend c), 예측값을 다시 입력으로 써서 앞으로 나아가요.',
    en: "Predicts the next value from the last p ones, s_t = c + Σ φ_i·s_(t−i), fitted by least squares with a constant (statsmodels' AutoReg, trend c); forecasts are fed back to go further.",
  },
  parameters: {
    series: floats([1, 1.5, 2.1, 2.4, 3.2, 3.5, 4.3, 4.4, 5.2, 5.6], '6..300', '-100000..100000'),
    order: int(1, '1..5'),
    horizon: int(3, '1..50'),
  },
  results: {
    const: 'float',
    coef: 'float[order]',
    sigma2: 'float',
    forecast: 'float[horizon]',
  },
  run({ series, order, horizon }) {
    const rows = series.length - order;
    if (rows < order + 2)
      refuse(
        'series',
        `${order}차에는 값이 ${2 * order + 2}개 이상 있어야 해요.`,
        `must have at least ${countOf(2 * order + 2, 'value')} for order ${order}.`,
      );
    const fit = autoregression(series, order);
    if (fit === undefined)
      return refuse(
        'series',
        '지난 값들이 서로(또는 상수와) 선형 종속이라 계수가 하나로 정해지지 않아요.',
        'has lags that depend on one another (or on the constant), so the coefficients are not unique.',
      );
    return {
      const: fit.intercept,
      coef: fit.coef,
      sigma2: sum(fit.residuals.map((value) => value * value)) / rows,
      forecast: forecastOf(series, fit, horizon),
    };
  },
  view({ series, order, horizon }, { const: constant, coef, sigma2, forecast }, say) {
    const n = series.length;
    const last = series[n - 1] ?? 0;
    const end = forecast[horizon - 1] ?? 0;
    const total = sum(coef);
    const phi = coef[0] ?? 0;
    const longRun = constant / (1 - total);
    const see =
      order > 1
        ? say(
            `마지막 값 ${formatNumber(last)}에서 ${horizon}스텝 뒤의 예측은 ${withJosa(formatNumber(end), '이에요/예요')}. 계수의 합은 ${formatNumber(total)}이고, 한 스텝 예측 오차의 표준편차는 ${withJosa(formatNumber(Math.sqrt(sigma2)), '이에요/예요')}.`,
            `From the last value ${formatNumber(last)} it forecasts ${formatNumber(end)} in ${countOf(horizon, 'step')}. The coefficients sum to ${formatNumber(total)}; the one-step error has a standard deviation of ${formatNumber(Math.sqrt(sigma2))}.`,
          )
        : Math.abs(phi) < 1
          ? say(
              `φ(${formatNumber(phi)})의 크기가 1보다 작아서(정상), 예측과 장기 평균 ${formatNumber(longRun)}의 차이가 스텝마다 φ배가 돼요. ${horizon}스텝 뒤의 예측은 ${withJosa(formatNumber(end), '이에요/예요')}.`,
              `φ = ${formatNumber(phi)} is below 1 in size (stationary), so each step multiplies the distance to the long-run mean ${formatNumber(longRun)} by φ; after ${countOf(horizon, 'step')} it is ${formatNumber(end)}.`,
            )
          : say(
              `φ(${formatNumber(phi)})의 크기가 1 이상이라 정상이 아니에요. 예측이 평균으로 돌아오지 않고 ${horizon}스텝 뒤 ${formatNumber(end)}까지 가요.`,
              `φ = ${formatNumber(phi)} is at least 1 in size, so the model is not stationary: forecasts do not return to a mean and reach ${formatNumber(end)} after ${countOf(horizon, 'step')}.`,
            );
    return {
      chart: {
        kind: 'xy',
        title: say(`AR(${order}) 모델의 예측`, `Forecast of an AR(${order}) model`),
        subtitle: `c = ${formatNumber(constant)}, φ = ${formatList(coef, 5)}`,
        x: { name: say('시점', 'time'), whole: true },
        y: { name: say('값', 'value') },
        series: [
          {
            name: say('관측', 'observed'),
            x: range(n),
            y: series,
            look: n > 60 ? 'line' : 'line-points',
            colour: 'blue',
          },
          {
            name: say('예측', 'forecast'),
            x: range(horizon + 1).map((step) => n - 1 + step),
            y: [last, ...forecast],
            look: horizon > 20 ? 'line' : 'line-points',
            colour: 'vermillion',
          },
        ],
      },
      see,
      numbers: [
        [say('상수', 'constant'), formatNumber(constant)],
        [say('계수 (시차 1부터)', 'coefficients from lag 1'), formatList(coef, 5)],
        [say('오차 분산', 'error variance'), formatNumber(sigma2)],
        [say('예측', 'forecast'), formatList(forecast, 5)],
      ],
      table: {
        columns: [say('시점', 'time'), say('예측', 'forecast')],
        rows: forecast.map((value, step) => [String(n + step), formatNumber(value)]),
      },
    };
  },
  variations: [
    {
      label: { ko: '차수 + 1', en: 'order + 1' },
      change: ({ order, series }) =>
        order < 5 && series.length >= 2 * order + 4 ? { order: order + 1 } : undefined,
    },
    {
      label: { ko: '30스텝 예측', en: '30 steps ahead' },
      change: ({ horizon }) => (horizon === 30 ? undefined : { horizon: 30 }),
    },
    {
      label: { ko: '평균으로 돌아오는 시계열', en: 'series that returns to its mean' },
      change: () => ({
        series: [5, 3.4, 2.9, 1.8, 1.9, 1.2, 0.6, 0.9, 0.4, 0.7, 0.2, 0.5],
        order: 1,
        horizon: 12,
      }),
    },
  ],
});
