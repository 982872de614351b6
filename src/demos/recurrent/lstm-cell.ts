import type { XySeries } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { type LstmStep, lstmStep } from '../../math/scalar-lstm.ts';
import { range } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { float, floats } from '../parameters.ts';

const OPEN_FORGET = 5;
const SHUT_FORGET = -5;

function withForget(b: readonly number[], bias: number): number[] {
  return b.map((value, gate) => (gate === 1 ? bias : value));
}

export const lstmCell = defineDemo({
  id: 'lstm-cell',
  title: { ko: 'LSTM 셀', en: 'LSTM cell by hand' },
  about: {
    ko: '유닛이 하나인 LSTM을 시점마다 계산해요. 게이트 순서는 PyTorch처럼 i, f, g, o이고 c′ = f·c + i·g, h′ = o·tanh(c′)예요. 편향은 PyTorch의 두 편향을 더한 값이에요.',
    en: 'Computes an LSTM with one unit step by step. Gates in PyTorch’s order i, f, g, o; c′ = f·c + i·g and h′ = o·tanh(c′). A bias stands for the sum of PyTorch’s two.',
  },
  parameters: {
    inputs: floats([1, 0.5, -1], '1..50', '-10..10'),
    w: floats([0.5, 0.6, 0.7, 0.8], '4..4', '-10..10', {
      ko: '입력의 가중치 (i, f, g, o)',
      en: 'weights of the input (i, f, g, o)',
    }),
    u: floats([0.1, 0.2, 0.3, 0.4], '4..4', '-10..10', {
      ko: '앞 은닉 상태의 가중치 (i, f, g, o)',
      en: 'weights of the previous hidden state (i, f, g, o)',
    }),
    b: floats([0, 1, 0, 0], '4..4', '-10..10', { ko: '편향 (i, f, g, o)', en: 'biases (i, f, g, o)' }),
    h0: float(0, '-10..10'),
    c0: float(0, '-10..10'),
  },
  results: { gates: 'float[t][4]', c: 'float[t+1]', h: 'float[t+1]', forget_product: 'float' },
  run({ inputs, w, u, b, h0, c0 }) {
    const steps: LstmStep[] = [];
    for (const x of inputs) {
      const last = steps.at(-1);
      steps.push(lstmStep({ w, u, b }, x, last?.h ?? h0, last?.c ?? c0));
    }
    return {
      gates: steps.map((step) => [...step.gates]),
      c: [c0, ...steps.map((step) => step.c)],
      h: [h0, ...steps.map((step) => step.h)],
      forget_product: steps.reduce((product, step) => product * step.gates[1], 1),
    };
  },
  view({ inputs }, { gates, c, h, forget_product }, say) {
    const times = range(inputs.length + 1);
    const dots = inputs.length <= 30 ? ('line-points' as const) : ('line' as const);
    const gate = (name: string, index: number, colour: NonNullable<XySeries['colour']>): XySeries => ({
      name,
      x: times.slice(1),
      y: gates.map((row) => row[index] ?? 0),
      look: dots,
      colour,
    });
    return {
      chart: {
        kind: 'panels',
        title: say('LSTM 셀의 상태와 게이트', 'States and gates of an LSTM cell'),
        panels: [
          {
            kind: 'xy',
            title: say('셀 상태 c와 은닉 상태 h', 'cell state c and hidden state h'),
            x: { name: say('시점 t', 'time t'), whole: true },
            y: { name: say('값', 'value') },
            series: [
              { name: 'c', x: times, y: c, look: dots, colour: 'blue' },
              { name: 'h', x: times, y: h, look: dots, colour: 'vermillion' },
            ],
          },
          {
            kind: 'xy',
            title: say('게이트', 'gates'),
            x: { name: say('시점 t', 'time t'), whole: true },
            y: { name: say('값', 'value') },
            series: [
              gate(say('입력 i', 'input i'), 0, 'green'),
              gate(say('망각 f', 'forget f'), 1, 'purple'),
              gate(say('후보 g', 'candidate g'), 2, 'grey'),
              gate(say('출력 o', 'output o'), 3, 'orange'),
            ],
          },
        ],
      },
      see: say(
        `망각 게이트의 곱이 ${formatNumber(forget_product)}이라, 처음 셀 상태의 그만큼이 ${inputs.length}스텝 뒤에 남아요. 셀 상태를 곧장 잇는 기울기 경로도 이 곱이라 f가 1에 가까우면 먼 과거를 배울 수 있어요.`,
        `The forget gates multiply to ${formatNumber(forget_product)}: that share of the first cell state remains at the end (T = ${inputs.length}). The direct gradient path along the cell has the same factor, so with f near 1 distant events can be learnt.`,
      ),
      numbers: [
        [say('마지막 셀 상태 c', 'last cell state c'), formatNumber(c.at(-1) ?? 0)],
        [say('마지막 은닉 상태 h', 'last hidden state h'), formatNumber(h.at(-1) ?? 0)],
        [say('망각 게이트의 곱', 'product of the forget gates'), formatNumber(forget_product)],
      ],
      table: {
        columns: ['t', 'x', 'i', 'f', 'g', 'o', 'c', 'h'],
        rows: gates.map((row, t) => [
          String(t + 1),
          ...[inputs[t] ?? 0, ...row, c[t + 1] ?? 0, h[t + 1] ?? 0].map((value) => formatNumber(value)),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '망각 편향 5 (기억)', en: 'forget bias 5 (keeps)' },
      change: ({ b }) => ({ b: withForget(b, OPEN_FORGET) }),
    },
    {
      label: { ko: '망각 편향 −5 (잊음)', en: 'forget bias −5 (forgets)' },
      change: ({ b }) => ({ b: withForget(b, SHUT_FORGET) }),
    },
    {
      label: { ko: '신호 한 번, 그다음 0', en: 'one pulse, then zeros' },
      change: () => ({ inputs: [3, ...Array.from({ length: 19 }, () => 0)] }),
    },
    { label: { ko: 'c0 = 5', en: 'c0 = 5' }, change: () => ({ c0: 5 }) },
  ],
});
