import type { Colour, SingleChart, XySeries } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { ORDER } from '../../charts/theme.ts';
import type { ValuesOf } from '../../core/parameter.ts';
import { OPTIMIZERS, type OptimizerName, type OptimizerSettings, updateOf } from '../../math/optimizers.ts';
import { argMin, extent } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, type Say } from '../demo.ts';
import { choice, float, int } from '../parameters.ts';
import { type Point, SURFACE_NAMES, SURFACES } from './surfaces.ts';
import { thin } from './thin.ts';

/** Beyond this in either coordinate a path counts as diverged. */
const FAR = 1e6;

const PARAMETERS = {
  fn: choice(SURFACE_NAMES, 'quadratic'),
  x0: float(2, '-4.5..4.5'),
  y0: float(1.5, '-4.5..4.5'),
  lr: float(0.05, '0<..1'),
  steps: int(100, '1..2000'),
  momentum: float(0.9, '0..<1'),
  beta1: float(0.9, '0..<1'),
  beta2: float(0.999, '0..<1'),
  rho: float(0.99, '0..<1'),
  eps: float(1e-8, '0<..0.1'),
  weight_decay: float(0.01, '0..1'),
};
type Args = ValuesOf<typeof PARAMETERS>;

/** Points of one optimizer, the start included; shorter than steps + 1 where it diverged. */
function pathOf(name: OptimizerName, args: Args): Point[] {
  const settings: OptimizerSettings = { ...args, weightDecay: args.weight_decay };
  const updateX = updateOf(name, settings);
  const updateY = updateOf(name, settings);
  const { gradient } = SURFACES[args.fn];
  const path: Point[] = [[args.x0, args.y0]];
  for (let step = 0; step < args.steps; step++) {
    const at = path.at(-1) ?? [0, 0];
    const slope = gradient(at);
    const next: Point = [updateX(at[0], slope[0]), updateY(at[1], slope[1])];
    if (!(Math.abs(next[0]) <= FAR && Math.abs(next[1]) <= FAR)) break;
    path.push(next);
  }
  return path;
}

/** Values below are no longer worth telling apart in the picture. */
const FLOOR = 1e-16;
const SHOWN = 150;

function lossLine(
  path: readonly Point[],
  f: (at: Point) => number,
  ceiling: number,
): Pick<XySeries, 'x' | 'y'> {
  const shown = thin(path.length, SHOWN);
  return {
    x: shown,
    y: shown.map((step) => Math.min(ceiling, Math.max(FLOOR, f(path[step] ?? [0, 0])))),
  };
}

/** The part of the plane that the paths and the minimum lie in, no wider than makes sense for these functions. */
function window(values: readonly number[]): number[] {
  const { min, max } = extent(values.map((value) => Math.min(6, Math.max(-6, value))));
  const pad = Math.max(0.4, (max - min) * 0.12);
  return linspace(min - pad, max + pad, 51);
}

function panels(args: Args, say: Say): SingleChart[] {
  const surface = SURFACES[args.fn];
  const paths = OPTIMIZERS.map((name) => pathOf(name, args));
  // Whole powers of ten make the better ends of a log axis.
  const ceiling = 10 ** Math.ceil(Math.log10(Math.max(surface.f([args.x0, args.y0]), 1)) + 1);
  const points = paths.flat();
  const xs = window([...points.map(([x]) => x), surface.minimum[0]]);
  const ys = window([...points.map(([, y]) => y), surface.minimum[1]]);
  const lowest = Math.min(...points.map((at) => surface.f(at)));
  const colour = (i: number): Colour => ORDER[i % ORDER.length] ?? 'blue';
  const tracks = paths.map((path, i): XySeries => {
    const shown = thin(path.length, SHOWN).map((step) => path[step] ?? [0, 0]);
    return {
      name: OPTIMIZERS[i] ?? '',
      x: shown.map(([x]) => x),
      y: shown.map(([, y]) => y),
      look: 'line',
      colour: colour(i),
      unlisted: true,
    };
  });
  return [
    {
      kind: 'xy',
      title: say('스텝에 따른 f', 'f against step'),
      x: { name: say('스텝', 'step'), whole: true, max: args.steps },
      y: {
        name: say('f (로그)', 'f (log)'),
        log: true,
        min: 10 ** Math.floor(Math.log10(Math.max(FLOOR, lowest))),
        max: ceiling,
      },
      series: paths.map((path, i) => ({
        name: OPTIMIZERS[i] ?? '',
        ...lossLine(path, surface.f, ceiling),
        look: 'line',
        colour: colour(i),
      })),
    },
    {
      kind: 'plane',
      title: say('지나간 길 (× 최솟값)', 'paths (× minimum)'),
      x: { name: 'x' },
      y: { name: 'y' },
      field: {
        xs,
        ys,
        z: ys.map((y) => xs.map((x) => surface.f([x, y]))),
        show: 'contours',
        log: true,
        name: 'f',
      },
      series: [
        ...tracks,
        {
          name: '',
          x: [surface.minimum[0]],
          y: [surface.minimum[1]],
          look: 'crosses',
          colour: 'black',
          unlisted: true,
        },
      ],
    },
  ];
}

