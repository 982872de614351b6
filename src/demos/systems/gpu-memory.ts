import type { BarSeries, Colour } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { argMax } from '../../math/summary.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { choice, int } from '../parameters.ts';

const PRECISIONS = ['fp32', 'mixed'] as const;
const OPTIMIZERS = ['sgd', 'momentum', 'adam'] as const;
type Precision = (typeof PRECISIONS)[number];
type Optimizer = (typeof OPTIMIZERS)[number];

/** Bytes a parameter that the optimizer keeps: nothing, a velocity, two moments, in 32 bits. */
const STATE: Readonly<Record<Optimizer, number>> = { sgd: 0, momentum: 4, adam: 8 };
/** Bytes a value, and the 32-bit master copy of mixed precision (Micikevicius et al., 2018). */
const WIDTH: Readonly<Record<Precision, number>> = { fp32: 4, mixed: 2 };
const MASTER: Readonly<Record<Precision, number>> = { fp32: 0, mixed: 4 };

interface Setting {
  readonly n_params: number;
  readonly precision: Precision;
  readonly optimizer: Optimizer;
  readonly batch: number;
  readonly activations: number;
}

/** Bytes of weights, gradients, optimizer states and stored activations. */
function partsOf({ n_params, precision, optimizer, batch, activations }: Setting): readonly number[] {
  return [
    WIDTH[precision] * n_params,
    WIDTH[precision] * n_params,
    (STATE[optimizer] + MASTER[precision]) * n_params,
    WIDTH[precision] * activations * batch,
  ];
}

function totalOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0);
}

/** Whole numbers up to here are exact in double precision. */
const MOST_BYTES = 2 ** 53;
const COLOURS: readonly Colour[] = ['blue', 'sky', 'orange', 'green'];
const UNITS = [
  ['TiB', 2 ** 40],
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
  ['B', 1],
] as const;

function unitFor(bytes: number): readonly [string, number] {
  return UNITS.find(([, size]) => bytes >= size) ?? ['B', 1];
}

function sizeText(bytes: number): string {
  const [unit, size] = unitFor(bytes);
  return `${formatNumber(bytes / size)} ${unit}`;
}

function partNames(say: Say): string[] {
  return [
    say('가중치', 'weights'),
    say('기울기', 'gradients'),
    say('옵티마이저', 'optimizer'),
    say('활성값', 'activations'),
  ];
}

export const gpuMemory = defineDemo({
  id: 'gpu-memory',
  title: { ko: '학습에 필요한 GPU 메모리', en: 'GPU memory for training' },
  about: {
    ko: '가중치, 기울기, 옵티마이저 상태, 저장해 둔 활성값의 바이트를 더해요. 혼합 정밀도는 2바이트 가중치·기울기에 4바이트 마스터 사본을 따로 둬요(Micikevicius 외, 2018). 작업 공간과 단편화는 세지 않아요.',
    en: 'Adds the bytes of weights, gradients, optimizer states and stored activations. Mixed precision keeps 2-byte weights and gradients and a 4-byte master copy (Micikevicius et al., 2018). Workspace and fragmentation are left out.',
  },
  parameters: {
    n_params: int(7000000, '1..1000000000000'),
    precision: choice(PRECISIONS, 'fp32'),
    optimizer: choice(OPTIMIZERS, 'adam'),
    batch: int(32, '1..1000000'),
    activations: int(1000000, '0..100000000000'),
  },
  results: {
    weights_bytes: 'int',
    gradient_bytes: 'int',
    optimizer_bytes: 'int',
    activation_bytes: 'int',
    total_bytes: 'int',
    total_gib: 'float',
  },
  run(args) {
    const parts = partsOf(args);
    const total = totalOf(parts);
    if (total > MOST_BYTES)
      refuse(
        'batch',
        '활성값까지 더한 전체가 2^53바이트를 넘어요. batch나 activations를 줄여 보세요.',
        'makes the total exceed 2^53 bytes together with activations; use a smaller one.',
      );
    const [weights_bytes = 0, gradient_bytes = 0, optimizer_bytes = 0, activation_bytes = 0] = parts;
    return {
      weights_bytes,
      gradient_bytes,
      optimizer_bytes,
      activation_bytes,
      total_bytes: total,
      total_gib: total / 2 ** 30,
    };
  },
  view({ n_params, precision, optimizer, batch, activations }, { total_bytes }, say) {
    const names = partNames(say);
    const settings = PRECISIONS.flatMap((one) =>
      OPTIMIZERS.map((other) => ({ n_params, precision: one, optimizer: other, batch, activations })),
    );
    const [unit, size] = unitFor(Math.max(...settings.map((setting) => totalOf(partsOf(setting)))));
    const parts = partsOf({ n_params, precision, optimizer, batch, activations });
    const largest = argMax(parts);
    const perParameter = totalOf(parts.slice(0, 3)) / n_params;
    return {
      chart: {
        kind: 'bars',
        title: say('학습 메모리의 구성', 'Where the memory of training goes'),
        subtitle: say(
          `▶ 지금 설정: ${precision}, ${optimizer}, 합 ${sizeText(total_bytes)}`,
          `▶ this setting: ${precision}, ${optimizer}, total ${sizeText(total_bytes)}`,
        ),
        categories: settings.map(
          (one) =>
            `${one.precision === precision && one.optimizer === optimizer ? '▶ ' : ''}${one.precision} ${one.optimizer}`,
        ),
        x: { name: '' },
        y: { name: say(`메모리 (${unit})`, `memory (${unit})`), min: 0 },
        horizontal: true,
        stacked: true,
        series: names.map(
          (name, part): BarSeries => ({
            name,
            values: settings.map((setting) => (partsOf(setting)[part] ?? 0) / size),
            colour: COLOURS[part] ?? 'grey',
          }),
        ),
      },
      see: say(
        `가장 큰 몫은 ${names[largest] ?? ''}, 전체의 ${formatPercent((parts[largest] ?? 0) / total_bytes)}예요. 활성값을 빼면 파라미터마다 ${perParameter}바이트예요. 이 수는 혼합 정밀도에서도 4바이트 마스터 사본 때문에 그대로이고, 줄어드는 것은 활성값이에요.`,
        `Largest part: ${names[largest] ?? ''}, ${formatPercent((parts[largest] ?? 0) / total_bytes)} of the whole. Without activations it is ${perParameter} bytes a parameter, in fp32 and in mixed precision alike because of the 4-byte master copy; what shrinks is the activations.`,
      ),
      numbers: [
        [say('전체', 'total'), sizeText(total_bytes)],
        ...names.map((name, part): [string, string] => [name, sizeText(parts[part] ?? 0)]),
        [say('파라미터당 (활성값 빼고)', 'per parameter (no activations)'), `${perParameter} B`],
      ],
    };
  },
  variations: [
    {
      label: { ko: '혼합 정밀도', en: 'mixed precision' },
      change: ({ precision }) => (precision === 'mixed' ? undefined : { precision: 'mixed' }),
    },
    {
      label: { ko: '모멘텀 없는 SGD', en: 'SGD without momentum' },
      change: ({ optimizer }) => (optimizer === 'sgd' ? undefined : { optimizer: 'sgd' }),
    },
    {
      label: { ko: '배치 × 8', en: 'batch × 8' },
      change: ({ batch }) => (batch * 8 <= 1_000_000 ? { batch: batch * 8 } : undefined),
    },
    {
      label: { ko: '70억 파라미터, 배치 1', en: '7 billion parameters, batch 1' },
      change: () => ({ n_params: 7_000_000_000, batch: 1, activations: 1_000_000_000 }),
    },
  ],
});
