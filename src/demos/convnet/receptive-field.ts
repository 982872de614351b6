import { formatNumber } from '../../charts/number.ts';
import { receptiveFields } from '../../math/receptive-field.ts';
import { range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { defineDemo } from '../demo.ts';
import { ints } from '../parameters.ts';

/** Beyond this a linear axis shows the last layers only. */
const LOG_FROM = 100;

export const receptiveField = defineDemo({
  id: 'receptive-field',
  title: { ko: '수용 영역', en: 'Receptive field' },
  about: {
    ko: '층을 지날 때마다 r ← r + (k − 1)·d·jump, jump ← jump·s로 계산해요(처음에는 둘 다 1). r은 출력 한 칸이 보는 입력의 폭, jump는 이웃한 출력 사이의 입력 거리예요 (Araujo 외, Distill 2019).',
    en: 'Layer by layer r ← r + (k - 1) d jump and jump ← jump s, both 1 at the start. r is how many inputs one output sees, jump how many inputs apart neighbouring outputs stand (Araujo et al., Distill 2019).',
  },
  parameters: {
    kernels: ints([3, 3, 3], '1..30', '1..31'),
    strides: ints([1, 2, 1], '1..30', '1..8'),
    dilations: ints([1, 1, 2], '1..30', '1..64'),
  },
  results: { receptive_field: 'int[m]', jump: 'int[m]' },
  run({ kernels, strides, dilations }) {
    sameLength('strides', strides, 'kernels', kernels);
    sameLength('dilations', dilations, 'kernels', kernels);
    const found = receptiveFields(
      kernels.map((kernel, i) => ({ kernel, stride: strides[i] ?? 1, dilation: dilations[i] ?? 1 })),
    );
    return { receptive_field: found.map(({ field }) => field), jump: found.map(({ jump }) => jump) };
  },
  view({ kernels, strides, dilations }, { receptive_field, jump }, say) {
    const last = receptive_field.at(-1) ?? 1;
    const log = last > LOG_FROM;
    const layers = range(kernels.length + 1);
    const growth = receptive_field.map((field, i) => field - (receptive_field[i - 1] ?? 1));
    const most = growth.indexOf(Math.max(...growth));
    return {
      chart: {
        kind: 'xy',
        title: say('층마다 넓어지는 수용 영역', 'Receptive field, layer by layer'),
        subtitle: say(
          `0번째는 입력 자체, 마지막 층은 입력 ${formatNumber(last)}칸을 봐요`,
          `layer 0 is the input itself; the last layer sees ${formatNumber(last)} inputs`,
        ),
        x: { name: say('층', 'layer'), whole: true, min: 0, max: kernels.length },
        y: { name: say('입력 칸 수', 'inputs'), log, ...(log ? {} : { min: 0 }) },
        series: [
          {
            name: say('수용 영역', 'receptive field'),
            x: layers,
            y: [1, ...receptive_field],
            look: 'line-points',
            colour: 'blue',
            labels:
              layers.length <= 11 && last < 1e6
                ? [1, ...receptive_field].map((value) => formatNumber(value))
                : [],
          },
          {
            name: say('이웃한 출력의 간격', 'distance between outputs (jump)'),
            x: layers,
            y: [1, ...jump],
            look: 'step',
            colour: 'orange',
          },
        ],
      },
      see:
        last === 1
          ? say(
              `1×1 커널 ${kernels.length}층으로는 수용 영역이 1칸 그대로예요. 넓히려면 커널이 1보다 커야 해요.`,
              `With ${kernels.length} layers of kernel 1 the receptive field stays at 1 input; only kernels larger than 1 widen it.`,
            )
          : say(
              `${kernels.length}층 뒤의 출력 한 칸은 입력 ${formatNumber(last)}칸을 봐요. ${most + 1}번째 층이 ${formatNumber(growth[most] ?? 0)}칸으로 가장 많이 넓혔어요. 앞 층의 스트라이드와 팽창이 뒤 층의 효과를 키워요.`,
              `After ${kernels.length} layers one output sees ${formatNumber(last)} inputs. Layer ${most + 1} widens it most, by ${formatNumber(growth[most] ?? 0)}: earlier strides and its own dilation multiply what a kernel adds.`,
            ),
      numbers: [
        [
          say('마지막 수용 영역', 'final receptive field'),
          say(`${formatNumber(last)}칸`, `${formatNumber(last)} inputs`),
        ],
        [
          say('마지막 출력 간격', 'final distance between outputs'),
          say(`${formatNumber(jump.at(-1) ?? 1)}칸`, `${formatNumber(jump.at(-1) ?? 1)} inputs`),
        ],
        [say('층 수', 'layers'), String(kernels.length)],
      ],
      table: {
        columns: [
          say('층', 'layer'),
          say('커널', 'kernel'),
          say('스트라이드', 'stride'),
          say('팽창', 'dilation'),
          say('수용 영역', 'receptive field'),
          say('간격', 'jump'),
        ],
        rows: kernels.map((kernel, i) => [
          String(i + 1),
          String(kernel),
          String(strides[i] ?? 1),
          String(dilations[i] ?? 1),
          formatNumber(receptive_field[i] ?? 1),
          formatNumber(jump[i] ?? 1),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '3×3 두 층 = 5×5 한 층', en: 'two 3×3 layers = one 5×5' },
      change: () => ({ kernels: [3, 3], strides: [1, 1], dilations: [1, 1] }),
    },
    {
      label: { ko: '팽창 1, 2, 4, 8 (WaveNet)', en: 'dilations 1, 2, 4, 8 (WaveNet)' },
      change: () => ({ kernels: [2, 2, 2, 2], strides: [1, 1, 1, 1], dilations: [1, 2, 4, 8] }),
    },
    {
      label: { ko: '스트라이드 모두 2', en: 'all strides 2' },
      change: ({ strides }) => ({ strides: strides.map(() => 2) }),
    },
    {
      label: { ko: '스트라이드·팽창 모두 1', en: 'all strides and dilations 1' },
      change: ({ kernels }) => ({ strides: kernels.map(() => 1), dilations: kernels.map(() => 1) }),
    },
  ],
});
