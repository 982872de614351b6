import { formatNumber } from '../../charts/number.ts';
import { extent } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { choice, float, int } from '../parameters.ts';
import { CURVES } from './curves.ts';

const FAR = 1e6;
const SLACK = 1e-12;

export const gradientDescent = defineDemo({
  id: 'gradient-descent',
  title: { ko: '경사하강법 1차원(학습률과 발산)', en: 'Gradient descent in one dimension' },
  about: {
    ko: 'x를 기울기에 학습률을 곱한 만큼 반대쪽으로 옮기는 일을 되풀이해요: x ← x − lr·f′(x).',
    en: 'Moves x against the slope, by the learning rate times the slope, again and again: x ← x − lr·f′(x).',
  },
  parameters: {
    fn: choice(['square', 'quartic', 'double-well', 'logcosh'], 'square'),
    x0: float(3, '-100..100'),
    lr: float(0.1, '0<..10'),
    steps: int(20, '1..200'),
  },
  results: { x: 'float[k]', f: 'float[k]', grad: 'float[k]', diverged: 'bool', monotone: 'bool' },
  run({ fn, x0, lr, steps }) {
    const curve = CURVES[fn];
    const x = [x0];
    let diverged = false;
    for (let step = 0; step < steps; step++) {
      const at = x.at(-1) ?? 0;
      const next = at - lr * curve.df(at);
      diverged = !(Math.abs(next) <= FAR);
      if (diverged) break;
      x.push(next);
    }
    const f = x.map(curve.f);
    const monotone = f.every((value, i) => i === 0 || value <= (f[i - 1] ?? 0) + SLACK);
    return { x, f, grad: x.map(curve.df), diverged, monotone };
  },
  view({ fn, lr }, { x, f, grad, diverged, monotone }, say) {
    const { min, max } = extent(x);
    const pad = Math.max(0.5, (max - min) * 0.15);
    const grid = linspace(Math.min(min, -0.5) - pad, Math.max(max, 0.5) + pad, 161);
    const curve = CURVES[fn];
    const outcome = diverged
      ? say(
          '학습률이 너무 커서 멀리 튕겨 나가며 발산해요.',
          'The learning rate is too large: the steps overshoot and diverge.',
        )
      : f.length > 1 && (f.at(-1) ?? 0) >= (f[0] ?? 0) - SLACK && monotone
        ? say(
            '함수값이 그대로예요. 기울기가 0이거나, 스텝이 최솟값을 건너뛰어 같은 높이를 오가고 있어요.',
            'The value stays the same: the slope is 0, or the steps jump to and fro at one height.',
          )
        : monotone
          ? say('스텝마다 함수값이 줄어들어요.', 'The value falls with every step.')
          : say(
              '함수값이 오르내려요. 스텝이 최솟값을 건너뛰고 있어요.',
              'The value goes up and down: steps jump over the minimum.',
            );
    return {
      chart: {
        kind: 'xy',
        title: say(`경사 하강법: ${curve.formula}`, `Gradient descent on ${curve.formula}`),
        subtitle: say(
          `학습률 ${formatNumber(lr)}, ${x.length - 1}스텝`,
          `learning rate ${formatNumber(lr)}, ${countOf(x.length - 1, 'step')}`,
        ),
        x: { name: 'x' },
        y: { name: 'f(x)' },
        series: [
          { name: 'f(x)', x: grid, y: grid.map(curve.f), look: 'line', colour: 'grey' },
          {
            name: say('지나간 점 (○ 시작, ● 끝)', 'visited points (○ start, ● end)'),
            x,
            y: f,
            look: 'path',
            colour: 'vermillion',
          },
        ],
      },
      see: say(
        `${outcome} x = ${formatNumber(x.at(-1) ?? 0)}에서 기울기는 ${withJosa(formatNumber(grad.at(-1) ?? 0), '이에요/예요')}.`,
        `${outcome} At x = ${formatNumber(x.at(-1) ?? 0)} the slope is ${formatNumber(grad.at(-1) ?? 0)}.`,
      ),
      numbers: [
        [say('마지막 x', 'last x'), formatNumber(x.at(-1) ?? 0)],
        [say('마지막 f(x)', 'last f(x)'), formatNumber(f.at(-1) ?? 0)],
        [say('마지막 기울기', 'last slope'), formatNumber(grad.at(-1) ?? 0)],
      ],
      table: {
        columns: [say('스텝', 'step'), 'x', 'f(x)', say('기울기', 'slope')],
        rows: x.map((value, i) => [
          String(i),
          ...[value, f[i] ?? 0, grad[i] ?? 0].map((one) => formatNumber(one)),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '학습률 × 10', en: 'lr × 10' }, change: ({ lr }) => ({ lr: lr * 10 }) },
    { label: { ko: '학습률 ÷ 10', en: 'lr ÷ 10' }, change: ({ lr }) => ({ lr: lr / 10 }) },
    { label: { ko: '스텝 × 2', en: 'steps × 2' }, change: ({ steps }) => ({ steps: steps * 2 }) },
    {
      label: { ko: '두 골짜기 함수', en: 'double well' },
      change: () => ({ fn: 'double-well', x0: 2, lr: 0.05 }),
    },
  ],
});
