import { formatNumber, formatPercent } from '../../charts/number.ts';
import { type NeuronTask, trainNeuron } from '../../math/single-neuron.ts';
import { extent } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, type Say } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { float, floats, int } from '../parameters.ts';

/** Losses that differ by more than this factor are easier to read on a logarithmic axis. */
const WIDE = 1000;

function sentence(
  { leak, steps }: { readonly leak: number; readonly steps: number },
  loss: readonly number[],
  active: readonly number[],
  say: Say,
): string {
  const last = formatNumber(loss.at(-1) ?? 0);
  const first = formatNumber(loss[0] ?? 0);
  const died = active.findLastIndex((share) => share > 0) + 1;
  const forGood = died < active.length;
  if (forGood && leak === 0)
    return say(
      `스텝 ${died}부터 모든 입력에서 wx + b가 0 이하라 기울기가 0이에요. 손실이 ${last}에 멈추고, 같은 데이터로는 아무리 학습해도 되살아나지 않아요.`,
      `From step ${died} on wx + b is 0 or less for every input, so the gradient is 0: the loss stays at ${last}, and no more training on these data revives the neuron.`,
    );
  if (forGood)
    return say(
      `스텝 ${died}부터 모든 입력에서 wx + b가 0 이하지만, 음수 쪽 기울기 ${formatNumber(leak)} 덕분에 가중치가 계속 움직여요 (손실 ${first} → ${last}).`,
      `From step ${died} on wx + b is 0 or less for every input, yet the leak of ${formatNumber(leak)} keeps the weights moving (loss ${first} → ${last}).`,
    );
  return say(
    `마지막에 입력의 ${formatPercent(active.at(-1) ?? 0)}에서 뉴런이 켜져 있어 기울기가 흘러요. 손실은 ${steps}스텝 동안 ${first}에서 ${withJosa(last, '으로/로')} 바뀌었어요.`,
    `At the end the neuron is active for ${formatPercent(active.at(-1) ?? 0)} of the inputs, so a gradient flows; in ${countOf(steps, 'step')} the loss went from ${first} to ${last}.`,
  );
}

export const dyingRelu = defineDemo({
  id: 'dying-relu',
  title: { ko: '죽은 ReLU', en: 'Dying ReLU neuron' },
  about: {
    ko: '뉴런 하나 max(wx + b, 0)을 평균제곱오차와 전체 배치 경사 하강법으로 학습해요. 모든 입력에서 wx + b가 0 이하가 되면 기울기도 0이라 죽은 뉴런이라고 해요.',
    en: 'Trains one neuron max(wx + b, 0) on the mean squared error by full-batch gradient descent. Where wx + b is 0 or less for every input the gradient is 0 as well, and the neuron is called dead.',
  },
  parameters: {
    x: floats([1, 2, 3, 4], '1..50', '-10..10'),
    y: floats([1, 2, 3, 4], '1..50', '-1000..1000'),
    w: float(0.5, '-10..10'),
    b: float(0, '-10..10'),
    lr: float(0.3, '0<..1'),
    steps: int(10, '1..50'),
    leak: float(0, '0..1'),
  },
  results: {
    w: 'float[steps+1]',
    b: 'float[steps+1]',
    loss: 'float[steps+1]',
    active_fraction: 'float[steps+1]',
    dead: 'bool',
  },
  run({ x, y, w, b, lr, steps, leak }) {
    sameLength('y', y, 'x', x);
    const task: NeuronTask = { x, y, leak };
    const states = trainNeuron(task, { w, b }, lr, steps);
    const active_fraction = states.map((state) => state.active);
    return {
      w: states.map((state) => state.w),
      b: states.map((state) => state.b),
      loss: states.map((state) => state.loss),
      active_fraction,
      dead: leak === 0 && active_fraction.at(-1) === 0,
    };
  },
  view({ lr, steps, leak }, { w, b, loss, active_fraction, dead }, say) {
    const step = range(steps + 1);
    const { min, max } = extent(loss);
    const setting =
      leak > 0 ? say(`, 새는 기울기 ${formatNumber(leak)}`, `, leak ${formatNumber(leak)}`) : '';
    return {
      chart: {
        kind: 'panels',
        title: say('죽은 ReLU', 'Dying ReLU'),
        subtitle: say(`학습률 ${formatNumber(lr)}${setting}`, `learning rate ${formatNumber(lr)}${setting}`),
        panels: [
          {
            kind: 'xy',
            title: say('손실', 'loss'),
            x: { name: say('스텝', 'step'), whole: true },
            y: {
              name: say('평균제곱오차', 'mean squared error'),
              ...(min > 0 && max / min > WIDE ? { log: true } : min >= 0 && max > 0 ? { min: 0 } : {}),
            },
            series: [
              { name: say('손실', 'loss'), x: step, y: loss, look: 'line-points', colour: 'vermillion' },
            ],
          },
          {
            kind: 'xy',
            title: say('켜진 입력의 비율 (wx + b > 0)', 'share of active inputs (wx + b > 0)'),
            x: { name: say('스텝', 'step'), whole: true },
            y: { name: say('비율', 'share'), min: 0, max: 1 },
            series: [
              {
                name: say('켜진 비율', 'active share'),
                x: step,
                y: active_fraction,
                look: 'line-points',
                colour: 'blue',
              },
            ],
          },
        ],
      },
      see: sentence({ leak, steps }, loss, active_fraction, say),
      numbers: [
        [say('죽었나', 'dead'), dead ? say('예', 'yes') : say('아니요', 'no')],
        [say('마지막 손실', 'last loss'), formatNumber(loss.at(-1) ?? 0)],
        [say('마지막 w, b', 'last w, b'), `${formatNumber(w.at(-1) ?? 0)}, ${formatNumber(b.at(-1) ?? 0)}`],
        [say('켜진 입력의 비율', 'share of active inputs'), formatPercent(active_fraction.at(-1) ?? 0)],
      ],
      table: {
        columns: [say('스텝', 'step'), 'w', 'b', say('손실', 'loss'), say('켜진 비율', 'active share')],
        rows: step.map((t) => [
          String(t),
          ...[w[t] ?? 0, b[t] ?? 0, loss[t] ?? 0].map((value) => formatNumber(value)),
          formatPercent(active_fraction[t] ?? 0),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '학습률 ÷ 10', en: 'lr ÷ 10' }, change: ({ lr }) => ({ lr: lr / 10 }) },
    { label: { ko: 'Leaky ReLU (0.1)', en: 'leaky ReLU (0.1)' }, change: () => ({ leak: 0.1 }) },
    { label: { ko: '시작부터 b = −10', en: 'start at b = −10' }, change: () => ({ b: -10 }) },
    {
      label: { ko: '스텝 × 5', en: 'steps × 5' },
      change: ({ steps }) => (steps * 5 <= 50 ? { steps: steps * 5 } : undefined),
    },
  ],
});