export const optimizerRace = defineDemo({
  id: 'optimizer-race',
  title: { ko: '옵티마이저 비교', en: 'Optimizer race' },
  about: {
    ko: '여덟 가지 옵티마이저를 같은 출발점과 같은 학습률로 움직여요. 식은 torch.optim을 따르고, weight_decay는 AdamW에만 써요.',
    en: 'Runs eight optimizers from the same start with the same learning rate, by the formulas of torch.optim; weight_decay acts in AdamW only.',
  },
  parameters: PARAMETERS,
  results: {
    names: 'text[8]',
    x: 'float?[8]',
    y: 'float?[8]',
    f: 'float?[8]',
    diverged: 'bool[8]',
    best: 'text',
  },
  run(args) {
    const { f } = SURFACES[args.fn];
    const ends = OPTIMIZERS.map((name) => {
      const path = pathOf(name, args);
      return path.length > args.steps ? path.at(-1) : undefined;
    });
    const values = ends.map((end) => (end === undefined ? null : f(end)));
    return {
      names: [...OPTIMIZERS],
      x: ends.map((end) => end?.[0] ?? null),
      y: ends.map((end) => end?.[1] ?? null),
      f: values,
      diverged: ends.map((end) => end === undefined),
      best: OPTIMIZERS[argMin(values.map((value) => value ?? Number.POSITIVE_INFINITY))] ?? 'gd',
    };
  },
  view(args, { names, x, y, f, diverged, best }, say) {
    const lost = names.filter((_, i) => diverged[i]);
    const lowest = f[names.indexOf(best)] ?? 0;
    const shown = (value: number | null | undefined): string =>
      value == null ? say('발산', 'diverged') : formatNumber(value);
    return {
      chart: {
        kind: 'panels',
        title: say(
          `옵티마이저 비교: ${SURFACES[args.fn].formula}`,
          `Optimizers on ${SURFACES[args.fn].formula}`,
        ),
        subtitle: say(
          `학습률 ${formatNumber(args.lr)}, ${args.steps}스텝`,
          `learning rate ${formatNumber(args.lr)}, ${countOf(args.steps, 'step')}`,
        ),
        panels: panels(args, say),
      },
      see: say(
        `이 학습률에서는 ${best}의 f가 ${formatNumber(lowest)}까지 내려가 가장 낮아요.${lost.length === 0 ? '' : ` ${lost.join(', ')}: 발산했어요.`} 순위는 학습률과 함수에 따라 바뀌므로 한 번의 비교로 우열을 말할 수는 없어요.`,
        `At this learning rate ${best} ends lowest, at f = ${formatNumber(lowest)}.${lost.length === 0 ? '' : ` Diverged: ${lost.join(', ')}.`} The order changes with the learning rate and the function, so one race does not say which is better.`,
      ),
      numbers: [
        [say('가장 낮은 f', 'lowest f'), `${formatNumber(lowest)} (${best})`],
        [say('출발점의 f', 'f at the start'), formatNumber(SURFACES[args.fn].f([args.x0, args.y0]))],
        [say('발산한 옵티마이저', 'optimizers that diverged'), String(lost.length)],
      ],
      table: {
        columns: [say('옵티마이저', 'optimizer'), 'x', 'y', 'f'],
        rows: names.map((name, i) => [name, shown(x[i]), shown(y[i]), shown(f[i])]),
      },
    };
  },
  variations: [
    {
      label: { ko: '로젠브록 함수', en: 'Rosenbrock' },
      change: () => ({ fn: 'rosenbrock', x0: -1.2, y0: 1, lr: 0.001, steps: 2000 }),
    },
    {
      label: { ko: '빌 함수', en: 'Beale' },
      change: () => ({ fn: 'beale', x0: 1, y0: 1, lr: 0.01, steps: 1000 }),
    },
    {
      label: { ko: '학습률 × 5', en: 'lr × 5' },
      change: ({ lr }) => (lr <= 0.2 ? { lr: lr * 5 } : undefined),
    },
    { label: { ko: '학습률 ÷ 10', en: 'lr ÷ 10' }, change: ({ lr }) => ({ lr: lr / 10 }) },
    { label: { ko: '모멘텀 0.5', en: 'momentum 0.5' }, change: () => ({ momentum: 0.5 }) },
  ],
});
