import { formatList } from '../../charts/number.ts';
import { eliminate } from '../../math/feature-elimination.ts';
import { linearScale, rescale } from '../../math/feature-scaling.ts';
import { range, transpose } from '../../math/vector.ts';
import { atMost, sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { floats, int, matrix } from '../parameters.ts';

export const rfe = defineDemo({
  id: 'rfe',
  title: { ko: '재귀적 특성 제거(RFE)', en: 'Recursive feature elimination' },
  about: {
    ko: '표준화한 열로 절편이 있는 최소제곱을 맞추고 계수의 제곱이 가장 작은 열을 하나씩 빼요(Guyon 외 2002, scikit-learn의 RFE). 순위 1이 남은 열이고, 마지막에 빠진 열이 2예요.',
    en: "Fits least squares with an intercept on standardized columns and removes the column of smallest squared coefficient, one a round (Guyon et al. 2002, scikit-learn's RFE). Rank 1 is kept, the last one removed has rank 2.",
  },
  parameters: {
    x: matrix(
      [
        [1, 5, 2],
        [2, 3, 1],
        [3, 6, 4],
        [4, 1, 3],
        [5, 4, 6],
        [6, 2, 5],
        [7, 7, 8],
        [8, 0, 6],
      ],
      '5..200',
      '2..8',
      '-10000..10000',
    ),
    y: floats([3.1, 4.4, 7.2, 7.6, 11.1, 11.7, 15.4, 15.1], '5..200', '-100000..100000'),
    keep: int(1, '1..8'),
  },
  results: { ranking: 'int[d]', removed: 'int[m]', selected: 'int[k]', coef: 'float[k]' },
  run({ x, y, keep }) {
    const width = x[0]?.length ?? 0;
    sameLength('y', y, 'x', x);
    atMost('keep', keep, width, 'x의 열 수', 'the number of columns of x');
    if (x.length < width + 2)
      refuse(
        'x',
        `행이 열보다 2개 이상 많아야 해요 (${x.length}행, ${width}열).`,
        `must have at least two rows more than columns (${countOf(x.length, 'row')}, ${countOf(width, 'column')}).`,
      );
    const columns = transpose(x);
    if (columns.some((values) => values.every((value) => value === values[0])))
      refuse('x', '값이 모두 같은 열이 있으면 안 돼요.', 'must not hold a constant column.');
    const scaled = transpose(columns.map((values) => rescale(linearScale('standard', values), values)));
    const found = eliminate(scaled, y, keep);
    if (found === undefined)
      refuse('x', '서로 종속인 열이 있으면 안 돼요.', 'must not hold columns that depend on one another.');
    const rank = (j: number): number => {
      const at = found.removed.indexOf(j);
      return at < 0 ? 1 : found.removed.length - at + 1;
    };
    return {
      ranking: range(width).map(rank),
      removed: found.removed,
      selected: found.kept,
      coef: found.coefficients,
    };
  },
  view({ keep }, { ranking, removed, selected, coef }, say) {
    const [first] = removed;
    const kept = selected.map((j) => `x${j}`).join(', ');
    return {
      chart: {
        kind: 'bars',
        title: say('RFE 순위', 'RFE ranking'),
        subtitle: say(
          `색칠한 막대가 남은 ${keep}개(순위 1), 긴 막대일수록 먼저 빠졌어요`,
          `coloured: the ${keep} kept (rank 1); the longer the bar, the earlier it went`,
        ),
        categories: ranking.map((_, j) => `x${j}`),
        x: { name: say('특성', 'feature') },
        y: { name: say('순위', 'rank'), min: 0, whole: true },
        series: [{ name: say('순위', 'rank'), values: ranking }],
        chosen: selected,
      },
      see:
        first === undefined
          ? say(
              `모든 열을 남겨서 아무것도 빠지지 않았어요. 표준화한 계수는 차례로 ${formatList(coef, 8, 3)}.`,
              `All columns are kept, so nothing was removed; the coefficients on standardized columns are ${formatList(coef, 8, 3)}.`,
            )
          : say(
              `x${first}의 계수가 가장 작아 먼저 빠졌어요(남은 특성 ${kept}). 뺄 때마다 다시 맞추므로, 서로 비슷한 특성은 하나가 빠지면 남은 쪽이 그 몫을 이어받아요.`,
              `x${first} had the smallest coefficient and went first; ${kept} stayed. The fit is repeated after each removal, so of similar features the one that stays takes over the part of the other.`,
            ),
      numbers: [
        [say('남은 특성', 'kept'), kept],
        [
          say('빠진 차례', 'order of removal'),
          removed.length === 0 ? '–' : removed.map((j) => `x${j}`).join(' → '),
        ],
        [say('표준화한 계수', 'coefficients (standardized)'), formatList(coef)],
        [say('맞춘 횟수', 'fits'), String(removed.length + 1)],
      ],
    };
  },
  variations: [
    {
      label: { ko: '하나 더 남기기', en: 'keep one more' },
      change: ({ keep, x }) => (keep < (x[0]?.length ?? 0) ? { keep: keep + 1 } : undefined),
    },
    {
      label: { ko: '첫 열을 1000배', en: 'first column × 1000' },
      change: ({ x }) => {
        const larger = x.map((row) => row.map((value, j) => (j === 0 ? value * 1000 : value)));
        return larger.every((row) => Math.abs(row[0] ?? 0) <= 10_000) ? { x: larger } : undefined;
      },
    },
    {
      label: { ko: 'y를 x1만으로', en: 'y from x1 alone' },
      change: ({ x }) => ({ y: x.map((row) => 2 * (row[1] ?? 0) + 1) }),
    },
  ],
});
