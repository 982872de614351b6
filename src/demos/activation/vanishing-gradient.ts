import { formatNumber } from '../../charts/number.ts';
import { type Activation, identity, leakyRelu, logistic, relu, tanh } from '../../math/activations.ts';
import { plainChain } from '../../math/depth-chain.ts';
import { range } from '../../math/vector.ts';
import { defineDemo, type Say } from '../demo.ts';
import { logAxis, logLook, logSizes } from '../log-line.ts';
import { choice, float, int } from '../parameters.ts';

const NAMES = ['sigmoid', 'tanh', 'relu', 'leaky-relu', 'linear'] as const;
const FUNCTIONS: Readonly<Record<(typeof NAMES)[number], Activation>> = {
  sigmoid: logistic,
  tanh,
  relu,
  'leaky-relu': leakyRelu(0.01),
  linear: identity,
};
const SMALL = 1e-3;
const LARGE = 1e3;
const MAX_DEPTH = 100;

function sentence(depth: number, first: number, say: Say): string {
  const size = formatNumber(Math.abs(first));
  const factor = formatNumber(Math.abs(first) ** (1 / depth), 3);
  if (first === 0)
    return say(
      `층 ${depth}개를 지나는 동안 기울기가 0이 되어 첫 층은 전혀 배우지 못해요.`,
      `At a depth of ${depth} the gradient becomes 0 on its way back, so the first layer learns nothing at all.`,
    );
  if (Math.abs(first) < SMALL)
    return say(
      `한 층에 평균 ${factor}배씩 곱해져 층 ${depth}개 뒤에는 ${size}만 남아요. 앞쪽 층은 거의 배우지 못해요.`,
      `A factor of ${factor} a layer, on average, leaves ${size} at a depth of ${depth}; the early layers hardly learn.`,
    );
  if (Math.abs(first) > LARGE)
    return say(
      `한 층에 평균 ${factor}배씩 곱해져 층 ${depth}개 뒤에는 ${size}까지 커져요. 갱신이 발산하기 쉬우니 기울기를 잘라 내거나 초기화를 바꿔요.`,
      `A factor of ${factor} a layer, on average, grows to ${size} at a depth of ${depth}; updates are likely to diverge without clipping or another initialization.`,
    );
  return say(
    `한 층에 평균 ${factor}배씩 곱해져 층 ${depth}개를 지나도 ${size}이라 학습 신호가 살아 있어요.`,
    `A factor of ${factor} a layer, on average: at a depth of ${depth} the gradient is still ${size}, so the signal survives.`,
  );
}

export const vanishingGradient = defineDemo({
  id: 'vanishing-gradient',
  title: { ko: '기울기 소실과 폭주(깊이×활성화)', en: 'Vanishing and exploding gradients by depth' },
  about: {
    ko: '같은 가중치의 스칼라 층 h ← f(wh)를 쌓고, 연쇄 법칙으로 마지막 출력의 기울기를 층마다 구해요. 층마다 w·f′(wh)가 곱해져요. 첫 층에서 10⁻³보다 작으면 소실, 10³보다 크면 폭주로 봐요.',
    en: 'Stacks scalar layers h ← f(wh) with one weight and finds the gradient of the last output at every layer by the chain rule: each layer multiplies by w·f′(wh). Below 10⁻³ at the first layer it counts as vanished, above 10³ as exploded.',
  },
  parameters: {
    activation: choice(NAMES, 'sigmoid'),
    depth: int(10, '1..100'),
    w: float(1, '-3..3'),
    x: float(0.5, '-10..10'),
  },
  results: {
    h: 'float[depth+1]',
    grad: 'float[depth+1]',
    vanished: 'bool',
    exploded: 'bool',
  },
  run({ activation, depth, w, x }) {
    const { h, grad } = plainChain(FUNCTIONS[activation], w, x, depth);
    const first = Math.abs(grad[0] ?? 0);
    return { h, grad, vanished: first < SMALL, exploded: first > LARGE };
  },
  view({ activation, depth, w }, { h, grad, vanished, exploded }, say) {
    const first = grad[0] ?? 0;
    const sizes = logSizes(grad);
    return {
      chart: {
        kind: 'xy',
        title: say(`층을 거슬러 가는 기울기 (${activation})`, `Gradient on its way back (${activation})`),
        subtitle: say(`w = ${formatNumber(w)}, 깊이 ${depth}`, `w = ${formatNumber(w)}, depth ${depth}`),
        x: { name: say('층 (0은 입력)', 'layer (0 is the input)'), whole: true },
        y: logAxis(say('기울기의 크기 |∂h_L/∂h_l| (로그)', 'size of the gradient |∂h_L/∂h_l| (log)'), sizes),
        series: [
          {
            name: say('기울기의 크기', 'size of the gradient'),
            x: range(depth + 1),
            y: sizes,
            look: logLook(sizes),
          },
        ],
      },
      see: sentence(depth, first, say),
      numbers: [
        [say('첫 층의 기울기', 'gradient at the first layer'), formatNumber(first)],
        [
          say('판정', 'verdict'),
          vanished ? say('소실', 'vanished') : exploded ? say('폭주', 'exploded') : say('살아 있음', 'alive'),
        ],
        [say('마지막 출력', 'last output'), formatNumber(h.at(-1) ?? 0)],
      ],
      table: {
        columns: [say('층', 'layer'), 'h', say('기울기', 'gradient')],
        rows: grad.map((value, l) => [String(l), formatNumber(h[l] ?? 0), formatNumber(value)]),
      },
    };
  },
  variations: [
    { label: { ko: 'tanh', en: 'tanh' }, change: () => ({ activation: 'tanh' }) },
    { label: { ko: 'ReLU', en: 'ReLU' }, change: () => ({ activation: 'relu' }) },
    {
      label: { ko: 'ReLU, w = 2 (폭주)', en: 'ReLU, w = 2 (explodes)' },
      change: () => ({ activation: 'relu', w: 2 }),
    },
    {
      label: { ko: '깊이 × 2', en: 'depth × 2' },
      change: ({ depth }) => (depth * 2 <= MAX_DEPTH ? { depth: depth * 2 } : undefined),
    },
    {
      label: { ko: '음수 입력의 ReLU', en: 'ReLU with a negative input' },
      change: () => ({ activation: 'relu', x: -0.5 }),
    },
  ],
});
