import { formatNumber } from '../../charts/number.ts';
import { range } from '../../math/vector.ts';
import { adamPath, sgdPath } from '../../math/weight-decay.ts';
import { defineDemo } from '../demo.ts';
import { float, floats } from '../parameters.ts';

const ADAM = { beta1: 0.9, beta2: 0.999, eps: 1e-8 } as const;

function largestGap(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));
}

export const weightDecayVsL2 = defineDemo({
  id: 'weight-decay-vs-l2',
  title: { ko: '가중치 감쇠와 L2의 차이', en: 'Weight decay against L2 penalty' },
  about: {
    ko: '같은 손실 기울기에 L2는 wd·θ를 더하고, 가중치 감쇠는 스텝 전에 θ에 1 − lr·wd를 곱해요 (Loshchilov & Hutter 2019, torch의 Adam과 AdamW). β₁ = 0.9, β₂ = 0.999예요.',
    en: 'On the same loss gradients L2 adds wd·θ, weight decay multiplies θ by 1 − lr·wd before the step (Loshchilov & Hutter 2019; Adam and AdamW of torch, β₁ = 0.9, β₂ = 0.999).',
  },
  parameters: {
    grads: floats([0.5, 0.4, 0.3, 0.2, 0.1], '1..50', '-100..100'),
    theta0: float(1, '-100..100'),
    lr: float(0.1, '0<..1'),
    wd: float(0.1, '0..1'),
  },
  results: {
    sgd_l2: 'float[n+1]',
    sgd_decay: 'float[n+1]',
    adam_l2: 'float[n+1]',
    adamw: 'float[n+1]',
    sgd_gap: 'float',
    adam_gap: 'float',
  },
  run({ grads, theta0, lr, wd }) {
    const l2 = { lr, wd, decoupled: false };
    const decay = { lr, wd, decoupled: true };
    const sgd_l2 = sgdPath(theta0, grads, l2);
    const sgd_decay = sgdPath(theta0, grads, decay);
    const adam_l2 = adamPath(theta0, grads, l2, ADAM);
    const adamw = adamPath(theta0, grads, decay, ADAM);
    return {
      sgd_l2,
      sgd_decay,
      adam_l2,
      adamw,
      sgd_gap: largestGap(sgd_l2, sgd_decay),
      adam_gap: largestGap(adam_l2, adamw),
    };
  },
  view({ grads, lr, wd }, { sgd_l2, sgd_decay, adam_l2, adamw, sgd_gap, adam_gap }, say) {
    const steps = range(sgd_l2.length);
    const points = grads.length <= 25 ? 'line-points' : 'line';
    return {
      chart: {
        kind: 'xy',
        title: say('L2 벌점과 가중치 감쇠', 'L2 penalty and weight decay'),
        subtitle: say(
          `학습률 ${formatNumber(lr)}, 감쇠 ${formatNumber(wd)}`,
          `learning rate ${formatNumber(lr)}, decay ${formatNumber(wd)}`,
        ),
        x: { name: say('스텝', 'step'), whole: true },
        y: { name: 'θ' },
        series: [
          { name: 'SGD + L2', x: steps, y: sgd_l2, look: 'line', colour: 'sky' },
          { name: say('SGD + 감쇠', 'SGD + decay'), x: steps, y: sgd_decay, look: 'dashed', colour: 'black' },
          { name: 'Adam + L2', x: steps, y: adam_l2, look: points, colour: 'vermillion' },
          { name: 'AdamW', x: steps, y: adamw, look: points, colour: 'green' },
        ],
      },
      see:
        adam_gap === 0
          ? say(
              '감쇠를 더해도 Adam의 두 선이 갈라지지 않아요. 감쇠나 기울기를 바꾸면 차이가 드러나요.',
              'The two Adam lines do not part here; another decay or other gradients show the difference.',
            )
          : say(
              `SGD의 두 선은 겹치고(차이 ${formatNumber(sgd_gap, 2)}) Adam의 두 선은 많게는 ${formatNumber(adam_gap)}만큼 벌어져요. Adam에서는 L2 항도 √v̂로 나뉘어 감쇠의 세기가 기울기 크기에 따라 달라지기 때문이에요.`,
              `The two SGD lines coincide (gap ${formatNumber(sgd_gap, 2)}), those of Adam part by up to ${formatNumber(adam_gap)}: in Adam the L2 term too is divided by √v̂, so the pull depends on the size of the gradients.`,
            ),
      numbers: [
        [say('SGD의 차이', 'gap of SGD'), formatNumber(sgd_gap, 2)],
        [say('Adam의 차이', 'gap of Adam'), formatNumber(adam_gap)],
        [say('마지막 θ (Adam + L2)', 'last θ (Adam + L2)'), formatNumber(adam_l2.at(-1) ?? 0)],
        [say('마지막 θ (AdamW)', 'last θ (AdamW)'), formatNumber(adamw.at(-1) ?? 0)],
      ],
      table: {
        columns: [say('스텝', 'step'), 'SGD + L2', say('SGD + 감쇠', 'SGD + decay'), 'Adam + L2', 'AdamW'],
        rows: steps.map((i) => [
          String(i),
          ...[sgd_l2[i], sgd_decay[i], adam_l2[i], adamw[i]].map((value) => formatNumber(value ?? 0)),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '기울기 0 (감쇠만)', en: 'zero gradients (decay only)' },
      change: ({ grads }) => ({ grads: grads.map(() => 0) }),
    },
    {
      label: { ko: '기울기 × 10', en: 'gradients × 10' },
      change: ({ grads }) =>
        grads.every((g) => Math.abs(g) <= 10) ? { grads: grads.map((g) => g * 10) } : undefined,
    },
    { label: { ko: '감쇠 1', en: 'decay 1' }, change: () => ({ wd: 1 }) },
    { label: { ko: '감쇠 0', en: 'decay 0' }, change: () => ({ wd: 0 }) },
    {
      label: { ko: '부호가 바뀌는 기울기', en: 'gradients of changing sign' },
      change: () => ({ grads: Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 0.5 : -0.5)) }),
    },
  ],
});
