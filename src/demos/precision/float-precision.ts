import { formatNumber } from '../../charts/number.ts';
import {
  bfloat16Bits,
  epsilonOf,
  FLOAT_FORMATS,
  type FloatFormatName,
  floatBits,
  halfBits,
  largestOf,
  smallestNormalOf,
  smallestSubnormalOf,
  toBfloat16,
  toHalf,
} from '../../math/half.ts';
import { argMax } from '../../math/summary.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { choice, floats } from '../parameters.ts';

interface Rounding {
  readonly round: (x: number) => number;
  readonly bits: (x: number) => number;
  /** Hexadecimal digits of the bits. */
  readonly digits: number;
}

const ROUNDINGS: Readonly<Record<FloatFormatName, Rounding>> = {
  fp16: { round: toHalf, bits: halfBits, digits: 4 },
  bf16: { round: toBfloat16, bits: bfloat16Bits, digits: 4 },
  fp32: { round: Math.fround, bits: floatBits, digits: 8 },
};

/** Bars that the picture has room for, and up to how many the rounded values fit under them. */
const SHOWN = 10;
const ROOMY = 6;

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

export const floatPrecision = defineDemo({
  id: 'float-precision',
  title: { ko: '부동소수점 형식(FP16·BF16·FP32)', en: 'Floating-point formats' },
  about: {
    ko: '수를 FP16(IEEE 754 binary16), BF16, FP32로 가장 가까운 값에 반올림해요(중간이면 짝수 쪽). BF16은 PyTorch처럼 FP32를 거쳐 반올림해요.',
    en: 'Rounds numbers to FP16 (IEEE 754 binary16), BF16 or FP32, to the nearest value and ties to even; BF16 goes through FP32, as in PyTorch.',
  },
  parameters: {
    // biome-ignore lint/suspicious/noApproximativeNumericConstant: nine digits of pi are the value to be rounded
    x: floats([0.1, 1e-8, 65504, 70000, 3.14159265], '1..50', '-1e300..1e300'),
    format: choice(['fp16', 'bf16', 'fp32'], 'fp16'),
  },
  results: {
    value: 'float?[n]',
    bits: 'text[n]',
    abs_error: 'float?[n]',
    rel_error: 'float?[n]',
    epsilon: 'float',
    max: 'float',
    min_normal: 'float',
    min_subnormal: 'float',
  },
  run({ x, format }) {
    const { round, bits, digits } = ROUNDINGS[format];
    const layout = FLOAT_FORMATS[format];
    const value = x.map((one) => finite(round(one)));
    const abs_error = x.map((one, i) => finite(Math.abs((value[i] ?? Number.NaN) - one)));
    return {
      value,
      bits: x.map((one) => bits(one).toString(16).padStart(digits, '0')),
      abs_error,
      rel_error: x.map((one, i) => (one === 0 ? null : finite((abs_error[i] ?? Number.NaN) / Math.abs(one)))),
      epsilon: epsilonOf(layout),
      max: largestOf(layout),
      min_normal: smallestNormalOf(layout),
      min_subnormal: smallestSubnormalOf(layout),
    };
  },
  view({ x, format }, { value, bits, rel_error, epsilon, max, min_normal, min_subnormal }, say) {
    const shown = x.slice(0, SHOWN);
    const told = (i: number): string => (value[i] === null ? '∞' : formatNumber(value[i] ?? 0, 8));
    const overflow = value.filter((one) => one === null).length;
    const underflow = x.filter((one, i) => one !== 0 && value[i] === 0).length;
    const worst = argMax(rel_error.map((error) => error ?? -1));
    const name = format.toUpperCase();
    // No bar at all leaves nothing for a logarithmic axis.
    const log = rel_error.slice(0, SHOWN).some((error) => error !== null && error > 0);
    return {
      chart: {
        kind: 'bars',
        title: say(`${name} 반올림의 상대 오차`, `Relative error of rounding to ${name}`),
        subtitle: say(
          `정규 범위의 오차는 ε/2 = ${formatNumber(epsilon / 2, 3)}까지예요. 막대가 없으면 정확하거나 ∞예요${x.length > SHOWN ? ` (앞의 ${SHOWN}개)` : ''}`,
          `normal values err by at most ε/2 = ${formatNumber(epsilon / 2, 3)}; no bar: exact or ∞${x.length > SHOWN ? ` (first ${SHOWN})` : ''}`,
        ),
        categories: shown.map((one, i) =>
          shown.length <= ROOMY
            ? `${formatNumber(one, 5)}
→ ${value[i] === null ? '∞' : formatNumber(value[i] ?? 0, 5)}`
            : formatNumber(one, 3),
        ),
        x: {
          name: shown.length <= ROOMY ? say('값 → 반올림한 값', 'value → rounded value') : say('값', 'value'),
        },
        y: {
          name: say('상대 오차 (로그)', 'relative error (log)'),
          ...(log ? { log } : {}),
        },
        series: [{ name: say('상대 오차', 'relative error'), values: rel_error.slice(0, SHOWN) }],
        marks: log ? [{ axis: 'y', at: epsilon / 2, label: 'ε/2', colour: 'vermillion' }] : [],
      },
      see: x.every((one, i) => one === value[i])
        ? say(
            `값 ${x.length}개가 모두 ${name}에서 오차 없이 표현돼요. 유효 비트 안에서 2의 거듭제곱을 더해 만들 수 있는 값들이에요.`,
            `${name} holds all ${x.length} values exactly: each is a sum of powers of two within its significant bits.`,
          )
        : overflow + underflow === 0
          ? say(
              `값 ${x.length}개가 모두 ${name} 범위 안이에요. 가장 크게 어긋난 ${formatNumber(x[worst] ?? 0, 8)}도 ${withJosa(told(worst), '으로/로')}, 상대 오차 ${withJosa(formatNumber(rel_error[worst] ?? 0, 3), '이에요/예요')}.`,
              `All ${x.length} values fit into ${name}. The worst, ${formatNumber(x[worst] ?? 0, 8)}, becomes ${told(worst)}, a relative error of ${formatNumber(rel_error[worst] ?? 0, 3)}.`,
            )
          : say(
              `${name}에서는 ${x.length}개 가운데 ${overflow}개가 무한대로 넘치고 ${underflow}개가 0으로 사라져요. 가장 큰 값은 ${formatNumber(max)}, 가장 작은 양수는 ${withJosa(formatNumber(min_subnormal), '이에요/예요')}.`,
              `Of ${countOf(x.length, 'value')} in ${name}, ${overflow} overflowed to infinity and ${underflow} vanished to 0. The largest value is ${formatNumber(max)}, the smallest positive one ${formatNumber(min_subnormal)}.`,
            ),
      numbers: [
        [say('ε (1 다음 수와의 간격)', 'ε (gap after 1)'), formatNumber(epsilon)],
        [say('가장 큰 값', 'largest value'), formatNumber(max)],
        [say('가장 작은 정규값', 'smallest normal value'), formatNumber(min_normal)],
        [say('가장 작은 비정규값', 'smallest subnormal value'), formatNumber(min_subnormal)],
        [say('오버플로, 언더플로', 'overflows, underflows'), `${overflow}, ${underflow}`],
      ],
      table: {
        columns: [
          say('값', 'value'),
          name,
          say('비트 (16진수)', 'bits (hex)'),
          say('상대 오차', 'relative error'),
        ],
        rows: x.map((one, i) => {
          const error = rel_error[i] ?? null;
          return [
            formatNumber(one, 8),
            told(i),
            bits[i] ?? '',
            error === null ? '–' : formatNumber(error, 3),
          ];
        }),
      },
    };
  },
  variations: [
    {
      label: { ko: 'BF16', en: 'BF16' },
      change: ({ format }) => (format === 'bf16' ? undefined : { format: 'bf16' }),
    },
    {
      label: { ko: 'FP32', en: 'FP32' },
      change: ({ format }) => (format === 'fp32' ? undefined : { format: 'fp32' }),
    },
    {
      label: { ko: 'FP16', en: 'FP16' },
      change: ({ format }) => (format === 'fp16' ? undefined : { format: 'fp16' }),
    },
    {
      label: { ko: '정수 2047–2051', en: 'whole numbers 2047–2051' },
      change: () => ({ x: [2047, 2048, 2049, 2050, 2051] }),
    },
    {
      label: { ko: '작은 기울기들', en: 'small gradients' },
      change: () => ({ x: [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8] }),
    },
  ],
});
