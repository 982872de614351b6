import { formatNumber } from '../../charts/number.ts';
import { toHalf } from '../../math/half.ts';
import { wrapInteger } from '../../math/wrap-integer.ts';
import { defineDemo, type Say } from '../demo.ts';
import { choice, floats } from '../parameters.ts';

const TYPES = ['int8', 'uint8', 'int16', 'int32', 'float16', 'float32', 'bool'] as const;
type Type = (typeof TYPES)[number];

const BYTES: Readonly<Record<Type, number>> = {
  int8: 1,
  uint8: 1,
  int16: 2,
  int32: 4,
  float16: 2,
  float32: 4,
  bool: 1,
};
const FLOAT64_BYTES = 8;

/** May be infinite. */
function castTo(type: Type, value: number): number {
  switch (type) {
    case 'bool':
      return value === 0 ? 0 : 1;
    case 'float16':
      return toHalf(value);
    case 'float32':
      return Math.fround(value);
    case 'int8':
    case 'uint8':
    case 'int16':
    case 'int32':
      return wrapInteger(value, 8 * BYTES[type], type !== 'uint8');
  }
}

/** What happens in this type, once something changed. */
function lesson(type: Type, say: Say): string {
  switch (type) {
    case 'bool':
      return say('0이 아닌 값은 모두 참(1)이 돼요.', 'Everything but 0 becomes true (1).');
    case 'float16':
      return say(
        '유효 숫자가 11비트뿐이라 반올림되고, 65504를 넘으면 무한대가 돼요.',
        'With 11 significant bits values are rounded, and beyond 65504 they become infinite.',
      );
    case 'float32':
      return say(
        '유효 숫자가 24비트라 일곱 자리쯤까지만 남아요.',
        'With 24 significant bits about seven decimal digits remain.',
      );
    case 'int8':
    case 'uint8':
    case 'int16':
    case 'int32':
      return say(
        `소수는 0 쪽으로 버리고, 범위를 넘으면 오류 없이 2^${8 * BYTES[type]}로 나눈 나머지로 감겨요.`,
        `Fractions are cut off towards zero, and values out of range wrap modulo 2^${8 * BYTES[type]} without an error.`,
      );
  }
}

export const dtypeCast = defineDemo({
  id: 'dtype-cast',
  title: { ko: '자료형 변환과 메모리', en: 'Casting data types' },
  about: {
    ko: 'float64 값을 다른 자료형으로 바꿔요. 정수는 0 쪽으로 버린 뒤 2^비트로 감고(2의 보수), 실수는 가장 가까운 값(중간은 짝수)으로 반올림하며 넘치면 무한대(null), bool은 0이 아니면 1이에요. C와 NumPy에서 범위 밖 실수의 정수 변환은 플랫폼에 따라 달라서, 여기서는 감는 쪽으로 정했어요.',
    en: "Casts float64 values. Integers: cut off towards zero, then wrapped modulo 2^bits (two's complement); floats: rounded to nearest, ties to even, infinite (null) beyond the range; bool: 1 unless 0. In C and NumPy the cast of an out-of-range float to an integer depends on the platform; here it always wraps.",
  },
  parameters: {
    values: floats([1.9, -1.9, 200, 300.5, 0], '1..50', '-1000000000..1000000000'),
    to: choice(TYPES, 'int8'),
  },
  results: { cast: 'float?[n]', changed: 'int', bytes_before: 'int', bytes_after: 'int' },
  run({ values, to }) {
    const found = values.map((value) => castTo(to, value));
    return {
      cast: found.map((value) => (Number.isFinite(value) ? value : null)),
      changed: found.filter((value, i) => value !== values[i]).length,
      bytes_before: FLOAT64_BYTES * values.length,
      bytes_after: BYTES[to] * values.length,
    };
  },
  view({ values, to }, { cast, changed, bytes_before, bytes_after }, say) {
    const short = values.length <= 8;
    const gaps = cast.map((value, i) =>
      value === null ? Number.POSITIVE_INFINITY : Math.abs(value - (values[i] ?? 0)),
    );
    const worst = gaps.indexOf(Math.max(...gaps));
    const after = (i: number, digits = 7): string => {
      const value = cast[i] ?? null;
      return value === null ? ((values[i] ?? 0) < 0 ? '−∞' : '∞') : formatNumber(value, digits);
    };
    return {
      chart: {
        kind: 'bars',
        title: say(`float64에서 ${to}(으)로`, `From float64 to ${to}`),
        subtitle: say(
          `메모리 ${bytes_before}바이트 → ${bytes_after}바이트`,
          `memory ${bytes_before} bytes → ${bytes_after} bytes`,
        ),
        categories: values.map((value, i) => (short ? formatNumber(value, 5) : String(i))),
        x: { name: short ? say('원래 값', 'original value') : say('번호', 'index') },
        y: { name: say('값', 'value') },
        series: [
          {
            name: say('변환 전 (float64)', 'before (float64)'),
            values,
            notes: values.map((value) => formatNumber(value, 4)),
            colour: 'grey',
          },
          {
            name: say(`변환 후 (${to})`, `after (${to})`),
            values: cast,
            notes: cast.map((_, i) => after(i, 4)),
            colour: 'blue',
          },
        ],
      },
      see:
        changed === 0
          ? say(
              `값 ${values.length}개가 하나도 바뀌지 않고 메모리만 ${bytes_before}바이트에서 ${bytes_after}바이트로 줄어요.`,
              `None of the ${values.length} values changes, and the memory goes from ${bytes_before} to ${bytes_after} bytes.`,
            )
          : say(
              `${values.length}개 가운데 ${changed}개가 바뀌었어요(가장 큰 변화: ${formatNumber(values[worst] ?? 0, 7)} → ${after(worst)}). ${lesson(to, say)}`,
              `${changed} of ${values.length} values changed, most of all ${formatNumber(values[worst] ?? 0, 7)} → ${after(worst)}. ${lesson(to, say)}`,
            ),
      numbers: [
        [say('바뀐 값', 'values changed'), `${changed} / ${values.length}`],
        [
          say('메모리', 'memory'),
          say(`${bytes_before} → ${bytes_after}바이트`, `${bytes_before} → ${bytes_after} bytes`),
        ],
        [
          say('변환 후', 'after the cast'),
          cast
            .slice(0, 6)
            .map((_, i) => after(i, 6))
            .join(', ') + (cast.length > 6 ? ', …' : ''),
        ],
      ],
      table: {
        columns: [say('번호', 'index'), say('변환 전', 'before'), say('변환 후', 'after')],
        rows: values.map((value, i) => [String(i), formatNumber(value, 8), after(i)]),
      },
    };
  },
  variations: [
    { label: { ko: 'uint8', en: 'uint8' }, change: () => ({ to: 'uint8' }) },
    { label: { ko: 'int32', en: 'int32' }, change: () => ({ to: 'int32' }) },
    {
      label: { ko: 'float16: 반올림과 넘침', en: 'float16: rounding and overflow' },
      change: () => ({ to: 'float16', values: [0.1, 2049, 65504, 65520, 1e-8] }),
    },
    {
      label: { ko: 'float32: 2^24 + 1', en: 'float32: 2^24 + 1' },
      change: () => ({ to: 'float32', values: [16777216, 16777217, 0.1, 0.5] }),
    },
    { label: { ko: 'bool', en: 'bool' }, change: () => ({ to: 'bool' }) },
  ],
});
