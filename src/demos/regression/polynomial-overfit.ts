import { formatNumber } from '../../charts/number.ts';
import { bestDegree, type PolynomialFit, polynomialFit } from '../../math/polynomial-fit.ts';
import { extent, mean } from '../../math/summary.ts';
import { linspace, range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { defineDemo, refuse } from '../demo.ts';
import { floats, int } from '../parameters.ts';

/** Errors below this share of mean y^2 are rounding. */
const ROUNDING = 1e-24;

function meanSquare(values: readonly number[]): number {
  return mean(values.map((value) => value * value));
}

function fitOf(x: readonly number[], y: readonly number[], degree: number): PolynomialFit {
  return (
    polynomialFit(x, y, degree) ??
    refuse(
      'x',
      `값이 서로 너무 가까워서 ${degree}차 다항식을 정할 수 없어요.`,
      `has values too close to one another for degree ${degree}.`,
    )
  );
}

export const polynomialOverfit = defineDemo({
  id: 'polynomial-overfit',
  title: { ko: '다항 회귀와 과적합', en: 'Polynomial overfitting' },
  about: {
    ko: '0차부터 최대 차수까지 다항식을 최소제곱으로 맞추고, 학습 데이터와 따로 둔 테스트 데이터의 평균제곱오차를 비교해요.',
    en: 'Fits polynomials of degree 0 up to the highest by least squares and compares the mean squared error on the training data with that on held-out test data.',
  },
  parameters: {
    x: floats([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], '4..60', '-10..10'),
    y: floats([0.1, 0.62, 0.9, 1.05, 0.5, 0.05, -0.65, -0.92, -0.9, -0.65, 0.1], '4..60', '-1000..1000'),
    x_test: floats([0.05, 0.25, 0.45, 0.65, 0.85], '1..60', '-10..10'),
    y_test: floats([0.31, 1, 0.31, -0.81, -0.81], '1..60', '-1000..1000'),
    max_degree: int(9, '0..9'),
  },
  results: {
    train_mse: 'float[m]',
    test_mse: 'float[m]',
    best_degree: 'int',
  },
  run({ x, y, x_test, y_test, max_degree }) {
    sameLength('y', y, 'x', x);
    sameLength('y_test', y_test, 'x_test', x_test);
    const different = new Set(x).size;
    if (different <= max_degree)
      refuse(
        'max_degree',
        `x의 서로 다른 값 ${different}개보다 작아야 해요.`,
        `must be below the number of different x (${different}).`,
      );
    const fits = range(max_degree + 1).map((degree) => fitOf(x, y, degree));
    const test_mse = fits.map(({ at }) => meanSquare(x_test.map((value, i) => at(value) - (y_test[i] ?? 0))));
    return {
      train_mse: fits.map(({ residuals }) => meanSquare(residuals)),
      test_mse,
      best_degree: bestDegree(test_mse, ROUNDING * meanSquare([...y, ...y_test])),
    };
  },
  view({ x, y, x_test, y_test, max_degree }, { train_mse, test_mse, best_degree }, say) {
    const degrees = range(max_degree + 1);
    const floor = ROUNDING * meanSquare([...y, ...y_test]);
    const logged = (values: readonly number[]): (number | null)[] =>
      values.map((value) => (value > floor && value > 0 ? value : null));
    const { min, max } = extent([...x, ...x_test]);
    const grid = linspace(min, max, 161);
    const [best, last] = [fitOf(x, y, best_degree), fitOf(x, y, max_degree)];
    const seen = extent([...y, ...y_test]);
    const room = Math.max(seen.max - seen.min, 1e-9) * 0.4;
    const inside = (value: number): number | null =>
      value < seen.min - room || value > seen.max + room ? null : value;
    const worse = (test_mse[max_degree] ?? 0) / (test_mse[best_degree] ?? 1);
    return {
      chart: {
        kind: 'panels',
        title: say('다항 회귀와 과적합', 'Polynomial overfitting'),
        subtitle: say(
          `테스트 오차가 가장 작은 차수: ${best_degree}`,
          `degree with the least test error: ${best_degree}`,
        ),
        panels: [
          {
            kind: 'xy',
            title: say('차수에 따른 오차', 'errors against degree'),
            x: { name: say('차수', 'degree'), whole: true },
            y: { name: say('평균제곱오차 (로그)', 'mean squared error (log)'), log: true },
            series: [
              {
                name: say('학습', 'training'),
                x: degrees,
                y: logged(train_mse),
                look: 'line-points',
                colour: 'blue',
              },
              {
                name: say('테스트', 'test'),
                x: degrees,
                y: logged(test_mse),
                look: 'line-points',
                colour: 'vermillion',
              },
            ],
          },
          {
            kind: 'xy',
            title: say('맞춘 곡선', 'fitted curves'),
            x: { name: 'x' },
            y: { name: 'y' },
            series: [
              {
                name: say(`${best_degree}차`, `degree ${best_degree}`),
                x: grid,
                y: grid.map((value) => inside(best.at(value))),
                look: 'line',
                colour: 'green',
              },
              ...(max_degree === best_degree
                ? []
                : [
                    {
                      name: say(`${max_degree}차`, `degree ${max_degree}`),
                      x: grid,
                      y: grid.map((value) => inside(last.at(value))),
                      look: 'dashed' as const,
                      colour: 'purple' as const,
                    },
                  ]),
              { name: say('학습', 'training'), x, y, look: 'points', colour: 'blue' },
              { name: say('테스트', 'test'), x: x_test, y: y_test, look: 'hollow', colour: 'vermillion' },
            ],
          },
        ],
      },
      see:
        best_degree < max_degree
          ? say(
              `학습 오차는 차수가 오를수록 줄어 ${max_degree}차에서 ${formatNumber(train_mse[max_degree] ?? 0)}이지만, 테스트 오차는 ${best_degree}차에서 가장 작고 ${max_degree}차에서는 그 ${formatNumber(worse, 3)}배예요. 벌어지는 두 곡선이 과적합의 신호예요.`,
              `The training error only falls with the degree, to ${formatNumber(train_mse[max_degree] ?? 0)} at degree ${max_degree}, while the test error is least at degree ${best_degree} and ${formatNumber(worse, 3)} times that at ${max_degree}; the widening gap is overfitting.`,
            )
          : say(
              `테스트 오차가 가장 높은 차수인 ${max_degree}차에서 가장 작아요(${formatNumber(test_mse[max_degree] ?? 0)}). 여기까지는 과적합보다 과소적합이 문제예요.`,
              `The test error is least at the highest degree, ${max_degree} (${formatNumber(test_mse[max_degree] ?? 0)}); up to here underfitting is the problem, not overfitting.`,
            ),
      numbers: [
        [say('가장 좋은 차수', 'best degree'), String(best_degree)],
        [say('그 차수의 학습 MSE', 'training MSE there'), formatNumber(train_mse[best_degree] ?? 0)],
        [say('그 차수의 테스트 MSE', 'test MSE there'), formatNumber(test_mse[best_degree] ?? 0)],
        [
          say(`${max_degree}차의 테스트 MSE`, `test MSE at degree ${max_degree}`),
          formatNumber(test_mse[max_degree] ?? 0),
        ],
      ],
      table: {
        columns: [say('차수', 'degree'), say('학습 MSE', 'training MSE'), say('테스트 MSE', 'test MSE')],
        rows: degrees.map((degree) => [
          String(degree),
          formatNumber(train_mse[degree] ?? 0),
          formatNumber(test_mse[degree] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '최대 3차', en: 'degree up to 3' },
      change: ({ max_degree }) => (max_degree === 3 ? undefined : { max_degree: 3 }),
    },
    {
      label: { ko: '학습 데이터를 하나 걸러', en: 'every other training point' },
      change: ({ x, y, max_degree }) => {
        const kept = x.filter((_, i) => i % 2 === 0);
        const count = new Set(kept).size;
        return kept.length < 4
          ? undefined
          : { x: kept, y: y.filter((_, i) => i % 2 === 0), max_degree: Math.min(max_degree, count - 1) };
      },
    },
    {
      label: { ko: '범위 밖에서 테스트', en: 'test outside the range' },
      change: ({ x, x_test }) => {
        const { min, max } = extent(x);
        const shifted = x_test.map((value) => value + (max - min) * 0.2);
        return shifted.every((value) => value <= 10) ? { x_test: shifted } : undefined;
      },
    },
  ],
});
