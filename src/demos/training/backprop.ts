import { layers } from '../../charts/layout.ts';
import type { GraphChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { type Activation, identity, logistic, relu, tanh } from '../../math/activations.ts';
import { dot, multiply, range, transpose } from '../../math/vector.ts';
import { defineDemo, refuse } from '../demo.ts';
import { choice, float, floats, matrix } from '../parameters.ts';

interface Weights {
  readonly w1: readonly (readonly number[])[];
  readonly b1: readonly number[];
  readonly w2: readonly number[];
  readonly b2: number;
}

interface Net {
  readonly hidden: Activation;
  readonly output: Activation;
  readonly loss: Loss;
  readonly x: readonly number[];
  readonly target: number;
}

interface Loss {
  readonly f: (out: number, target: number) => number;
  readonly df: (out: number, target: number) => number;
}

const HIDDEN = { sigmoid: logistic, tanh, relu } as const;
const OUTPUT = { sigmoid: logistic, linear: identity } as const;
/** Where a sigmoid rounds to 0 or 1 the cross-entropy would be infinite. */
const LEAST = 1e-15;
const clip = (p: number): number => Math.min(1 - LEAST, Math.max(LEAST, p));
const LOSSES: Readonly<Record<'half-mse' | 'mse' | 'bce', Loss>> = {
  'half-mse': { f: (out, t) => (out - t) ** 2 / 2, df: (out, t) => out - t },
  mse: { f: (out, t) => (out - t) ** 2, df: (out, t) => 2 * (out - t) },
  bce: {
    f: (out, t) => -(t * Math.log(clip(out)) + (1 - t) * Math.log(1 - clip(out))),
    df: (out, t) => (clip(out) - t) / (clip(out) * (1 - clip(out))),
  },
};

function forward({ hidden, output, x }: Net, { w1, b1, w2, b2 }: Weights) {
  const z1 = multiply(w1, x).map((value, i) => value + (b1[i] ?? 0));
  const h = z1.map(hidden.f);
  const z2 = dot(w2, h) + b2;
  return { z1, h, z2, out: output.f(z2) };
}

/** The chain rule from the loss back to every weight (Rumelhart, Hinton & Williams, Nature 323, 1986). */
function backward(net: Net, weights: Weights) {
  const { z1, h, z2, out } = forward(net, weights);
  const delta2 = net.loss.df(out, net.target) * net.output.df(z2);
  const delta1 = weights.w2.map((w, i) => delta2 * w * net.hidden.df(z1[i] ?? 0));
  return {
    h,
    y_hat: out,
    loss: net.loss.f(out, net.target),
    dw1: delta1.map((delta) => net.x.map((value) => delta * value)),
    db1: delta1,
    dw2: h.map((value) => delta2 * value),
    db2: delta2,
    dx: multiply(transpose(weights.w1), delta1),
  };
}

const STEP = 1e-5;

/** Largest gap between the gradients and central differences of the loss. */
function gradientCheck(net: Net, weights: Weights, grads: ReturnType<typeof backward>): number {
  const lossAt = (changed: Weights): number => net.loss.f(forward(net, changed).out, net.target);
  const gap = (change: (by: number) => Weights, grad: number): number =>
    Math.abs((lossAt(change(STEP)) - lossAt(change(-STEP))) / (2 * STEP) - grad);
  const moved = (list: readonly number[], at: number, by: number): number[] =>
    list.map((v, i) => (i === at ? v + by : v));
  const gaps = [
    gap((by) => ({ ...weights, b2: weights.b2 + by }), grads.db2),
    ...range(2).flatMap((i) => [
      gap((by) => ({ ...weights, b1: moved(weights.b1, i, by) }), grads.db1[i] ?? 0),
      gap((by) => ({ ...weights, w2: moved(weights.w2, i, by) }), grads.dw2[i] ?? 0),
      ...range(2).map((j) =>
        gap(
          (by) => ({ ...weights, w1: weights.w1.map((row, k) => (k === i ? moved(row, j, by) : row)) }),
          grads.dw1[i]?.[j] ?? 0,
        ),
      ),
    ]),
  ];
  return Math.max(...gaps);
}

function network(
  x: readonly number[],
  { w1, w2 }: Weights,
  grads: ReturnType<typeof backward>,
): Pick<GraphChart, 'nodes' | 'edges'> {
  const [inputs = [], hidden = [], outputs = []] = layers([2, 2, 1]);
  const short = (value: number): string => formatNumber(value, 3);
  return {
    nodes: [
      ...inputs.map((place, j) => ({ ...place, id: `x${j}`, label: `x${j}`, note: short(x[j] ?? 0) })),
      ...hidden.map((place, i) => ({
        ...place,
        id: `h${i}`,
        label: `h${i}`,
        note: short(grads.h[i] ?? 0),
        colour: 'green' as const,
      })),
      ...outputs.map((place) => ({
        ...place,
        id: 'y',
        label: 'ŷ',
        note: short(grads.y_hat),
        colour: 'vermillion' as const,
      })),
    ],
    edges: [
      ...range(2).flatMap((i) =>
        range(2).map((j) => ({
          from: `x${j}`,
          to: `h${i}`,
          label: `${short(w1[i]?.[j] ?? 0)} (∂ ${short(grads.dw1[i]?.[j] ?? 0)})`,
          directed: true,
        })),
      ),
      ...range(2).map((i) => ({
        from: `h${i}`,
        to: 'y',
        label: `${short(w2[i] ?? 0)} (∂ ${short(grads.dw2[i] ?? 0)})`,
        directed: true,
      })),
    ],
  };
}

export const backprop = defineDemo({
  id: 'backprop',
  title: { ko: '역전파(2-2-1 신경망)', en: 'Back-propagation in a 2-2-1 network' },
  about: {
    ko: '2-2-1 신경망에서 손실의 기울기를 연쇄 법칙으로 구하고 중앙 차분과 견줘요.',
    en: 'Finds the gradients of the loss in a 2-2-1 network by the chain rule and compares them with central differences.',
  },
  parameters: {
    x: floats([0.5, -0.2], '2..2', '-100..100'),
    target: float(1, '-100..100'),
    w1: matrix(
      [
        [0.1, 0.2],
        [-0.3, 0.4],
      ],
      '2..2',
      '2..2',
      '-20..20',
    ),
    b1: floats([0.1, -0.1], '2..2', '-20..20'),
    w2: floats([0.5, -0.6], '2..2', '-20..20'),
    b2: float(0.2, '-20..20'),
    hidden: choice(['sigmoid', 'tanh', 'relu'], 'sigmoid'),
    output: choice(['sigmoid', 'linear'], 'sigmoid'),
    loss: choice(['half-mse', 'mse', 'bce'], 'half-mse'),
    lr: float(0.5, '0<..10'),
  },
  results: {
    h: 'float[2]',
    y_hat: 'float',
    loss: 'float',
    dw1: 'float[2][2]',
    db1: 'float[2]',
    dw2: 'float[2]',
    db2: 'float',
    dx: 'float[2]',
    gradient_check: 'float',
    loss_after: 'float',
  },
  run({ x, target, w1, b1, w2, b2, lr, ...kinds }) {
    if (kinds.loss === 'bce' && kinds.output !== 'sigmoid')
      refuse('loss', 'bce는 output=sigmoid일 때만 쓸 수 있어요.', 'bce needs output=sigmoid.');
    if (kinds.loss === 'bce' && (target < 0 || target > 1))
      refuse('target', 'bce에서는 0부터 1까지여야 해요.', 'must be from 0 to 1 with bce.');
    const net: Net = {
      x,
      target,
      hidden: HIDDEN[kinds.hidden],
      output: OUTPUT[kinds.output],
      loss: LOSSES[kinds.loss],
    };
    const weights: Weights = { w1, b1, w2, b2 };
    const grads = backward(net, weights);
    const after: Weights = {
      w1: w1.map((row, i) => row.map((w, j) => w - lr * (grads.dw1[i]?.[j] ?? 0))),
      b1: b1.map((b, i) => b - lr * (grads.db1[i] ?? 0)),
      w2: w2.map((w, i) => w - lr * (grads.dw2[i] ?? 0)),
      b2: b2 - lr * grads.db2,
    };
    return {
      ...grads,
      gradient_check: gradientCheck(net, weights, grads),
      loss_after: net.loss.f(forward(net, after).out, target),
    };
  },
  view({ x, w1, b1, w2, b2, lr, target }, results, say) {
    const { loss, loss_after, y_hat, gradient_check, dw1, db1, dw2, db2, h, dx } = results;
    return {
      chart: {
        kind: 'graph',
        title: say('역전파: 가중치와 기울기(∂)', 'Backpropagation: weights and gradients (∂)'),
        subtitle: say(
          `손실 ${formatNumber(loss)}, 한 걸음 뒤 ${formatNumber(loss_after)} (학습률 ${formatNumber(lr)})`,
          `loss ${formatNumber(loss)}, after one step ${formatNumber(loss_after)} (learning rate ${formatNumber(lr)})`,
        ),
        ...network(
          x,
          { w1, b1, w2, b2 },
          {
            h: [...h],
            y_hat,
            loss,
            dw1: dw1.map((row) => [...row]),
            db1: [...db1],
            dw2: [...dw2],
            db2,
            dx: [...dx],
          },
        ),
      },
      see: say(
        `출력 ${formatNumber(y_hat)}을 목표 ${formatNumber(target)} 쪽으로 옮기는 한 걸음에 손실이 ${formatNumber(loss)}에서 ${formatNumber(loss_after)}로 바뀌어요.`,
        `One step moves the output ${formatNumber(y_hat)} towards the target ${formatNumber(target)}; the loss goes from ${formatNumber(loss)} to ${formatNumber(loss_after)}.`,
      ),
      numbers: [
        [say('손실', 'loss'), formatNumber(loss)],
        [say('한 걸음 뒤 손실', 'loss after one step'), formatNumber(loss_after)],
        [say('출력 ŷ', 'output ŷ'), formatNumber(y_hat)],
        [say('수치 미분과의 차이', 'gap to numeric gradients'), formatNumber(gradient_check, 2)],
      ],
    };
  },
  variations: [
    { label: { ko: '은닉층 ReLU', en: 'ReLU hidden layer' }, change: () => ({ hidden: 'relu' }) },
    { label: { ko: '은닉층 tanh', en: 'tanh hidden layer' }, change: () => ({ hidden: 'tanh' }) },
    {
      label: { ko: '교차 엔트로피', en: 'cross-entropy' },
      change: ({ output }) => (output === 'sigmoid' ? { loss: 'bce' } : undefined),
    },
    { label: { ko: '학습률 × 4', en: 'lr × 4' }, change: ({ lr }) => ({ lr: lr * 4 }) },
  ],
});
