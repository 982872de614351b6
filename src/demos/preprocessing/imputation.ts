import { formatNumber, formatPercent } from '../../charts/number.ts';
import { fillWith, type Gapped, interpolate, knownOf, statisticOf } from '../../math/impute.ts';
import { extent, variance } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { choice, float, text } from '../parameters.ts';

const METHODS = ['mean', 'median', 'most-frequent', 'constant', 'linear'] as const;
type Method = (typeof METHODS)[number];

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A comma list in which ? stands for a missing value. */
function readGapped(list: string): Gapped {
  const values = list.split(',').map((piece, i) => {
    const item = piece.trim().replace('−', '-');
    if (item === '?') return null;
    const value = NUMBER.test(item) ? Number(item) : Number.NaN;
    if (!Number.isFinite(value))
      refuse('x', `${i}번째 항목은 수이거나 ?여야 해요.`, `must hold a number or ? as entry ${i}.`);
    return value;
  });
  if (values.every((value) => value === null))
    refuse('x', '아는 값이 하나는 있어야 해요.', 'must hold at least one known value.');
  return values;
}

/** Population variance; exactly 0 for equal values, whose mean may be off by a rounding. */
function spread(values: readonly number[]): number {
  const { min, max } = extent(values);
  return min === max ? 0 : variance(values);
}

/** The rule of thumb by the share of missing values; 10% and 50% belong to the middle. */
function adviceFor(missing: number, n: number): 'impute' | 'model' | 'drop' {
  if (missing * 10 < n) return 'impute';
  return missing * 2 <= n ? 'model' : 'drop';
}

function at(places: readonly number[], values: readonly number[]): { x: readonly number[]; y: number[] } {
  return { x: places, y: places.map((i) => values[i] ?? 0) };
}

function methodName(method: Method, say: Say): string {
  switch (method) {
    case 'mean':
      return say('평균', 'mean');
    case 'median':
      return say('중앙값', 'median');
    case 'most-frequent':
      return say('최빈값', 'most frequent value');
    case 'constant':
      return say('고정값', 'constant');
    case 'linear':
      return say('선형 보간', 'linear interpolation');
  }
}

function adviceName(advice: string, say: Say): string {
  if (advice === 'impute') return say('단순 대체', 'simple imputation');
  return advice === 'model'
    ? say('모델로 예측', 'model-based imputation')
    : say('열 제거 검토', 'consider dropping');
}

