import { formatNumber, formatPercent } from '../../charts/number.ts';
import type { SeededRandom } from '../../math/random.ts';
import { sum } from '../../math/summary.ts';
import { defineDemo } from '../demo.ts';
import { choice, float, floats, int } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';

/** 1 keeps a unit, 0 drops it; each is dropped with probability p on its own. */
function drawMask(count: number, p: number, random: SeededRandom): number[] {
  return Array.from({ length: count }, () => (random.uniform() < p ? 0 : 1));
}

export const dropout = defineDemo({
  id: 'dropout',
  title: { ko: '드롭아웃', en: 'Dropout' },
  about: {
    ko: '학습 때 각 값을 확률 p로 0으로 만들고 남은 값을 1/(1 − p)배 해요(inverted dropout, PyTorch). 그래서 추론 때는 아무것도 하지 않아도 기댓값이 같아요.',
    en: 'In training each value becomes 0 with probability p and the others are scaled by 1/(1 - p) (inverted dropout, PyTorch), so that evaluation can leave everything as it is and the expected value is the same.',
  },
  parameters: {
    x: floats([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], '1..200', '-1000..1000'),
    p: float(0.5, '0..<1'),
    mode: choice(['train', 'eval'], 'train'),
    trials: int(2000, '1..5000'),
    seed: seed(),
  },
  results: { y: 'float[n]', mask: 'int[n]', kept_fraction: 'float', mean_over_trials: 'float[n]' },
  run({ x, p, mode, trials }, random) {
    if (mode === 'eval') return { y: x, mask: x.map(() => 1), kept_fraction: 1, mean_over_trials: x };
    const mask = drawMask(x.length, p, random);
    const kept = x.map(() => 0);
    // The draw that is shown is the first of the trials.
    for (let trial = 0; trial < trials; trial++) {
      const drawn = trial === 0 ? mask : drawMask(x.length, p, random);
      for (let i = 0; i < kept.length; i++) kept[i] = (kept[i] ?? 0) + (drawn[i] ?? 0);
    }
    return {
      y: x.map((value, i) => (mask[i] === 1 ? value / (1 - p) : 0)),
      mask,
      kept_fraction: sum(kept) / (trials * x.length),
      mean_over_trials: x.map((value, i) => (value * (kept[i] ?? 0)) / (trials * (1 - p))),
    };
  },
  view({ x, p, mode, trials }, { y, mask, kept_fraction, mean_over_trials }, say) {
    const dropped = mask.filter((kept) => kept === 0).length;
    return {
      chart: {
        kind: 'bars',
        title: say('드롭아웃: 입력, 한 번 뽑은 결과, 평균', 'Dropout: input, one draw, and the mean'),
        subtitle: say(
          `p = ${formatNumber(p)}, ${trials}번의 평균`,
          `p = ${formatNumber(p)}, mean over ${trials} draws`,
        ),
        categories: x.map((_, i) => String(i)),
        x: { name: say('유닛', 'unit') },
        y: { name: say('값', 'value') },
        series: [
          { name: say('입력', 'input'), values: x, colour: 'grey' },
          { name: say('한 번 뽑은 결과', 'one draw'), values: y, colour: 'vermillion' },
          { name: say('여러 번의 평균', 'mean over the draws'), values: mean_over_trials, colour: 'blue' },
        ],
      },
      see:
        mode === 'eval'
          ? say(
              '추론에서는 아무 유닛도 끄지 않고 값도 그대로예요.',
              'In evaluation no unit is dropped and every value stays as it is.',
            )
          : say(
              `이번에는 ${x.length}개 가운데 ${dropped}개가 꺼지고 나머지는 ${formatNumber(1 / (1 - p))}배가 됐어요. 많이 되풀이하면 평균이 입력에 가까워져요.`,
              `This time ${dropped} of ${x.length} units are off and the rest are scaled by ${formatNumber(1 / (1 - p))}. Over many draws the mean comes close to the input.`,
            ),
      numbers: [
        [say('남은 비율', 'share kept'), formatPercent(kept_fraction)],
        [say('기대하는 비율', 'expected share'), formatPercent(mode === 'eval' ? 1 : 1 - p)],
        [say('이번에 꺼진 유닛', 'units dropped this time'), String(dropped)],
      ],
    };
  },
  variations: [
    { label: { ko: 'p = 0.2', en: 'p = 0.2' }, change: () => ({ p: 0.2 }) },
    { label: { ko: 'p = 0.8', en: 'p = 0.8' }, change: () => ({ p: 0.8 }) },
    { label: { ko: '추론 모드', en: 'eval mode' }, change: () => ({ mode: 'eval' }) },
    { label: { ko: '10번만 평균', en: 'mean of 10 draws' }, change: () => ({ trials: 10 }) },
    otherSeed,
  ],
});
