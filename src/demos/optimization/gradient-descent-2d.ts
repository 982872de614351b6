import { formatNumber } from '../../charts/number.ts';
import { linspace } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { float, int } from '../parameters.ts';

/** Beyond this a path counts as diverged. */
const FAR = 1e6;

function signChanges(values: readonly number[]): number {
  let count = 0;
  for (let t = 0; t + 1 < values.length; t++) if ((values[t] ?? 0) * (values[t + 1] ?? 0) < 0) count += 1;
  return count;
}

export const gradientDescent2d = defineDemo({
  id: 'gradient-descent-2d',
  title: { ko: '찌그러진 기울기와 지그재그(2차원)', en: 'Ill-conditioned descent and zigzag' },
  about: {
    ko: 'f = (a·x² + b·y²)/2에서 경사 하강법을 따라가요. 학습률이 2/max(a, b)를 넘으면 발산해요.',
    en: 'Follows gradient descent on f = (a·x² + b·y²)/2; it diverges when the learning rate exceeds 2/max(a, b).',
  },
  parameters: {
    a: float(1, '0<..1000'),
    b: float(10, '0<..1000'),
    x0: float(10, '-100..100'),
    y0: float(1, '-100..100'),
    lr: float(0.18, '0<..10'),
    steps: int(20, '1..200'),
  },
  results: {
    x: 'float[k]',
    y: 'float[k]',
    f: 'float[k]',
    condition_number: 'float',
    lr_limit: 'float',
    zigzag_x: 'int',
    zigzag_y: 'int',
    diverged: 'bool',
  },
  run({ a, b, x0, y0, lr, steps }) {
    const x = [x0];
    const y = [y0];
    let diverged = false;
    for (let step = 0; step < steps; step++) {
      const nextX = (x.at(-1) ?? 0) - lr * a * (x.at(-1) ?? 0);
      const nextY = (y.at(-1) ?? 0) - lr * b * (y.at(-1) ?? 0);
      diverged = Math.abs(nextX) > FAR || Math.abs(nextY) > FAR;
      if (diverged) break;
      x.push(nextX);
      y.push(nextY);
    }
    return {
      x,
      y,
      f: x.map((value, i) => (a * value ** 2 + b * (y[i] ?? 0) ** 2) / 2),
      condition_number: Math.max(a, b) / Math.min(a, b),
      lr_limit: 2 / Math.max(a, b),
      zigzag_x: signChanges(x),
      zigzag_y: signChanges(y),
      diverged,
    };
  },
  view({ a, b, lr }, { x, y, f, condition_number, lr_limit, zigzag_x, zigzag_y, diverged }, say) {
    const reach = (values: readonly number[]): number => Math.max(1e-6, ...values.map(Math.abs)) * 1.15;
    const xs = linspace(-reach(x), reach(x), 61);
    const ys = linspace(-reach(y), reach(y), 61);
    const last = f.at(-1) ?? 0;
    return {
      chart: {
        kind: 'plane',
        title: say('경사 하강법이 지나간 길', 'Path of gradient descent'),
        subtitle: say(
          `a = ${formatNumber(a)}, b = ${formatNumber(b)}, 학습률 ${formatNumber(lr)}`,
          `a = ${formatNumber(a)}, b = ${formatNumber(b)}, learning rate ${formatNumber(lr)}`,
        ),
        x: { name: 'x' },
        y: { name: 'y' },
        field: {
          xs,
          ys,
          z: ys.map((v) => xs.map((u) => (a * u * u + b * v * v) / 2)),
          show: 'contours',
          name: 'f',
        },
        series: [
          {
            name: say('길 (○ 시작, ● 끝)', 'path (○ start, ● end)'),
            x,
            y,
            look: 'path',
            colour: 'vermillion',
          },
          { name: say('최솟값', 'minimum'), x: [0], y: [0], look: 'crosses', colour: 'black' },
        ],
      },
      see: diverged
        ? say(
            `학습률 ${withJosa(formatNumber(lr), '이/가')} 한계 ${withJosa(formatNumber(lr_limit), '을/를')} 넘어서 발산해요.`,
            `The learning rate ${formatNumber(lr)} is above the limit of ${formatNumber(lr_limit)}, so the path diverges.`,
          )
        : zigzag_x + zigzag_y === 0
          ? say(
              `조건수가 ${formatNumber(condition_number)}이고, 어느 좌표도 부호가 바뀌지 않아 지그재그 없이 움직여요.`,
              `The condition number is ${formatNumber(condition_number)}; neither coordinate changes its sign, so the path does not zigzag.`,
            )
          : say(
              `조건수가 ${formatNumber(condition_number)}이고, 한 좌표의 부호가 많게는 ${Math.max(zigzag_x, zigzag_y)}번 바뀌며 최솟값을 건너뛰어요.`,
              `The condition number is ${formatNumber(condition_number)}; one coordinate jumps over the minimum and changes its sign up to ${countOf(Math.max(zigzag_x, zigzag_y), 'time')}.`,
            ),
      numbers: [
        [say('마지막 f', 'last f'), formatNumber(last)],
        [say('조건수', 'condition number'), formatNumber(condition_number)],
        [say('학습률의 한계', 'limit of the learning rate'), formatNumber(lr_limit)],
        [say('스텝', 'steps'), String(x.length - 1)],
      ],
      table: {
        columns: [say('스텝', 'step'), 'x', 'y', 'f'],
        rows: x.map((value, i) => [
          String(i),
          ...[value, y[i] ?? 0, f[i] ?? 0].map((one) => formatNumber(one)),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '학습률 × 1.5', en: 'lr × 1.5' }, change: ({ lr }) => ({ lr: lr * 1.5 }) },
    { label: { ko: '학습률 ÷ 2', en: 'lr ÷ 2' }, change: ({ lr }) => ({ lr: lr / 2 }) },
    { label: { ko: 'b = a (둥근 그릇)', en: 'b = a (round bowl)' }, change: ({ a }) => ({ b: a }) },
    {
      label: { ko: 'b = 100 (좁은 골짜기)', en: 'b = 100 (narrow valley)' },
      change: () => ({ b: 100, lr: 0.018 }),
    },
  ],
});
