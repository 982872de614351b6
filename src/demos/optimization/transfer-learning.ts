import { formatNumber } from '../../charts/number.ts';
import { descentGaps } from '../../math/descent-gaps.ts';
import { type Line, lineFit } from '../../math/straight-line.ts';
import { notConstant, sameLength } from '../checks.ts';
import { defineDemo, refuse } from '../demo.ts';
import { float, floats } from '../parameters.ts';
import { thin } from './thin.ts';

const MOST = 20_000;
/** Smaller gaps have no place on a logarithmic axis worth showing. */
const FLOOR = 1e-16;
const ZERO: Line = { w: 0, b: 0 };

interface Task {
  readonly x_b: readonly number[];
  readonly y_b: readonly number[];
  readonly lr: number;
  readonly tol: number;
}

/** Gaps to the least loss of task B, step by step, from one start. */
function gapsFrom(start: Line, { x_b, y_b, lr, tol }: Task): number[] {
  const gaps = descentGaps({ x: x_b, y: y_b, best: lineFit(x_b, y_b) }, start, {
    lr,
    tolerance: tol,
    most: MOST,
  });
  return (
    gaps ??
    refuse(
      'lr',
      `이 학습률로는 ${formatNumber(MOST)}스텝 안에 수렴하지 않아요(너무 크면 발산하고, 너무 작으면 느려요).`,
      `does not get there within ${formatNumber(MOST)} steps: too large a rate diverges, too small a one is slow.`,
    )
  );
}

export const transferLearning = defineDemo({
  id: 'transfer-learning',
  title: { ko: '전이학습(좋은 출발점)', en: 'Transfer learning as a warm start' },
  about: {
    ko: '과제 A의 최소제곱 직선을 출발점으로 과제 B를 경사 하강법으로 학습해, (0, 0)에서 시작할 때와 스텝 수를 견줘요. 평균제곱오차가 최솟값 + tol보다 낮아지면 끝나요.',
    en: 'Takes the least-squares line of task A as the start for gradient descent on task B and compares the steps with a start at (0, 0); done when the mean squared error is within tol of its minimum.',
  },
  parameters: {
    x_a: floats([1, 2, 3, 4], '2..50', '-20..20'),
    y_a: floats([3, 5, 7, 9], '2..50', '-100..100'),
    x_b: floats([1, 2, 3, 4], '2..50', '-20..20'),
    y_b: floats([3.5, 5.5, 7.5, 9.5], '2..50', '-100..100'),
    lr: float(0.05, '0<..1'),
    tol: float(0.0001, '1e-9..1'),
  },
  results: { pretrained: 'float[2]', target: 'float[2]', steps_scratch: 'int', steps_transfer: 'int' },
  run({ x_a, y_a, ...task }) {
    sameLength('y_a', y_a, 'x_a', x_a);
    sameLength('y_b', task.y_b, 'x_b', task.x_b);
    notConstant('x_a', x_a);
    notConstant('x_b', task.x_b);
    const pretrained = lineFit(x_a, y_a);
    const target = lineFit(task.x_b, task.y_b);
    return {
      pretrained: [pretrained.w, pretrained.b],
      target: [target.w, target.b],
      steps_scratch: gapsFrom(ZERO, task).length - 1,
      steps_transfer: gapsFrom(pretrained, task).length - 1,
    };
  },
  view({ x_a, y_a, ...task }, { pretrained, target, steps_scratch, steps_transfer }, say) {
    const line = (name: string, gaps: readonly number[], colour: 'grey' | 'green') => {
      const shown = thin(gaps.length, 250);
      return {
        name,
        x: shown,
        y: shown.map((step) => Math.max(FLOOR, gaps[step] ?? 0)),
        look: gaps.length > 1 ? 'line' : 'points',
        colour,
      } as const;
    };
    const pair = ([w = 0, b = 0]: readonly number[]): string => `${formatNumber(w)}, ${formatNumber(b)}`;
    const scratch = gapsFrom(ZERO, task);
    const transfer = gapsFrom(lineFit(x_a, y_a), task);
    const saved = steps_scratch - steps_transfer;
    return {
      chart: {
        kind: 'xy',
        title: say('과제 B: 최솟값까지 남은 손실', 'Task B: loss left above the minimum'),
        subtitle: say(
          `학습률 ${formatNumber(task.lr)}, 목표 ${formatNumber(task.tol)}`,
          `learning rate ${formatNumber(task.lr)}, goal ${formatNumber(task.tol)}`,
        ),
        x: { name: say('스텝', 'step'), whole: true },
        y: { name: say('MSE − 최솟값 (로그)', 'MSE − minimum (log)'), log: true },
        series: [
          line(say('(0, 0)에서 시작', 'start at (0, 0)'), scratch, 'grey'),
          line(say('A에서 배운 값에서 시작', 'start learnt on A'), transfer, 'green'),
        ],
        marks: [{ axis: 'y', at: task.tol, label: 'tol', colour: 'vermillion' }],
      },
      see:
        saved > 0
          ? say(
              `A에서 배운 직선(${pair(pretrained)})이 B의 해(${pair(target)})에 가까워서 ${formatNumber(steps_scratch)}스텝이 ${formatNumber(steps_transfer)}스텝으로 줄었어요. 얼마나 줄어드는지는 두 과제가 얼마나 비슷한지에 달려 있어요.`,
              `The line learnt on A (${pair(pretrained)}) is close to the solution of B (${pair(target)}), so ${formatNumber(steps_scratch)} steps shrink to ${formatNumber(steps_transfer)}. How much is saved depends on how alike the tasks are.`,
            )
          : say(
              `A에서 배운 직선(${pair(pretrained)})에서 시작해도 ${formatNumber(steps_transfer)}스텝이 걸려, (0, 0)에서의 ${formatNumber(steps_scratch)}스텝보다 나을 것이 없어요. 과제가 다르면 전이가 오히려 해가 될 수 있어요(부정적 전이).`,
              `Starting from the line of A (${pair(pretrained)}) takes ${formatNumber(steps_transfer)} steps, no better than ${formatNumber(steps_scratch)} from (0, 0): between unlike tasks transfer can even hurt (negative transfer).`,
            ),
      numbers: [
        [say('A에서 배운 (w, b)', 'learnt on A (w, b)'), pair(pretrained)],
        [say('B의 해 (w, b)', 'solution of B (w, b)'), pair(target)],
        [say('(0, 0)에서 스텝', 'steps from (0, 0)'), formatNumber(steps_scratch)],
        [say('전이한 스텝', 'steps with transfer'), formatNumber(steps_transfer)],
      ],
    };
  },
  variations: [
    {
      label: { ko: '반대 방향의 과제 A', en: 'an opposite task A' },
      change: ({ y_a }) => ({ y_a: y_a.map((value) => -value) }),
    },
    { label: { ko: '같은 과제', en: 'the same task' }, change: ({ x_b, y_b }) => ({ x_a: x_b, y_a: y_b }) },
    { label: { ko: '학습률 ÷ 5', en: 'lr ÷ 5' }, change: ({ lr }) => ({ lr: lr / 5 }) },
    {
      label: { ko: '목표 ÷ 1000', en: 'goal ÷ 1000' },
      change: ({ tol }) => (tol >= 1e-6 ? { tol: tol / 1000 } : undefined),
    },
  ],
});
