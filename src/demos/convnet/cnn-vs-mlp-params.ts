import { formatNumber, formatPercent } from '../../charts/number.ts';
import { defineDemo, refuse } from '../demo.ts';
import { int } from '../parameters.ts';

/** Weights and biases of a fully connected layer. */
function dense(inputs: number, outputs: number): number {
  return inputs * outputs + outputs;
}

export const cnnVsMlpParams = defineDemo({
  id: 'cnn-vs-mlp-params',
  title: { ko: 'CNN과 MLP의 파라미터 비교', en: 'Parameters: CNN against MLP' },
  about: {
    ko: '스트라이드 1, 패딩 없는 합성곱층과, 펼친 입력에서 같은 크기의 출력을 내는 완전 연결층을 견줘요. 작은 분류기 둘도 견줘요: MLP는 펼친 입력 - 은닉층 - 클래스, CNN은 합성곱 - 2×2 최대 풀링(내림) - 펼침 - 클래스이고, 모두 편향이 있어요.',
    en: 'Compares a convolution layer (stride 1, no padding) with the dense layer from the flat input to an output of the same size, and two small classifiers: an MLP (flat - hidden - classes) and a CNN (convolution - 2×2 max pooling, rounded down - flat - classes), all with biases.',
  },
  parameters: {
    height: int(28, '1..1000'),
    width: int(28, '1..1000'),
    channels: int(1, '1..100'),
    filters: int(8, '1..1000'),
    kernel: int(3, '1..100'),
    hidden: int(128, '1..10000'),
    classes: int(10, '1..10000'),
  },
  results: {
    conv_parameters: 'int',
    dense_equivalent: 'int',
    ratio: 'float',
    mlp_parameters: 'int',
    cnn_parameters: 'int',
  },
  run({ height, width, channels, filters, kernel, hidden, classes }) {
    if (kernel + 1 > Math.min(height, width))
      refuse(
        'kernel',
        `높이와 너비보다 작아야 해요(합성곱 뒤에 2×2 풀링을 하려면 ${Math.min(height, width) - 1} 이하).`,
        `must be less than height and width (kernel + 1 is at most ${Math.min(height, width)}), so that a 2×2 pooling fits.`,
      );
    const [outHeight, outWidth] = [height - kernel + 1, width - kernel + 1];
    const flat = height * width * channels;
    const conv_parameters = kernel * kernel * channels * filters + filters;
    const dense_equivalent = dense(flat, outHeight * outWidth * filters);
    const pooled = Math.floor(outHeight / 2) * Math.floor(outWidth / 2) * filters;
    return {
      conv_parameters,
      dense_equivalent,
      ratio: dense_equivalent / conv_parameters,
      mlp_parameters: dense(flat, hidden) + dense(hidden, classes),
      cnn_parameters: conv_parameters + dense(pooled, classes),
    };
  },
  view({ height, width, channels, filters, kernel }, results, say) {
    const { conv_parameters, dense_equivalent, ratio, mlp_parameters, cnn_parameters } = results;
    const share = 1 - conv_parameters / cnn_parameters;
    return {
      chart: {
        kind: 'bars',
        title: say('파라미터 수 (로그 축)', 'Numbers of parameters (log axis)'),
        subtitle: say(
          `입력 ${height}×${width}×${channels}, ${kernel}×${kernel} 필터 ${filters}개`,
          `input ${height}×${width}×${channels}, ${filters} filters of ${kernel}×${kernel}`,
        ),
        horizontal: true,
        categories: [
          say('합성곱층', 'convolution layer'),
          say('같은 출력의 완전 연결층', 'dense layer, same output'),
          say('CNN 전체', 'whole CNN'),
          say('MLP 전체', 'whole MLP'),
        ],
        x: { name: '' },
        y: { name: say('파라미터 (로그)', 'parameters (log)'), log: true, min: 1 },
        series: [
          {
            name: say('파라미터', 'parameters'),
            values: [conv_parameters, dense_equivalent, cnn_parameters, mlp_parameters],
            notes: [conv_parameters, dense_equivalent, cnn_parameters, mlp_parameters].map((count) =>
              formatNumber(count),
            ),
          },
        ],
        chosen: [0, 2],
      },
      see: say(
        `합성곱층은 ${formatNumber(conv_parameters)}개인데 같은 출력을 내는 완전 연결층은 ${formatNumber(ratio)}배가 필요해요. 가중치를 위치마다 함께 쓰고 가까운 입력만 보기 때문이에요. 그런데 CNN 전체로는 파라미터의 ${formatPercent(share)}가 마지막 완전 연결층에 있어요.`,
        `The convolution layer has ${formatNumber(conv_parameters)} parameters; a dense layer with the same output needs ${formatNumber(ratio)} times as many, as it neither shares weights between positions nor looks at near inputs only. In the whole CNN ${formatPercent(share)} of the parameters sit in the last, dense layer.`,
      ),
      numbers: [
        [say('합성곱층', 'convolution layer'), formatNumber(conv_parameters)],
        [say('같은 출력의 완전 연결층', 'dense layer, same output'), formatNumber(dense_equivalent)],
        [say('몇 배', 'ratio'), `${formatNumber(ratio)}×`],
        [say('CNN 전체', 'whole CNN'), formatNumber(cnn_parameters)],
        [say('MLP 전체', 'whole MLP'), formatNumber(mlp_parameters)],
      ],
    };
  },
  variations: [
    {
      label: { ko: '컬러 사진 224×224', en: 'colour photo 224×224' },
      change: () => ({ height: 224, width: 224, channels: 3 }),
    },
    {
      label: { ko: '커널 5×5', en: '5×5 kernel' },
      change: ({ height, width }) => (Math.min(height, width) >= 6 ? { kernel: 5 } : undefined),
    },
    {
      label: { ko: '필터 × 4', en: 'filters × 4' },
      change: ({ filters }) => (filters <= 250 ? { filters: filters * 4 } : undefined),
    },
    {
      label: { ko: '입력 두 배', en: 'input twice as large' },
      change: ({ height, width }) =>
        Math.max(height, width) <= 500 ? { height: height * 2, width: width * 2 } : undefined,
    },
  ],
});
