import { formatNumber } from '../../charts/number.ts';
import { extent } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { choice, float } from '../parameters.ts';

const FUNCTIONS = {
  scale: { f: (x: number) => 3 * x, formula: '3x' },
  affine: { f: (x: number) => 3 * x + 1, formula: '3x + 1' },
  relu: { f: (x: number) => Math.max(0, x), formula: 'max(0, x)' },
  square: { f: (x: number) => x * x, formula: 'x²' },
  sin: { f: Math.sin, formula: 'sin x' },
} as const;

/** Equal up to rounding. */
function agree(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * (1 + Math.abs(one));
}

export const linearity = defineDemo({
  id: 'linearity',
  title: { ko: '선형성(가산성·동차성) 검사', en: 'Linearity test: additivity and homogeneity' },
  about: {
    ko: '가산성 f(x + y) = f(x) + f(y)와 동차성 f(ax) = a·f(x)를 이 점들에서 확인해요. 둘 다 어디서나 성립해야 선형이고, 한 점에서라도 어긋나면 선형이 아니에요.',
    en: 'Checks additivity f(x + y) = f(x) + f(y) and homogeneity f(ax) = a f(x) at these points. A linear function keeps both everywhere; one failure is enough to show that a function is not linear.',
  },
  parameters: {
    fn: choice(['scale', 'affine', 'relu', 'square', 'sin'], 'affine'),
    x: float(1.5, '-100..100'),
    y: float(-2, '-100..100'),
    a: float(3, '-100..100'),
  },
  results: {
    f_sum: 'float',
    sum_f: 'float',
    f_scaled: 'float',
    scaled_f: 'float',
    additive: 'bool',
    homogeneous: 'bool',
    linear: 'bool',
  },
  run({ fn, x, y, a }) {
    const { f } = FUNCTIONS[fn];
    const [f_sum, sum_f] = [f(x + y), f(x) + f(y)];
    const [f_scaled, scaled_f] = [f(a * x), a * f(x)];
    const additive = agree(f_sum, sum_f);
    const homogeneous = agree(f_scaled, scaled_f);
    return { f_sum, sum_f, f_scaled, scaled_f, additive, homogeneous, linear: additive && homogeneous };
  },
  view({ fn, x, y, a }, { f_sum, sum_f, f_scaled, scaled_f, additive, homogeneous, linear }, say) {
    const { f, formula } = FUNCTIONS[fn];
    const { min, max } = extent([0, x, y, x + y, a * x]);
    const pad = Math.max(0.5, (max - min) * 0.08);
    const grid = linspace(min - pad, max + pad, 601);
    const places = [x + y, a * x];
    const holds = (yes: boolean): string => (yes ? say('성립', 'holds') : say('깨짐', 'fails'));
    return {
      chart: {
        kind: 'xy',
        title: say(`f(x) = ${formula}의 선형성`, `Linearity of f(x) = ${formula}`),
        subtitle: say('○와 ●가 겹쳐야 성립해요', 'a property holds where ○ and ● coincide'),
        x: { name: 'x' },
        y: { name: 'f(x)' },
        series: [
          { name: 'f', x: grid, y: grid.map(f), look: 'line', colour: 'grey' },
          {
            name: 'f(x + y), f(ax)',
            x: places,
            y: [f_sum, f_scaled],
            look: 'points',
            colour: 'blue',
          },
          {
            name: 'f(x) + f(y), a·f(x)',
            x: places,
            y: [sum_f, scaled_f],
            look: 'hollow',
            colour: 'vermillion',
          },
        ],
        marks: [
          { axis: 'x', at: x + y, label: 'x + y', colour: 'grey' },
          ...(Math.abs(a * x - x - y) <= (max - min) * 0.08
            ? []
            : [{ axis: 'x' as const, at: a * x, label: 'ax', colour: 'grey' as const }]),
        ],
      },
      see: linear
        ? say(
            `f(x + y)와 f(x) + f(y)가 ${formatNumber(f_sum)}, f(ax)와 a·f(x)가 ${withJosa(formatNumber(f_scaled), '으로/로')} 같아요. ${fn === 'scale' ? '3x는 선형 함수라 어떤 x, y, a에서도 그래요.' : '다만 이 점들에서만 그래요. 다른 x, y, a로도 확인해 보세요.'}`,
            `f(x + y) and f(x) + f(y) are both ${formatNumber(f_sum)}, f(ax) and a·f(x) both ${formatNumber(f_scaled)}. ${fn === 'scale' ? '3x is linear, so this holds for every x, y and a.' : 'This holds at these points only; try another x, y and a.'}`,
          )
        : say(
            `${additive ? '' : `f(x + y) = ${formatNumber(f_sum)}인데 f(x) + f(y) = ${formatNumber(sum_f)}, `}${homogeneous ? '' : `f(ax) = ${formatNumber(f_scaled)}인데 a·f(x) = ${formatNumber(scaled_f)}, `}${fn === 'affine' ? '그래서 선형이 아니라 아핀이에요(절편이 있는 직선).' : '그래서 선형이 아니에요.'}`,
            `${[additive ? '' : `f(x + y) = ${formatNumber(f_sum)} but f(x) + f(y) = ${formatNumber(sum_f)}`, homogeneous ? '' : `f(ax) = ${formatNumber(f_scaled)} but a·f(x) = ${formatNumber(scaled_f)}`].filter((part) => part !== '').join(', and ')}: ${fn === 'affine' ? 'a line with an intercept is affine, not linear.' : 'the function is not linear.'}`,
          ),
      numbers: [
        [say('가산성', 'additivity'), holds(additive)],
        [say('동차성', 'homogeneity'), holds(homogeneous)],
        ['f(x + y), f(x) + f(y)', `${formatNumber(f_sum)}, ${formatNumber(sum_f)}`],
        ['f(ax), a·f(x)', `${formatNumber(f_scaled)}, ${formatNumber(scaled_f)}`],
      ],
    };
  },
  variations: [
    { label: { ko: '3x', en: '3x' }, change: () => ({ fn: 'scale' }) },
    { label: { ko: 'ReLU', en: 'ReLU' }, change: () => ({ fn: 'relu' }) },
    {
      label: { ko: 'ReLU, 모두 양수', en: 'ReLU, all positive' },
      change: () => ({ fn: 'relu', x: 1.5, y: 2, a: 3 }),
    },
    { label: { ko: 'ReLU, a = −1', en: 'ReLU, a = −1' }, change: () => ({ fn: 'relu', a: -1 }) },
    { label: { ko: '제곱', en: 'square' }, change: () => ({ fn: 'square' }) },
    { label: { ko: '사인', en: 'sine' }, change: () => ({ fn: 'sin' }) },
  ],
});
