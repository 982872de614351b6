import type { SingleChart } from '../../charts/model.ts';
import { formatList, formatNumber } from '../../charts/number.ts';
import { convolve, crossCorrelate } from '../../math/convolve-1d.ts';
import { argMax, extent } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { defineDemo, refuse } from '../demo.ts';
import { floats, int } from '../parameters.ts';

export const convolution1d = defineDemo({
  id: 'convolution-1d',
  title: { ko: '1차원 합성곱', en: 'One-dimensional convolution' },
  about: {
    ko: '커널을 신호 위로 밀며 겹친 값의 곱을 더해요. output은 PyTorch의 conv1d처럼 커널을 뒤집지 않는 교차 상관이고, flipped는 커널을 뒤집는 수학의 합성곱이에요. 밖은 0으로 채워요.',
    en: "Slides the kernel along the signal and sums the products. `output` is the cross-correlation that PyTorch's conv1d computes, `flipped` the convolution of mathematics, with the kernel reversed; outside there are zeros.",
  },
  parameters: {
    signal: floats([1, 2, 4, 7, 11, 7, 4, 2, 1], '1..200', '-1000..1000'),
    kernel: floats([1, 0, -1], '1..20', '-1000..1000'),
    stride: int(1, '1..20'),
    padding: int(0, '0..50'),
    dilation: int(1, '1..10'),
  },
  results: { output: 'float[m]', flipped: 'float[m]' },
  run({ signal, kernel, ...settings }) {
    const output = crossCorrelate(signal, kernel, settings);
    if (output.length === 0)
      refuse(
        'kernel',
        '이 크기로는 출력이 비어요. 커널이나 팽창을 줄이거나 패딩을 늘려 보세요.',
        'leaves no output at this size; use a shorter kernel, less dilation, or more padding.',
      );
    return { output, flipped: convolve(signal, kernel, settings) };
  },
  view({ signal, kernel, stride, padding, dilation }, { output, flipped }, say) {
    // An output stands over the middle of its window.
    const middle = (dilation * (kernel.length - 1)) / 2 - padding;
    const places = output.map((_, i) => i * stride + middle);
    const left = Math.floor(Math.min(0, places[0] ?? 0));
    const right = Math.max(left + 1, Math.ceil(Math.max(signal.length - 1, places.at(-1) ?? 0)));
    const x = { name: say('위치', 'position'), min: left, max: right };
    const peak = argMax(output);
    const { min, max } = extent(output);
    const same = output.every((value, i) => value === flipped[i]);
    const panels: SingleChart[] = [
      {
        kind: 'xy',
        title: say('신호', 'signal'),
        subtitle: say(`커널 (${formatList(kernel, 6, 3)})`, `kernel (${formatList(kernel, 6, 3)})`),
        x,
        y: { name: say('값', 'value') },
        series: [{ name: say('신호', 'signal'), x: range(signal.length), y: signal, look: 'line-points' }],
      },
      {
        kind: 'xy',
        title: say('출력 (창 가운데에 그림)', 'outputs (at the middle of the window)'),
        subtitle: say(
          `스트라이드 ${stride}, 패딩 ${padding}, 팽창 ${dilation}`,
          `stride ${stride}, padding ${padding}, dilation ${dilation}`,
        ),
        x,
        y: { name: say('값', 'value') },
        series: [
          {
            name: say('교차 상관', 'cross-correlation'),
            x: places,
            y: output,
            look: 'line-points',
            colour: 'vermillion',
          },
          {
            name: say('뒤집은 커널', 'kernel reversed'),
            x: places,
            y: flipped,
            look: 'dashed',
            colour: 'green',
          },
        ],
      },
    ];
    return {
      chart: { kind: 'panels', title: say('1차원 합성곱', 'One-dimensional convolution'), panels },
      see: same
        ? say(
            `출력 ${output.length}개가 커널을 뒤집어도 똑같아요. 커널이 대칭이면 교차 상관과 합성곱을 구별할 필요가 없어요.`,
            `All ${output.length} outputs are the same with the kernel reversed: for a symmetric kernel cross-correlation and convolution agree.`,
          )
        : say(
            `교차 상관은 위치 ${formatNumber(places[peak] ?? 0)}에서 ${formatNumber(max)}로 가장 커요. 딥러닝의 합성곱은 커널을 뒤집지 않아서 수학의 합성곱과 다른데, 커널을 학습하므로 문제가 되지 않아요.`,
            `The cross-correlation peaks at position ${formatNumber(places[peak] ?? 0)} with ${formatNumber(max)}. Deep learning does not flip the kernel as mathematics does; as the kernel is learned, this makes no difference to what a network can do.`,
          ),
      numbers: [
        [say('출력 길이', 'output length'), String(output.length)],
        [say('가장 작은 값', 'smallest value'), formatNumber(min)],
        [say('가장 큰 값', 'largest value'), formatNumber(max)],
        [say('출력', 'output'), formatList(output, 8)],
        [say('뒤집은 커널의 출력', 'output with the kernel reversed'), formatList(flipped, 8)],
      ],
    };
  },
  variations: [
    {
      label: { ko: '이동 평균 커널', en: 'moving-average kernel' },
      change: () => ({ kernel: [1 / 3, 1 / 3, 1 / 3] }),
    },
    {
      label: { ko: '2차 차분 커널', en: 'second-difference kernel' },
      change: () => ({ kernel: [1, -2, 1] }),
    },
    { label: { ko: '패딩 1', en: 'padding 1' }, change: () => ({ padding: 1 }) },
    { label: { ko: '스트라이드 2', en: 'stride 2' }, change: () => ({ stride: 2 }) },
    { label: { ko: '팽창 2', en: 'dilation 2' }, change: () => ({ dilation: 2 }) },
  ],
});
