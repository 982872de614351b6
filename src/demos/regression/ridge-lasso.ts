import type { XyChart, XySeries } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { ORDER } from '../../charts/theme.ts';
import { lassoSolver } from '../../math/lasso.ts';
import { type LinearModel, ridge } from '../../math/ridge.ts';
import { sum, variance } from '../../math/summary.ts';
import { dot, linspace, norm, range } from '../../math/vector.ts';
import { notConstant, sameLength } from '../checks.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { choice, float, floats, matrix } from '../parameters.ts';

type Rows = readonly (readonly number[])[];
type Kind = 'ridge' | 'lasso';

/** A weight below this counts as 0. */
const ZERO = 1e-9;
const DRAWN = 61;

/** The model for every alpha > 0, with what can be prepared once. */
function solver(kind: Kind, x: Rows, y: readonly number[]): (alpha: number) => LinearModel {
  if (kind === 'lasso') return lassoSolver(x, y);
  return (alpha) => ridge(x, y, alpha) ?? { coef: (x[0] ?? []).map(() => 0), intercept: 0 };
}

/** Powers of ten of alpha between which the coefficients go from nearly free to nearly 0. */
function exponents(kind: Kind, x: Rows, y: readonly number[], alpha: number): [number, number] {
  const n = y.length;
  const sizes = (x[0] ?? []).map((_, j) => n * variance(x.map((row) => row[j] ?? 0)));
  const centre = sum(y) / n;
  const products = (x[0] ?? []).map((_, j) =>
    Math.abs(sum(x.map((row, i) => (row[j] ?? 0) * ((y[i] ?? 0) - centre)))),
  );
  const all = kind === 'lasso' ? Math.max(...products) / n : Math.max(...sizes) * 30;
  const high = Math.log10(Math.max(all, 1e-6));
  const own = alpha > 0 ? Math.log10(alpha) : high;
  return [
    Math.max(-9, Math.min(high - (kind === 'lasso' ? 4 : 6), own - 1)),
    Math.min(8, Math.max(high + 0.3, own + 0.5)),
  ];
}

function pathChart(kind: Kind, x: Rows, y: readonly number[], alpha: number, say: Say): XyChart {
  const [low, high] = exponents(kind, x, y, alpha);
  const alphas = linspace(low, high, DRAWN).map((exponent) => 10 ** exponent);
  const solve = solver(kind, x, y);
  const models = alphas.map(solve);
  const features = range(x[0]?.length ?? 0);
  return {
    kind: 'xy',
    title:
      kind === 'ridge'
        ? say('릿지: 알파에 따른 계수', 'Ridge: coefficients against alpha')
        : say('라쏘: 알파에 따른 계수', 'Lasso: coefficients against alpha'),
    subtitle: say(`알파 = ${formatNumber(alpha)}`, `alpha = ${formatNumber(alpha)}`),
    x: { name: say('알파 (로그)', 'alpha (log)'), log: true },
    y: { name: say('계수', 'coefficient') },
    series: features.map(
      (j): XySeries => ({
        name: `x${j}`,
        x: alphas,
        y: models.map(({ coef }) => coef[j] ?? 0),
        look: 'line',
        colour: ORDER[j % ORDER.length] ?? 'blue',
      }),
    ),
    marks:
      alpha > 0 && Math.log10(alpha) >= low
        ? [{ axis: 'x', at: alpha, label: say('지금', 'now'), colour: 'black' }]
        : [],
  };
}

