import { formatNumber } from '../../charts/number.ts';
import { sinusoidalEncoding, wavelength } from '../../math/positional-encoding.ts';
import { dot, range } from '../../math/vector.ts';
import { defineDemo, refuse } from '../demo.ts';
import { int } from '../parameters.ts';

export const positionalEncoding = defineDemo({
  id: 'positional-encoding',
  title: { ko: '위치 인코딩', en: 'Sinusoidal positional encoding' },
  about: {
    ko: '짝수 열 2i는 sin(pos/10000^(2i/d)), 홀수 열 2i+1은 같은 각의 cos이에요 (Vaswani 외, 2017). d는 짝수여야 해요.',
    en: 'Even column 2i is sin(pos / 10000^(2i/d)), odd column 2i+1 the cosine of the same angle (Vaswani et al., 2017). d must be even.',
  },
  parameters: { length: int(6, '1..64'), d_model: int(4, '2..64') },
  results: { pe: 'float[length][d_model]' },
  run({ length, d_model }) {
    if (d_model % 2 === 1)
      refuse(
        'd_model',
        'sin과 cos이 짝을 이루도록 짝수여야 해요.',
        'must be even, as sines and cosines come in pairs.',
      );
    return { pe: sinusoidalEncoding(length, d_model) };
  },
  view({ length, d_model }, { pe }, say) {
    const longest = wavelength(d_model - 2, d_model);
    const first = pe[0] ?? [];
    const next = dot(first, pe[1] ?? first);
    const last = dot(first, pe[length - 1] ?? first);
    const lengths =
      d_model === 2
        ? formatNumber(longest)
        : `${formatNumber(wavelength(0, d_model))} … ${formatNumber(longest)}`;
    return {
      chart: {
        kind: 'matrix',
        title: say('사인·코사인 위치 인코딩', 'Sinusoidal positional encoding'),
        subtitle: say(
          `위치 ${length}개, ${d_model}차원 (짝수 열 sin, 홀수 열 cos)`,
          `${length} positions, ${d_model} dimensions (even columns sin, odd ones cos)`,
        ),
        x: { name: say('차원', 'dimension') },
        y: { name: say('위치', 'position') },
        columns: range(d_model).map(String),
        rows: range(length).map(String),
        values: pe,
        scale: 'diverging',
        value: say('값', 'value'),
      },
      see:
        length === 1
          ? say(
              `위치 0에서는 sin 열이 모두 0, cos 열이 모두 1이에요. 길이를 늘리면 열마다 다른 빠르기(파장 ${lengths})로 바뀌어요.`,
              `At position 0 all sines are 0 and all cosines 1. With more positions each pair of columns changes at its own pace (wavelengths ${lengths}).`,
            )
          : say(
              `왼쪽 열은 빠르게, 오른쪽 열은 느리게 바뀌어요(파장 ${lengths}). 위치 0과의 내적은 위치 1에서 ${formatNumber(next, 3)}, 위치 ${length - 1}에서 ${formatNumber(last, 3)}이고, 내적은 두 위치의 차이에만 달려 있어요.`,
              `Columns on the left change fast, those on the right slowly (wavelengths ${lengths}). The inner product with position 0 is ${formatNumber(next, 3)} at position 1 and ${formatNumber(last, 3)} at position ${length - 1}; it depends on the distance of two positions only.`,
            ),
      numbers: [
        [say('파장 (위치 수)', 'wavelengths (positions)'), lengths],
        [say('벡터 길이의 제곱 (d/2)', 'squared length of a vector (d/2)'), formatNumber(d_model / 2)],
        [
          say(`위치 0과 ${length - 1}의 내적`, `inner product of positions 0 and ${length - 1}`),
          formatNumber(last),
        ],
      ],
    };
  },
  variations: [
    {
      label: { ko: '64차원, 위치 64개', en: '64 dimensions, 64 positions' },
      change: () => ({ length: 64, d_model: 64 }),
    },
    { label: { ko: '2차원', en: '2 dimensions' }, change: () => ({ d_model: 2 }) },
    {
      label: { ko: '차원 × 2', en: 'dimensions × 2' },
      change: ({ d_model }) => (d_model <= 32 ? { d_model: d_model * 2 } : undefined),
    },
    {
      label: { ko: '길이 × 2', en: 'length × 2' },
      change: ({ length }) => (length <= 32 ? { length: length * 2 } : undefined),
    },
  ],
});
