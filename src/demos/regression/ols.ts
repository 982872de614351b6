import type { PanelsChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { linearFit } from '../../math/linear-fit.ts';
import { tTwoSided } from '../../math/special.ts';
import { argMin, extent, sum, variance } from '../../math/summary.ts';
import { column } from '../../math/vector.ts';
import { notConstant, sameLength } from '../checks.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { bool, floats, matrix } from '../parameters.ts';

/** Below this share of sum y^2 the residuals are rounding, and errors estimated from them mean nothing. */
const PERFECT = 1e-20;

/** More points than this leave no room for sticks. */
const CROWDED = 60;

function squares(values: readonly number[]): number {
  return sum(values.map((value) => value * value));
}

function names(coefficients: number, intercept: boolean, say: Say): string[] {
  const features = Array.from({ length: coefficients - (intercept ? 1 : 0) }, (_, j) => `x${j}`);
  return intercept ? [say('절편', 'intercept'), ...features] : features;
}

/** With one feature y against x, with more against the fitted value; beside it the residuals at the same places. */
function chartOf(
  x: readonly (readonly number[])[],
  y: readonly number[],
  residuals: readonly number[],
  r2: number,
  say: Say,
): PanelsChart {
  const fitted = y.map((value, i) => value - (residuals[i] ?? 0));
  const single = x[0]?.length === 1;
  const at = single ? column(x, 0) : fitted;
  const { min, max } = extent(at);
  const ends = [at.indexOf(min), at.indexOf(max)];
  const axis = { name: single ? 'x' : say('적합값', 'fitted value') };
  return {
    kind: 'panels',
    title: say('최소제곱 적합과 잔차', 'Least-squares fit and residuals'),
    subtitle: `R² = ${formatNumber(r2)}`,
    panels: [
      {
        kind: 'xy',
        title: say('데이터와 적합한 직선', 'data and fitted line'),
        x: axis,
        y: { name: 'y' },
        series: [
          {
            name: say('잔차', 'residuals'),
            x: at.flatMap((value) => (at.length > CROWDED ? [] : [value, value, value])),
            y: y.flatMap((value, i) => (at.length > CROWDED ? [] : [value, fitted[i] ?? 0, null])),
            look: 'line',
            colour: 'vermillion',
            unlisted: at.length > CROWDED,
          },
          {
            name: say('적합', 'fit'),
            x: ends.map((i) => at[i] ?? 0),
            y: ends.map((i) => fitted[i] ?? 0),
            look: 'line',
            colour: 'blue',
          },
          { name: say('데이터', 'data'), x: at, y, look: 'points', colour: 'black' },
        ],
      },
      {
        kind: 'xy',
        title: say('잔차 (데이터 − 적합)', 'residuals (data − fit)'),
        x: axis,
        y: { name: say('잔차', 'residual') },
        series: [
          {
            name: say('잔차', 'residual'),
            x: at,
            y: residuals,
            look: at.length > CROWDED ? 'points' : 'stems',
            colour: 'vermillion',
          },
        ],
        marks: [{ axis: 'y', at: 0, label: '', colour: 'blue' }],
      },
    ],
  };
}

export const ols = defineDemo({
  id: 'ols',
  title: { ko: '최소자승법(OLS)', en: 'Ordinary least squares' },
  about: {
    ko: '잔차 제곱합을 가장 작게 하는 계수와 그 표준오차를 statsmodels의 OLS 관례로 구해요. 절편이 맨 앞이고, 절편이 없으면 R²는 평균을 빼지 않고 계산해요.',
    en: "Coefficients that minimize the sum of squared residuals, with their standard errors, in the conventions of statsmodels' OLS: intercept first; without it R² is uncentred.",
  },
  parameters: {
    x: matrix([[1], [2], [3], [4], [5]], '3..200', '1..8', '-1000000..1000000'),
    y: floats([12, 23, 34, 45, 57], '3..200', '-1000000..1000000'),
    intercept: bool(true),
  },
  results: {
    coef: 'float[k]',
    std_error: 'float?[k]',
    t: 'float?[k]',
    p_value: 'float?[k]',
    r2: 'float',
    adj_r2: 'float',
    sigma: 'float',
    residuals: 'float[n]',
  },
  run({ x, y, intercept }) {
    sameLength('y', y, 'x', x);
    const n = y.length;
    const k = (x[0]?.length ?? 0) + (intercept ? 1 : 0);
    if (n <= k)
      refuse('x', `행이 계수(${k}개)보다 많아야 해요.`, `must have more rows than coefficients (${k}).`);
    if (intercept) notConstant('y', y);
    else if (y.every((value) => value === 0)) refuse('y', '모두 0이면 안 돼요.', 'must not be all 0.');
    const fit = linearFit(x, y, intercept);
    if (fit === undefined)
      return refuse(
        'x',
        '열이 서로(또는 상수와) 선형 종속이라 계수가 하나로 정해지지 않아요.',
        'has linearly dependent columns (the constant included), so the coefficients are not unique.',
      );
    const sse = squares(fit.residuals);
    const sigma = Math.sqrt(sse / (n - k));
    const total = intercept ? variance(y) * n : squares(y);
    const r2 = 1 - sse / total;
    const coef = intercept ? [fit.intercept, ...fit.coef] : fit.coef;
    const perfect = sse < PERFECT * squares(y);
    const spread = intercept ? [fit.interceptSpread, ...fit.spread] : fit.spread;
    const std_error = spread.map((value) => (perfect ? null : sigma * Math.sqrt(value)));
    const t = std_error.map((error, j) => (error === null ? null : (coef[j] ?? 0) / error));
    return {
      coef,
      std_error,
      t,
      p_value: t.map((value) => (value === null ? null : tTwoSided(value, n - k))),
      r2,
      adj_r2: 1 - ((1 - r2) * (n - (intercept ? 1 : 0))) / (n - k),
      sigma,
      residuals: fit.residuals,
    };
  },
  view({ x, y, intercept }, { coef, std_error, t, p_value, r2, adj_r2, sigma, residuals }, say) {
    const labels = names(coef.length, intercept, say);
    const slopes = p_value.map((p, j) => (intercept && j === 0 ? Number.POSITIVE_INFINITY : (p ?? 1)));
    const clearest = argMin(slopes);
    const p = p_value[clearest] ?? null;
    const shown = (value: number | null | undefined): string => formatNumber(value ?? Number.NaN);
    return {
      chart: chartOf(x, y, residuals, r2, say),
      see:
        p === null
          ? say(
              `잔차가 사실상 0이고 R² = ${withJosa(formatNumber(r2), '이에요/예요')}. 이럴 때는 오차의 크기를 추정할 수 없어서 표준오차, t, p값이 정의되지 않아요.`,
              `The residuals are 0 but for rounding and R² = ${formatNumber(r2)}; with no noise to estimate, standard errors, t and p are undefined.`,
            )
          : say(
              `${labels[clearest] ?? ''}의 계수는 ${shown(coef[clearest])}이고 표준오차(${shown(std_error[clearest])})의 ${shown(t[clearest])}배예요(p = ${formatNumber(p, 3)}). R² ${withJosa(formatNumber(r2), '은/는')} y의 변동 가운데 모델이 설명한 몫이에요.`,
              `The coefficient of ${labels[clearest] ?? ''}, ${shown(coef[clearest])}, is ${shown(t[clearest])} times its standard error (${shown(std_error[clearest])}), p = ${formatNumber(p, 3)}; R² = ${formatNumber(r2)} is the share of the variation of y that the model explains.`,
            ),
      numbers: [
        ['R²', formatNumber(r2)],
        [say('수정 R²', 'adjusted R²'), formatNumber(adj_r2)],
        [say('잔차 표준오차', 'residual standard error'), formatNumber(sigma)],
        [say('자유도', 'degrees of freedom'), String(y.length - coef.length)],
      ],
      table: {
        columns: ['', say('계수', 'coefficient'), say('표준오차', 'standard error'), 't', 'p'],
        rows: coef.map((value, j) => [
          labels[j] ?? '',
          formatNumber(value),
          shown(std_error[j]),
          shown(t[j]),
          shown(p_value[j]),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '절편 없이', en: 'without intercept' }, change: () => ({ intercept: false }) },
    {
      label: { ko: '마지막 점을 이상치로', en: 'last point an outlier' },
      change: ({ y }) => {
        const { min, max } = extent(y);
        const far = max + 3 * (max - min);
        return far > 1_000_000 || max === min ? undefined : { y: [...y.slice(0, -1), far] };
      },
    },
    {
      label: { ko: 'x² 열 추가', en: 'add x² as a column' },
      change: ({ x }) =>
        x.every((row) => row.length === 1 && (row[0] ?? 0) ** 2 <= 1e6) && x.length > 3
          ? { x: x.map((row) => [row[0] ?? 0, (row[0] ?? 0) ** 2]) }
          : undefined,
    },
  ],
});
