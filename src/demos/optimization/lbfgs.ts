import { formatNumber } from '../../charts/number.ts';
import { lBfgs } from '../../math/l-bfgs.ts';
import { extent } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { choice, float, int } from '../parameters.ts';
import { type Point, SURFACE_NAMES, SURFACES, type SurfaceName } from './surfaces.ts';

const TOLERANCE = 1e-6;
const MOST = 500;

function minimize(fn: SurfaceName, x0: number, y0: number, memory: number) {
  const { f, gradient } = SURFACES[fn];
  const at = ([x = 0, y = 0]: readonly number[]): Point => [x, y];
  return lBfgs({ f: (place) => f(at(place)), gradient: (place) => gradient(at(place)) }, [x0, y0], {
    memory,
    tolerance: TOLERANCE,
    most: MOST,
  });
}

function window(values: readonly number[]): number[] {
  const { min, max } = extent(values);
  const pad = Math.max(0.3, (max - min) * 0.15);
  return linspace(min - pad, max + pad, 71);
}

export const lbfgs = defineDemo({
  id: 'lbfgs',
  title: { ko: 'L-BFGS 준뉴턴 방법', en: 'L-BFGS minimiser' },
  about: {
    ko: 'L-BFGS(Liu & Nocedal 1989)로 최솟값을 찾아요. 헤시안 행렬 대신 최근 이동과 기울기 변화 몇 쌍만 기억하고, 스텝의 길이는 강한 울프 조건으로 정해요. 기울기의 크기가 10⁻⁶보다 작아지거나 500번을 채우면 멈춰요.',
    en: 'Minimizes by L-BFGS (Liu & Nocedal 1989), which keeps a few pairs of moves and gradient changes in place of the Hessian, with steps by the strong Wolfe conditions; stops at a gradient norm below 10⁻⁶ or after 500 iterations.',
  },
  parameters: {
    fn: choice(SURFACE_NAMES, 'rosenbrock'),
    x0: float(-1.2, '-4.5..4.5'),
    y0: float(1, '-4.5..4.5'),
    memory: int(5, '1..20'),
  },
  results: { x: 'float', y: 'float', f: 'float', grad_norm: 'float', iterations: 'int', converged: 'bool' },
  run({ fn, x0, y0, memory }) {
    const { path, gradNorm } = minimize(fn, x0, y0, memory);
    const [x = x0, y = y0] = path.at(-1) ?? [];
    return {
      x,
      y,
      f: SURFACES[fn].f([x, y]),
      grad_norm: gradNorm,
      iterations: path.length - 1,
      converged: gradNorm < TOLERANCE,
    };
  },
  view({ fn, x0, y0, memory }, { x, y, f, grad_norm, iterations, converged }, say) {
    const surface = SURFACES[fn];
    const { path } = minimize(fn, x0, y0, memory);
    const [us, vs] = [path.map(([u = 0]) => u), path.map(([, v = 0]) => v)];
    const xs = window([...us, surface.minimum[0]]);
    const ys = window([...vs, surface.minimum[1]]);
    const found = converged && Math.hypot(x - surface.minimum[0], y - surface.minimum[1]) < 1e-3;
    return {
      chart: {
        kind: 'plane',
        title: say(`L-BFGS가 지나간 길: ${surface.formula}`, `Path of L-BFGS on ${surface.formula}`),
        subtitle: say(
          `기억하는 쌍 ${memory}개, ${iterations}번 반복`,
          `memory of ${countOf(memory, 'pair')}, ${countOf(iterations, 'iteration')}`,
        ),
        x: { name: 'x' },
        y: { name: 'y' },
        field: {
          xs,
          ys,
          z: ys.map((v) => xs.map((u) => surface.f([u, v]))),
          show: 'contours',
          log: true,
          name: 'f',
        },
        series: [
          {
            name: say('길 (○ 시작, ● 끝)', 'path (○ start, ● end)'),
            x: us,
            y: vs,
            look: 'path',
            colour: 'vermillion',
          },
          {
            name: say('최솟값', 'minimum'),
            x: [surface.minimum[0]],
            y: [surface.minimum[1]],
            look: 'crosses',
            colour: 'black',
          },
        ],
      },
      see: found
        ? say(
            `기울기만으로 ${iterations}번 만에 최솟값 (${formatNumber(x)}, ${formatNumber(y)})에 닿았고 f는 ${formatNumber(f, 2)}까지 내려갔어요. 2차 미분을 계산하지 않고도 굽은 정도를 최근의 이동과 기울기 변화(${memory}쌍까지)에서 짐작해요.`,
            `From gradients alone it reaches the minimum (${formatNumber(x)}, ${formatNumber(y)}) in ${countOf(iterations, 'iteration')}, with f down to ${formatNumber(f, 2)}. The curvature is guessed from recent moves and gradient changes (pairs kept: up to ${memory}); no second derivative is computed.`,
          )
        : say(
            `${iterations}번 뒤 (${formatNumber(x)}, ${formatNumber(y)})에서 f는 ${formatNumber(f)}까지만 내려갔어요. 준뉴턴 방법도 지역 방법이라 출발점에 따라 최솟값이 아닌 평평한 곳에 머물 수 있어요.`,
            `After ${countOf(iterations, 'iteration')} it is at (${formatNumber(x)}, ${formatNumber(y)}) with f = ${formatNumber(f)}. A quasi-Newton method is a local one: from some starts it ends on flat ground away from the minimum.`,
          ),
      numbers: [
        [say('찾은 점', 'point found'), `(${formatNumber(x)}, ${formatNumber(y)})`],
        ['f', formatNumber(f, 3)],
        [say('기울기의 크기', 'gradient norm'), formatNumber(grad_norm, 3)],
        [say('반복', 'iterations'), String(iterations)],
        [say('수렴', 'converged'), converged ? say('예', 'yes') : say('아니요', 'no')],
      ],
    };
  },
  variations: [
    { label: { ko: '기억 1쌍', en: 'memory 1' }, change: () => ({ memory: 1 }) },
    { label: { ko: '기억 20쌍', en: 'memory 20' }, change: () => ({ memory: 20 }) },
    { label: { ko: '빌 함수', en: 'Beale' }, change: () => ({ fn: 'beale', x0: 1, y0: 1 }) },
    {
      label: { ko: '찌그러진 이차함수', en: 'ill-conditioned quadratic' },
      change: () => ({ fn: 'quadratic', x0: 4, y0: 2 }),
    },
    { label: { ko: '다른 출발점', en: 'another start' }, change: () => ({ x0: 3, y0: -2 }) },
  ],
});
