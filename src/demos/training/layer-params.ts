import { formatNumber, formatPercent } from '../../charts/number.ts';
import { sum } from '../../math/summary.ts';
import { defineDemo, refuse } from '../demo.ts';
import { bool, int, ints } from '../parameters.ts';

export const layerParams = defineDemo({
  id: 'layer-params',
  title: { ko: '층별 파라미터 수(MLP)', en: 'Parameters of a fully connected network' },
  about: {
    ko: '완전 연결층 하나에는 입력 수 × 출력 수만큼의 가중치와 출력 수만큼의 편향이 있어요.',
    en: 'A fully connected layer has inputs × outputs weights and as many biases as outputs.',
  },
  parameters: {
    sizes: ints([784, 128, 64, 10], '2..20', '1..1000000'),
    bias: bool(true),
    bytes: int(4, '1..8'),
  },
  results: {
    weights: 'int[m]',
    biases: 'int[m]',
    per_layer: 'int[m]',
    total: 'int',
    memory_bytes: 'int',
  },
  run({ sizes, bias, bytes }) {
    const weights = sizes.slice(1).map((size, i) => size * (sizes[i] ?? 0));
    const biases = sizes.slice(1).map((size) => (bias ? size : 0));
    const per_layer = weights.map((count, i) => count + (biases[i] ?? 0));
    const total = sum(per_layer);
    if (!Number.isSafeInteger(total * bytes))
      refuse(
        'sizes',
        '파라미터가 너무 많아 정확히 셀 수 없어요.',
        'give more parameters than can be counted exactly.',
      );
    return { weights, biases, per_layer, total, memory_bytes: total * bytes };
  },
  view({ sizes, bytes }, { per_layer, weights, biases, total, memory_bytes }, say) {
    const largest = per_layer.indexOf(Math.max(...per_layer));
    const name = (i: number): string => `${sizes[i]}→${sizes[i + 1]}`;
    return {
      chart: {
        kind: 'bars',
        title: say('층별 파라미터 수', 'Parameters per layer'),
        subtitle: say(`모두 ${formatNumber(total)}개`, `${formatNumber(total)} in all`),
        categories: per_layer.map((_, i) => name(i)),
        x: { name: say('층 (입력→출력)', 'layer (inputs→outputs)') },
        y: { name: say('파라미터', 'parameters') },
        series: [{ name: say('파라미터', 'parameters'), values: per_layer }],
        chosen: [largest],
      },
      see: say(
        `${name(largest)} 층이 전체의 ${formatPercent((per_layer[largest] ?? 0) / total)}를 차지해요. 폭이 넓은 두 층 사이에 파라미터가 몰려요.`,
        `The layer ${name(largest)} holds ${formatPercent((per_layer[largest] ?? 0) / total)} of them: parameters gather between two wide layers.`,
      ),
      numbers: [
        [say('파라미터', 'parameters'), formatNumber(total)],
        [
          say(`메모리 (${bytes}바이트씩)`, `memory (${bytes} bytes each)`),
          `${formatNumber(memory_bytes / 2 ** 20)} MiB`,
        ],
      ],
      table: {
        columns: [say('층', 'layer'), say('가중치', 'weights'), say('편향', 'biases'), say('합', 'sum')],
        rows: per_layer.map((count, i) => [
          name(i),
          formatNumber(weights[i] ?? 0),
          formatNumber(biases[i] ?? 0),
          formatNumber(count),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '은닉층 하나만', en: 'one hidden layer' }, change: () => ({ sizes: [784, 128, 10] }) },
    {
      label: { ko: '은닉층 폭 × 4', en: 'hidden layers × 4' },
      change: ({ sizes }) => ({
        sizes: sizes.map((size, i) => (i === 0 || i === sizes.length - 1 ? size : size * 4)),
      }),
    },
    { label: { ko: '반정밀도 (2바이트)', en: 'half precision (2 bytes)' }, change: () => ({ bytes: 2 }) },
  ],
});
