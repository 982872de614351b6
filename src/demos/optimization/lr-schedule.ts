import type { Marker, XyChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import * as schedules from '../../math/lr-schedules.ts';
import { argMax, argMin } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { type Args, KINDS, PARAMETERS } from './lr-schedule-parameters.ts';
import { meaning, settings } from './lr-schedule-words.ts';

/** Rate of step t; a plateau schedule depends on the losses and is computed as a whole. */
function rateAt(t: number, a: Args): number {
  switch (a.kind) {
    case 'constant':
    case 'plateau':
      return a.lr0;
    case 'piecewise':
      return schedules.piecewise(t, a.lr0, a.gamma, a.boundaries);
    case 'power':
      return schedules.power(t, a.lr0, a.s, a.c);
    case 'exponential':
      return schedules.exponential(t, a.lr0, a.gamma, a.s);
    case 'one-cycle':
      return schedules.oneCycle(t, a.lr0, a.lr_max, a.steps - a.final, a.final);
    case 'warmup-gradual':
      return schedules.gradualWarmup(t, a.lr0, a.warmup);
    case 'warmup-constant':
      return schedules.constantWarmup(t, a.lr0, a.warmup, a.warmup_factor);
    case 'cosine':
      return schedules.cosine(t, a.lr0, a.eta_min, a.steps);
    case 'cosine-restarts': {
      const { at, period } = schedules.cyclePlace(t, a.t0, a.t_mult);
      return schedules.cosine(at, a.lr0, a.eta_min, period);
    }
  }
}

/** A label this close to the left edge (as a share of the width) would cover the name of the axis. */
const EDGE = 0.08;

/** Restarts are marked only while the picture has room for them. */
const MOST_MARKS = 12;

function marksOf(a: Args, lr: readonly number[], say: Say): Marker[] {
  const mark = (at: number, label: string): Marker => ({ axis: 'x', at, label, colour: 'grey' });
  if (a.kind === 'warmup-gradual' || a.kind === 'warmup-constant')
    return a.warmup < lr.length
      ? [mark(a.warmup, a.warmup > EDGE * lr.length ? say('웜업 끝', 'end of warm-up') : '')]
      : [];
  if (a.kind !== 'cosine-restarts') return [];
  const restarts = range(lr.length).filter((t) => t > 0 && schedules.cyclePlace(t, a.t0, a.t_mult).at === 0);
  return restarts.length <= MOST_MARKS
    ? restarts.map((t) => mark(t, t === restarts[0] && t > EDGE * lr.length ? say('재시작', 'restart') : ''))
    : [];
}

function ratePanel(a: Args, lr: readonly number[], say: Say): XyChart {
  const jumps = ['piecewise', 'plateau', 'warmup-constant', 'constant'].includes(a.kind);
  return {
    kind: 'xy',
    title: say(`학습률 스케줄: ${a.kind}`, `Learning-rate schedule: ${a.kind}`),
    subtitle: settings(a, say),
    x: { name: say('스텝 t', 'step t'), whole: true },
    y: { name: say('학습률', 'learning rate'), min: 0 },
    series: [
      {
        name: say('학습률', 'learning rate'),
        x: range(lr.length),
        y: lr,
        look: lr.length === 1 ? 'points' : jumps ? 'step' : lr.length <= 60 ? 'line-points' : 'line',
      },
    ],
    marks: marksOf(a, lr, say),
  };
}

function lossPanel(a: Args, say: Say): XyChart {
  return {
    kind: 'xy',
    title: say('검증 손실', 'validation loss'),
    x: { name: say('에포크', 'epoch'), whole: true },
    y: { name: say('손실', 'loss') },
    series: [
      {
        name: say('검증 손실', 'validation loss'),
        x: range(a.val_loss.length),
        y: a.val_loss,
        look: a.val_loss.length <= 60 ? 'line-points' : 'line',
        colour: 'vermillion',
      },
    ],
  };
}

export const lrSchedule = defineDemo({
  id: 'lr-schedule',
  title: { ko: '학습률 스케줄(워밍업·재시작 포함)', en: 'Learning-rate schedules' },
  about: {
    ko: '스텝 t마다 쓰는 학습률을 계산해요. plateau는 PyTorch의 ReduceLROnPlateau, cosine-restarts는 CosineAnnealingWarmRestarts와 같아요. 학습률 스케줄은 스텝의 크기를 정할 뿐, 재시작해도 가중치는 그대로예요.',
    en: "Computes the learning rate used in each step t; plateau is PyTorch's ReduceLROnPlateau and cosine-restarts its CosineAnnealingWarmRestarts. A restart resets the rate, never the weights.",
  },
  parameters: PARAMETERS,
  results: { lr: 'float[m]' },
  run(a) {
    if (a.kind === 'plateau') return { lr: schedules.plateauRates(a.val_loss, a.lr0, a.gamma, a.patience) };
    if (a.kind === 'one-cycle' && a.steps - a.final < 2)
      refuse(
        'final',
        `steps − 2(${a.steps - 2}) 이하여야 해요.`,
        `must be at most steps - 2 (${a.steps - 2}).`,
      );
    return { lr: range(a.steps).map((t) => rateAt(t, a)) };
  },
  view(a, { lr }, say) {
    const [high, low] = [argMax(lr), argMin(lr)];
    const at = (i: number): string => `${formatNumber(lr[i] ?? 0)} (t = ${i})`;
    const panel = ratePanel(a, lr, say);
    return {
      chart:
        a.kind === 'plateau'
          ? {
              kind: 'panels',
              title: panel.title,
              subtitle: settings(a, say),
              panels: [
                lossPanel(a, say),
                {
                  ...panel,
                  title: say('학습률', 'learning rate'),
                  subtitle: '',
                  x: { name: say('에포크', 'epoch'), whole: true },
                },
              ],
            }
          : panel,
      see: meaning(a, lr, say),
      numbers: [
        [say('첫 학습률', 'first rate'), formatNumber(lr[0] ?? 0)],
        [say('가장 큰 학습률', 'largest rate'), at(high)],
        [say('가장 작은 학습률', 'smallest rate'), at(low)],
        [say('마지막 학습률', 'last rate'), formatNumber(lr.at(-1) ?? 0)],
      ],
      table: {
        columns: [say('스텝', 'step'), say('학습률', 'learning rate')],
        rows: lr.map((value, t) => [String(t), formatNumber(value)]),
      },
    };
  },
  variations: KINDS.map((kind) => ({
    label: { ko: kind, en: kind },
    change: (args: Args) => (args.kind === kind ? undefined : { kind }),
  })).filter(({ label }) =>
    ['cosine-restarts', 'cosine', 'one-cycle', 'warmup-gradual', 'plateau', 'exponential'].includes(label.en),
  ),
});
