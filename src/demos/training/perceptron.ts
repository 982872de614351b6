import type { XySeries } from '../../charts/model.ts';
import { formatList, formatNumber } from '../../charts/number.ts';
import { fires, trainPerceptron } from '../../math/perceptron.ts';
import { extent } from '../../math/summary.ts';
import { column, linspace, range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { defineDemo, type Say } from '../demo.ts';
import { float, int, ints, matrix } from '../parameters.ts';

/** Points of both classes over the first two features; one feature alone lies on a line. */
function pointsOf(x: readonly (readonly number[])[], y: readonly number[], say: Say): XySeries[] {
  return [0, 1].map((label) => {
    const rows = x.filter((_, i) => y[i] === label);
    return {
      name: say(`클래스 ${label}`, `class ${label}`),
      x: column(rows, 0),
      y: rows.map((row) => row[1] ?? 0),
      look: 'points' as const,
      colour: label === 0 ? ('blue' as const) : ('vermillion' as const),
    };
  });
}

function padded(values: readonly number[]): [number, number] {
  const { min, max } = extent(values);
  const pad = Math.max(0.5, (max - min) * 0.25);
  return [min - pad, max + pad];
}

const GRID = 81;

export const perceptron = defineDemo({
  id: 'perceptron',
  title: { ko: '퍼셉트론 학습', en: 'Perceptron learning rule' },
  about: {
    ko: '틀린 행을 만날 때마다 w와 b를 그 행 쪽으로 옮겨요(Rosenblatt, 1958). 선형으로 나눌 수 있으면 반드시 멈춰요.',
    en: 'Moves w and b towards each row that it gets wrong (Rosenblatt, 1958). It is sure to stop if a straight line separates the classes.',
  },
  parameters: {
    x: matrix(
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      '2..100',
      '1..8',
      '-1000..1000',
    ),
    y: ints([0, 0, 0, 1], '2..100', '0..1'),
    lr: float(1, '0<..10'),
    epochs: int(10, '1..200'),
  },
  results: { w: 'float[d]', b: 'float', errors: 'int[k]', converged: 'bool', prediction: 'int[n]' },
  run({ x, y, lr, epochs }) {
    sameLength('y', y, 'x', x);
    const { w, b, errors, converged } = trainPerceptron(x, y, lr, epochs);
    return { w, b, errors, converged, prediction: x.map((row) => fires(w, b, row)) };
  },
  view({ x, y }, { w, b, errors, converged, prediction }, say) {
    const wrong = prediction.filter((label, i) => label !== y[i]).length;
    const flat = (x[0]?.length ?? 0) === 1;
    const [left, right] = padded(column(x, 0));
    const [low, high] = padded(x.map((row) => row[1] ?? 0));
    const xs = linspace(left, right, GRID);
    const ys = linspace(low, high, GRID);
    // Features beyond the second stand at their mean.
    const rest = range(Math.max(0, w.length - 2)).map(
      (d) => column(x, d + 2).reduce((sum, v) => sum + v, 0) / x.length,
    );
    return {
      chart: {
        kind: 'panels',
        title: say('퍼셉트론 학습', 'Perceptron learning'),
        panels: [
          {
            kind: 'plane',
            title: say('점과 결정 영역', 'points and decision regions'),
            x: { name: 'x0' },
            y: { name: flat ? '' : 'x1' },
            field: {
              xs,
              ys,
              z: ys.map((v) => xs.map((u) => fires(w, b, flat ? [u] : [u, v, ...rest]))),
              show: 'classes',
              name: say('클래스', 'class'),
            },
            series: pointsOf(x, y, say),
          },
          {
            kind: 'xy',
            title: say('에포크마다 틀린 행', 'errors per epoch'),
            x: { name: say('에포크', 'epoch'), whole: true },
            y: { name: say('틀린 행', 'wrong rows'), min: 0, whole: true },
            series: [
              {
                name: say('틀린 행', 'wrong rows'),
                x: range(errors.length).map((i) => i + 1),
                y: errors,
                look: 'line-points',
              },
            ],
          },
        ],
      },
      see: converged
        ? say(
            `${errors.length}번째 에포크에서 모두 맞혀 멈췄어요. 경계는 w = (${formatList(w, 3)}), b = ${formatNumber(b)}예요.`,
            `It stopped after epoch ${errors.length} with every row right; the boundary has w = (${formatList(w, 3)}) and b = ${formatNumber(b)}.`,
          )
        : wrong === 0
          ? say(
              `${errors.length}번째 에포크에도 고친 행이 있었지만, 고친 뒤의 w와 b는 모두 맞혀요. 한 에포크 더 돌면 틀린 행 없이 멈춰요.`,
              `Epoch ${errors.length} still corrected a row, and the corrected w and b get every row right; one more epoch would end without an error.`,
            )
          : say(
              `${errors.length}에포크 뒤에도 ${wrong}개가 틀려요. 직선으로 나눌 수 없는 데이터(XOR처럼)에서는 끝나지 않아요.`,
              `After ${errors.length} epochs ${wrong} rows are still wrong. On data that no straight line separates, such as XOR, it never ends.`,
            ),
      numbers: [
        ['w', formatList(w, 4)],
        ['b', formatNumber(b)],
        [say('에포크', 'epochs'), String(errors.length)],
        [say('틀린 행', 'wrong rows'), String(wrong)],
      ],
    };
  },
  variations: [
    {
      label: { ko: 'OR 게이트', en: 'OR gate' },
      change: ({ x }) => (x.length === 4 ? { y: [0, 1, 1, 1] } : undefined),
    },
    {
      label: { ko: 'XOR (끝나지 않음)', en: 'XOR (never ends)' },
      change: ({ x }) => (x.length === 4 ? { y: [0, 1, 1, 0] } : undefined),
    },
    {
      label: { ko: '에포크 × 2', en: 'epochs × 2' },
      change: ({ epochs }) => (epochs <= 100 ? { epochs: epochs * 2 } : undefined),
    },
    { label: { ko: '학습률 ÷ 10', en: 'lr ÷ 10' }, change: ({ lr }) => ({ lr: lr / 10 }) },
  ],
});
