import { formatNumber } from '../../charts/number.ts';
import { logistic, relu, tanh } from '../../math/activations.ts';
import { plainChain, residualChain } from '../../math/depth-chain.ts';
import { range } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { logAxis, logLook, logSizes } from '../log-line.ts';
import { choice, float, int } from '../parameters.ts';

const FUNCTIONS = { sigmoid: logistic, tanh, relu } as const;
const MAX_DEPTH = 100;

export const residualGradient = defineDemo({
  id: 'residual-gradient',
  title: { ko: '잔차 연결과 기울기', en: 'Residual connection and gradient' },
  about: {
    ko: '스칼라 층 h ← f(wh)와 잔차 층 h ← h + f(wh)를 같은 깊이로 쌓고 마지막 출력의 기울기를 견줘요. 잔차 층은 층마다 w·f′에 항등의 1을 더해 곱해요 (He 외, 2016).',
    en: 'Stacks scalar layers h ← f(wh) and residual layers h ← h + f(wh) to the same depth and compares the gradients of the last output: a residual layer multiplies by 1 + w·f′ instead of w·f′ (He et al., 2016).',
  },
  parameters: {
    activation: choice(['sigmoid', 'tanh', 'relu'], 'tanh'),
    depth: int(20, '1..100'),
    w: float(0.5, '-1..1'),
    x: float(0.5, '-10..10'),
  },
  results: {
    plain_grad: 'float[depth+1]',
    residual_grad: 'float[depth+1]',
    plain_out: 'float',
    residual_out: 'float',
  },
  run({ activation, depth, w, x }) {
    const plain = plainChain(FUNCTIONS[activation], w, x, depth);
    const residual = residualChain(FUNCTIONS[activation], w, x, depth);
    return {
      plain_grad: plain.grad,
      residual_grad: residual.grad,
      plain_out: plain.h.at(-1) ?? 0,
      residual_out: residual.h.at(-1) ?? 0,
    };
  },
  view({ activation, depth, w }, { plain_grad, residual_grad, plain_out, residual_out }, say) {
    const layers = range(depth + 1);
    const [plain, residual] = [Math.abs(plain_grad[0] ?? 0), Math.abs(residual_grad[0] ?? 0)];
    const [plainSizes, residualSizes] = [logSizes(plain_grad), logSizes(residual_grad)];
    const verdict =
      residual > 1e3
        ? say(
            '항등 경로가 신호를 살리지만, 여기서는 너무 커져요.',
            'The identity keeps the signal alive, here even too much of it.',
          )
        : residual > plain
          ? say(
              '항등 경로의 1이 더해져 앞쪽 층까지 신호가 닿아요.',
              'The 1 of the identity path carries the signal to the early layers.',
            )
          : say(
              'w·f′가 음수면 1과 서로 지워져 잔차 연결도 기울기를 줄여요.',
              'Where w f′ is negative it cancels against the 1, and a residual layer shrinks the gradient too.',
            );
    return {
      chart: {
        kind: 'xy',
        title: say(`잔차 연결과 기울기 (${activation})`, `Residual connection and gradient (${activation})`),
        subtitle: say(`w = ${formatNumber(w)}, 깊이 ${depth}`, `w = ${formatNumber(w)}, depth ${depth}`),
        x: { name: say('층 (0은 입력)', 'layer (0 is the input)'), whole: true },
        y: logAxis(say('기울기의 크기 |∂h_L/∂h_l| (로그)', 'size of the gradient |∂h_L/∂h_l| (log)'), [
          ...plainSizes,
          ...residualSizes,
        ]),
        series: [
          {
            name: say('잔차 연결 h + f(wh)', 'residual h + f(wh)'),
            x: layers,
            y: residualSizes,
            look: logLook(residualSizes),
            colour: 'blue',
          },
          {
            name: say('그냥 쌓기 f(wh)', 'plain f(wh)'),
            x: layers,
            y: plainSizes,
            look: logLook(plainSizes),
            colour: 'vermillion',
          },
        ],
      },
      see: say(
        `층 ${depth}개를 거슬러 가면 첫 층의 기울기가 그냥 쌓을 때는 ${formatNumber(plain)}, 잔차 연결에서는 ${withJosa(formatNumber(residual), '이에요/예요')}. ${verdict}`,
        `At a depth of ${depth} the gradient at the first layer is ${formatNumber(plain)} plain and ${formatNumber(residual)} with residual connections. ${verdict}`,
      ),
      numbers: [
        [
          say('첫 층의 기울기 (그냥)', 'gradient at the first layer (plain)'),
          formatNumber(plain_grad[0] ?? 0),
        ],
        [
          say('첫 층의 기울기 (잔차)', 'gradient at the first layer (residual)'),
          formatNumber(residual_grad[0] ?? 0),
        ],
        [say('출력 (그냥)', 'output (plain)'), formatNumber(plain_out)],
        [say('출력 (잔차)', 'output (residual)'), formatNumber(residual_out)],
      ],
      table: {
        columns: [say('층', 'layer'), say('그냥', 'plain'), say('잔차', 'residual')],
        rows: layers.map((l) => [
          String(l),
          formatNumber(plain_grad[l] ?? 0),
          formatNumber(residual_grad[l] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '깊이 × 2', en: 'depth × 2' },
      change: ({ depth }) => (depth * 2 <= MAX_DEPTH ? { depth: depth * 2 } : undefined),
    },
    { label: { ko: '시그모이드', en: 'sigmoid' }, change: () => ({ activation: 'sigmoid' }) },
    {
      label: { ko: 'ReLU (잔차가 폭주)', en: 'ReLU (residual explodes)' },
      change: () => ({ activation: 'relu', w: 1 }),
    },
    { label: { ko: 'w = −0.5', en: 'w = −0.5' }, change: () => ({ w: -0.5 }) },
  ],
});
