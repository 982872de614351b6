import type { XyChart, XySeries } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { linearScale, rescale } from '../../math/feature-scaling.ts';
import { quantilePlace } from '../../math/quantile-transform.ts';
import { extent, quantile } from '../../math/summary.ts';
import { norm, range } from '../../math/vector.ts';
import { defineDemo, type Say } from '../demo.ts';
import { choice, floats } from '../parameters.ts';

const KINDS = ['standard', 'robust', 'minmax', 'quantile', 'normalizer'] as const;
type Kind = (typeof KINDS)[number];

function nameOf(kind: Kind, say: Say): string {
  switch (kind) {
    case 'standard':
      return say('표준화', 'standardization');
    case 'robust':
      return say('로버스트 스케일링', 'robust scaling');
    case 'minmax':
      return say('최소-최대 스케일링', 'min-max scaling');
    case 'quantile':
      return say('분위수 변환', 'quantile transform');
    case 'normalizer':
      return say('단위 길이 스케일링(L2)', 'unit-length scaling (L2)');
  }
}

function divided(values: readonly number[]): { scaled: number[]; length: number } {
  const length = norm(values);
  return { scaled: values.map((value) => (length === 0 ? value : value / length)), length };
}

/** Share of the whole range that the middle half of the values takes: small where a few values lie far out. */
function middleHalf(values: readonly number[]): number {
  const { min, max } = extent(values);
  return min === max ? 1 : (quantile(values, 0.75) - quantile(values, 0.25)) / (max - min);
}

function seen(kind: Kind, before: readonly number[], after: readonly number[], say: Say): string {
  if (before.every((value) => value === before[0]) && kind !== 'normalizer')
    return say(
      `모두 같은 값이라 퍼짐이 없어요. 나누는 값을 1로 보아 모두 ${formatNumber(after[0] ?? 0)}, 정보가 없는 특성이에요.`,
      `All values are the same, so there is no spread to divide by (it counts as 1): every value becomes ${formatNumber(after[0] ?? 0)}, and the feature tells nothing.`,
    );
  const shares = [formatPercent(middleHalf(before)), formatPercent(middleHalf(after))] as const;
  switch (kind) {
    case 'quantile':
      return say(
        `순위만 남으므로 가운데 절반이 차지하는 폭이 전체 범위의 ${shares[0]}에서 ${shares[1]}로 바뀌어요. 그 대신 값 사이의 거리는 사라져요.`,
        `Only the ranks remain: the middle half goes from ${shares[0]} of the range to ${shares[1]}, and the distances between values are lost.`,
      );
    case 'normalizer':
      return say(
        `목록 전체를 한 벡터로 보고 길이를 1로 만들어요. 특성별 스케일링이 아니라 행별 스케일링이고, 가운데 절반은 그대로 범위의 ${shares[1]}를 차지해요.`,
        `The whole list is one vector brought to length 1: this scales rows, not features. The middle half still takes ${shares[1]} of the range.`,
      );
    case 'robust':
      return say(
        `중앙값과 IQR은 이상치에 거의 끌려가지 않지만 이상치는 데이터에 그대로 남아요(가장 먼 값 ${formatNumber(farthest(after))}).`,
        `Outliers hardly move the median and the IQR, yet they stay in the data: the value farthest out becomes ${formatNumber(farthest(after))}.`,
      );
    case 'standard':
    case 'minmax':
      return say(
        `옮기고 늘릴 뿐이라 모양은 그대로예요. 가운데 절반이 앞뒤 모두 전체 범위의 ${shares[1]}를 차지하고, 값은 ${rangeText(after)}에 놓여요.`,
        `Moving and stretching keeps the shape: the middle half takes ${shares[1]} of the range before and after, and the values lie in ${rangeText(after)}.`,
      );
  }
}

function farthest(values: readonly number[]): number {
  return values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
}

function rangeText(values: readonly number[]): string {
  const { min, max } = extent(values);
  return `${formatNumber(min)} … ${formatNumber(max)}`;
}

