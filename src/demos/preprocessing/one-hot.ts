import { formatNumber } from '../../charts/number.ts';
import { categoryCodes, indicator } from '../../math/category-codes.ts';
import { euclidean, range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { text } from '../parameters.ts';

const MAX_CLASSES = 50;
/** Rows of a picture that can still be told apart. */
const SHOWN = 24;

function readLabels(list: string): string[] {
  const labels = list.split(',').map((label) => label.trim());
  const empty = labels.indexOf('');
  if (empty >= 0)
    refuse('labels', `${empty}번째 레이블이 비어 있어요.`, `must not be empty: entry ${empty} is.`);
  return labels;
}

/** A label as it may stand in a sentence. */
function short(label: string): string {
  const letters = [...label];
  return letters.length > 20 ? `${letters.slice(0, 20).join('')}…` : label;
}

export const oneHot = defineDemo({
  id: 'one-hot',
  title: { ko: '원-핫 인코딩과 정수 인코딩', en: 'One-hot and integer encoding' },
  about: {
    ko: '레이블을 코드 포인트 순으로 늘어놓아 0부터 번호를 매기고(scikit-learn의 OrdinalEncoder), 같은 순서로 원-핫 벡터를 만들어 클래스 사이의 거리를 견줘요.',
    en: "Numbers the labels from 0 in code-point order (as scikit-learn's OrdinalEncoder does), makes one-hot vectors in the same order and compares the distances between classes.",
  },
  parameters: { labels: text('red,green,blue,green', '1..2000') },
  results: {
    classes: 'text[k]',
    integer: 'int[n]',
    onehot: 'int[n][k]',
    integer_distance: 'float[k][k]',
    onehot_distance: 'float[k][k]',
  },
  run({ labels }) {
    const { classes, codes } = categoryCodes(readLabels(labels));
    if (classes.length > MAX_CLASSES)
      refuse(
        'labels',
        `서로 다른 레이블은 ${MAX_CLASSES}개까지예요 (지금은 ${classes.length}개).`,
        `must have at most ${MAX_CLASSES} different labels (it has ${classes.length}).`,
      );
    const places = range(classes.length);
    const vectors = places.map((code) => indicator(code, classes.length));
    return {
      classes,
      integer: codes,
      onehot: codes.map((code) => indicator(code, classes.length)),
      integer_distance: places.map((i) => places.map((j) => Math.abs(i - j))),
      onehot_distance: vectors.map((a) => vectors.map((b) => euclidean(a, b))),
    };
  },
  view({ labels }, { classes, integer, onehot }, say) {
    const names = readLabels(labels);
    const shown = Math.min(SHOWN, onehot.length);
    const last = classes.length - 1;
    const first = short(classes[0] ?? '');
    const end = short(classes[last] ?? '');
    return {
      chart: {
        kind: 'matrix',
        title: say('원-핫 인코딩', 'One-hot encoding'),
        subtitle:
          shown < onehot.length
            ? say(`${onehot.length}행 가운데 처음 ${shown}행`, `the first ${shown} of ${onehot.length} rows`)
            : say('행마다 1이 하나씩 있어요', 'every row holds a single 1'),
        x: { name: say('클래스', 'class') },
        y: { name: say('데이터', 'row') },
        columns: classes,
        rows: names.slice(0, shown),
        values: onehot.slice(0, shown),
        cells: onehot.slice(0, shown).map((row) => row.map(String)),
        scale: 'marks',
        value: '',
      },
      see:
        last === 0
          ? say(
              `클래스가 '${first}' 하나뿐이라 모든 행이 같아요. 이런 열은 정보가 없어요.`,
              `There is only the class '${first}', so all rows are alike and the column tells nothing.`,
            )
          : say(
              `정수로 적으면 '${first}'–'${end}' 거리가 ${last}만큼 벌어지는데, 이 순서는 뜻이 아니라 코드 포인트에서 온 거예요. 원-핫에서는 어느 두 클래스나 거리가 √2예요. 그 대가로 열이 ${classes.length}개가 돼요.`,
              `As integers '${first}' and '${end}' lie ${last} apart, in an order that comes from code points and not from meaning. One-hot puts every two classes √2 apart, at the price of ${countOf(classes.length, 'column')}.`,
            ),
      numbers: [
        [say('클래스', 'classes'), String(classes.length)],
        [say('데이터', 'rows'), String(integer.length)],
        [say('정수 인코딩의 가장 큰 거리', 'largest distance of integers'), String(last)],
        [say('원-핫의 거리', 'distance of one-hot vectors'), last === 0 ? '–' : formatNumber(Math.SQRT2)],
        [say('원-핫에서 0의 비율', 'share of zeros in one-hot'), `${last} / ${classes.length}`],
      ],
      table: {
        columns: [say('레이블', 'label'), say('정수', 'integer'), say('원-핫', 'one-hot')],
        rows: classes.map((name, code) => [short(name), String(code), vectorText(code, classes.length)]),
      },
    };
  },
  variations: [
    {
      label: { ko: '순서가 있는 범주', en: 'ordered categories' },
      change: () => ({ labels: 'low,mid,high,mid,low' }),
    },
    {
      label: { ko: '한글 레이블', en: 'Korean labels' },
      change: () => ({ labels: '서울,부산,대구,서울,광주' }),
    },
    {
      label: { ko: '범주가 12개', en: '12 categories' },
      change: () => ({
        labels: range(12)
          .map((i) => `c${String(i).padStart(2, '0')}`)
          .join(','),
      }),
    },
  ],
});

function vectorText(code: number, count: number): string {
  return count <= 10 ? indicator(code, count).join(' ') : `e${code}`;
}
