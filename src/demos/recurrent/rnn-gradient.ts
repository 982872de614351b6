import { formatNumber } from '../../charts/number.ts';
import { identity, tanh } from '../../math/activations.ts';
import { runScalarRnn } from '../../math/scalar-rnn.ts';
import { range } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { logAxis, logLook, logSizes } from '../log-line.ts';
import { choice, float, floats } from '../parameters.ts';

const FUNCTIONS = { tanh, linear: identity } as const;

export const rnnGradient = defineDemo({
  id: 'rnn-gradient',
  title: { ko: 'RNN의 기울기', en: 'Gradients through time in an RNN' },
  about: {
    ko: '은닉 유닛이 하나인 RNN h_t = f(w·h_{t−1} + u·x_t)에서 마지막 상태의 기울기를 시간을 거슬러 구해요(BPTT). 스텝마다 w·f′가 곱해져요.',
    en: 'In an RNN with one hidden unit, h_t = f(w·h_{t−1} + u·x_t), finds the gradient of the last state by backpropagation through time; each step multiplies by w·f′.',
  },
  parameters: {
    w: float(0.5, '-3..3'),
    u: float(1, '-3..3'),
    inputs: floats([1, 0.5, -0.5, 1, 0, 0.3, -1, 0.8], '1..100', '-10..10'),
    h0: float(0, '-1..1'),
    activation: choice(['tanh', 'linear'], 'tanh'),
  },
  results: { h: 'float[t+1]', grad_h: 'float[t+1]', dh_dw: 'float', dh_du: 'float' },
  run({ w, u, inputs, h0, activation }) {
    const { h, gradH, dhDw, dhDu } = runScalarRnn(FUNCTIONS[activation], { w, u, h0 }, inputs);
    return { h, grad_h: gradH, dh_dw: dhDw, dh_du: dhDu };
  },
  view({ w, u, inputs, activation }, { h, grad_h, dh_dw, dh_du }, say) {
    const steps = inputs.length;
    const first = Math.abs(grad_h[0] ?? 0);
    const factor = formatNumber(first ** (1 / steps), 3);
    const told = formatNumber(first);
    const sizes = logSizes(grad_h);
    return {
      chart: {
        kind: 'xy',
        title: say('시간을 거슬러 가는 기울기', 'Gradient on its way back through time'),
        subtitle: `w = ${formatNumber(w)}, u = ${formatNumber(u)}, ${activation}`,
        x: { name: say('시점 t', 'time t'), whole: true },
        y: logAxis(say('|∂h_T/∂h_t| (로그)', '|∂h_T/∂h_t| (log)'), sizes),
        series: [
          {
            name: say('기울기의 크기', 'size of the gradient'),
            x: range(steps + 1),
            y: sizes,
            look: logLook(sizes),
          },
        ],
      },
      see:
        first === 0
          ? say(
              `시점 0의 상태는 ${steps}스텝 뒤의 상태에 아무 영향도 주지 못해요. 기울기가 0이에요.`,
              `The state at time 0 has no influence on the last state (T = ${steps}): the gradient is 0.`,
            )
          : first < 1
            ? say(
                `한 스텝에 평균 ${factor}배로 줄어 ${steps}스텝 전의 상태가 마지막 상태에 미치는 영향은 ${withJosa(told, '이에요/예요')}. 먼 과거를 배우기 어려운 까닭이에요.`,
                `A factor of ${factor} a step, on average: the state at time 0 influences the last one (T = ${steps}) by ${told} only, which is why distant events are hard to learn.`,
              )
            : say(
                `한 스텝에 평균 ${factor}배라 ${steps}스텝을 거슬러 가면 기울기가 ${withJosa(told, '이에요/예요')}. 1을 넘으면 길어질수록 폭주하므로 기울기를 잘라 내요.`,
                `A factor of ${factor} a step, on average, makes the gradient ${told} back to time 0 (T = ${steps}); above 1 it explodes with the length, hence gradient clipping.`,
              ),
      numbers: [
        [say('시점 0까지의 기울기', 'gradient back to time 0'), formatNumber(grad_h[0] ?? 0)],
        [say('마지막 상태 h_T', 'last state h_T'), formatNumber(h.at(-1) ?? 0)],
        [say('w에 대한 기울기', 'gradient with respect to w'), formatNumber(dh_dw)],
        [say('u에 대한 기울기', 'gradient with respect to u'), formatNumber(dh_du)],
      ],
      table: {
        columns: ['t', 'h_t', '∂h_T/∂h_t'],
        rows: h.map((value, t) => [String(t), formatNumber(value), formatNumber(grad_h[t] ?? 0)]),
      },
    };
  },
  variations: [
    {
      label: { ko: 'w = 1.5, 선형 (폭주)', en: 'w = 1.5, linear (explodes)' },
      change: () => ({ w: 1.5, activation: 'linear' }),
    },
    { label: { ko: 'w = 1, 선형', en: 'w = 1, linear' }, change: () => ({ w: 1, activation: 'linear' }) },
    {
      label: { ko: 'w = 2, tanh (포화)', en: 'w = 2, tanh (saturates)' },
      change: () => ({ w: 2, activation: 'tanh' }),
    },
    {
      label: { ko: '길이 × 4', en: 'length × 4' },
      change: ({ inputs }) =>
        inputs.length <= 25 ? { inputs: [...inputs, ...inputs, ...inputs, ...inputs] } : undefined,
    },
  ],
});
