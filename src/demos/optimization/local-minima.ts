import type { XySeries } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { momentumUpdate } from '../../math/optimizers.ts';
import { extent } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { float, floats, int } from '../parameters.ts';
import { DOUBLE_WELL, doubleWell } from './curves.ts';
import { thin } from './thin.ts';

/** An end this close to a minimum has arrived there. */
const NEAR = 0.01;

interface Settings {
  readonly lr: number;
  readonly momentum: number;
  readonly steps: number;
}

/** All positions from one start, the start included. */
function walk(start: number, { lr, momentum, steps }: Settings): number[] {
  const update = momentumUpdate(lr, momentum);
  const path = [start];
  for (let step = 0; step < steps; step++) {
    const at = path.at(-1) ?? 0;
    path.push(update(at, doubleWell.df(at)));
  }
  return path;
}

const GLOBAL = 'green';
const OTHER = 'vermillion';

/** Where each start has come to, step by step. */
function walks(
  starts: readonly number[],
  settings: Settings,
  isGlobal: readonly boolean[],
  say: Say,
): XySeries[] {
  const shown = thin(settings.steps + 1, 200);
  const namedAlready = new Set<boolean>();
  return starts.map((start, i) => {
    const path = walk(start, settings);
    const global = isGlobal[i] === true;
    const unlisted = namedAlready.has(global);
    namedAlready.add(global);
    return {
      name: global ? say('전역에 닿음', 'reaches the global one') : say('못 닿음', 'does not'),
      x: shown,
      y: shown.map((step) => path[step] ?? 0),
      look: 'line',
      colour: global ? GLOBAL : OTHER,
      unlisted,
    };
  });
}

export const localMinima = defineDemo({
  id: 'local-minima',
  title: { ko: '지역 최솟값과 전역 최솟값', en: 'Local and global minima from several starts' },
  about: {
    ko: 'f(x) = x⁴ − 3x² + x를 여러 출발점에서 경사 하강법으로 내려가요. 갱신은 PyTorch의 SGD와 같아요: v ← momentum·v + f′(x), x ← x − lr·v.',
    en: "Descends f(x) = x⁴ − 3x² + x from several starts with the update of PyTorch's SGD: v ← momentum·v + f′(x), x ← x − lr·v.",
  },
  parameters: {
    starts: floats([-2, -0.5, 0.5, 2], '1..20', '-3..3'),
    lr: float(0.01, '0<..0.03'),
    momentum: float(0, '0..0.95'),
    steps: int(200, '1..1000'),
  },
  results: { x: 'float[n]', f: 'float[n]', global_x: 'float', global_f: 'float', is_global: 'bool[n]' },
  run({ starts, ...settings }) {
    const x = starts.map((start) => walk(start, settings).at(-1) ?? start);
    if (!x.every((value) => Number.isFinite(doubleWell.f(value))))
      refuse('lr', '이 모멘텀에는 너무 커서 발산해요.', 'is too large for this momentum: the path diverges.');
    return {
      x,
      f: x.map(doubleWell.f),
      global_x: DOUBLE_WELL.global,
      global_f: doubleWell.f(DOUBLE_WELL.global),
      is_global: x.map((value) => Math.abs(value - DOUBLE_WELL.global) < NEAR),
    };
  },
  view({ starts, ...settings }, { x, f, global_x, global_f, is_global }, say) {
    const { min, max } = extent([...starts, ...x, -2, 1.8]);
    const grid = linspace(min - 0.1, max + 0.1, 161);
    const reached = is_global.filter(Boolean).length;
    const trapped = x.filter((value) => Math.abs(value - DOUBLE_WELL.local) < NEAR).length;
    const ends = (global: boolean): XySeries => ({
      name: global ? say('끝: 전역 최솟값', 'end: global minimum') : say('끝: 그 밖', 'end: elsewhere'),
      x: x.filter((_, i) => is_global[i] === global),
      y: f.filter((_, i) => is_global[i] === global),
      look: 'points',
      colour: global ? GLOBAL : OTHER,
    });
    return {
      chart: {
        kind: 'panels',
        title: say('출발점에 따라 닿는 곳이 달라요', 'Where each start ends'),
        subtitle: say(
          `학습률 ${formatNumber(settings.lr)}, 모멘텀 ${formatNumber(settings.momentum)}, ${settings.steps}스텝`,
          `learning rate ${formatNumber(settings.lr)}, momentum ${formatNumber(settings.momentum)}, ${countOf(settings.steps, 'step')}`,
        ),
        panels: [
          {
            kind: 'xy',
            title: `f(x) = ${doubleWell.formula}`,
            x: { name: 'x' },
            y: { name: 'f(x)' },
            series: [
              { name: 'f', x: grid, y: grid.map(doubleWell.f), look: 'line', colour: 'grey', unlisted: true },
              {
                name: say('출발', 'start'),
                x: starts,
                y: starts.map(doubleWell.f),
                look: 'hollow',
                colour: 'blue',
              },
              ...[ends(true), ends(false)].filter((one) => one.x.length > 0),
            ],
          },
          {
            kind: 'xy',
            title: say('스텝마다의 위치', 'position at each step'),
            x: { name: say('스텝', 'step'), whole: true },
            y: { name: 'x' },
            series: walks(starts, settings, is_global, say),
          },
        ],
      },
      see: say(
        `출발점 ${x.length}개 가운데 ${reached}개가 전역 최솟값(x ≈ ${formatNumber(global_x)})에 닿았고, ${trapped}개는 지역 최솟값(x ≈ ${formatNumber(DOUBLE_WELL.local)})에 있어요. 기울기만으로는 둘을 가려낼 수 없고, 모멘텀은 넘어갈 기회를 줄 뿐 보장하지는 않아요.`,
        `${reached} of ${countOf(x.length, 'start')} ended at the global minimum (x ≈ ${formatNumber(global_x)}), ${trapped} at the local one (x ≈ ${formatNumber(DOUBLE_WELL.local)}). The slope alone cannot tell the two apart; momentum may carry a path over the hill, without any guarantee.`,
      ),
      numbers: [
        [say('전역 최솟값의 위치', 'position of the global minimum'), formatNumber(global_x)],
        [say('전역 최솟값', 'global minimum'), formatNumber(global_f)],
        [say('지역 최솟값', 'local minimum'), formatNumber(doubleWell.f(DOUBLE_WELL.local))],
        [say('전역에 닿은 출발점', 'starts that reach it'), `${reached}/${x.length}`],
      ],
      table: {
        columns: [say('출발', 'start'), say('끝 x', 'end x'), 'f(x)', say('전역', 'global')],
        rows: starts.map((start, i) => [
          formatNumber(start),
          formatNumber(x[i] ?? 0),
          formatNumber(f[i] ?? 0),
          is_global[i] === true ? say('예', 'yes') : say('아니요', 'no'),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '모멘텀 0.9', en: 'momentum 0.9' }, change: () => ({ momentum: 0.9 }) },
    {
      label: { ko: '모멘텀 0.95, 학습률 0.02', en: 'momentum 0.95, lr 0.02' },
      change: () => ({ momentum: 0.95, lr: 0.02 }),
    },
    { label: { ko: '출발점을 촘촘히', en: 'many starts' }, change: () => ({ starts: linspace(-3, 3, 13) }) },
    { label: { ko: '20스텝에서 멈추기', en: 'stop after 20 steps' }, change: () => ({ steps: 20 }) },
  ],
});
