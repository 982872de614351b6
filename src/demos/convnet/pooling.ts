import { formatNumber } from '../../charts/number.ts';
import { pool2d, pooledSize } from '../../math/pooling.ts';
import { extent, mean } from '../../math/summary.ts';
import type { Rows } from '../../math/vector.ts';
import { defineDemo, refuse } from '../demo.ts';
import { choice, int, matrix } from '../parameters.ts';

/** Frames round more cells than this hide the picture. */
const MAX_FRAMED = 12;

/** The places of the input that a window of max pooling takes, the first on ties. */
function taken(x: Rows, output: Rows, size: number, stride: number, padding: number): [number, number][] {
  return output.flatMap((row, i) =>
    row.flatMap((value, j): [number, number][] => {
      for (let a = i * stride - padding; a < i * stride - padding + size; a++)
        for (let b = j * stride - padding; b < j * stride - padding + size; b++)
          if (x[a]?.[b] === value) return [[a, b]];
      return [];
    }),
  );
}

export const pooling = defineDemo({
  id: 'pooling',
  title: { ko: '풀링(최대·평균)', en: 'Max and average pooling' },
  about: {
    ko: 'PyTorch의 max_pool2d와 avg_pool2d처럼 창마다 최댓값이나 평균을 남겨요. 패딩은 창 크기의 절반까지이고, 최대 풀링은 패딩을 보지 않고 평균 풀링은 0으로 세요. global은 입력 전체를 한 번에 모은 값이에요.',
    en: "Keeps the maximum or the mean of each window, as PyTorch's max_pool2d and avg_pool2d do. Padding is at most half the window; max pooling ignores it, average pooling counts it as zeros. `global` pools the whole input at once.",
  },
  parameters: {
    x: matrix(
      [
        [1, 3, 2, 4],
        [5, 6, 1, 2],
        [7, 2, 9, 0],
        [1, 8, 3, 4],
      ],
      '1..64',
      '1..64',
      '-1000..1000',
    ),
    kind: choice(['max', 'average'], 'max'),
    size: int(2, '1..16'),
    stride: int(2, '1..16'),
    padding: int(0, '0..8'),
  },
  results: { output: 'float[h][w]', global: 'float' },
  run({ x, kind, ...settings }) {
    if (settings.padding > settings.size / 2)
      refuse(
        'padding',
        `창 크기의 절반(${settings.size / 2})을 넘을 수 없어요.`,
        `must be at most half the size of the window (${settings.size / 2}).`,
      );
    if (Math.min(pooledSize(x.length, settings), pooledSize(x[0]?.length ?? 0, settings)) < 1)
      refuse(
        'size',
        '입력보다 커서 출력이 비어요. 창을 줄이거나 패딩을 늘려 보세요.',
        'is larger than the input, which leaves no output; use a smaller window or more padding.',
      );
    return {
      output: pool2d(x, kind, settings),
      global: kind === 'max' ? extent(x.flat()).max : mean(x.flat()),
    };
  },
  view({ x, kind, size, stride, padding }, { output, global }, say) {
    const [height, width] = [output.length, output[0]?.length ?? 0];
    const [rows, columns] = [x.length, x[0]?.length ?? 0];
    const { min, max } = extent([...x.flat(), ...output.flat()]);
    const shared = min < max ? { range: [min, max] as const } : {};
    const kept = (height * width) / (rows * columns);
    const framed = kind === 'max' && Math.max(rows, columns) <= MAX_FRAMED;
    return {
      chart: {
        kind: 'images',
        title: kind === 'max' ? say('최대 풀링', 'Max pooling') : say('평균 풀링', 'Average pooling'),
        subtitle: say(
          `창 ${size}×${size}, 스트라이드 ${stride}, 패딩 ${padding}${framed ? ' (주황 테두리: 남은 값)' : ''}`,
          `window ${size}×${size}, stride ${stride}, padding ${padding}${framed ? ' (orange frames: values kept)' : ''}`,
        ),
        images: [
          {
            title: say(`입력 ${rows}×${columns}`, `input ${rows}×${columns}`),
            values: x,
            scale: 'sequential',
            ...shared,
            ...(framed ? { chosen: taken(x, output, size, stride, padding) } : {}),
          },
          {
            title: say(`출력 ${height}×${width}`, `output ${height}×${width}`),
            values: output,
            scale: 'sequential',
            ...shared,
          },
        ],
      },
      see:
        kind === 'max'
          ? say(
              `입력 값 ${rows * columns}개에서 출력 ${height * width}개가 나와요. 창 안 어디에 있든 가장 큰 값만 남아서 작은 이동에는 둔해지지만 정확한 위치는 잃어요. 학습할 파라미터는 없어요.`,
              `From ${rows}×${columns} values come ${height}×${width}. Only the largest of each window stays, wherever it stood: small shifts matter less, exact positions are lost, and there is nothing to learn.`,
            )
          : say(
              `입력 값 ${rows * columns}개에서 창 평균 ${height * width}개가 나와요. 가장 큰 값이 입력에서는 ${formatNumber(extent(x.flat()).max)}, 출력에서는 ${formatNumber(extent(output.flat()).max)}예요. 평균은 튀는 값을 누르고 배경까지 함께 남겨요.`,
              `From ${rows}×${columns} values come ${height}×${width} means. The largest value is ${formatNumber(extent(x.flat()).max)} in the input and ${formatNumber(extent(output.flat()).max)} in the output: means press down peaks and keep the background.`,
            ),
      numbers: [
        [say('출력 크기', 'output size'), `${height} × ${width}`],
        [say('입력에 대한 출력 값의 수', 'output values per input value'), formatNumber(kept, 3)],
        [
          kind === 'max' ? say('전역 최댓값', 'global maximum') : say('전역 평균', 'global mean'),
          formatNumber(global),
        ],
      ],
    };
  },
  variations: [
    {
      label: { ko: '평균 풀링', en: 'average pooling' },
      change: ({ kind }) => (kind === 'average' ? undefined : { kind: 'average' }),
    },
    {
      label: { ko: '최대 풀링', en: 'max pooling' },
      change: ({ kind }) => (kind === 'max' ? undefined : { kind: 'max' }),
    },
    {
      label: { ko: '겹치는 창 (스트라이드 1)', en: 'overlapping windows (stride 1)' },
      change: () => ({ stride: 1 }),
    },
    {
      label: { ko: '패딩 1', en: 'padding 1' },
      change: ({ size }) => (size >= 2 ? { padding: 1 } : undefined),
    },
    {
      label: { ko: '창 3×3', en: '3×3 window' },
      change: ({ x }) => (Math.min(x.length, x[0]?.length ?? 0) >= 3 ? { size: 3, padding: 0 } : undefined),
    },
  ],
});
