import { formatNumber } from '../../charts/number.ts';
import { lineDescent, lineRateLimit } from '../../math/line-descent.ts';
import { linearFit } from '../../math/linear-fit.ts';
import { extent } from '../../math/summary.ts';
import { notConstant, sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { float, floats, int } from '../parameters.ts';

const TOLD = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
/** Points of the loss curve that are drawn. */
const DRAWN = 300;

export const linearRegression = defineDemo({
  id: 'linear-regression',
  title: { ko: '경사하강법 선형 회귀', en: 'Linear regression by gradient descent' },
  about: {
    ko: '평균제곱오차를 전체 배치 경사 하강법으로 줄여 가요. w와 b의 기울기는 같은 점에서 구해요: w ← w − lr·2·평균(e·x), b ← b − lr·2·평균(e).',
    en: 'Lowers the mean squared error by full-batch gradient descent, both gradients from the same point: w ← w − lr·2·mean(e·x), b ← b − lr·2·mean(e).',
  },
  parameters: {
    x: floats([1, 2, 3, 4, 5], '2..100', '-100..100'),
    y: floats([12, 23, 34, 45, 56], '2..100', '-10000..10000'),
    lr: float(0.01, '0<..1'),
    epochs: int(300, '1..5000'),
    w0: float(1, '-1000..1000'),
    b0: float(1, '-1000..1000'),
  },
  results: {
    w: 'float',
    b: 'float',
    loss_first: 'float',
    loss_last: 'float',
    w_ols: 'float',
    b_ols: 'float',
    history: 'float[k][4]',
  },
  run({ x, y, lr, epochs, w0, b0 }) {
    sameLength('y', y, 'x', x);
    notConstant('x', x);
    const exact = linearFit(
      x.map((value) => [value]),
      y,
      true,
    );
    if (exact === undefined)
      return refuse('x', '값이 서로 너무 가까워요.', 'has values too close to one another.');
    const steps = lineDescent(x, y, { w: w0, b: b0 }, { lr, epochs });
    const last = steps[epochs] ?? { w: w0, b: b0, loss: 0 };
    if (!Number.isFinite(last.loss))
      refuse(
        'lr',
        `너무 커서 발산해요. 이 x에서는 ${formatNumber(lineRateLimit(x))}보다 작아야 해요.`,
        `is too large: the loss grows beyond all numbers. For this x it must be below ${formatNumber(lineRateLimit(x))}.`,
      );
    const told = [...new Set([...TOLD.filter((epoch) => epoch <= epochs), epochs])];
    return {
      w: last.w,
      b: last.b,
      loss_first: steps[0]?.loss ?? 0,
      loss_last: last.loss,
      w_ols: exact.coef[0] ?? 0,
      b_ols: exact.intercept,
      history: told.map((epoch) => {
        const step = steps[epoch] ?? last;
        return [epoch, step.w, step.b, step.loss];
      }),
    };
  },
  view({ x, y, lr, epochs, w0, b0 }, { w, b, loss_first, loss_last, w_ols, b_ols, history }, say) {
    const steps = lineDescent(x, y, { w: w0, b: b0 }, { lr, epochs });
    const every = Math.ceil(steps.length / DRAWN);
    const drawn = steps.map((step, epoch) => ({ ...step, epoch })).filter(({ epoch }) => epoch % every === 0);
    const { min, max } = extent(x);
    const limit = lineRateLimit(x);
    const grows = loss_last > loss_first;
    const line = (slope: number, shift: number): number[] => [min, max].map((value) => slope * value + shift);
    return {
      chart: {
        kind: 'panels',
        title: say('경사 하강법 선형 회귀', 'Linear regression by gradient descent'),
        subtitle: say(
          `학습률 ${formatNumber(lr)}, ${epochs}에포크`,
          `learning rate ${formatNumber(lr)}, ${countOf(epochs, 'epoch')}`,
        ),
        panels: [
          {
            kind: 'xy',
            title: say('에포크에 따른 손실', 'loss against epoch'),
            x: { name: say('에포크', 'epoch'), whole: true },
            y: { name: say('평균제곱오차 (로그)', 'mean squared error (log)'), log: true },
            series: [
              {
                name: say('손실', 'loss'),
                x: drawn.map(({ epoch }) => epoch),
                y: drawn.map(({ loss }) => (loss > 1e-300 ? loss : null)),
                look: 'line',
                colour: 'blue',
              },
            ],
          },
          {
            kind: 'xy',
            title: say('찾은 직선', 'the line found'),
            x: { name: 'x' },
            y: { name: 'y' },
            series: [
              {
                name: say('시작', 'start'),
                x: [min, max],
                y: line(w0, b0),
                look: 'dashed',
                colour: 'grey',
              },
              {
                name: say('OLS', 'OLS'),
                x: [min, max],
                y: line(w_ols, b_ols),
                look: 'line',
                colour: 'orange',
              },
              {
                name: say('경사 하강법', 'gradient descent'),
                x: [min, max],
                y: line(w, b),
                look: 'dashed',
                colour: 'blue',
              },
              { name: say('데이터', 'data'), x, y, look: 'points', colour: 'black' },
            ],
          },
        ],
      },
      see: grows
        ? say(
            `학습률(${formatNumber(lr)})이 한계(${formatNumber(limit)})를 넘어서 손실이 ${formatNumber(loss_first)}에서 ${withJosa(formatNumber(loss_last), '으로/로')} 커져요. 발산이에요.`,
            `The learning rate ${formatNumber(lr)} is above the limit of ${formatNumber(limit)}: the loss grows from ${formatNumber(loss_first)} to ${formatNumber(loss_last)}, which is divergence.`,
          )
        : say(
            `${epochs}에포크 동안 손실이 ${formatNumber(loss_first)}에서 ${withJosa(formatNumber(loss_last), '으로/로')} 줄었고, w는 OLS의 답과 ${formatNumber(Math.abs(w - w_ols), 2)}, b는 ${formatNumber(Math.abs(b - b_ols), 2)}만큼 달라요.`,
            `In ${countOf(epochs, 'epoch')} the loss falls from ${formatNumber(loss_first)} to ${formatNumber(loss_last)}; w is ${formatNumber(Math.abs(w - w_ols), 2)} and b is ${formatNumber(Math.abs(b - b_ols), 2)} away from the least-squares answer.`,
          ),
      numbers: [
        [say('w, b (경사 하강법)', 'w, b by descent'), `${formatNumber(w)}, ${formatNumber(b)}`],
        [say('w, b (OLS)', 'w, b by OLS'), `${formatNumber(w_ols)}, ${formatNumber(b_ols)}`],
        [say('처음 손실', 'first loss'), formatNumber(loss_first)],
        [say('마지막 손실', 'last loss'), formatNumber(loss_last)],
        [say('학습률의 한계', 'limit of the learning rate'), formatNumber(limit)],
      ],
      table: {
        columns: [say('에포크', 'epoch'), 'w', 'b', say('손실', 'loss')],
        rows: history.map((row) => row.map((value) => formatNumber(value))),
      },
    };
  },
  variations: [
    {
      label: { ko: '에포크 × 10', en: 'epochs × 10' },
      change: ({ epochs }) => (epochs <= 500 ? { epochs: epochs * 10 } : undefined),
    },
    { label: { ko: '학습률 ÷ 10', en: 'lr ÷ 10' }, change: ({ lr }) => ({ lr: lr / 10 }) },
    {
      label: { ko: '한계보다 조금 큰 학습률', en: 'lr a little above the limit' },
      change: ({ x }) => {
        const lr = lineRateLimit(x) * 1.02;
        return lr < 1 ? { lr, epochs: 100 } : undefined;
      },
    },
    {
      label: { ko: 'x를 표준화하기', en: 'x standardized' },
      change: ({ x }) => {
        const centre = x.reduce((total, value) => total + value, 0) / x.length;
        const spread = Math.sqrt(x.reduce((total, value) => total + (value - centre) ** 2, 0) / x.length);
        return spread > 0 ? { x: x.map((value) => (value - centre) / spread), lr: 0.1 } : undefined;
      },
    },
  ],
});
