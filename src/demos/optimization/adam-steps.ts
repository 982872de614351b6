import { formatNumber } from '../../charts/number.ts';
import { ADAM_START, adamMoments, adamStep } from '../../math/adam.ts';
import { range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { float, floats } from '../parameters.ts';

export const adamSteps = defineDemo({
  id: 'adam-steps',
  title: { ko: 'Adam 손계산 표', en: 'Adam by hand' },
  about: {
    ko: '주어진 기울기를 차례로 넣어 Adam을 한 스텝씩 계산해요 (Kingma & Ba 2015, torch.optim.Adam과 같은 식). m과 v는 0에서 시작하므로 1 − βᵗ로 나눠 편향을 바로잡아요.',
    en: 'Computes Adam step by step on given gradients (Kingma & Ba 2015, as in torch.optim.Adam). m and v start at 0, so each is divided by 1 − βᵗ to correct that bias.',
  },
  parameters: {
    grads: floats([0.5, 0.3, -0.2, 0.1], '1..50', '-1000..1000'),
    theta0: float(1, '-1000..1000'),
    lr: float(0.1, '0<..10'),
    beta1: float(0.9, '0..<1'),
    beta2: float(0.999, '0..<1'),
    eps: float(1e-8, '0<..0.1'),
  },
  results: { m: 'float[n]', v: 'float[n]', m_hat: 'float[n]', v_hat: 'float[n]', theta: 'float[n+1]' },
  run({ grads, theta0, ...settings }) {
    const theta = [theta0];
    let state = ADAM_START;
    const states = grads.map((gradient) => {
      state = adamMoments(state, gradient, settings);
      theta.push((theta.at(-1) ?? 0) - adamStep(state, settings));
      return state;
    });
    return {
      m: states.map((one) => one.m),
      v: states.map((one) => one.v),
      m_hat: states.map((one) => one.mHat),
      v_hat: states.map((one) => one.vHat),
      theta,
    };
  },
  view({ grads, lr, beta1, beta2 }, { m, v, m_hat, v_hat, theta }, say) {
    const steps = grads.map((_, i) => i + 1);
    const moves = grads.map((_, i) => (theta[i + 1] ?? 0) - (theta[i] ?? 0));
    const first = Math.abs(moves[0] ?? 0);
    const lastStep = Math.abs(moves.at(-1) ?? 0);
    const travelled = moves.reduce((total, move) => total + Math.abs(move), 0);
    const why =
      Math.abs(first / lr - 1) < 0.01
        ? say(
            `기울기 ${formatNumber(grads[0] ?? 0)}의 크기가 m̂/√v̂에서 약분되기 때문이에요.`,
            `the size of the gradient ${formatNumber(grads[0] ?? 0)} cancels in m̂/√v̂`,
          )
        : say(
            '기울기가 ε과 견줄 만큼 작아서 크기가 다 약분되지는 않아요.',
            'beside so small a gradient ε counts',
          );
    return {
      chart: {
        kind: 'panels',
        title: say('Adam: 모멘트와 파라미터', 'Adam: moments and parameter'),
        subtitle: `lr = ${formatNumber(lr)}, β₁ = ${formatNumber(beta1)}, β₂ = ${formatNumber(beta2)}`,
        panels: [
          {
            kind: 'xy',
            title: say('편향을 바로잡은 모멘트', 'corrected moments'),
            x: { name: say('스텝', 'step'), whole: true },
            y: { name: say('값', 'value') },
            series: [
              { name: 'm̂', x: steps, y: m_hat, look: 'line-points' },
              { name: '√v̂', x: steps, y: v_hat.map(Math.sqrt), look: 'line-points' },
              { name: say('기울기 g', 'gradient g'), x: steps, y: grads, look: 'crosses', colour: 'grey' },
            ],
          },
          {
            kind: 'xy',
            title: say('파라미터 θ', 'parameter θ'),
            x: { name: say('스텝', 'step'), whole: true },
            y: { name: 'θ' },
            series: [{ name: 'θ', x: range(theta.length), y: theta, look: 'line-points', colour: 'green' }],
          },
        ],
      },
      see:
        first === 0
          ? say(
              `첫 기울기가 0이라서 첫 스텝은 움직이지 않고, ${grads.length}스텝 동안 θ는 ${formatNumber(travelled)}만큼 움직여요.`,
              `The first gradient is 0, so the first step stays put; over ${countOf(grads.length, 'step')} θ travels ${formatNumber(travelled)}.`,
            )
          : say(
              `첫 스텝은 학습률의 ${formatNumber(first / lr)}배예요. ${why} 마지막 스텝은 학습률의 ${formatNumber(lastStep / lr)}배이고, 기울기의 부호가 엇갈릴수록 m̂이 작아져 스텝이 줄어요.`,
              `The first step is ${formatNumber(first / lr)} times the learning rate: ${why}. The last one is ${formatNumber(lastStep / lr)} times that rate: steps shrink where gradients of both signs make m̂ small.`,
            ),
      numbers: [
        [say('마지막 θ', 'last θ'), formatNumber(theta.at(-1) ?? 0, 6)],
        [say('마지막 m̂', 'last m̂'), formatNumber(m_hat.at(-1) ?? 0)],
        [say('마지막 √v̂', 'last √v̂'), formatNumber(Math.sqrt(v_hat.at(-1) ?? 0))],
        [say('마지막 스텝', 'last step'), formatNumber(moves.at(-1) ?? 0)],
      ],
      table: {
        columns: ['t', 'g', 'm', 'v', 'm̂', 'v̂', 'θ'],
        rows: steps.map((t, i) => [
          String(t),
          ...[grads[i], m[i], v[i], m_hat[i], v_hat[i], theta[i + 1]].map((value) =>
            formatNumber(value ?? 0),
          ),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '기울기 × 100', en: 'gradients × 100' },
      change: ({ grads }) =>
        grads.every((g) => Math.abs(g) <= 10) ? { grads: grads.map((g) => g * 100) } : undefined,
    },
    {
      label: { ko: '부호가 번갈아 바뀌는 기울기', en: 'gradients of alternating sign' },
      change: () => ({ grads: [1, -1, 1, -1, 1, -1, 1, -1] }),
    },
    {
      label: { ko: '가끔 큰 기울기', en: 'a rare large gradient' },
      change: () => ({ grads: [0.1, 0.1, 10, 0.1, 0.1, 0.1, 0.1, 0.1] }),
    },
    { label: { ko: 'β₁ = 0 (모멘텀 없이)', en: 'β₁ = 0 (no momentum)' }, change: () => ({ beta1: 0 }) },
    { label: { ko: 'β₂ = 0.9', en: 'β₂ = 0.9' }, change: () => ({ beta2: 0.9 }) },
  ],
});
