import { formatNumber } from '../../charts/number.ts';
import { linearFit } from '../../math/linear-fit.ts';
import { extent, mean } from '../../math/summary.ts';
import { notConstant, sameLength } from '../checks.ts';
import { defineDemo, refuse } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { floats } from '../parameters.ts';

function meanSquare(values: readonly number[]): number {
  return mean(values.map((value) => value * value));
}

/** Errors that differ by less than this share are the same error. */
const SAME = 1e-9;

export const biasTerm = defineDemo({
  id: 'bias-term',
  title: { ko: '편향(절편)의 역할', en: 'Line with and without a bias term' },
  about: {
    ko: '같은 점에 y = w·x + b와 y = w·x를 각각 최소제곱으로 맞춰요. 여기서 편향은 더하는 항 b(절편)이고, 추정량의 통계적 편향과는 다른 말이에요.',
    en: 'Fits y = w·x + b and y = w·x to the same points by least squares. The bias here is the added term b (the intercept), not the statistical bias of an estimator.',
  },
  parameters: {
    x: floats([1, 2, 3, 4, 5], '3..200', '-1000000..1000000'),
    y: floats([12, 23, 34, 45, 56], '3..200', '-1000000..1000000'),
  },
  results: {
    slope: 'float',
    intercept: 'float',
    mse: 'float',
    slope_no_bias: 'float',
    mse_no_bias: 'float',
  },
  run({ x, y }) {
    sameLength('y', y, 'x', x);
    notConstant('x', x);
    const column = x.map((value) => [value]);
    const free = linearFit(column, y, true);
    const bound = linearFit(column, y, false);
    if (free === undefined || bound === undefined)
      return refuse('x', '값이 서로 너무 가까워요.', 'has values too close to one another.');
    return {
      slope: free.coef[0] ?? 0,
      intercept: free.intercept,
      mse: meanSquare(free.residuals),
      slope_no_bias: bound.coef[0] ?? 0,
      mse_no_bias: meanSquare(bound.residuals),
    };
  },
  view({ x, y }, { slope, intercept, mse, slope_no_bias, mse_no_bias }, say) {
    const { min, max } = extent([0, ...x]);
    const ends = [min, max];
    const withBias = (value: number): number => slope * value + intercept;
    const without = (value: number): number => slope_no_bias * value;
    const residuals = (line: (value: number) => number): number[] =>
      x.map((value, i) => (y[i] ?? 0) - line(value));
    const [free, bound] = [say('편향 있음', 'with bias'), say('편향 없음', 'without bias')];
    const gains = mse_no_bias > mse + SAME * meanSquare(y);
    return {
      chart: {
        kind: 'panels',
        title: say('편향이 있는 직선과 없는 직선', 'Line with and without a bias term'),
        subtitle: say(
          `MSE ${formatNumber(mse)} (있음), ${formatNumber(mse_no_bias)} (없음)`,
          `MSE ${formatNumber(mse)} with, ${formatNumber(mse_no_bias)} without`,
        ),
        panels: [
          {
            kind: 'xy',
            title: say('두 직선 (× 원점)', 'both lines (× origin)'),
            x: { name: 'x' },
            y: { name: 'y' },
            series: [
              { name: free, x: ends, y: ends.map(withBias), look: 'line', colour: 'blue' },
              { name: bound, x: ends, y: ends.map(without), look: 'dashed', colour: 'vermillion' },
              { name: say('데이터', 'data'), x, y, look: 'points', colour: 'black' },
              {
                name: say('원점', 'origin'),
                x: [0],
                y: [0],
                look: 'crosses',
                colour: 'vermillion',
                unlisted: true,
              },
            ],
          },
          {
            kind: 'xy',
            title: say('잔차 (데이터 − 직선)', 'residuals (data − line)'),
            x: { name: 'x' },
            y: { name: say('잔차', 'residual') },
            series: [
              { name: free, x, y: residuals(withBias), look: 'points', colour: 'blue' },
              { name: bound, x, y: residuals(without), look: 'crosses', colour: 'vermillion' },
            ],
            marks: [{ axis: 'y', at: 0, label: '', colour: 'grey' }],
          },
        ],
      },
      see: gains
        ? say(
            `편향이 없으면 직선이 원점을 지나야 해서 기울기가 ${formatNumber(slope)}에서 ${withJosa(formatNumber(slope_no_bias), '으로/로')} 바뀌고, MSE는 ${formatNumber(mse)}에서 ${withJosa(formatNumber(mse_no_bias), '으로/로')} 커져요.`,
            `Without a bias the line has to pass through the origin: its slope moves from ${formatNumber(slope)} to ${formatNumber(slope_no_bias)} and the MSE grows from ${formatNumber(mse)} to ${formatNumber(mse_no_bias)}.`,
          )
        : say(
            `맞춘 편향이 ${formatNumber(intercept)}이라 원점을 지나는 직선과 MSE(${formatNumber(mse)})가 같아요. 이 데이터에는 편향이 필요하지 않아요.`,
            `The fitted bias is ${formatNumber(intercept)}, so the line through the origin has the same MSE (${formatNumber(mse)}); these data need no bias.`,
          ),
      numbers: [
        [say('기울기 (편향 있음)', 'slope with bias'), formatNumber(slope)],
        [say('편향', 'bias'), formatNumber(intercept)],
        [say('MSE (편향 있음)', 'MSE with bias'), formatNumber(mse)],
        [say('기울기 (편향 없음)', 'slope without'), formatNumber(slope_no_bias)],
        [say('MSE (편향 없음)', 'MSE without'), formatNumber(mse_no_bias)],
      ],
    };
  },
  variations: [
    {
      label: { ko: 'y를 10 올리기', en: 'y + 10' },
      change: ({ y }) =>
        y.every((value) => value <= 999_990) ? { y: y.map((value) => value + 10) } : undefined,
    },
    {
      label: { ko: 'x를 평균 0으로 옮기기', en: 'x with mean 0' },
      change: ({ x }) => {
        const centre = mean(x);
        return Math.abs(centre) < 1e-12 ? undefined : { x: x.map((value) => value - centre) };
      },
    },
    {
      label: { ko: '원점을 지나는 데이터', en: 'data through the origin' },
      change: ({ x }) =>
        x.every((value) => Math.abs(value) <= 90_000) ? { y: x.map((value) => 11 * value) } : undefined,
    },
  ],
});
