import { formatNumber } from '../../charts/number.ts';
import { argMax, argMin, extent } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { floats } from '../parameters.ts';
import { ACTIVATIONS, activationOf, DEFAULT_SHAPE } from './activation.ts';

const FUNCTIONS = ACTIVATIONS.map((name) => activationOf(name, DEFAULT_SHAPE));
const FLAT = 0.01;
/** There are eight colours; the lines after them repeat these, dashed. */
const COLOURS = 8;

export const activationCompare = defineDemo({
  id: 'activation-compare',
  title: { ko: '활성화 함수 한눈에 비교', en: 'All activation functions side by side' },
  about: {
    ko: '열한 가지 활성화 함수의 값과 기울기를 PyTorch의 정의와 기본 계수로 같은 x에서 견줘요. prelu는 학습을 시작하기 전의 기울기 0.01이라 leaky-relu와 겹쳐요.',
    en: 'Values and slopes of eleven activation functions at the same x, as PyTorch defines them and with default coefficients. prelu, at a slope of 0.01 before any training, coincides with leaky-relu.',
  },
  parameters: {
    x: floats([-2, -1, 0, 1, 2], '1..50', '-50..50'),
  },
  results: { names: 'text[11]', y: 'float[11][n]', dy: 'float[11][n]' },
  run({ x }) {
    return {
      names: [...ACTIVATIONS],
      y: FUNCTIONS.map(({ f }) => x.map(f)),
      dy: FUNCTIONS.map(({ df }) => x.map(df)),
    };
  },
  view({ x }, { names, y, dy }, say) {
    const { min, max } = extent(x);
    const grid = min < max ? linspace(min, max, 201) : linspace(min - 1, min + 1, 201);
    const at = argMin(x);
    const outputs = y.map((row) => row[at] ?? 0);
    const flat = names.filter((_, i) => Math.abs(dy[i]?.[at] ?? 0) < FLAT);
    const place = `x = ${formatNumber(min)}`;
    const [lowest, highest] = [argMin(outputs), argMax(outputs)];
    const told = (i: number): string => `${formatNumber(outputs[i] ?? 0)} (${names[i] ?? ''})`;
    return {
      chart: {
        kind: 'xy',
        title: say('활성화 함수 비교', 'Activation functions compared'),
        x: { name: 'x' },
        y: { name: say('출력 y', 'output y') },
        series: FUNCTIONS.map(({ f }, i) => ({
          name:
            i < COLOURS ? (names[i] ?? '') : say(`${names[i] ?? ''} (점선)`, `${names[i] ?? ''} (dashed)`),
          x: grid,
          y: grid.map(f),
          look: i < COLOURS ? ('line' as const) : ('dashed' as const),
        })),
      },
      see:
        flat.length === 0
          ? say(
              `가장 작은 ${place}에서 출력은 ${told(lowest)}부터 ${told(highest)}까지 갈리지만, 기울기가 0.01보다 작은 함수는 없어서 모두 학습 신호를 전해요.`,
              `At the smallest input, ${place}, outputs range from ${told(lowest)} to ${told(highest)}; no slope is below 0.01 there, so all of them pass a learning signal on.`,
            )
          : say(
              `가장 작은 ${place}에서 출력은 ${told(lowest)}부터 ${told(highest)}까지 갈려요. 기울기의 크기가 0.01보다 작아 학습 신호가 거의 끊기는 함수: ${flat.join(', ')}.`,
              `At the smallest input, ${place}, outputs range from ${told(lowest)} to ${told(highest)}. Slopes below 0.01 in size, where hardly any learning signal passes: ${flat.join(', ')}.`,
            ),
      numbers: [
        [say(`${place}에서 가장 작은 출력`, `smallest output at ${place}`), told(lowest)],
        [say(`${place}에서 가장 큰 출력`, `largest output at ${place}`), told(highest)],
        [
          say(`${place}에서 기울기가 0.01보다 작은 함수`, `functions with a slope below 0.01 at ${place}`),
          `${flat.length} / ${names.length}`,
        ],
      ],
      table: {
        columns: [say('함수', 'function'), `y (${place})`, `dy/dx (${place})`],
        rows: names.map((name, i) => [name, formatNumber(outputs[i] ?? 0), formatNumber(dy[i]?.[at] ?? 0)]),
      },
    };
  },
  variations: [
    { label: { ko: '0 근처', en: 'around 0' }, change: () => ({ x: [-1, -0.5, 0, 0.5, 1] }) },
    { label: { ko: '음수 쪽', en: 'negative side' }, change: () => ({ x: [-6, -4, -3, -2, -1, 0] }) },
    { label: { ko: '넓은 범위', en: 'wide range' }, change: () => ({ x: [-10, -5, 0, 5, 10] }) },
  ],
});
