import { formatNumber } from '../../charts/number.ts';
import { bestDegree, polynomialFit } from '../../math/polynomial-fit.ts';
import { mean } from '../../math/summary.ts';
import { linspace, range } from '../../math/vector.ts';
import { ordered } from '../checks.ts';
import { defineDemo, refuse } from '../demo.ts';
import { choice, float, int } from '../parameters.ts';

const FUNCTIONS = {
  sin: { f: Math.sin, name: 'sin x' },
  square: { f: (x: number) => x * x, name: 'x²' },
  exp: { f: Math.exp, name: 'eˣ' },
} as const;

/** Errors below this share of mean f^2 are rounding of 0. */
const ROUNDING = 1e-30;

function meanSquare(values: readonly number[]): number {
  return mean(values.map((value) => value * value));
}

export const biasVariance = defineDemo({
  id: 'bias-variance',
  title: { ko: '편향-분산 트레이드오프', en: 'Bias-variance trade-off' },
  about: {
    ko: '같은 간격의 x에서 y = f(x) + N(0, σ²)를 다항식으로 맞출 때의 기댓값을 정확히 계산해요(모의실험이 아니에요). 편향²은 평균 (Hf − f)², 분산은 σ²(차수+1)/n, 기대 오차는 둘의 합에 잡음 σ²을 더한 값이에요.',
    en: 'Exact expectations (no simulation) of fitting polynomials to y = f(x) + N(0, σ²) at equally spaced x: squared bias mean (Hf − f)², variance σ²(degree+1)/n, and the expected error adds the noise σ² to both.',
  },
  parameters: {
    fn: choice(['sin', 'square', 'exp'], 'sin'),
    n: int(12, '4..60'),
    lo: float(0, '-3..3'),
    hi: float(3, '-3..3'),
    sigma: float(0.3, '0..10'),
    max_degree: int(6, '0..9'),
  },
  results: {
    bias2: 'float[m]',
    variance: 'float[m]',
    expected_error: 'float[m]',
    best_degree: 'int',
  },
  run({ fn, n, lo, hi, sigma, max_degree }) {
    ordered('lo', lo, 'hi', hi);
    if (n <= max_degree)
      refuse('n', `max_degree(${max_degree})보다 커야 해요.`, `must be above max_degree (${max_degree}).`);
    const x = linspace(lo, hi, n);
    const f = x.map(FUNCTIONS[fn].f);
    const floor = ROUNDING * meanSquare(f);
    const degrees = range(max_degree + 1);
    const bias2 = degrees.map((degree) => {
      const fit = polynomialFit(x, f, degree);
      if (fit === undefined) return refuse('lo', 'hi와 너무 가까워요.', 'is too close to hi.');
      const error = meanSquare(fit.residuals);
      return error > floor ? error : 0;
    });
    const variance = degrees.map((degree) => (sigma ** 2 * (degree + 1)) / n);
    const expected_error = degrees.map((d) => (bias2[d] ?? 0) + (variance[d] ?? 0) + sigma ** 2);
    return {
      bias2,
      variance,
      expected_error,
      best_degree: bestDegree(expected_error, floor),
    };
  },
  view({ fn, n, lo, hi, sigma, max_degree }, { bias2, variance, expected_error, best_degree }, say) {
    const { f, name } = FUNCTIONS[fn];
    const x = linspace(lo, hi, n);
    const degrees = range(max_degree + 1);
    const both = bias2.map((value, d) => value + (variance[d] ?? 0));
    const [least, most] = [Math.min(...both), Math.max(...both)];
    // A logarithmic axis only where the sums differ so much that the valley would be flat.
    const log = most > 50 * least && most > 0;
    const floor = log ? Math.max(least, most * 1e-12) * 1e-2 : 0;
    const shown = (values: readonly number[]): (number | null)[] =>
      values.map((value) => (!log || value > floor ? value : null));
    const grid = linspace(lo, hi, 121);
    const curve = (degree: number): number[] => {
      const fit = polynomialFit(x, x.map(f), degree);
      return grid.map((value) => fit?.at(value) ?? 0);
    };
    const simple = Math.min(1, max_degree);
    const [b, v] = [bias2[best_degree] ?? 0, variance[best_degree] ?? 0];
    return {
      chart: {
        kind: 'panels',
        title: say('편향-분산 트레이드오프', 'Bias-variance trade-off'),
        subtitle: `f(x) = ${name}, n = ${n}, σ = ${formatNumber(sigma)}`,
        panels: [
          {
            kind: 'xy',
            title: say('차수에 따른 기대 오차', 'expected error against degree'),
            x: { name: say('차수', 'degree'), whole: true },
            y: log
              ? { name: say('오차 (로그)', 'error (log)'), log }
              : { name: say('오차', 'error'), min: 0 },
            series: [
              {
                name: say('편향²', 'bias²'),
                x: degrees,
                y: shown(bias2),
                look: 'line-points',
                colour: 'blue',
              },
              {
                name: say('분산', 'variance'),
                x: degrees,
                y: shown(variance),
                look: 'line-points',
                colour: 'vermillion',
              },
              {
                name: say('둘의 합', 'sum of both'),
                x: degrees,
                y: shown(both),
                look: 'line-points',
                colour: 'black',
              },
            ],
          },
          {
            kind: 'xy',
            title: say('f와 평균 예측', 'f and the mean prediction'),
            x: { name: 'x' },
            y: { name: 'y' },
            series: [
              { name: `f(x) = ${name}`, x: grid, y: grid.map(f), look: 'line', colour: 'grey' },
              {
                name: say(`${best_degree}차`, `degree ${best_degree}`),
                x: grid,
                y: curve(best_degree),
                look: 'dashed',
                colour: 'green',
              },
              ...(simple === best_degree
                ? []
                : [
                    {
                      name: say(`${simple}차`, `degree ${simple}`),
                      x: grid,
                      y: curve(simple),
                      look: 'dashed' as const,
                      colour: 'purple' as const,
                    },
                  ]),
            ],
          },
        ],
      },
      see: say(
        `기대 오차가 가장 작은 것은 ${best_degree}차예요(${formatNumber(expected_error[best_degree] ?? 0)}: 편향² ${formatNumber(b)}, 분산 ${formatNumber(v)}, 잡음 ${formatNumber(sigma ** 2)}). 차수가 오르면 편향은 줄고 분산은 차수마다 σ²/n = ${formatNumber(sigma ** 2 / n)}씩 늘어요. 잡음 σ²은 어떤 모델도 줄이지 못해요.`,
        `The expected error is least at degree ${best_degree}, ${formatNumber(expected_error[best_degree] ?? 0)} (squared bias ${formatNumber(b)}, variance ${formatNumber(v)}). With the degree the bias falls and the variance grows by σ²/n = ${formatNumber(sigma ** 2 / n)} each time; the noise σ² = ${formatNumber(sigma ** 2)} is beyond any model.`,
      ),
      numbers: [
        [say('가장 좋은 차수', 'best degree'), String(best_degree)],
        [say('편향²', 'squared bias'), formatNumber(b)],
        [say('분산', 'variance'), formatNumber(v)],
        [say('줄일 수 없는 잡음', 'irreducible noise'), formatNumber(sigma ** 2)],
        [say('기대 오차', 'expected error'), formatNumber(expected_error[best_degree] ?? 0)],
      ],
      table: {
        columns: [
          say('차수', 'degree'),
          say('편향²', 'bias²'),
          say('분산', 'variance'),
          say('기대 오차', 'expected error'),
        ],
        rows: degrees.map((degree) => [
          String(degree),
          ...[bias2, variance, expected_error].map((values) => formatNumber(values[degree] ?? 0)),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '잡음 × 3', en: 'noise × 3' },
      change: ({ sigma }) => (sigma > 0 && sigma <= 10 / 3 ? { sigma: sigma * 3 } : undefined),
    },
    { label: { ko: '데이터 60개', en: '60 points' }, change: ({ n }) => (n === 60 ? undefined : { n: 60 }) },
    {
      label: { ko: 'f = x²', en: 'f = x²' },
      change: ({ fn }) => (fn === 'square' ? undefined : { fn: 'square' }),
    },
    {
      label: { ko: '잡음 없음', en: 'no noise' },
      change: ({ sigma }) => (sigma === 0 ? undefined : { sigma: 0 }),
    },
  ],
});