export const imputation = defineDemo({
  id: 'imputation',
  title: { ko: '결측치 대체', en: 'Imputation of missing values' },
  about: {
    ko: '?를 scikit-learn의 SimpleImputer처럼 통계량 하나로 채우거나 이웃한 값 사이를 직선으로 이어 채워요. 10%·50% 기준은 경험칙이고, 실제로는 왜 비었는지(MCAR·MAR·MNAR)가 방법을 정해요.',
    en: "Fills each ? with one statistic, as scikit-learn's SimpleImputer does, or with a straight line between neighbours. The 10% and 50% limits are rules of thumb; what decides is why values are missing (MCAR, MAR, MNAR).",
  },
  parameters: {
    x: text('1,2,?,4,5,?,7,20', '1..2000'),
    method: choice(METHODS, 'mean'),
    fill: float(0, '-1e9..1e9'),
  },
  results: {
    filled: 'float[n]',
    missing: 'int',
    missing_ratio: 'float',
    statistic: 'float?',
    variance_before: 'float',
    variance_after: 'float',
    advice: 'text',
  },
  run({ x, method, fill }) {
    const values = readGapped(x);
    const missing = values.filter((value) => value === null).length;
    const statistic = method === 'linear' ? null : method === 'constant' ? fill : statisticOf(method, values);
    const filled = statistic === null ? interpolate(values) : fillWith(values, statistic);
    return {
      filled,
      missing,
      missing_ratio: missing / values.length,
      statistic,
      variance_before: spread(knownOf(values)),
      variance_after: spread(filled),
      advice: adviceFor(missing, values.length),
    };
  },
  view({ x, method }, results, say) {
    const { filled, missing, missing_ratio, statistic, variance_before, variance_after, advice } = results;
    const values = readGapped(x);
    const gaps = range(values.length).filter((i) => values[i] === null);
    const known = range(values.length).filter((i) => values[i] !== null);
    const name = methodName(method, say);
    const change = variance_before === 0 ? undefined : variance_after / variance_before - 1;
    return {
      chart: {
        kind: 'xy',
        title: say(`결측치 대체: ${name}`, `Imputation: ${name}`),
        subtitle: say(
          `${filled.length}개 가운데 ${missing}개가 빠져 있어요 (${formatPercent(missing_ratio)})`,
          `${missing} of ${filled.length} values are missing (${formatPercent(missing_ratio)})`,
        ),
        x: { name: say('순서', 'index'), whole: true },
        y: { name: say('값', 'value') },
        series: [
          {
            name: say('채운 뒤의 선', 'line after filling'),
            x: range(filled.length),
            y: filled,
            look: 'line',
            colour: 'grey',
            unlisted: true,
          },
          { name: say('아는 값', 'known values'), ...at(known, filled), look: 'points', colour: 'blue' },
          {
            name: say('채워 넣은 값', 'filled values'),
            ...at(gaps, filled),
            look: 'crosses',
            colour: 'vermillion',
          },
        ],
        marks: statistic === null ? [] : [{ axis: 'y', at: statistic, label: name, colour: 'grey' }],
      },
      see: seen(missing, change, statistic !== null, say),
      numbers: [
        [say('결측 비율', 'share missing'), formatPercent(missing_ratio)],
        [say('채워 넣은 통계량', 'statistic filled in'), statistic === null ? '–' : formatNumber(statistic)],
        [say('분산(채우기 전)', 'variance before'), formatNumber(variance_before)],
        [say('분산(채운 뒤)', 'variance after'), formatNumber(variance_after)],
        [say('경험칙', 'rule of thumb'), adviceName(advice, say)],
      ],
    };
  },
  variations: [
    { label: { ko: '중앙값으로', en: 'by median' }, change: () => ({ method: 'median' }) },
    { label: { ko: '최빈값으로', en: 'by most frequent' }, change: () => ({ method: 'most-frequent' }) },
    { label: { ko: '선형 보간으로', en: 'by linear interpolation' }, change: () => ({ method: 'linear' }) },
    { label: { ko: '0으로 채우기', en: 'fill with 0' }, change: () => ({ method: 'constant', fill: 0 }) },
    {
      label: { ko: '절반 넘게 빠진 열', en: 'more than half missing' },
      change: () => ({ x: '1,?,?,4,?,?,7,?' }),
    },
  ],
});

function seen(missing: number, change: number | undefined, single: boolean, say: Say): string {
  if (missing === 0)
    return say('빠진 값이 없어서 아무것도 채우지 않았어요.', 'Nothing is missing, so nothing was filled in.');
  if (change === undefined)
    return say(
      `아는 값이 모두 같아서 퍼짐을 견줄 수 없어요. ${missing}개를 채웠어요.`,
      `The known values are all the same, so spreads cannot be compared; ${missing} were filled in.`,
    );
  const moved = say(
    `${missing}개를 채우자 분산이 ${formatPercent(Math.abs(change))} ${change < 0 ? '줄었어요' : '늘었어요'}.`,
    `Filling ${missing} gaps makes the variance ${formatPercent(Math.abs(change))} ${change < 0 ? 'smaller' : 'larger'}.`,
  );
  const why = single
    ? say(
        '같은 값만 넣으면 퍼짐도, 다른 특성과의 관계도 왜곡돼요.',
        'One value for every gap distorts the spread and the relations with other features.',
      )
    : say(
        '보간은 순서에 뜻이 있는 데이터(시계열)에서만 말이 돼요.',
        'Interpolation makes sense only where the order has a meaning, as in a time series.',
      );
  return `${moved} ${why}`;
}
