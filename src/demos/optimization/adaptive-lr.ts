import { formatNumber } from '../../charts/number.ts';
import { adagradSum, effectiveRate, rmspropMean } from '../../math/adaptive-rate.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { float, floats } from '../parameters.ts';

interface Trace {
  readonly accumulator: readonly number[];
  readonly rate: readonly number[];
  readonly theta: readonly number[];
}

function follow(
  grads: readonly number[],
  accumulate: (before: number, gradient: number) => number,
  { theta0, lr, eps }: { theta0: number; lr: number; eps: number },
): Trace {
  const accumulator: number[] = [];
  const rate: number[] = [];
  const theta = [theta0];
  for (const gradient of grads) {
    accumulator.push(accumulate(accumulator.at(-1) ?? 0, gradient));
    rate.push(effectiveRate(lr, accumulator.at(-1) ?? 0, eps));
    theta.push((theta.at(-1) ?? 0) - (rate.at(-1) ?? 0) * gradient);
  }
  return { accumulator, rate, theta };
}

/** A log axis where the rates differ by more than this. */
const WIDE = 20;

export const adaptiveLr = defineDemo({
  id: 'adaptive-lr',
  title: { ko: 'AdaGrad와 RMSProp의 유효 학습률', en: 'AdaGrad and RMSProp step by step' },
  about: {
    ko: '유효 학습률은 lr/(√누적값 + ε)이에요. AdaGrad는 기울기 제곱을 모두 더하고, RMSProp은 지수 이동 평균을 0에서 시작해요 (torch.optim의 식).',
    en: 'The effective learning rate is lr/(√accumulator + ε): AdaGrad sums all squared gradients, RMSProp keeps an exponential average that starts at 0 (formulas of torch.optim).',
  },
  parameters: {
    grads: floats([1, 1, 1, 1, 1], '1..50', '-1000..1000'),
    theta0: float(1, '-1000..1000'),
    lr: float(0.1, '0<..10'),
    rho: float(0.9, '0..<1'),
    eps: float(1e-8, '0<..0.1'),
  },
  results: {
    adagrad_sum: 'float[n]',
    adagrad_lr: 'float[n]',
    adagrad_theta: 'float[n+1]',
    rmsprop_avg: 'float[n]',
    rmsprop_lr: 'float[n]',
    rmsprop_theta: 'float[n+1]',
  },
  run({ grads, rho, ...settings }) {
    const adagrad = follow(grads, adagradSum, settings);
    const rmsprop = follow(grads, (before, gradient) => rmspropMean(before, gradient, rho), settings);
    if (![...adagrad.rate, ...rmsprop.rate].every(Number.isFinite))
      refuse(
        'eps',
        '너무 작아서 유효 학습률이 유한한 수가 되지 않아요.',
        'is so small that the effective learning rate is infinite.',
      );
    return {
      adagrad_sum: adagrad.accumulator,
      adagrad_lr: adagrad.rate,
      adagrad_theta: adagrad.theta,
      rmsprop_avg: rmsprop.accumulator,
      rmsprop_lr: rmsprop.rate,
      rmsprop_theta: rmsprop.theta,
    };
  },
  view({ grads, lr, rho }, r, say) {
    const steps = grads.map((_, i) => i + 1);
    const rates = [...r.adagrad_lr, ...r.rmsprop_lr, lr];
    const log = Math.max(...rates) > WIDE * Math.min(...rates);
    const [adagradLast, rmspropLast] = [r.adagrad_lr.at(-1) ?? 0, r.rmsprop_lr.at(-1) ?? 0];
    return {
      chart: {
        kind: 'xy',
        title: say('스텝마다의 유효 학습률', 'Effective learning rate at each step'),
        subtitle: `lr = ${formatNumber(lr)}, ρ = ${formatNumber(rho)}`,
        x: { name: say('스텝', 'step'), whole: true },
        y: {
          name: log
            ? say('유효 학습률 (로그)', 'effective learning rate (log)')
            : say('유효 학습률', 'effective learning rate'),
          log,
        },
        series: [
          { name: 'AdaGrad', x: steps, y: r.adagrad_lr, look: 'line-points' },
          { name: 'RMSProp', x: steps, y: r.rmsprop_lr, look: 'line-points' },
        ],
        marks: [{ axis: 'y', at: lr, label: 'lr', colour: 'grey' }],
      },
      see: say(
        `${grads.length}스텝 뒤 유효 학습률은 AdaGrad ${formatNumber(adagradLast)}, RMSProp ${formatNumber(rmspropLast)}까지 왔어요. AdaGrad의 합은 줄지 않아서 스텝이 갈수록 작아지고, RMSProp은 오래된 기울기를 잊어서 다시 커질 수 있어요.`,
        `After ${countOf(grads.length, 'step')} the effective rate is ${formatNumber(adagradLast)} for AdaGrad and ${formatNumber(rmspropLast)} for RMSProp. AdaGrad's sum never falls, so its steps only shrink; RMSProp forgets old gradients and can speed up again.`,
      ),
      numbers: [
        [say('AdaGrad의 마지막 유효 학습률', "AdaGrad's last rate"), formatNumber(adagradLast)],
        [say('RMSProp의 마지막 유효 학습률', "RMSProp's last rate"), formatNumber(rmspropLast)],
        [say('AdaGrad의 마지막 θ', "AdaGrad's last θ"), formatNumber(r.adagrad_theta.at(-1) ?? 0)],
        [say('RMSProp의 마지막 θ', "RMSProp's last θ"), formatNumber(r.rmsprop_theta.at(-1) ?? 0)],
      ],
      table: {
        columns: [
          't',
          'g',
          say('AdaGrad 합', 'AdaGrad sum'),
          say('AdaGrad 학습률', 'AdaGrad rate'),
          say('RMSProp 평균', 'RMSProp mean'),
          say('RMSProp 학습률', 'RMSProp rate'),
        ],
        rows: steps.map((t, i) => [
          String(t),
          ...[grads[i], r.adagrad_sum[i], r.adagrad_lr[i], r.rmsprop_avg[i], r.rmsprop_lr[i]].map((value) =>
            formatNumber(value ?? 0),
          ),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '처음만 큰 기울기', en: 'large gradients at first' },
      change: () => ({ grads: [10, 10, 10, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1] }),
    },
    {
      label: { ko: '50스텝', en: '50 steps' },
      change: ({ grads }) => ({ grads: Array.from({ length: 50 }, (_, i) => grads[i % grads.length] ?? 0) }),
    },
    {
      label: { ko: '드문 기울기', en: 'sparse gradients' },
      change: () => ({ grads: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0] }),
    },
    { label: { ko: 'ρ = 0.99', en: 'ρ = 0.99' }, change: () => ({ rho: 0.99 }) },
  ],
});
