import { formatNumber } from '../../charts/number.ts';
import {
  type Activation,
  elu,
  gelu,
  geluTanh,
  leakyRelu,
  logistic,
  relu,
  selu,
  swish,
  tanh,
} from '../../math/activations.ts';
import { argSort, extent } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { choice, float, floats } from '../parameters.ts';

export const ACTIVATIONS = [
  'relu',
  'leaky-relu',
  'prelu',
  'rrelu',
  'elu',
  'selu',
  'gelu',
  'gelu-tanh',
  'swish',
  'sigmoid',
  'tanh',
] as const;
export type ActivationName = (typeof ACTIVATIONS)[number];

interface Shape {
  readonly slope: number;
  readonly alpha: number;
  readonly lower: number;
  readonly upper: number;
}

export const DEFAULT_SHAPE: Shape = { slope: 0.01, alpha: 1, lower: 0.125, upper: 0.3333333333333333 };

/** torch.nn's function of this name; RReLU in evaluation mode uses the middle of its slopes. */
export function activationOf(name: ActivationName, shape: Shape): Activation {
  switch (name) {
    case 'relu':
      return relu;
    case 'leaky-relu':
    case 'prelu':
      return leakyRelu(shape.slope);
    case 'rrelu':
      return leakyRelu((shape.lower + shape.upper) / 2);
    case 'elu':
      return elu(shape.alpha);
    case 'selu':
      return selu;
    case 'gelu':
      return gelu;
    case 'gelu-tanh':
      return geluTanh;
    case 'swish':
      return swish;
    case 'sigmoid':
      return logistic;
    case 'tanh':
      return tanh;
  }
}

export const activation = defineDemo({
  id: 'activation',
  title: { ko: '활성화 함수와 도함수', en: 'Activation function and its derivative' },
  about: {
    ko: '활성화 함수의 값과 기울기를 PyTorch의 정의대로 계산해요. x = 0에서는 PyTorch가 역전파에 쓰는 값을 써요.',
    en: 'Values and slopes of an activation function as PyTorch defines them; at x = 0 the value its backward pass uses.',
  },
  parameters: {
    fn: choice(ACTIVATIONS, 'relu'),
    x: floats([-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3], '1..200', '-50..50'),
    slope: float(0.01, '0..1'),
    alpha: float(1, '0..10'),
    lower: float(0.125, '0..1'),
    upper: float(0.3333333333333333, '0..1'),
  },
  results: { y: 'float[n]', dy: 'float[n]' },
  run({ fn, x, ...shape }) {
    if (shape.lower > shape.upper)
      refuse('lower', 'upper보다 클 수 없어요.', 'must not be greater than upper.');
    const { f, df } = activationOf(fn, shape);
    return { y: x.map(f), dy: x.map(df) };
  },
  view({ fn, x, ...shape }, { y, dy }, say) {
    const { f, df } = activationOf(fn, shape);
    const { min, max } = extent(x);
    const grid = min < max ? linspace(min, max, 301) : x;
    const order = argSort(x);
    const flat = dy.filter((slope) => Math.abs(slope) < 0.01).length;
    return {
      chart: {
        kind: 'xy',
        title: say(`활성화 함수와 도함수: ${fn}`, `Activation function ${fn} and its derivative`),
        x: { name: 'x' },
        y: { name: say('값', 'value') },
        series: [
          { name: fn, x: grid, y: grid.map(f), look: 'line' },
          { name: say(`${fn}의 도함수`, `derivative of ${fn}`), x: grid, y: grid.map(df), look: 'dashed' },
          { name: say('계산한 점', 'computed points'), x, y, look: 'points', colour: 'blue', unlisted: true },
        ],
        marks: [{ axis: 'x', at: 0, label: '', colour: 'grey' }],
      },
      see:
        flat === 0
          ? say(
              '이 점들에서는 기울기의 크기가 모두 0.01 이상이라, 이 층 하나에서 학습 신호가 끊기지는 않아요.',
              'At every point the slope is at least 0.01 in size, so this one layer does not cut the learning signal off.',
            )
          : say(
              `${x.length}개 점 가운데 ${flat}개에서 기울기의 크기가 0.01보다 작아요. 그런 곳에서는 학습 신호가 거의 전해지지 않아요.`,
              `At ${flat} of ${countOf(x.length, 'point')} the slope is below 0.01 in size; hardly any learning signal passes there.`,
            ),
      numbers: [
        [say('가장 큰 기울기', 'largest slope'), formatNumber(Math.max(...dy))],
        [say('가장 작은 기울기', 'smallest slope'), formatNumber(Math.min(...dy))],
        [
          say('출력 범위', 'output range'),
          `${formatNumber(Math.min(...y))} … ${formatNumber(Math.max(...y))}`,
        ],
      ],
      table: {
        columns: ['x', 'y', 'dy/dx'],
        rows: order.map((i) => [x[i] ?? 0, y[i] ?? 0, dy[i] ?? 0].map((value) => formatNumber(value))),
      },
    };
  },
  variations: ACTIVATIONS.map((fn) => ({ label: { ko: fn, en: fn }, change: () => ({ fn }) })),
});
