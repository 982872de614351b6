import { formatNumber } from '../../charts/number.ts';
import { FLOAT_FORMATS, largestOf, significandAndExponent, toHalf } from '../../math/half.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { float, floats } from '../parameters.ts';

const LARGEST = significandAndExponent(largestOf(FLOAT_FORMATS.fp16));
const MAX_SCALE = 2 ** 24;
/** Gradients that the picture has room for. */
const SHOWN = 10;

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Largest whole k with |g| 2^k <= 65504, from the exponents, so that nothing is rounded. */
function safeLog2(largest: number): number | null {
  if (largest === 0) return null;
  const { significand, exponent } = significandAndExponent(largest);
  return LARGEST.exponent - exponent - (significand <= LARGEST.significand ? 0 : 1);
}

export const lossScaling = defineDemo({
  id: 'loss-scaling',
  title: { ko: '손실 스케일링(FP16)', en: 'Loss scaling for fp16 gradients' },
  about: {
    ko: '기울기를 FP16으로 그대로 담을 때와, 손실에 배수를 곱해 담고 배정밀도에서 다시 나눌 때를 견줘요 (Micikevicius 외, Mixed Precision Training, 2018).',
    en: 'Compares gradients stored in FP16 as they are with gradients scaled through the loss, stored in FP16 and divided again in double precision (Micikevicius et al., Mixed Precision Training, 2018).',
  },
  parameters: {
    grads: floats([1e-8, 3e-8, 1e-6, 0.001, 0.5], '1..100', '-1000000..1000000'),
    scale: float(1024, '1..16777216'),
  },
  results: {
    fp16: 'float?[n]',
    scaled: 'float?[n]',
    recovered: 'float?[n]',
    underflow_before: 'int',
    underflow_after: 'int',
    overflow_after: 'int',
    max_safe_log2: 'int?',
  },
  run({ grads, scale }) {
    const plain = grads.map(toHalf);
    const scaled = grads.map((g) => toHalf(g * scale));
    const lost = (values: readonly number[]): number =>
      grads.filter((g, i) => g !== 0 && values[i] === 0).length;
    return {
      fp16: plain.map(finite),
      scaled: scaled.map(finite),
      recovered: scaled.map((value) => finite(value / scale)),
      underflow_before: lost(plain),
      underflow_after: lost(scaled),
      overflow_after: scaled.filter((value) => !Number.isFinite(value)).length,
      max_safe_log2: safeLog2(Math.max(...grads.map(Math.abs))),
    };
  },
  view({ grads, scale }, results, say) {
    const { fp16, scaled, recovered, underflow_before, underflow_after, overflow_after, max_safe_log2 } =
      results;
    const sizes = (values: readonly (number | null)[]): (number | null)[] =>
      values.slice(0, SHOWN).map((value) => (value === null || value === 0 ? null : Math.abs(value)));
    const bars = [sizes(grads), sizes(fp16), sizes(recovered)];
    const seen = bars.flat().filter((value) => value !== null);
    const told = (value: number | null | undefined): string =>
      value === null ? '∞' : formatNumber(value ?? 0);
    return {
      chart: {
        kind: 'bars',
        title: say('손실 스케일링 전후의 기울기', 'Gradients with and without loss scaling'),
        subtitle: say(
          `배수 ${formatNumber(scale)}. 막대가 없으면 0이나 ∞가 된 값이에요${grads.length > SHOWN ? ` (앞의 ${SHOWN}개)` : ''}`,
          `scale ${formatNumber(scale)}; no bar where the value became 0 or ∞${grads.length > SHOWN ? ` (first ${SHOWN})` : ''}`,
        ),
        categories: grads.slice(0, SHOWN).map((g) => formatNumber(g, 3)),
        x: { name: say('기울기', 'gradient') },
        y: {
          name: say('크기 (로그)', 'size (log)'),
          ...(seen.length > 0 ? { log: true } : {}),
        },
        series: [
          { name: say('원래 값', 'original'), values: bars[0] ?? [], colour: 'grey' },
          { name: say('FP16 그대로', 'FP16 as it is'), values: bars[1] ?? [], colour: 'vermillion' },
          { name: say('스케일링 후 복원', 'scaled and recovered'), values: bars[2] ?? [], colour: 'blue' },
        ],
      },
      see:
        overflow_after > 0
          ? say(
              `배수 ${formatNumber(scale)}에서 기울기 ${overflow_after}개가 FP16의 최댓값 65,504를 넘어 무한대가 돼요. 동적 손실 스케일링은 이런 스텝을 건너뛰고 배수를 줄여요.`,
              `At a scale of ${formatNumber(scale)}, ${overflow_after} of ${countOf(grads.length, 'gradient')} passed 65,504, the largest FP16 number, and became infinite. Dynamic loss scaling skips such a step and lowers the scale.`,
            )
          : say(
              `그대로 담으면 기울기 ${underflow_before}개가 0으로 사라지고, ${formatNumber(scale)}배 해서 담으면 ${underflow_after}개가 사라져요. 배수를 2의 거듭제곱으로 고르면 곱하고 나눌 때 반올림 오차가 더해지지 않아요.`,
              `${underflow_before} of ${countOf(grads.length, 'gradient')} vanished to 0 when stored as they are, ${underflow_after} when scaled by ${formatNumber(scale)}. A power of two as the scale adds no rounding of its own.`,
            ),
      numbers: [
        [say('그대로일 때 언더플로', 'underflows without scaling'), String(underflow_before)],
        [say('스케일링 후 언더플로', 'underflows with scaling'), String(underflow_after)],
        [say('스케일링 후 오버플로', 'overflows with scaling'), String(overflow_after)],
        [
          say('넘치지 않는 가장 큰 배수', 'largest scale without overflow'),
          max_safe_log2 === null ? '–' : `2^${max_safe_log2}`.replace('-', '−'),
        ],
      ],
      table: {
        columns: [
          say('기울기', 'gradient'),
          'FP16',
          say('스케일한 FP16', 'scaled FP16'),
          say('복원', 'recovered'),
        ],
        rows: grads.map((g, i) => [formatNumber(g), told(fp16[i]), told(scaled[i]), told(recovered[i])]),
      },
    };
  },
  variations: [
    {
      label: { ko: '스케일링 없이', en: 'no scaling' },
      change: ({ scale }) => (scale === 1 ? undefined : { scale: 1 }),
    },
    {
      label: { ko: '배수 × 16', en: 'scale × 16' },
      change: ({ scale }) => (scale * 16 <= MAX_SCALE ? { scale: scale * 16 } : undefined),
    },
    {
      label: { ko: '배수 2²⁴ (오버플로)', en: 'scale 2²⁴ (overflows)' },
      change: () => ({ scale: MAX_SCALE }),
    },
    {
      label: { ko: '2의 거듭제곱이 아닌 배수', en: 'scale not a power of two' },
      change: () => ({ scale: 1000 }),
    },
  ],
});
