import { formatNumber } from '../../charts/number.ts';
import { batchSpread, batchStandardError } from '../../math/minibatch-noise.ts';
import { mean } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { atMost, sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { float, floats, int, ints } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';

export const minibatchNoise = defineDemo({
  id: 'minibatch-noise',
  title: { ko: '미니배치 크기와 기울기 잡음', en: 'Mini-batch gradient noise' },
  about: {
    ko: 'ŷ = wx의 제곱 오차에서 샘플마다 기울기 2(wx − y)x를 구하고, 복원 없이 뽑은 미니배치 평균의 표준편차를 식 S/√B·√((n − B)/(n − 1))과 실험으로 구해요.',
    en: 'Per-sample gradients 2(wx − y)x of the squared error of wx; the standard deviation of a mini-batch mean drawn without replacement, by the formula S/√B·√((n − B)/(n − 1)) and by experiment.',
  },
  parameters: {
    x: floats([1, 2, 3, 4, 5, 6, 7, 8], '2..200', '-100..100'),
    y: floats([2, 3, 7, 7, 11, 11, 15, 15], '2..200', '-1000..1000'),
    w: float(1, '-100..100'),
    batch_sizes: ints([1, 2, 4, 8], '1..10', '1..200'),
    trials: int(2000, '100..5000'),
    seed: seed(),
  },
  results: {
    gradient: 'float',
    per_sample: 'float[n]',
    std_error: 'float[k]',
    empirical_std: 'float[k]',
  },
  run({ x, y, w, batch_sizes, trials }, random) {
    sameLength('y', y, 'x', x);
    for (const size of batch_sizes)
      atMost('batch_sizes', size, x.length, '샘플의 수', 'the number of samples');
    const per_sample = x.map((at, i) => 2 * (w * at - (y[i] ?? 0)) * at);
    return {
      gradient: mean(per_sample),
      per_sample,
      std_error: batch_sizes.map((size) => batchStandardError(per_sample, size)),
      empirical_std: batch_sizes.map((size) => batchSpread(per_sample, size, trials, random)),
    };
  },
  view({ x, w, batch_sizes, trials }, { gradient, per_sample, std_error, empirical_std }, say) {
    const all = range(x.length).map((i) => i + 1);
    const smallest = batch_sizes.indexOf(Math.min(...batch_sizes));
    const largest = batch_sizes.indexOf(Math.max(...batch_sizes));
    const shown = (i: number): string => formatNumber(std_error[i] ?? 0);
    return {
      chart: {
        kind: 'xy',
        title: say('미니배치 크기와 기울기의 흔들림', 'Spread of the mini-batch gradient'),
        subtitle: say(
          `전체 기울기 ${formatNumber(gradient)}, 샘플 ${x.length}개, w = ${formatNumber(w)}`,
          `full gradient ${formatNumber(gradient)}, ${countOf(x.length, 'sample')}, w = ${formatNumber(w)}`,
        ),
        x: { name: say('배치 크기', 'batch size'), whole: true },
        y: { name: say('기울기의 표준편차', 'standard deviation of the gradient'), min: 0 },
        series: [
          {
            name: say('식 S/√B·√((n−B)/(n−1))', 'formula S/√B·√((n−B)/(n−1))'),
            x: all,
            y: all.map((size) => batchStandardError(per_sample, size)),
            look: 'line',
          },
          {
            name: say(`실험 (${trials}번)`, `experiment (${trials} draws)`),
            x: batch_sizes,
            y: empirical_std,
            look: 'points',
            colour: 'vermillion',
          },
        ],
      },
      see: say(
        `배치 크기 ${batch_sizes[smallest] ?? 1}에서는 기울기가 ±${shown(smallest)}만큼, ${batch_sizes[largest] ?? 1}에서는 ±${shown(largest)}만큼 흔들려요. 잡음은 대략 √B에 반비례해 천천히 줄고, 복원 없이 전부(${x.length}개)를 쓰면 0이 돼요.`,
        `With a batch of ${batch_sizes[smallest] ?? 1} the gradient varies by ±${shown(smallest)}, with ${batch_sizes[largest] ?? 1} by ±${shown(largest)}. The noise falls only about as 1/√B, and is gone when all ${x.length} samples are used.`,
      ),
      numbers: [
        [say('전체 기울기', 'full gradient'), formatNumber(gradient)],
        [say('가장 작은 배치의 표준편차 (식)', 'deviation of the smallest batch (formula)'), shown(smallest)],
        [say('같은 값 (실험)', 'the same (experiment)'), formatNumber(empirical_std[smallest] ?? 0)],
      ],
      table: {
        columns: [say('배치 크기', 'batch size'), say('식', 'formula'), say('실험', 'experiment')],
        rows: batch_sizes.map((size, i) => [String(size), shown(i), formatNumber(empirical_std[i] ?? 0)]),
      },
    };
  },
  variations: [
    { label: { ko: 'w = 2 (최솟값 가까이)', en: 'w = 2 (near the minimum)' }, change: () => ({ w: 2 }) },
    {
      label: { ko: '모든 배치 크기', en: 'every batch size' },
      change: ({ x }) => ({ batch_sizes: range(Math.min(10, x.length)).map((i) => i + 1) }),
    },
    { label: { ko: '시행 100번만', en: 'only 100 draws' }, change: () => ({ trials: 100 }) },
    otherSeed,
  ],
});
