import type { XyChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { descentPath, newtonPath } from '../../math/newton.ts';
import { extent } from '../../math/summary.ts';
import { linspace, range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, type Say } from '../demo.ts';
import { choice, float, int } from '../parameters.ts';
import { type Curve, doubleWell, exponential, logcosh, shiftedSquare } from './curves.ts';

const FUNCTIONS = {
  quadratic: shiftedSquare,
  exp: exponential,
  'double-well': doubleWell,
  logcosh,
} as const satisfies Record<string, Curve>;

/** A slope this small counts as a minimum (or another critical point). */
const FLAT = 1e-8;
/** Below this the picture shows all slopes alike. */
const FLOOR = 1e-17;
/** Far points of a path are left out of the picture of f, which would be a flat line otherwise. */
const FIELD = 25;

function curvePanel(curve: Curve, newton: readonly number[], descent: readonly number[], say: Say): XyChart {
  const start = newton[0] ?? 0;
  const near = (points: readonly number[]): number[] => points.filter((x) => Math.abs(x - start) <= FIELD);
  const { min, max } = extent([...near(newton), ...near(descent)]);
  const pad = Math.max(0.5, (max - min) * 0.12);
  const grid = linspace(min - pad, max + pad, 161);
  return {
    kind: 'xy',
    title: `f(x) = ${curve.formula}`,
    x: { name: 'x' },
    y: { name: 'f(x)' },
    series: [
      { name: 'f', x: grid, y: grid.map(curve.f), look: 'line', colour: 'grey', unlisted: true },
      {
        name: say('경사 하강법', 'gradient descent'),
        x: near(descent),
        y: near(descent).map(curve.f),
        look: 'path',
        colour: 'blue',
      },
      {
        name: say('뉴턴', 'Newton'),
        x: near(newton),
        y: near(newton).map(curve.f),
        look: 'path',
        colour: 'vermillion',
      },
    ],
  };
}

function slopePanel(curve: Curve, newton: readonly number[], descent: readonly number[], say: Say): XyChart {
  const sizes = (points: readonly number[]): number[] =>
    points.map((x) => Math.max(FLOOR, Math.abs(curve.df(x))));
  return {
    kind: 'xy',
    title: say('기울기의 크기', 'size of the slope'),
    x: { name: say('스텝', 'step'), whole: true },
    y: { name: say('|f′(x)| (로그)', "|f'(x)| (log)"), log: true },
    series: [
      {
        name: say('경사 하강법', 'gradient descent'),
        x: range(descent.length),
        y: sizes(descent),
        look: 'line-points',
        colour: 'blue',
      },
      {
        name: say('뉴턴', 'Newton'),
        x: range(newton.length),
        y: sizes(newton),
        look: 'line-points',
        colour: 'vermillion',
      },
    ],
    marks: [{ axis: 'y', at: FLAT, label: '10⁻⁸', colour: 'grey' }],
  };
}

/** What became of Newton's path, in words. */
function outcome(curve: Curve, last: number, converged: boolean, diverged: boolean, say: Say): string {
  if (diverged)
    return say(
      '뉴턴 방법은 f″이 0이거나 너무 작은 곳에서 멀리 튕겨 나가 멈췄어요.',
      "Newton's path was thrown far away where f″ is 0 or very small, and stopped.",
    );
  if (!converged) return say('뉴턴 방법이 아직 수렴하지 않았어요.', "Newton's method has not converged yet.");
  return curve.d2f(last) < 0
    ? say(
        '뉴턴 방법이 극소점이 아니라 극대점으로 수렴했어요. f″ < 0인 곳에서는 스텝이 오르막을 향하기 때문이에요.',
        "Newton's method has converged to a maximum, not a minimum: where f″ < 0 its steps go uphill.",
      )
    : say('뉴턴 방법이 극소점으로 수렴했어요.', "Newton's method has converged to a minimum.");
}

export const newtonMethod = defineDemo({
  id: 'newton-method',
  title: { ko: '뉴턴 방법과 경사하강법', en: "Newton's method against gradient descent" },
  about: {
    ko: '뉴턴 방법은 x ← x − f′(x)/f″(x), 경사 하강법은 x ← x − lr·f′(x)예요. |x|가 백만을 넘거나 f가 유한하지 않거나 f″ = 0이면 멈춰요.',
    en: 'Newton: x ← x − f′(x)/f″(x); gradient descent: x ← x − lr·f′(x). A path stops where |x| passes a million, f is not finite or f″ = 0.',
  },
  parameters: {
    fn: choice(['quadratic', 'exp', 'double-well', 'logcosh'], 'exp'),
    x0: float(2, '-20..20'),
    lr: float(0.1, '0<..1'),
    steps: int(6, '1..50'),
  },
  results: { x: 'float[k]', f: 'float[k]', gd_x: 'float[m]', converged: 'bool', diverged: 'bool' },
  run({ fn, x0, lr, steps }) {
    const curve = FUNCTIONS[fn];
    const { points, stopped } = newtonPath(curve, x0, steps);
    return {
      x: points,
      f: points.map(curve.f),
      gd_x: descentPath(curve, x0, lr, steps).points,
      converged: Math.abs(curve.df(points.at(-1) ?? x0)) < FLAT,
      diverged: stopped,
    };
  },
  view({ fn, lr, steps }, { x, f, gd_x, converged, diverged }, say) {
    const curve = FUNCTIONS[fn];
    const last = x.at(-1) ?? 0;
    const [newtonSlope, descentSlope] = [last, gd_x.at(-1) ?? 0].map((at) => Math.abs(curve.df(at)));
    return {
      chart: {
        kind: 'panels',
        title: say('뉴턴 방법과 경사 하강법', "Newton's method and gradient descent"),
        subtitle: say(
          `경사 하강법의 학습률 ${formatNumber(lr)}, ${steps}스텝까지`,
          `learning rate of gradient descent ${formatNumber(lr)}, up to ${countOf(steps, 'step')}`,
        ),
        panels: [curvePanel(curve, x, gd_x, say), slopePanel(curve, x, gd_x, say)],
      },
      see: say(
        `${outcome(curve, last, converged, diverged, say)} 마지막 기울기의 크기는 뉴턴 ${formatNumber(newtonSlope ?? 0, 2)}, 경사 하강법 ${formatNumber(descentSlope ?? 0, 2)} 수준이에요. 뉴턴은 f″ ≠ 0인 해 가까이에서 이차 수렴하는 대신 스텝마다 2차 미분(다차원에서는 헤시안 행렬)이 필요해요.`,
        `${outcome(curve, last, converged, diverged, say)} The last slope is ${formatNumber(newtonSlope ?? 0, 2)} in size for Newton and ${formatNumber(descentSlope ?? 0, 2)} for gradient descent. Near a solution with f″ ≠ 0 Newton converges quadratically, but each step needs the second derivative (the Hessian in several dimensions).`,
      ),
      numbers: [
        [say('뉴턴의 마지막 x', "Newton's last x"), formatNumber(last, 6)],
        [say('경사 하강법의 마지막 x', 'last x of gradient descent'), formatNumber(gd_x.at(-1) ?? 0, 6)],
        [say('뉴턴의 스텝', "Newton's steps"), String(x.length - 1)],
        [say('뉴턴이 수렴했나', 'did Newton converge'), converged ? say('예', 'yes') : say('아니요', 'no')],
      ],
      table: {
        columns: [say('스텝', 'step'), say('뉴턴 x', 'Newton x'), 'f(x)', say('경사 하강 x', 'descent x')],
        rows: range(Math.max(x.length, gd_x.length)).map((i) => [
          String(i),
          ...[x[i], f[i], gd_x[i]].map((value) => (value === undefined ? '–' : formatNumber(value, 6))),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '이차함수 (한 스텝에 끝)', en: 'quadratic (one step)' },
      change: () => ({ fn: 'quadratic' }),
    },
    {
      label: { ko: 'ln cosh, x₀ = 2 (발산)', en: 'ln cosh, x₀ = 2 (diverges)' },
      change: () => ({ fn: 'logcosh', x0: 2 }),
    },
    {
      label: { ko: '두 골짜기, x₀ = 0.3 (극대점으로)', en: 'double well, x₀ = 0.3 (a maximum)' },
      change: () => ({ fn: 'double-well', x0: 0.3 }),
    },
    { label: { ko: 'x₀ = −3', en: 'x₀ = −3' }, change: () => ({ x0: -3, steps: 30 }) },
    { label: { ko: '20스텝', en: '20 steps' }, change: () => ({ steps: 20 }) },
  ],
});
