import type { MatrixChart } from '../../charts/model.ts';
import { formatList, formatNumber } from '../../charts/number.ts';
import { parseSlice, pythonRange, sliceIndices } from '../../math/python-slice.ts';
import { range } from '../../math/vector.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { int, text } from '../parameters.ts';

const PER_ROW = 20;

/** The list as cells with its indices, the chosen ones marked; a short list also shows in which order they are taken. */
function picture(n: number, slice: string, indices: readonly number[], say: Say): MatrixChart {
  const order = new Map(indices.map((index, place) => [index, place]));
  const columns = Math.max(1, Math.min(n, PER_ROW));
  const starts = range(Math.max(1, Math.ceil(n / PER_ROW))).map((row) => row * PER_ROW);
  const cell = (index: number): number | null => (index >= n ? null : order.has(index) ? 1 : 0);
  const one = starts.length === 1;
  const values = starts.map((start) => range(columns).map((j) => cell(start + j)));
  const texts = starts.map((start) => range(columns).map((j) => (start + j < n ? String(start + j) : '')));
  const taken = range(columns).map((j) => order.get(j));
  return {
    kind: 'matrix',
    title: `x[${slice}]`,
    subtitle: say(
      `x는 원소 ${n}개, 칸의 숫자는 인덱스, 파란 칸이 골라진 원소`,
      `x has ${n} ${n === 1 ? 'element' : 'elements'}; the figures are indices, blue cells are taken`,
    ),
    x: { name: '' },
    y: { name: '' },
    columns: range(columns).map((j) => (one && n > 0 ? formatNumber(j - n) : '')),
    rows: one ? [say('인덱스', 'index'), say('순서', 'order')] : starts.map(String),
    values: one ? [...values, taken.map((place) => (place === undefined ? null : 0))] : values,
    cells: one ? [...texts, taken.map((place) => (place === undefined ? '' : String(place)))] : texts,
    scale: 'marks',
    value: say('골라짐', 'taken'),
  };
}

export const slicing = defineDemo({
  id: 'slicing',
  title: { ko: '파이썬 슬라이싱', en: 'Python slicing' },
  about: {
    ko: '원소 n개인 리스트에서 x[start:stop:step]이 고르는 인덱스예요. 음수는 끝에서부터 세고, 범위를 넘으면 오류 없이 잘려요. start, stop, step은 파이썬의 slice.indices(n)과 같아요.',
    en: "The indices that x[start:stop:step] takes from a list of n. Negative numbers count from the end, and what lies outside is cut off without an error. start, stop and step are those of Python's slice.indices(n).",
  },
  parameters: { n: int(10, '0..100'), slice: text('::-1', '1..40') },
  results: { indices: 'int[m]', length: 'int', start: 'int', stop: 'int', step: 'int' },
  run({ n, slice }) {
    const parsed = parseSlice(slice);
    if (parsed === undefined)
      refuse(
        'slice',
        'start:stop 또는 start:stop:step 꼴이어야 해요. 각 자리는 정수이거나 비어 있어요.',
        'must be start:stop or start:stop:step, each part a whole number or empty.',
      );
    if (parsed.step === 0) refuse('slice', 'step은 0일 수 없어요.', 'must not have a step of 0.');
    const found = sliceIndices(parsed, n);
    const indices = pythonRange(found.start, found.stop, found.step);
    return { indices, length: indices.length, ...found };
  },
  view({ n, slice }, { indices, length, start, stop, step }, say) {
    const back = step < 0;
    return {
      chart: picture(n, slice, indices, say),
      see:
        length === 0
          ? say(
              `start ${formatNumber(start)}에서 stop ${formatNumber(stop)}까지 ${back ? '거꾸로' : '앞으로'} 갈 칸이 없어서 빈 리스트예요. 슬라이싱은 범위를 벗어나도 오류를 내지 않아요.`,
              `From start ${formatNumber(start)} to stop ${formatNumber(stop)} there is nothing to take going ${back ? 'backward' : 'forward'}, so the result is empty; a slice out of range is no error.`,
            )
          : say(
              `${formatNumber(start)}에서 시작해 ${formatNumber(stop)} 바로 앞까지 ${formatNumber(step)}씩 가며 ${length}개를 골라요. stop은 들어가지 않아요.${back ? ' step이 음수라 거꾸로 가고, stop −1은 맨 앞 원소의 앞을 뜻해요.' : ''}`,
              `It starts at ${formatNumber(start)}, goes by ${formatNumber(step)} and ends before ${formatNumber(stop)}, taking ${length}. The stop itself is left out.${back ? ' The step is negative, so it walks backward; a stop of −1 stands for the place before the first element.' : ''}`,
            ),
      numbers: [
        [say('고른 인덱스', 'indices'), length === 0 ? say('없음', 'none') : formatList(indices, 12)],
        [say('개수', 'length'), String(length)],
        ['start, stop, step', [start, stop, step].map((one) => formatNumber(one)).join(', ')],
      ],
    };
  },
  variations: [
    { label: { ko: 'x[1:5]', en: 'x[1:5]' }, change: () => ({ slice: '1:5' }) },
    { label: { ko: 'x[-3:] (뒤에서 셋)', en: 'x[-3:] (last three)' }, change: () => ({ slice: '-3:' }) },
    { label: { ko: 'x[::2] (하나 걸러)', en: 'x[::2] (every other)' }, change: () => ({ slice: '::2' }) },
    { label: { ko: 'x[8:2:-2]', en: 'x[8:2:-2]' }, change: () => ({ slice: '8:2:-2' }) },
    {
      label: { ko: 'x[5:100] (범위 밖)', en: 'x[5:100] (out of range)' },
      change: () => ({ slice: '5:100' }),
    },
  ],
});
