import { formatNumber } from '../../charts/number.ts';
import { lineFit, lineLoss } from '../../math/straight-line.ts';
import { argMin } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { ordered, sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { float, floats, int } from '../parameters.ts';

/** Finer than the grid of the results, so that the valley shows. */
const FINE = 61;

export const lossSurface = defineDemo({
  id: 'loss-surface',
  title: { ko: '손실 표면', en: 'Loss surface of a line fit' },
  about: {
    ko: '직선 ŷ = wx + b의 평균제곱오차를 w와 b의 격자에서 모두 계산해요. 가장 작은 칸은 w, b 순서로 처음 나오는 것이에요.',
    en: 'Computes the mean squared error of the line wx + b at every cell of a grid of w and b; the best cell is the first smallest in the order of w, then b.',
  },
  parameters: {
    x: floats([1, 2, 3, 4, 5], '1..100', '-1000..1000'),
    y: floats([12, 23, 34, 45, 56], '1..100', '-1000..1000'),
    w_lo: float(0, '-1000..1000'),
    w_hi: float(20, '-1000..1000'),
    b_lo: float(-10, '-1000..1000'),
    b_hi: float(10, '-1000..1000'),
    n: int(11, '2..25'),
  },
  results: {
    w: 'float[n]',
    b: 'float[n]',
    loss: 'float[n][n]',
    w_best: 'float',
    b_best: 'float',
    loss_best: 'float',
  },
  run({ x, y, w_lo, w_hi, b_lo, b_hi, n }) {
    sameLength('y', y, 'x', x);
    ordered('w_lo', w_lo, 'w_hi', w_hi);
    ordered('b_lo', b_lo, 'b_hi', b_hi);
    const w = linspace(w_lo, w_hi, n);
    const b = linspace(b_lo, b_hi, n);
    const loss = w.map((slope) => b.map((offset) => lineLoss(x, y, { w: slope, b: offset })));
    const best = argMin(loss.flat());
    return {
      w,
      b,
      loss,
      w_best: w[Math.floor(best / n)] ?? w_lo,
      b_best: b[best % n] ?? b_lo,
      loss_best: loss.flat()[best] ?? 0,
    };
  },
  view({ x, y, w_lo, w_hi, b_lo, b_hi, n }, { loss, w_best, b_best, loss_best }, say) {
    const xs = linspace(w_lo, w_hi, FINE);
    const ys = linspace(b_lo, b_hi, FINE);
    const exact = lineFit(x, y);
    const inside = exact.w >= w_lo && exact.w <= w_hi && exact.b >= b_lo && exact.b <= b_hi;
    const known = Number.isFinite(exact.w);
    const worst = Math.max(...loss.flat());
    const leastLoss = known ? lineLoss(x, y, exact) : undefined;
    return {
      chart: {
        kind: 'plane',
        title: say('w와 b에 따른 평균제곱오차', 'Mean squared error over w and b'),
        subtitle: say(
          `점 ${x.length}개, 격자 ${n} × ${n}, 색은 로그 눈금`,
          `${countOf(x.length, 'point')}, grid of ${n} by ${n}, colours on a log scale`,
        ),
        x: { name: say('기울기 w', 'slope w') },
        y: { name: say('절편 b', 'intercept b') },
        field: {
          xs,
          ys,
          z: ys.map((offset) => xs.map((slope) => lineLoss(x, y, { w: slope, b: offset }))),
          show: 'colours',
          log: true,
          name: say('손실', 'loss'),
        },
        series: [
          {
            name: say('격자에서 가장 작은 칸', 'best cell of the grid'),
            x: [w_best],
            y: [b_best],
            look: 'points',
            colour: 'vermillion',
          },
          ...(inside
            ? [
                {
                  name: say('최소제곱해', 'least squares'),
                  x: [exact.w],
                  y: [exact.b],
                  look: 'crosses',
                  colour: 'black',
                } as const,
              ]
            : []),
        ],
      },
      see: known
        ? say(
            `격자에서는 w = ${formatNumber(w_best)}, b = ${formatNumber(b_best)}일 때 손실 ${formatNumber(loss_best)}까지 내려가고, 최소제곱해의 손실은 ${formatNumber(leastLoss ?? 0)}까지 내려가요. 볼록한 골짜기라서 최솟값이 한 곳이고, 기울어진 방향으로는 w와 b가 서로를 보상해요.`,
            `The grid gets down to a loss of ${formatNumber(loss_best)} at w = ${formatNumber(w_best)}, b = ${formatNumber(b_best)}; least squares reaches ${formatNumber(leastLoss ?? 0)}. The surface is one convex valley with a single minimum, along which w and b make up for each other.`,
          )
        : say(
            `x가 모두 같은 값이라 w와 b를 따로 정할 수 없어요. 손실이 같은 점이 직선으로 이어지고, 그중 처음 칸의 손실이 ${formatNumber(loss_best)}만큼이에요.`,
            `All x are equal, so w and b cannot be told apart: the minima form a line, and the first best cell has a loss of ${formatNumber(loss_best)}.`,
          ),
      numbers: [
        [say('가장 좋은 w', 'best w'), formatNumber(w_best)],
        [say('가장 좋은 b', 'best b'), formatNumber(b_best)],
        [say('그때의 손실', 'loss there'), formatNumber(loss_best)],
        [say('격자에서 가장 큰 손실', 'largest loss on the grid'), formatNumber(worst)],
        [
          say('최소제곱해 (w, b)', 'least squares (w, b)'),
          known
            ? `${formatNumber(exact.w)}, ${formatNumber(exact.b)}`
            : say('정해지지 않음', 'not determined'),
        ],
      ],
    };
  },
  variations: [
    { label: { ko: '더 촘촘한 격자 (25)', en: 'finer grid (25)' }, change: () => ({ n: 25 }) },
    {
      label: { ko: 'x를 평균 0으로 옮기기', en: 'centre x at 0' },
      change: ({ x }) => {
        const centre = x.reduce((total, value) => total + value, 0) / x.length;
        return { x: x.map((value) => value - centre), b_lo: 20, b_hi: 50 };
      },
    },
    {
      label: { ko: '마지막 y를 이상치로', en: 'outlier in the last y' },
      change: ({ y }) => ({ y: [...y.slice(0, -1), 100] }),
    },
  ],
});