export const ridgeLasso = defineDemo({
  id: 'ridge-lasso',
  title: { ko: '릿지와 라쏘(L2·L1 규제)', en: 'Ridge and lasso' },
  about: {
    ko: 'scikit-learn의 목적 함수예요. 릿지는 |y−Xw−b|² + α|w|², 라쏘는 |y−Xw−b|²/(2n) + α|w|₁이고, 절편은 규제하지 않으며 특성의 크기는 맞추지 않아요.',
    en: "scikit-learn's objectives: ridge |y−Xw−b|² + α|w|², lasso |y−Xw−b|²/(2n) + α|w|₁; the intercept is not penalized and features are not scaled.",
  },
  parameters: {
    x: matrix(
      [
        [1, 2.1],
        [2, 3.9],
        [3, 6.2],
        [4, 7.8],
        [5, 10.1],
        [6, 12.2],
      ],
      '3..100',
      '1..6',
      '-1000..1000',
    ),
    y: floats([3.1, 6, 9.2, 11.8, 15.2, 18.1], '3..100', '-100000..100000'),
    kind: choice(['ridge', 'lasso'], 'ridge'),
    alpha: float(1, '0..100000'),
  },
  results: {
    coef: 'float[d]',
    intercept: 'float',
    ols_coef: 'float?[d]',
    zeros: 'int',
    l1_norm: 'float',
    l2_norm: 'float',
    sse: 'float',
    r2: 'float',
  },
  run({ x, y, kind, alpha }) {
    sameLength('y', y, 'x', x);
    notConstant('y', y);
    const free = ridge(x, y, 0);
    const model = alpha === 0 ? free : solver(kind, x, y)(alpha);
    if (model === undefined)
      return refuse(
        'alpha',
        'x의 열이 선형 종속이라 0이면 답이 하나로 정해지지 않아요. 0보다 크게 해 보세요.',
        'must be above 0 here: the columns of x are linearly dependent, so least squares has no unique answer.',
      );
    const { coef, intercept } = model;
    const residuals = y.map((value, i) => value - intercept - dot(x[i] ?? [], coef));
    const sse = sum(residuals.map((value) => value * value));
    return {
      coef,
      intercept,
      ols_coef: free?.coef ?? coef.map(() => null),
      zeros: coef.filter((value) => Math.abs(value) < ZERO).length,
      l1_norm: sum(coef.map(Math.abs)),
      l2_norm: norm(coef),
      sse,
      r2: 1 - sse / (variance(y) * y.length),
    };
  },
  view({ x, y, kind, alpha }, { coef, intercept, ols_coef, zeros, l1_norm, l2_norm, sse, r2 }, say) {
    const freeNorm = ols_coef.includes(null) ? undefined : norm(ols_coef.map((value) => value ?? 0));
    const shrunk =
      freeNorm === undefined || freeNorm === 0
        ? say(
            '규제가 없으면 답이 하나로 정해지지 않는 데이터예요.',
            'Without a penalty these data have no unique answer.',
          )
        : say(
            `계수의 L2 노름이 OLS의 ${formatPercent(l2_norm / freeNorm)}예요.`,
            `The L2 norm of the coefficients is ${formatPercent(l2_norm / freeNorm)} of that of OLS.`,
          );
    const effect =
      kind === 'ridge'
        ? say(
            `릿지는 계수를 0 쪽으로 줄일 뿐 정확히 0으로 만들지는 않아요(지금 0인 계수는 ${zeros}개).`,
            `Ridge shrinks towards 0 and does not set weights to exactly 0 (weights at 0 here: ${zeros}).`,
          )
        : say(
            `라쏘는 계수를 정확히 0으로 만들어 특성을 고를 수 있어요(지금 ${coef.length}개 가운데 ${zeros}개).`,
            `The lasso can set weights to exactly 0 and so select features (here ${zeros} of ${coef.length}).`,
          );
    return {
      chart: pathChart(kind, x, y, alpha, say),
      see: `${shrunk} ${effect}`,
      numbers: [
        ['R²', formatNumber(r2)],
        [say('잔차 제곱합', 'sum of squared residuals'), formatNumber(sse)],
        [say('절편', 'intercept'), formatNumber(intercept)],
        [say('0인 계수', 'weights at 0'), `${zeros} / ${coef.length}`],
        [say('L1 노름', 'L1 norm'), formatNumber(l1_norm)],
        [say('L2 노름', 'L2 norm'), formatNumber(l2_norm)],
      ],
      table: {
        columns: [
          say('특성', 'feature'),
          kind === 'ridge' ? say('릿지', 'ridge') : say('라쏘', 'lasso'),
          'OLS',
        ],
        rows: coef.map((value, j) => [`x${j}`, formatNumber(value), formatNumber(ols_coef[j] ?? Number.NaN)]),
      },
    };
  },
  variations: [
    {
      label: { ko: '릿지 ↔ 라쏘', en: 'ridge ↔ lasso' },
      change: ({ kind }) => ({ kind: kind === 'ridge' ? 'lasso' : 'ridge' }),
    },
    {
      label: { ko: '알파 × 10', en: 'alpha × 10' },
      change: ({ alpha }) => (alpha > 0 && alpha <= 10_000 ? { alpha: alpha * 10 } : undefined),
    },
    {
      label: { ko: '알파 ÷ 10', en: 'alpha ÷ 10' },
      change: ({ alpha }) => (alpha > 0 ? { alpha: alpha / 10 } : undefined),
    },
    { label: { ko: '알파 0 (OLS)', en: 'alpha 0 (OLS)' }, change: () => ({ alpha: 0 }) },
  ],
});
