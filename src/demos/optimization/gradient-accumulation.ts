import { formatNumber } from '../../charts/number.ts';
import { type Line, lineGradient } from '../../math/straight-line.ts';
import { range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { float, floats, int } from '../parameters.ts';

/** Sum of gradients, each times its weight: [dw, db]. */
function combine(gradients: readonly Line[], weights: readonly number[]): [number, number] {
  const total = (of: (one: Line) => number): number =>
    gradients.reduce((sum, one, i) => sum + of(one) * (weights[i] ?? 0), 0);
  return [total((one) => one.w), total((one) => one.b)];
}

export const gradientAccumulation = defineDemo({
  id: 'gradient-accumulation',
  title: { ko: '기울기 누적', en: 'Gradient accumulation' },
  about: {
    ko: '직선 wx + b의 평균제곱오차의 기울기를 마이크로배치로 나눠 구해요. 누적은 기울기의 합을 마이크로배치 수로 나눈 것, 가중은 샘플 수의 비율로 더한 것이에요.',
    en: 'Gradients of the mean squared error of wx + b, taken in micro-batches: accumulated divides their sum by the number of micro-batches, weighted adds them by their share of the samples.',
  },
  parameters: {
    x: floats([1, 2, 3, 4, 5, 6], '1..100', '-100..100'),
    y: floats([2, 4, 5, 4, 5, 7], '1..100', '-1000..1000'),
    w: float(0, '-100..100'),
    b: float(0, '-100..100'),
    micro: int(2, '1..100'),
  },
  results: {
    full: 'float[2]',
    micro_grads: 'float[m][2]',
    accumulated: 'float[2]',
    weighted: 'float[2]',
    max_gap: 'float',
  },
  run({ x, y, w, b, micro }) {
    sameLength('y', y, 'x', x);
    const n = x.length;
    const starts = range(Math.ceil(n / micro)).map((i) => i * micro);
    const gradients = starts.map((from) =>
      lineGradient(x.slice(from, from + micro), y.slice(from, from + micro), { w, b }),
    );
    const whole = lineGradient(x, y, { w, b });
    const accumulated = combine(
      gradients,
      gradients.map(() => 1 / gradients.length),
    );
    return {
      full: [whole.w, whole.b],
      micro_grads: gradients.map((one) => [one.w, one.b]),
      accumulated,
      weighted: combine(
        gradients,
        starts.map((from) => (Math.min(n, from + micro) - from) / n),
      ),
      max_gap: Math.max(Math.abs(accumulated[0] - whole.w), Math.abs(accumulated[1] - whole.b)),
    };
  },
  view({ x, micro }, { full, micro_grads, accumulated, weighted, max_gap }, say) {
    const last = x.length - (micro_grads.length - 1) * micro;
    const short = last < Math.min(micro, x.length);
    const exact = max_gap <= 1e-9 * Math.max(1, ...full.map(Math.abs));
    const pair = (values: readonly number[]): string => values.map((value) => formatNumber(value)).join(', ');
    return {
      chart: {
        kind: 'bars',
        title: say('전체 기울기와 누적한 기울기', 'Full and accumulated gradients'),
        subtitle: say(
          `샘플 ${x.length}개, 마이크로배치 ${micro_grads.length}개 (크기 ${micro}, 마지막 ${last})`,
          `${countOf(x.length, 'sample')} in ${micro_grads.length} micro-batches of ${micro}, the last of ${last}`,
        ),
        categories: ['∂L/∂w', '∂L/∂b'],
        x: { name: '' },
        y: { name: say('기울기', 'gradient') },
        series: [
          { name: say('전체 배치', 'full batch'), values: full, colour: 'grey' },
          {
            name: say('누적 (÷ 마이크로배치 수)', 'accumulated (÷ number)'),
            values: accumulated,
            colour: 'vermillion',
          },
          { name: say('샘플 수로 가중', 'weighted by size'), values: weighted, colour: 'blue' },
        ],
      },
      see: exact
        ? say(
            `마이크로배치 ${micro_grads.length}개의 평균이 전체 배치의 기울기(${pair(full)})와 같아요. ${short ? '마지막 배치가 짧지만 이 값들에서는 차이가 없어요.' : '크기가 모두 같으면 누적은 큰 배치와 같은 한 스텝이에요.'} 다만 배치 정규화의 통계는 마이크로배치마다 따로예요.`,
            `The average of ${micro_grads.length} micro-batches equals the full-batch gradient (${pair(full)}). ${short ? 'The last batch is short, which makes no difference with these values.' : 'With equal sizes accumulation is the same step as one large batch.'} Batch-norm statistics still come from each micro-batch.`,
          )
        : say(
            `마지막 마이크로배치가 ${last}개뿐이라 단순 평균이 전체 기울기와 ${formatNumber(max_gap)}만큼 어긋나요. 샘플 수로 가중하면 정확히 맞아요.`,
            `The last micro-batch holds only ${last}, so the plain average is off by ${formatNumber(max_gap)}; weighting by size is exact.`,
          ),
      numbers: [
        [say('전체 (∂w, ∂b)', 'full (∂w, ∂b)'), pair(full)],
        [say('누적', 'accumulated'), pair(accumulated)],
        [say('가중', 'weighted'), pair(weighted)],
        [say('가장 큰 차이', 'largest gap'), formatNumber(max_gap)],
      ],
      table: {
        columns: [say('마이크로배치', 'micro-batch'), '∂L/∂w', '∂L/∂b'],
        rows: micro_grads.map((one, i) => [String(i), ...one.map((value) => formatNumber(value))]),
      },
    };
  },
  variations: [
    {
      label: { ko: '크기 4 (마지막이 짧음)', en: 'size 4 (a short last one)' },
      change: () => ({ micro: 4 }),
    },
    { label: { ko: '크기 1', en: 'size 1' }, change: () => ({ micro: 1 }) },
    { label: { ko: '크기 5', en: 'size 5' }, change: () => ({ micro: 5 }) },
    { label: { ko: 'w = 1, b = 1', en: 'w = 1, b = 1' }, change: () => ({ w: 1, b: 1 }) },
  ],
});
