import { formatNumber } from '../../charts/number.ts';
import { convolve2d } from '../../math/convolve.ts';
import { extent } from '../../math/summary.ts';
import { defineDemo, refuse } from '../demo.ts';
import { float, int, matrix } from '../parameters.ts';

const KERNELS = {
  edge: [
    [1, 0, -1],
    [1, 0, -1],
    [1, 0, -1],
  ],
  blur: [
    [0.111, 0.111, 0.111],
    [0.111, 0.111, 0.111],
    [0.111, 0.111, 0.111],
  ],
  sharpen: [
    [0, -1, 0],
    [-1, 5, -1],
    [0, -1, 0],
  ],
} as const;

export const convolution2d = defineDemo({
  id: 'convolution-2d',
  title: { ko: '2차원 합성곱', en: 'Two-dimensional convolution' },
  about: {
    ko: '커널을 입력 위로 밀며 겹친 값의 곱을 더해요. PyTorch의 conv2d처럼 커널을 뒤집지 않는 교차 상관이고, 밖은 0으로 채워요.',
    en: "Slides the kernel over the input and sums the products. Like PyTorch's conv2d this is a cross-correlation (the kernel is not flipped) with zero padding.",
  },
  parameters: {
    image: matrix(
      [
        [1, 2, 3, 0],
        [4, 5, 6, 1],
        [7, 8, 9, 2],
        [1, 0, 1, 3],
      ],
      '1..32',
      '1..32',
      '-1000..1000',
    ),
    kernel: matrix(
      [
        [1, 0, -1],
        [1, 0, -1],
        [1, 0, -1],
      ],
      '1..7',
      '1..7',
      '-1000..1000',
    ),
    stride: int(1, '1..10'),
    padding: int(0, '0..10'),
    dilation: int(1, '1..5'),
    bias: float(0, '-1000..1000'),
  },
  results: { output: 'float[h][w]', height: 'int', width: 'int' },
  run({ image, kernel, bias, ...settings }) {
    const output = convolve2d(image, kernel, settings).map((row) => row.map((value) => value + bias));
    if (output.length === 0)
      refuse(
        'kernel',
        '이 크기로는 출력이 비어요. 커널이나 팽창을 줄이거나 패딩을 늘려 보세요.',
        'leaves no output at this size; use a smaller kernel or dilation, or more padding.',
      );
    return { output, height: output.length, width: output[0]?.length ?? 0 };
  },
  view({ image, kernel, stride, padding, dilation }, { output, height, width }, say) {
    const { min, max } = extent(output.flat());
    return {
      chart: {
        kind: 'images',
        title: say('합성곱: 입력, 커널, 출력', 'Convolution: input, kernel, output'),
        subtitle: say(
          `스트라이드 ${stride}, 패딩 ${padding}, 팽창 ${dilation}`,
          `stride ${stride}, padding ${padding}, dilation ${dilation}`,
        ),
        images: [
          {
            title: say(
              `입력 ${image.length}×${image[0]?.length ?? 0}`,
              `input ${image.length}×${image[0]?.length ?? 0}`,
            ),
            values: image,
            scale: 'sequential',
          },
          {
            title: say(
              `커널 ${kernel.length}×${kernel[0]?.length ?? 0}`,
              `kernel ${kernel.length}×${kernel[0]?.length ?? 0}`,
            ),
            values: kernel,
            scale: 'diverging',
          },
          {
            title: say(`출력 ${height}×${width}`, `output ${height}×${width}`),
            values: output,
            scale: 'diverging',
          },
        ],
      },
      see: say(
        `출력은 ${height}×${width}이고 값은 ${formatNumber(min)}부터 ${formatNumber(max)}까지예요. 커널과 닮은 곳에서 값이 커져요.`,
        `The output is ${height}×${width}, from ${formatNumber(min)} to ${formatNumber(max)}; it is large where the input resembles the kernel.`,
      ),
      numbers: [
        [say('출력 크기', 'output size'), `${height} × ${width}`],
        [say('가장 작은 값', 'smallest value'), formatNumber(min)],
        [say('가장 큰 값', 'largest value'), formatNumber(max)],
      ],
    };
  },
  variations: [
    { label: { ko: '패딩 1', en: 'padding 1' }, change: () => ({ padding: 1 }) },
    { label: { ko: '스트라이드 2', en: 'stride 2' }, change: () => ({ stride: 2 }) },
    { label: { ko: '세로 경계 커널', en: 'vertical-edge kernel' }, change: () => ({ kernel: KERNELS.edge }) },
    { label: { ko: '흐림 커널', en: 'blur kernel' }, change: () => ({ kernel: KERNELS.blur }) },
    { label: { ko: '선명 커널', en: 'sharpen kernel' }, change: () => ({ kernel: KERNELS.sharpen }) },
  ],
});
