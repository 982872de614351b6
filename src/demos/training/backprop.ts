import { layers } from '../../charts/layout.ts';
import type { GraphChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { identity, logistic, relu, tanh } from '../../math/activations.ts';
import {
  backward,
  descend,
  forward,
  gradientGap,
  lossOf,
  type Network,
  type NetworkWeights,
} from '../../math/two-layer-network.ts';
import { range } from '../../math/vector.ts';
import { defineDemo, refuse } from '../demo.ts';
import { choice, float, floats, matrix } from '../parameters.ts';

const HIDDEN = { sigmoid: logistic, tanh, relu } as const;
const OUTPUT = { sigmoid: logistic, linear: identity } as const;
const STEP = 1e-5;

interface Shown {
  readonly h: readonly number[];
  readonly y_hat: number;
  readonly dw1: readonly (readonly number[])[];
  readonly dw2: readonly number[];
}

function picture(
  x: readonly number[],
  { w1, w2 }: Pick<NetworkWeights, 'w1' | 'w2'>,
  shown: Shown,
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
        note: short(shown.h[i] ?? 0),
        colour: 'green' as const,
      })),
      ...outputs.map((place) => ({
        ...place,
        id: 'y',
        label: 'ŷ',
        note: short(shown.y_hat),
        colour: 'vermillion' as const,
      })),
    ],
    edges: [
      ...range(2).flatMap((i) =>
        range(2).map((j) => ({
          from: `x${j}`,
          to: `h${i}`,
          label: `${short(w1[i]?.[j] ?? 0)} (∂ ${short(shown.dw1[i]?.[j] ?? 0)})`,
          directed: true,
        })),
      ),
      ...range(2).map((i) => ({
        from: `h${i}`,
        to: 'y',
        label: `${short(w2[i] ?? 0)} (∂ ${short(shown.dw2[i] ?? 0)})`,
        directed: true,
      })),
    ],
  };
}

export const backprop = defineDemo({
  id: 'backprop',
  title: { ko: '역전파(2-2-1 신경망)', en: 'Back-propagation in a 2-2-1 network' },
  about: {
    ko: '2-2-1 신경망에서 손실의 기울기를 연쇄 법칙으로 구하고(Rumelhart 외, 1986) 중앙 차분과 견줘요. 역전파는 기울기까지만 구하고, 가중치를 바꾸는 것은 옵티마이저(여기서는 경사 하강법 한 스텝)예요.',
    en: 'Finds the gradients of the loss in a 2-2-1 network by the chain rule (Rumelhart et al., 1986) and compares them with central differences. Back-propagation gives the gradients only; the weights are changed by an optimizer, here one step of gradient descent.',
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
    const network: Network = {
      x,
      target,
      hidden: HIDDEN[kinds.hidden],
      output: OUTPUT[kinds.output],
      loss: kinds.loss,
    };
    const weights: NetworkWeights = { w1, b1, w2, b2 };
    const { h, out } = forward(network, weights);
    const gradients = backward(network, weights);
    return {
      h,
      y_hat: out,
      loss: lossOf(network, weights),
      ...gradients,
      gradient_check: gradientGap(network, weights, gradients, STEP),
      loss_after: lossOf(network, descend(weights, gradients, lr)),
    };
  },
  view({ x, w1, w2, lr, target }, { h, y_hat, loss, loss_after, gradient_check, dw1, dw2 }, say) {
    return {
      chart: {
        kind: 'graph',
        title: say('역전파: 가중치와 기울기(∂)', 'Backpropagation: weights and gradients (∂)'),
        subtitle: say(
          `손실 ${formatNumber(loss)}, 한 스텝 뒤 ${formatNumber(loss_after)} (학습률 ${formatNumber(lr)})`,
          `loss ${formatNumber(loss)}, after one step ${formatNumber(loss_after)} (learning rate ${formatNumber(lr)})`,
        ),
        ...picture(x, { w1, w2 }, { h, y_hat, dw1, dw2 }),
      },
      see:
        loss_after <= loss
          ? say(
              `출력 ${formatNumber(y_hat)}(목표 ${formatNumber(target)})에서 기울기를 따라 한 스텝 가면 손실이 ${formatNumber(loss)}에서 ${formatNumber(loss_after)}로 줄어요. 수치 미분과의 차이가 ${formatNumber(gradient_check, 2)}라 기울기가 맞아요.`,
              `From the output ${formatNumber(y_hat)} (target ${formatNumber(target)}) one step along the gradient takes the loss from ${formatNumber(loss)} to ${formatNumber(loss_after)}. Numeric gradients differ by ${formatNumber(gradient_check, 2)} at most.`,
            )
          : say(
              `학습률 ${formatNumber(lr)}의 한 스텝에 손실이 ${formatNumber(loss)}에서 ${formatNumber(loss_after)}로 오히려 커져요. 기울기가 맞아도 걸음이 너무 크면 골짜기를 건너뛰어요.`,
              `One step with learning rate ${formatNumber(lr)} raises the loss from ${formatNumber(loss)} to ${formatNumber(loss_after)}: the gradient may be right and the step still too long.`,
            ),
      numbers: [
        [say('손실', 'loss'), formatNumber(loss)],
        [say('한 스텝 뒤 손실', 'loss after one step'), formatNumber(loss_after)],
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
    {
      label: { ko: '학습률 × 4', en: 'lr × 4' },
      change: ({ lr }) => (lr < 2.5 ? { lr: lr * 4 } : undefined),
    },
  ],
});
