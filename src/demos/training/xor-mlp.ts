import { formatNumber, formatPercent } from '../../charts/number.ts';
import { linspace, range } from '../../math/vector.ts';
import { outputOf, trainXor, XOR_INPUTS, XOR_TARGETS } from '../../math/xor-network.ts';
import { sameLength } from '../checks.ts';
import { defineDemo } from '../demo.ts';
import { float, floats, int, matrix } from '../parameters.ts';

const GRID = 61;
/** Whatever straight line is drawn, it gets at most three of the four points right (Minsky & Papert, Perceptrons, 1969). */
const BEST_LINEAR = 0.75;

export const xorMlp = defineDemo({
  id: 'xor-mlp',
  title: { ko: 'XOR와 다층 퍼셉트론', en: 'XOR with a hidden layer' },
  about: {
    ko: 'tanh 은닉층과 시그모이드 출력을 이진 교차 엔트로피로 전체 배치 경사 하강법으로 학습해요. 은닉층이 없으면 네 점 가운데 셋까지만 맞힐 수 있어요.',
    en: 'Trains a tanh hidden layer and a sigmoid output on binary cross-entropy by full-batch gradient descent. Without a hidden layer at most three of the four points can be right.',
  },
  parameters: {
    w1: matrix(
      [
        [1, -1],
        [-1, 1],
      ],
      '1..8',
      '2..2',
      '-20..20',
    ),
    b1: floats([0, 0], '1..8', '-20..20'),
    w2: floats([1, 1], '1..8', '-20..20'),
    b2: float(-0.5, '-20..20'),
    lr: float(0.5, '0<..5'),
    epochs: int(200, '1..2000'),
  },
  results: {
    loss_first: 'float',
    loss_last: 'float',
    output: 'float[4]',
    prediction: 'int[4]',
    accuracy: 'float',
    best_linear_accuracy: 'float',
  },
  run({ w1, b1, w2, b2, lr, epochs }) {
    sameLength('b1', b1, 'w1', w1);
    sameLength('w2', w2, 'w1', w1);
    const { weights, losses } = trainXor({ w1, b1, w2, b2 }, lr, epochs);
    const output = XOR_INPUTS.map((x) => outputOf(weights, x));
    const prediction = output.map((p) => (p > 0.5 ? 1 : 0));
    return {
      loss_first: losses[0] ?? 0,
      loss_last: losses.at(-1) ?? 0,
      output,
      prediction,
      accuracy: prediction.filter((label, i) => label === XOR_TARGETS[i]).length / XOR_TARGETS.length,
      best_linear_accuracy: BEST_LINEAR,
    };
  },
  view(
    { w1, b1, w2, b2, lr, epochs },
    { loss_first, loss_last, output, accuracy, best_linear_accuracy },
    say,
  ) {
    const { weights, losses } = trainXor({ w1, b1, w2, b2 }, lr, epochs);
    const xs = linspace(-0.5, 1.5, GRID);
    const points = [0, 1].map((label) => XOR_INPUTS.filter((_, i) => XOR_TARGETS[i] === label));
    return {
      chart: {
        kind: 'panels',
        title: say('은닉층으로 푸는 XOR', 'XOR solved with a hidden layer'),
        panels: [
          {
            kind: 'plane',
            title: say('출력 (파란 쪽이 1)', 'output (blue is 1)'),
            x: { name: 'x0' },
            y: { name: 'x1' },
            field: {
              xs,
              ys: xs,
              z: xs.map((v) => xs.map((u) => outputOf(weights, [u, v]))),
              show: 'colours',
              name: 'p',
            },
            series: points.map((rows, label) => ({
              name: say(`목표 ${label}`, `target ${label}`),
              x: rows.map((row) => row[0]),
              y: rows.map((row) => row[1]),
              look: 'points' as const,
              colour: label === 0 ? ('vermillion' as const) : ('black' as const),
            })),
          },
          {
            kind: 'xy',
            title: say('손실', 'loss'),
            x: { name: say('에포크', 'epoch') },
            y: { name: say('교차 엔트로피', 'cross-entropy'), min: 0 },
            series: [{ name: say('손실', 'loss'), x: range(losses.length), y: losses, look: 'line' }],
            marks: [
              { axis: 'y', at: Math.LN2, label: say('찍기 (ln 2)', 'guessing (ln 2)'), colour: 'grey' },
            ],
          },
        ],
      },
      see: say(
        `손실이 ${formatNumber(loss_first)}에서 ${formatNumber(loss_last)}로 바뀌고 ${formatPercent(accuracy)}를 맞혀요. 직선 하나로는 ${formatPercent(best_linear_accuracy)}가 한계예요.`,
        `The loss goes from ${formatNumber(loss_first)} to ${formatNumber(loss_last)} and ${formatPercent(accuracy)} are right; a single straight line cannot get past ${formatPercent(best_linear_accuracy)}.`,
      ),
      numbers: [
        [say('정확도', 'accuracy'), formatPercent(accuracy)],
        [say('처음 손실', 'first loss'), formatNumber(loss_first)],
        [say('마지막 손실', 'last loss'), formatNumber(loss_last)],
      ],
      table: {
        columns: ['x0', 'x1', say('목표', 'target'), say('출력', 'output')],
        rows: XOR_INPUTS.map((x, i) => [
          String(x[0]),
          String(x[1]),
          String(XOR_TARGETS[i] ?? 0),
          formatNumber(output[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '에포크 1000', en: '1000 epochs' }, change: () => ({ epochs: 1000 }) },
    {
      label: { ko: '은닉 유닛 하나', en: 'one hidden unit' },
      change: () => ({ w1: [[1, -1]], b1: [0], w2: [1] }),
    },
    {
      label: { ko: '모두 0에서 시작', en: 'start from zeros' },
      change: ({ w1 }) => ({ w1: w1.map(() => [0, 0]), w2: w1.map(() => 0), b2: 0 }),
    },
    {
      label: { ko: '학습률 × 4', en: 'lr × 4' },
      change: ({ lr }) => (lr < 1.25 ? { lr: lr * 4 } : undefined),
    },
  ],
});
