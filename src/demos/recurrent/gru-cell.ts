import { formatNumber } from '../../charts/number.ts';
import { type GruStep, gruStep } from '../../math/scalar-gru.ts';
import { argMax } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { float, floats } from '../parameters.ts';

const KEEP = 5;
const REPLACE = -5;

function withUpdate(b: readonly number[], bias: number): number[] {
  return b.map((value, gate) => (gate === 1 ? bias : value));
}

export const gruCell = defineDemo({
  id: 'gru-cell',
  title: { ko: 'GRU 셀', en: 'GRU cell by hand' },
  about: {
    ko: '유닛이 하나인 GRU를 시점마다 계산해요. 게이트 순서와 식은 PyTorch처럼 r, z, n이고 n = tanh(wx + b + r·(uh)), h′ = (1 − z)·n + z·h예요 (은닉 편향은 0).',
    en: 'Computes a GRU with one unit step by step, with PyTorch’s order r, z, n and equations: n = tanh(wx + b + r·(uh)), h′ = (1 − z)·n + z·h (hidden biases 0).',
  },
  parameters: {
    inputs: floats([1, 0.5, -1], '1..50', '-10..10'),
    w: floats([0.5, 0.6, 0.7], '3..3', '-10..10', {
      ko: '입력의 가중치 (r, z, n)',
      en: 'weights of the input (r, z, n)',
    }),
    u: floats([0.1, 0.2, 0.3], '3..3', '-10..10', {
      ko: '앞 은닉 상태의 가중치 (r, z, n)',
      en: 'weights of the previous hidden state (r, z, n)',
    }),
    b: floats([0, 0, 0], '3..3', '-10..10', { ko: '편향 (r, z, n)', en: 'biases (r, z, n)' }),
    h0: float(0, '-10..10'),
  },
  results: { r: 'float[t]', z: 'float[t]', candidate: 'float[t]', h: 'float[t+1]' },
  run({ inputs, w, u, b, h0 }) {
    const steps: GruStep[] = [];
    for (const x of inputs) steps.push(gruStep({ w, u, b }, x, steps.at(-1)?.h ?? h0));
    return {
      r: steps.map((step) => step.r),
      z: steps.map((step) => step.z),
      candidate: steps.map((step) => step.candidate),
      h: [h0, ...steps.map((step) => step.h)],
    };
  },
  view({ inputs }, { r, z, candidate, h }, say) {
    const times = range(inputs.length + 1);
    const after = times.slice(1);
    const dots = inputs.length <= 30 ? ('line-points' as const) : ('line' as const);
    const kept = z.reduce((product, value) => product * value, 1);
    const keeper = argMax(z);
    return {
      chart: {
        kind: 'panels',
        title: say('GRU 셀의 상태와 게이트', 'State and gates of a GRU cell'),
        panels: [
          {
            kind: 'xy',
            title: say('은닉 상태 h와 후보 n', 'hidden state h and candidate n'),
            x: { name: say('시점 t', 'time t'), whole: true },
            y: { name: say('값', 'value') },
            series: [
              { name: 'h', x: times, y: h, look: dots, colour: 'vermillion' },
              { name: say('후보 n', 'candidate n'), x: after, y: candidate, look: dots, colour: 'grey' },
            ],
          },
          {
            kind: 'xy',
            title: say('게이트', 'gates'),
            x: { name: say('시점 t', 'time t'), whole: true },
            y: { name: say('값', 'value'), min: 0, max: 1 },
            series: [
              { name: say('리셋 r', 'reset r'), x: after, y: r, look: dots, colour: 'green' },
              { name: say('업데이트 z', 'update z'), x: after, y: z, look: dots, colour: 'purple' },
            ],
          },
        ],
      },
      see: say(
        `업데이트 게이트가 가장 큰 시점 ${keeper + 1}에서 z = ${formatNumber(z[keeper] ?? 0)}만큼 앞 상태를 남겨요. ${inputs.length}스텝의 z를 곱하면 처음 상태는 ${formatNumber(kept)}만큼 곧장 이어져요. 이 식에서는 z가 클수록 옛것을 지켜요.`,
        `At time ${keeper + 1}, where the update gate is largest, a share of z = ${formatNumber(z[keeper] ?? 0)} of the state before is kept; up to the end (T = ${inputs.length}) the product of z passes on ${formatNumber(kept)} of the first state. In this form a larger z keeps the old.`,
      ),
      numbers: [
        [say('마지막 은닉 상태 h', 'last hidden state h'), formatNumber(h.at(-1) ?? 0)],
        [say('업데이트 게이트의 곱', 'product of the update gates'), formatNumber(kept)],
        [say('마지막 후보 n', 'last candidate n'), formatNumber(candidate.at(-1) ?? 0)],
      ],
      table: {
        columns: ['t', 'x', 'r', 'z', 'n', 'h'],
        rows: inputs.map((x, t) => [
          String(t + 1),
          ...[x, r[t] ?? 0, z[t] ?? 0, candidate[t] ?? 0, h[t + 1] ?? 0].map((value) => formatNumber(value)),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '업데이트 편향 5 (기억)', en: 'update bias 5 (keeps)' },
      change: ({ b }) => ({ b: withUpdate(b, KEEP) }),
    },
    {
      label: { ko: '업데이트 편향 −5 (교체)', en: 'update bias −5 (replaces)' },
      change: ({ b }) => ({ b: withUpdate(b, REPLACE) }),
    },
    {
      label: { ko: '신호 한 번, 그다음 0', en: 'one pulse, then zeros' },
      change: () => ({ inputs: [3, ...Array.from({ length: 19 }, () => 0)] }),
    },
    { label: { ko: 'h0 = 1', en: 'h0 = 1' }, change: () => ({ h0: 1 }) },
  ],
});
