import { formatNumber } from '../../charts/number.ts';
import {
  CURVES_TO_FIT,
  type Curve,
  type ReluSum,
  reluInterpolation,
  reluSum,
} from '../../math/relu-interpolation.ts';
import { sum } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { ordered } from '../checks.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { choice, float, int } from '../parameters.ts';

const FORMULA = { square: 'x²', sin: 'sin x', exp: 'eˣ', tanh: 'tanh x' } as const;
const PLACES = 1001;
const MAX_SEGMENTS = 100;

function errorsOf({ f }: Curve, fit: ReluSum, lo: number, hi: number): { max: number; rmse: number } {
  const errors = linspace(lo, hi, PLACES).map((x) => Math.abs(reluSum(fit, x) - f(x)));
  return { max: Math.max(...errors), rmse: Math.sqrt(sum(errors.map((one) => one * one)) / PLACES) };
}

export const reluApproximation = defineDemo({
  id: 'relu-approximation',
  title: { ko: 'ReLU로 곡선 근사', en: 'Approximating a curve with ReLU pieces' },
  about: {
    ko: '곡선을 같은 간격의 매듭에서 선형 보간하고 f(lo) + Σ coef·relu(x − 매듭)으로 써요. 은닉층이 하나인 ReLU 신경망과 같은 꼴이에요. 오차는 같은 간격의 점 1001개에서 재요.',
    en: 'Interpolates a curve linearly at equal knots, written as f(lo) + Σ coef·relu(x − knot): the form of a ReLU network with one hidden layer. Errors are taken at 1001 equally spaced points.',
  },
  parameters: {
    fn: choice(['square', 'sin', 'exp', 'tanh'], 'square'),
    lo: float(-2, '-10..10'),
    hi: float(2, '-10..10'),
    segments: int(4, '1..100'),
  },
  results: {
    knots: 'float[segments+1]',
    coef: 'float[segments]',
    max_error: 'float',
    rmse: 'float',
  },
  run({ fn, lo, hi, segments }) {
    ordered('lo', lo, 'hi', hi);
    const curve = CURVES_TO_FIT[fn];
    const fit = reluInterpolation(curve, lo, hi, segments);
    const { max, rmse } = errorsOf(curve, fit, lo, hi);
    return { knots: fit.knots, coef: fit.coef, max_error: max, rmse };
  },
  view({ fn, lo, hi, segments }, { knots, coef, max_error, rmse }, say) {
    const curve = CURVES_TO_FIT[fn];
    const grid = linspace(lo, hi, 301);
    const double = errorsOf(curve, reluInterpolation(curve, lo, hi, segments * 2), lo, hi).max;
    const ratio = double > 0 ? max_error / double : 0;
    return {
      chart: {
        kind: 'xy',
        title: say(`ReLU ${segments}개로 근사한 ${FORMULA[fn]}`, `${FORMULA[fn]} from ${segments} ReLUs`),
        subtitle: say(`가장 큰 오차 ${formatNumber(max_error)}`, `largest error ${formatNumber(max_error)}`),
        x: { name: 'x' },
        y: { name: 'y' },
        series: [
          { name: FORMULA[fn], x: grid, y: grid.map(curve.f), look: 'line', colour: 'grey' },
          {
            name: say('ReLU의 합 (●는 매듭)', 'sum of ReLUs (● knots)'),
            x: knots,
            y: knots.map((x) => reluSum({ knots, coef, start: curve.f(lo) }, x)),
            look: segments <= 40 ? 'line-points' : 'dashed',
            colour: 'vermillion',
          },
        ],
      },
      see: say(
        `ReLU ${segments}개의 가장 큰 오차는 ${formatNumber(max_error)}, ${segments * 2}개면 ${withJosa(formatNumber(double), '으로/로')} 줄어요(1/${formatNumber(ratio, 2)}). 조각을 늘리면 닫힌 구간의 어떤 연속 함수에도 원하는 만큼 가까워져요.`,
        `With ${segments} ReLUs the largest error is ${formatNumber(max_error)}, with ${segments * 2} it is ${formatNumber(double)}, ${formatNumber(ratio, 2)} times smaller. Enough pieces come as close as wanted to any continuous function on a closed interval.`,
      ),
      numbers: [
        [say('가장 큰 오차', 'largest error'), formatNumber(max_error)],
        [say('오차의 제곱평균제곱근', 'root mean squared error'), formatNumber(rmse)],
        [
          say(`조각 ${segments * 2}개일 때 가장 큰 오차`, `largest error with ${segments * 2} pieces`),
          formatNumber(double),
        ],
      ],
      table: {
        columns: [say('매듭', 'knot'), say('계수 (기울기의 변화)', 'coefficient (change of slope)')],
        rows: coef.map((c, i) => [formatNumber(knots[i] ?? 0), formatNumber(c)]),
      },
    };
  },
  variations: [
    {
      label: { ko: '조각 × 2', en: 'pieces × 2' },
      change: ({ segments }) => (segments * 2 <= MAX_SEGMENTS ? { segments: segments * 2 } : undefined),
    },
    {
      label: { ko: '조각 ÷ 2', en: 'pieces ÷ 2' },
      change: ({ segments }) => (segments >= 2 ? { segments: Math.floor(segments / 2) } : undefined),
    },
    {
      label: { ko: '사인 한 주기', en: 'one sine period' },
      change: () => ({ fn: 'sin', lo: -3.14, hi: 3.14 }),
    },
    { label: { ko: '지수 함수', en: 'exponential' }, change: () => ({ fn: 'exp' }) },
    { label: { ko: 'tanh', en: 'tanh' }, change: () => ({ fn: 'tanh', lo: -4, hi: 4 }) },
  ],
});
