import { formatNumber } from '../../charts/number.ts';
import { anova } from '../../math/anova.ts';
import { distinct } from '../../math/summary.ts';
import { column, range } from '../../math/vector.ts';
import { atMost, sameLength, twoClasses } from '../checks.ts';
import { defineDemo, refuse } from '../demo.ts';
import { int, ints, matrix } from '../parameters.ts';

/** F values closer than this share count as tied: roundings must not decide. */
const TIE = 1e-12;

/** The k columns of largest F, the lower index on ties, null last; ascending. */
function best(f: readonly (number | null)[], k: number): number[] {
  const left = new Set(range(f.length));
  const score = (j: number): number => f[j] ?? -1;
  return range(k)
    .map(() => {
      const most = Math.max(...[...left].map(score));
      const next = [...left].find((j) => score(j) >= most - Math.abs(most) * TIE) ?? 0;
      left.delete(next);
      return next;
    })
    .sort((a, b) => a - b);
}

export const featureSelection = defineDemo({
  id: 'feature-selection',
  title: { ko: '일변량 특성 선택(ANOVA)', en: 'Univariate feature selection (ANOVA F)' },
  about: {
    ko: 'scikit-learn의 f_classif처럼 특성마다 따로 F = (클래스 사이 분산) / (클래스 안 분산)을 구해 큰 것부터 k개를 골라요. 클래스 안에서 값이 변하지 않으면 F가 정해지지 않아요.',
    en: "For each feature on its own F = variance between classes / variance within, as scikit-learn's f_classif; the k largest are chosen. F is undefined where nothing varies within the classes.",
  },
  parameters: {
    x: matrix(
      [
        [1, 5, 2],
        [2, 4, 9],
        [3, 5, 4],
        [7, 4, 3],
        [8, 5, 8],
        [9, 4, 5],
      ],
      '4..200',
      '1..10',
      '-100000..100000',
    ),
    y: ints([0, 0, 0, 1, 1, 1], '4..200', '0..10'),
    k: int(1, '1..10'),
  },
  results: { f: 'float?[d]', p_value: 'float?[d]', selected: 'int[k]' },
  run({ x, y, k }) {
    const width = x[0]?.length ?? 0;
    sameLength('y', y, 'x', x);
    atMost('k', k, width, 'x의 열 수', 'the number of columns of x');
    twoClasses('y', y);
    const classes = distinct(y);
    if (y.length <= classes.length)
      refuse('y', '클래스 수보다 행이 많아야 해요.', 'must have fewer classes than rows.');
    const found = range(width).map((j) => {
      const values = column(x, j);
      return anova(classes.map((label) => values.filter((_, i) => y[i] === label)));
    });
    const f = found.map((one) => one?.f ?? null);
    return { f, p_value: found.map((one) => one?.pValue ?? null), selected: best(f, k) };
  },
  view({ k }, { f, p_value, selected }, say) {
    const [top] = best(f, 1);
    const winner = top ?? 0;
    const score = f[winner] ?? null;
    return {
      chart: {
        kind: 'bars',
        title: say('특성별 ANOVA F', 'ANOVA F by feature'),
        subtitle: say(`색칠한 막대가 고른 ${k}개`, `coloured: the ${k} selected`),
        categories: f.map((value, j) => (value === null ? say(`x${j} (F 없음)`, `x${j} (no F)`) : `x${j}`)),
        x: { name: say('특성', 'feature') },
        y: { name: say('F 값', 'F value'), min: 0 },
        series: [{ name: 'F', values: f }],
        chosen: selected,
      },
      see:
        score === null
          ? say(
              '모든 특성이 클래스 안에서 전혀 변하지 않아 F를 정할 수 없어요.',
              'No feature varies within its classes, so F is undefined for all of them.',
            )
          : say(
              `x${winner}의 F가 가장 커요(F = ${formatNumber(score)}, p = ${formatNumber(p_value[winner] ?? 1, 2)}). 특성을 하나씩만 보므로 서로 겹치는 특성도 함께 고르고, 조합해야 쓸모 있는 특성은 놓쳐요.`,
              `x${winner} has the largest F, ${formatNumber(score)} (p = ${formatNumber(p_value[winner] ?? 1, 2)}). Each feature is looked at alone, so redundant ones are kept and those that help only in combination are missed.`,
            ),
      numbers: [
        [say('고른 특성', 'selected'), selected.map((j) => `x${j}`).join(', ')],
        [say('가장 큰 F', 'largest F'), score === null ? '–' : formatNumber(score)],
        [say('그 p값', 'its p-value'), score === null ? '–' : formatNumber(p_value[winner] ?? 1)],
      ],
      table: {
        columns: [say('특성', 'feature'), 'F', say('p값', 'p-value')],
        rows: f.map((value, j) => [
          `x${j}`,
          value === null ? '–' : formatNumber(value),
          value === null ? '–' : formatNumber(p_value[j] ?? 1),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '하나 더 고르기', en: 'select one more' },
      change: ({ k, x }) => (k < (x[0]?.length ?? 0) ? { k: k + 1 } : undefined),
    },
    {
      label: { ko: '레이블을 번갈아', en: 'alternating labels' },
      change: ({ y }) => ({ y: y.map((_, i) => i % 2) }),
    },
    {
      label: { ko: 'XOR: 혼자서는 쓸모없는 특성', en: 'XOR: useless on their own' },
      change: () => ({
        x: [
          [0, 0],
          [0.1, 0.1],
          [1, 1],
          [0.9, 0.9],
          [0, 1],
          [0.1, 0.9],
          [1, 0],
          [0.9, 0.1],
        ],
        y: [0, 0, 0, 0, 1, 1, 1, 1],
        k: 1,
      }),
    },
  ],
});
