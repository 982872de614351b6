import type { Colour, SingleChart, XySeries } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { type Boosted, boostStumps, stumpValue } from '../../math/gradient-boosting.ts';
import { rmse } from '../../math/rmse.ts';
import { distinct, extent } from '../../math/summary.ts';
import { notConstant, sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, type Say } from '../demo.ts';
import { float, floats, int } from '../parameters.ts';

/** F after `stages` stumps at x. */
function modelAt({ init, stumps }: Boosted, lr: number, stages: number, x: number): number {
  return stumps.slice(0, stages).reduce((value, stump) => value + lr * stumpValue(stump, x), init);
}

/** The fit as a line of steps from x = low to high: at each threshold the value left and right of it. */
function stairs(boosted: Boosted, lr: number, stages: number, low: number, high: number) {
  const edges = distinct(boosted.stumps.slice(0, stages).map((stump) => stump.threshold));
  const values = [...edges, high].map((at) => modelAt(boosted, lr, stages, at));
  return {
    x: [low, ...edges.flatMap((edge) => [edge, edge]), high],
    y: values.flatMap((value) => [value, value]),
  };
}

/** A few stages to draw: the mean, the first, one in the middle and the last. */
function shownStages(trees: number): number[] {
  return [...new Set([0, 1, Math.round(Math.sqrt(trees)), trees])].sort((a, b) => a - b);
}

const COLOURS: readonly Colour[] = ['grey', 'sky', 'green', 'vermillion'];

function fitPanel(
  x: readonly number[],
  y: readonly number[],
  boosted: Boosted,
  lr: number,
  say: Say,
): SingleChart {
  const { min, max } = extent(x);
  const pad = (max - min) * 0.04;
  const stages = shownStages(boosted.stumps.length);
  const lines = stages.map(
    (stage, i): XySeries => ({
      name: say(`${stage}단계`, `stage ${stage}`),
      ...stairs(boosted, lr, stage, min - pad, max + pad),
      look: 'line',
      colour: i === stages.length - 1 ? 'vermillion' : (COLOURS[i] ?? 'grey'),
    }),
  );
  return {
    kind: 'xy',
    title: say('단계마다의 예측', 'fit after each stage'),
    x: { name: 'x' },
    y: { name: 'y' },
    series: [{ name: say('데이터', 'data'), x, y, look: 'points', colour: 'black' }, ...lines],
  };
}

export const gradientBoosting = defineDemo({
  id: 'gradient-boosting',
  title: { ko: '그래디언트 부스팅', en: 'Gradient boosting with stumps' },
  about: {
    ko: '평균에서 시작해, 남은 잔차(제곱 오차의 음의 기울기)에 깊이 1 트리를 맞추고 학습률만큼 더하기를 되풀이해요. scikit-learn의 GradientBoostingRegressor(max_depth=1, squared_error)와 같아요.',
    en: "Starts from the mean; again and again fits a depth-1 tree to the residuals (the negative gradient of the squared error) and adds the learning rate times its output, as scikit-learn's GradientBoostingRegressor (max_depth=1, squared_error) does.",
  },
  parameters: {
    x: floats([1, 2, 3, 4, 5, 6, 7, 8], '2..100', '-10000..10000'),
    y: floats([5, 7, 12, 23, 25, 28, 34, 50], '2..100', '-100000..100000'),
    trees: int(5, '1..100'),
    lr: float(0.3, '0<..1'),
  },
  results: {
    init: 'float',
    threshold: 'float[m]',
    left: 'float[m]',
    right: 'float[m]',
    mse: 'float[m+1]',
    prediction: 'float[n]',
  },
  run({ x, y, trees, lr }) {
    sameLength('y', y, 'x', x);
    notConstant('x', x);
    const { init, stumps, fits } = boostStumps(x, y, trees, lr);
    return {
      init,
      threshold: stumps.map((stump) => stump.threshold),
      left: stumps.map((stump) => stump.left),
      right: stumps.map((stump) => stump.right),
      mse: fits.map((fit) => rmse(fit, y) ** 2),
      prediction: fits.at(-1) ?? [],
    };
  },
  view({ x, y, trees, lr }, { init, threshold, left, right, mse }, say) {
    const boosted = boostStumps(x, y, trees, lr);
    const [first, last] = [mse[0] ?? 0, mse.at(-1) ?? 0];
    const explained = first > 0 ? 1 - last / first : 0;
    return {
      chart: {
        kind: 'panels',
        title: say(
          `그래디언트 부스팅: 트리 ${trees}그루, 학습률 ${formatNumber(lr)}`,
          `Gradient boosting: ${countOf(trees, 'tree')}, learning rate ${formatNumber(lr)}`,
        ),
        panels: [
          fitPanel(x, y, boosted, lr, say),
          {
            kind: 'xy',
            title: say('단계에 따른 학습 오차', 'training error by stage'),
            x: { name: say('단계 (트리 수)', 'stage (trees)'), whole: true },
            y: { name: 'MSE', min: 0 },
            series: [
              {
                name: 'MSE',
                x: mse.map((_, i) => i),
                y: mse,
                look: mse.length > 40 ? 'line' : 'line-points',
                colour: 'blue',
              },
            ],
          },
        ],
      },
      see:
        first === 0
          ? say(
              'y가 모두 같아서 평균만으로 오차가 0이고, 트리가 더할 것이 없어요.',
              'All targets are equal: the mean alone leaves no error, and the trees have nothing to add.',
            )
          : say(
              `첫 트리는 x = ${formatNumber(threshold[0] ?? 0)}에서 나누고, ${trees}단계 뒤 MSE는 ${formatNumber(first)}에서 ${formatNumber(last)}까지(${formatPercent(explained)}) 줄어요. 배깅과 달리 트리마다 앞 단계가 남긴 잔차를 배워요.`,
              `The first tree splits at x = ${formatNumber(threshold[0] ?? 0)}; after ${countOf(trees, 'stage')} the MSE has gone from ${formatNumber(first)} to ${formatNumber(last)} (${formatPercent(explained)} less). Unlike in bagging, each tree learns what the ones before left over.`,
            ),
      numbers: [
        [say('시작값(평균)', 'start (mean)'), formatNumber(init)],
        [say('트리 없는 MSE', 'MSE without trees'), formatNumber(first)],
        [say('마지막 MSE', 'last MSE'), formatNumber(last)],
        [say('줄어든 비율', 'reduction'), formatPercent(explained)],
      ],
      table: {
        columns: [
          say('단계', 'stage'),
          say('경계', 'threshold'),
          say('왼쪽 잔차 평균', 'left residual mean'),
          say('오른쪽 잔차 평균', 'right residual mean'),
          'MSE',
        ],
        rows: threshold.map((at, i) => [
          String(i + 1),
          ...[at, left[i] ?? 0, right[i] ?? 0, mse[i + 1] ?? 0].map((value) => formatNumber(value)),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '학습률 1', en: 'lr = 1' }, change: () => ({ lr: 1 }) },
    { label: { ko: '학습률 ÷ 3', en: 'lr ÷ 3' }, change: ({ lr }) => ({ lr: lr / 3 }) },
    {
      label: { ko: '트리 × 4', en: 'trees × 4' },
      change: ({ trees }) => (trees <= 25 ? { trees: trees * 4 } : undefined),
    },
    {
      label: { ko: '학습률 0.1, 트리 100그루', en: 'lr 0.1, 100 trees' },
      change: () => ({ lr: 0.1, trees: 100 }),
    },
  ],
});