function panel(title: string, known: readonly number[], added: readonly number[], say: Say): XyChart {
  const places = (count: number, from: number): number[] => range(count).map((i) => i + from);
  const series: XySeries[] = [
    {
      name: say('학습한 값', 'fitted values'),
      x: places(known.length, 0),
      y: known,
      look: 'points',
      colour: 'blue',
    },
    {
      name: say('새 값', 'new values'),
      x: places(added.length, known.length),
      y: added,
      look: 'crosses',
      colour: 'vermillion',
    },
  ];
  return {
    kind: 'xy',
    title,
    x: { name: say('순서', 'index'), whole: true },
    y: { name: say('값', 'value') },
    series: added.length === 0 ? series.slice(0, 1) : series,
    marks: [{ axis: 'y', at: 0, label: '', colour: 'grey' }],
  };
}

export const scalers = defineDemo({
  id: 'scalers',
  title: { ko: '스케일러 비교(표준·로버스트·최소최대·분위·정규화)', en: 'Feature scalers' },
  about: {
    ko: 'scikit-learn의 StandardScaler, RobustScaler, MinMaxScaler, QuantileTransformer(균등 분포), Normalizer(L2)대로 계산해요. 새 값은 x에서 배운 기준으로 바꿔요(Normalizer만 자기 길이로 나눠요).',
    en: "scikit-learn's StandardScaler, RobustScaler, MinMaxScaler, QuantileTransformer (uniform) and Normalizer (L2). New values use what was learned from x; the normalizer divides them by their own length.",
  },
  parameters: {
    x: floats([1, 2, 3, 4, 100], '2..500', '-1e9..1e9'),
    kind: choice(KINDS, 'standard'),
    new: floats([5], '0..50', '-1e9..1e9'),
  },
  results: { y: 'float[n]', y_new: 'float[m]', center: 'float?', scale: 'float?' },
  run({ x, kind, new: added }) {
    if (kind === 'quantile') {
      const sorted = [...x].sort((a, b) => a - b);
      const place = (value: number): number => quantilePlace(sorted, value);
      return { y: x.map(place), y_new: added.map(place), center: null, scale: null };
    }
    if (kind === 'normalizer') {
      const { scaled, length } = divided(x);
      return { y: scaled, y_new: divided(added).scaled, center: null, scale: length };
    }
    const found = linearScale(kind, x);
    return { y: rescale(found, x), y_new: rescale(found, added), center: found.centre, scale: found.scale };
  },
  view({ x, kind, new: added }, { y, y_new, center, scale }, say) {
    const figure = (value: number | null): string => (value === null ? '–' : formatNumber(value));
    return {
      chart: {
        kind: 'panels',
        title: say(`스케일링 앞뒤: ${nameOf(kind, say)}`, `Before and after: ${nameOf(kind, say)}`),
        panels: [
          panel(say('스케일링 전', 'before'), x, added, say),
          panel(say('스케일링 후', 'after'), y, y_new, say),
        ],
      },
      see: seen(kind, x, y, say),
      numbers: [
        [say('뺀 값(중심)', 'subtracted (centre)'), figure(center)],
        [say('나눈 값(척도)', 'divided by (scale)'), figure(scale)],
        [say('스케일링 후의 범위', 'range after scaling'), rangeText(y)],
        [say('가운데 절반의 폭 / 전체 폭', 'middle half / whole range'), formatPercent(middleHalf(y))],
        ...(y_new.length > 0
          ? [
              [
                say('첫 번째 새 값', 'first new value'),
                `${figure(added[0] ?? 0)} → ${figure(y_new[0] ?? 0)}`,
              ] as const,
            ]
          : []),
      ],
      table: {
        columns: ['x', nameOf(kind, say)],
        rows: x.map((value, i) => [formatNumber(value), formatNumber(y[i] ?? 0)]),
      },
    };
  },
  variations: [
    { label: { ko: '표준화', en: 'standard' }, change: () => ({ kind: 'standard' }) },
    { label: { ko: '로버스트', en: 'robust' }, change: () => ({ kind: 'robust' }) },
    { label: { ko: '최소-최대', en: 'min-max' }, change: () => ({ kind: 'minmax' }) },
    { label: { ko: '분위수', en: 'quantile' }, change: () => ({ kind: 'quantile' }) },
    { label: { ko: '단위 길이(L2)', en: 'unit length (L2)' }, change: () => ({ kind: 'normalizer' }) },
    {
      label: { ko: '이상치를 빼고', en: 'without the largest value' },
      change: ({ x }) => (x.length > 2 ? { x: [...x].sort((a, b) => a - b).slice(0, -1) } : undefined),
    },
  ],
});
