import { formatList, formatNumber } from '../../charts/number.ts';
import { relu } from '../../math/activations.ts';
import { matmul, multiply } from '../../math/vector.ts';
import { defineDemo, refuse } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { floats, matrix } from '../parameters.ts';

function largestGap(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((value, i) => Math.abs(value - (other[i] ?? 0))));
}

export const linearCollapse = defineDemo({
  id: 'linear-collapse',
  title: { ko: '선형층만 쌓으면 한 층과 같다', en: 'Stacked linear layers collapse to one' },
  about: {
    ko: '선형층 두 개 b(ax)를 행렬 곱 (ba)x 한 층과 견주고, 사이에 ReLU를 넣은 b·relu(ax)와도 견줘요. 행렬 곱의 결합법칙 때문에 앞의 둘은 반올림 오차를 빼면 늘 같아요.',
    en: 'Compares two linear layers b(ax) with the single layer (ba)x, and with b relu(ax), a ReLU in between. As matrix products are associative the first two agree up to rounding, always.',
  },
  parameters: {
    a: matrix(
      [
        [1, 2],
        [-1, 1],
        [0, 3],
      ],
      '1..10',
      '1..10',
      '-1000..1000',
    ),
    b: matrix(
      [
        [1, -1, 2],
        [0, 1, 1],
      ],
      '1..10',
      '1..10',
      '-1000..1000',
    ),
    x: floats([-2, 1], '1..10', '-1000..1000'),
  },
  results: {
    two_layers: 'float[m]',
    collapsed: 'float[m][n]',
    one_layer: 'float[m]',
    relu_output: 'float[m]',
    gap: 'float',
    relu_gap: 'float',
  },
  run({ a, b, x }) {
    const [inputs, hidden] = [a[0]?.length ?? 0, a.length];
    if (x.length !== inputs)
      refuse(
        'x',
        `a의 열 수(${inputs})만큼 있어야 해요.`,
        `must have as many entries as a has columns (${inputs}).`,
      );
    if (b[0]?.length !== hidden)
      refuse(
        'b',
        `열이 a의 행 수(${hidden})만큼 있어야 해요.`,
        `must have as many columns as a has rows (${hidden}).`,
      );
    const z = multiply(a, x);
    const two_layers = multiply(b, z);
    const collapsed = matmul(b, a);
    const one_layer = multiply(collapsed, x);
    const relu_output = multiply(b, z.map(relu.f));
    return {
      two_layers,
      collapsed,
      one_layer,
      relu_output,
      gap: largestGap(two_layers, one_layer),
      relu_gap: largestGap(relu_output, one_layer),
    };
  },
  view({ a, x }, { two_layers, collapsed, one_layer, relu_output, gap, relu_gap }, say) {
    const off = multiply(a, x).filter((value) => value < 0).length;
    return {
      chart: {
        kind: 'bars',
        title: say(
          '두 층, 합친 한 층, ReLU를 넣은 두 층',
          'Two layers, one collapsed layer, two with a ReLU',
        ),
        categories: two_layers.map((_, i) => String(i)),
        x: { name: say('출력 번호', 'output') },
        y: { name: say('값', 'value') },
        series: [
          { name: say('두 층 b(ax)', 'two layers b(ax)'), values: two_layers, colour: 'blue' },
          { name: say('한 층 (ba)x', 'one layer (ba)x'), values: one_layer, colour: 'sky' },
          {
            name: say('ReLU를 넣은 b·relu(ax)', 'with ReLU, b·relu(ax)'),
            values: relu_output,
            colour: 'vermillion',
          },
        ],
      },
      see:
        relu_gap === 0
          ? say(
              `두 층과 합친 한 층의 차이는 ${withJosa(formatNumber(gap, 2), '이에요/예요')}. 이 x에서는 음수인 은닉값이 ${off}개라 ReLU를 넣어도 출력이 같아요. 부호가 다른 x로 바꿔 보세요.`,
              `Two layers and the collapsed one differ by ${formatNumber(gap, 2)}. Negative hidden values with this x: ${off}, and the ReLU leaves the output as it was; try an x of other signs.`,
            )
          : say(
              `층을 둘 쌓아도 행렬 ba 하나와 같아요 (차이 ${formatNumber(gap, 2)}). ReLU가 음수 은닉값 ${off}개를 0으로 만들면 ${formatNumber(relu_gap)}만큼 달라져, 깊이가 비로소 뜻을 가져요.`,
              `Two stacked layers equal the one matrix ba (gap ${formatNumber(gap, 2)}). A ReLU zeroes the negative hidden values (${off} of ${a.length}) and changes the output by up to ${formatNumber(relu_gap)}; this is what gives depth a meaning.`,
            ),
      numbers: [
        [say('두 층과 한 층의 차이', 'gap between two layers and one'), formatNumber(gap, 2)],
        [say('ReLU를 넣었을 때의 차이', 'gap with a ReLU'), formatNumber(relu_gap)],
        [say('음수인 은닉값', 'negative hidden values'), `${off} / ${a.length}`],
      ],
      table: {
        columns: [say('출력', 'output'), say('행렬 ba의 행', 'row of the matrix ba')],
        rows: collapsed.map((row, i) => [String(i), formatList(row)]),
      },
    };
  },
  variations: [
    {
      label: { ko: 'x 부호 바꾸기', en: 'flip x' },
      change: ({ x }) => ({ x: x.map((value) => -value) }),
    },
    {
      label: { ko: '은닉값이 모두 양수인 x', en: 'x with positive hidden values' },
      change: ({ a }) => (a.length === 3 && a[0]?.length === 2 ? { x: [1, 2] } : undefined),
    },
    {
      label: { ko: '소수 가중치 (반올림 오차)', en: 'fractions (rounding error)' },
      change: () => ({
        a: [
          [0.1, 0.7],
          [-0.3, 0.2],
          [0.6, -1.1],
        ],
        b: [
          [0.3, -0.7, 0.9],
          [1.1, 0.1, 0.2],
        ],
        x: [0.7, 0.1],
      }),
    },
  ],
});
