import type { SingleChart, XySeries } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { outputSize } from '../../math/convolve.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { bool, int } from '../parameters.ts';

interface Block {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** Outline of a block in oblique projection: the front face to scale, the channels going back by `depth`. */
function blockSeries({ height, width }: Block, depth: number): XySeries[] {
  const back = depth * Math.SQRT1_2;
  const line = (x: number[], y: number[], front: boolean): XySeries => ({
    name: front ? 'front' : 'back',
    x,
    y,
    look: front ? 'line' : 'dashed',
    colour: front ? 'blue' : 'grey',
    unlisted: true,
  });
  return [
    line([back, back, width + back, width + back], [height, height + back, height + back, back], false),
    line([0, back], [height, height + back], false),
    line([width, width + back], [height, height + back], false),
    line([width, width + back], [0, back], false),
    line([0, width, width, 0, 0], [0, 0, height, height, 0], true),
  ];
}

function outline(
  name: string,
  left: number,
  top: number,
  side: number,
  colour: 'vermillion' | 'grey',
): XySeries {
  return {
    name,
    x: [left, left + side, left + side, left, left],
    y: [top, top, top - side, top - side, top],
    look: 'line',
    colour,
    unlisted: true,
  };
}

/** Both blocks at one scale; the deeper one goes back by a third of the longest side. */
function panels(input: Block, output: Block, reach: number, padding: number, say: Say): SingleChart[] {
  const longest = Math.max(input.height, input.width, output.height, output.width);
  const perChannel = (0.45 * longest) / Math.max(input.channels, output.channels);
  const most = longest + 0.45 * longest * Math.SQRT1_2;
  const panel = (block: Block, title: string, extra: XySeries[]): SingleChart => ({
    kind: 'xy',
    title,
    subtitle: say(
      `높이 ${block.height} × 너비 ${block.width} × 채널 ${block.channels}`,
      `height ${block.height} × width ${block.width} × channels ${block.channels}`,
    ),
    x: { name: say('너비 (픽셀)', 'width (pixels)'), min: -padding, max: most },
    y: { name: say('높이 (픽셀)', 'height (pixels)'), min: -padding, max: most },
    square: true,
    series: [...blockSeries(block, perChannel * block.channels), ...extra],
  });
  const top = input.height + padding;
  return [
    panel(input, say('입력 (주황: 첫 창)', 'input (orange: first window)'), [
      outline('window', -padding, top, reach, 'vermillion'),
    ]),
    panel(output, say('출력', 'output'), []),
  ];
}

export const convOutput = defineDemo({
  id: 'conv-output',
  title: { ko: '합성곱 출력 크기와 파라미터 수', en: 'Convolution output size and parameters' },
  about: {
    ko: '출력 한 변은 ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1이에요 (PyTorch Conv2d). 파라미터는 k²·입력 채널·출력 채널에 편향을 더한 수이고, 곱셈-덧셈(MAC)은 출력 한 칸마다 k²·입력 채널번이에요.',
    en: 'A side of the output is floor((n + 2p - d(k - 1) - 1)/s) + 1 (PyTorch Conv2d). The parameters are k² × input channels × output channels plus the biases; each output value takes k² × input channels multiply-adds (MACs).',
  },
  parameters: {
    height: int(32, '1..10000'),
    width: int(32, '1..10000'),
    in_channels: int(3, '1..10000'),
    out_channels: int(16, '1..10000'),
    kernel: int(3, '1..1000'),
    stride: int(1, '1..1000'),
    padding: int(0, '0..1000'),
    dilation: int(1, '1..100'),
    bias: bool(true),
  },
  results: {
    out_height: 'int',
    out_width: 'int',
    parameters: 'int',
    macs: 'int',
    output_values: 'int',
  },
  run({ height, width, in_channels, out_channels, kernel, bias, ...settings }) {
    const out_height = outputSize(height, kernel, settings);
    const out_width = outputSize(width, kernel, settings);
    if (out_height < 1 || out_width < 1)
      refuse(
        'kernel',
        '이 크기로는 출력이 비어요. 커널이나 팽창을 줄이거나 패딩을 늘려 보세요.',
        'leaves no output at this size; use a smaller kernel or dilation, or more padding.',
      );
    const perOutput = kernel * kernel * in_channels;
    const output_values = out_channels * out_height * out_width;
    return {
      out_height,
      out_width,
      parameters: perOutput * out_channels + (bias ? out_channels : 0),
      macs: perOutput * output_values,
      output_values,
    };
  },
  view({ height, width, in_channels, out_channels, kernel, stride, padding, dilation }, results, say) {
    const { out_height, out_width, parameters, macs, output_values } = results;
    const dense = height * width * in_channels * output_values;
    return {
      chart: {
        kind: 'panels',
        title: say(
          `합성곱의 입력과 출력 (커널 ${kernel}×${kernel}, 스트라이드 ${stride}, 패딩 ${padding}, 팽창 ${dilation})`,
          `Input and output of a convolution (kernel ${kernel}×${kernel}, stride ${stride}, padding ${padding}, dilation ${dilation})`,
        ),
        panels: panels(
          { height, width, channels: in_channels },
          { height: out_height, width: out_width, channels: out_channels },
          dilation * (kernel - 1) + 1,
          padding,
          say,
        ),
      },
      see: say(
        `${height}×${width} 입력에서 ${out_height}×${out_width} 출력이 나와요. 파라미터 ${formatNumber(parameters)}개를 모든 위치에서 함께 써서, 입력이 커져도 파라미터 수는 그대로이고 연산(${formatNumber(macs)} MAC)만 늘어요.`,
        `The ${height}×${width} input becomes ${out_height}×${out_width}. All positions share ${formatNumber(parameters)} parameters, so a larger input costs more arithmetic (${formatNumber(macs)} MACs now) but no more parameters.`,
      ),
      numbers: [
        [say('출력 크기', 'output size'), `${out_height} × ${out_width} × ${out_channels}`],
        [say('파라미터', 'parameters'), formatNumber(parameters)],
        [say('곱셈-덧셈', 'multiply-adds'), `${formatNumber(macs)} MAC`],
        [say('출력 값의 수', 'output values'), formatNumber(output_values)],
        [say('같은 일을 하는 완전 연결층의 가중치', 'weights of a dense layer instead'), formatNumber(dense)],
      ],
    };
  },
  variations: [
    {
      label: { ko: '크기 유지 (같은 패딩)', en: 'same size (padding)' },
      change: ({ kernel, dilation }) =>
        kernel % 2 === 1 && (dilation * (kernel - 1)) / 2 <= 1000
          ? { stride: 1, padding: (dilation * (kernel - 1)) / 2 }
          : undefined,
    },
    { label: { ko: '스트라이드 2', en: 'stride 2' }, change: () => ({ stride: 2 }) },
    { label: { ko: '팽창 2', en: 'dilation 2' }, change: () => ({ dilation: 2 }) },
    { label: { ko: '1×1 커널', en: '1×1 kernel' }, change: () => ({ kernel: 1, padding: 0 }) },
    {
      label: { ko: '입력 두 배', en: 'input twice as large' },
      change: ({ height, width }) =>
        Math.max(height, width) > 5000 ? undefined : { height: height * 2, width: width * 2 },
    },
  ],
});
