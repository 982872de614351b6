import { formatNumber } from '../../charts/number.ts';
import { argMax, distinct } from '../../math/summary.ts';
import { greedyStatistics, orderedStatistics } from '../../math/target-statistics.ts';
import { range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { defineDemo } from '../demo.ts';
import { float, floats, ints } from '../parameters.ts';

export const targetEncoding = defineDemo({
  id: 'target-encoding',
  title: { ko: '타깃 인코딩(CatBoost 순서 방식)', en: 'Ordered target encoding' },
  about: {
    ko: '범주를 타깃의 평균으로 바꿔요. 순서 방식(Prokhorenkova 외 2018, CatBoost)은 앞선 행만 써서 (앞선 타깃의 합 + a·사전값) / (앞선 개수 + a)이고, 전체 평균 방식은 자기 타깃까지 써요.',
    en: 'Replaces a category by a mean of the target. The ordered kind (Prokhorenkova et al. 2018, CatBoost) uses earlier rows only, (sum of earlier targets + a·prior) / (earlier count + a); the greedy kind uses every row, its own target included.',
  },
  parameters: {
    category: ints([0, 1, 0, 0, 1, 2], '1..200', '0..50'),
    y: floats([1, 0, 1, 0, 1, 1], '1..200', '-1000..1000'),
    a: float(1, '0.01..100'),
    prior: float(0.5, '-1000..1000'),
  },
  results: { ordered: 'float[n]', greedy: 'float[n]' },
  run({ category, y, a, prior }) {
    sameLength('y', y, 'category', category);
    return { ordered: orderedStatistics(category, y, a, prior), greedy: greedyStatistics(category, y) };
  },
  view({ category, y, a, prior }, { ordered, greedy }, say) {
    const rows = range(category.length);
    const single = distinct(category).filter((one) => category.indexOf(one) === category.lastIndexOf(one));
    const gaps = ordered.map((value, i) => Math.abs(value - (greedy[i] ?? 0)));
    const widest = argMax(gaps);
    const [lonely] = single;
    return {
      chart: {
        kind: 'xy',
        title: say('타깃 인코딩: 순서 방식과 전체 평균', 'Target encoding: ordered and greedy'),
        subtitle: say(
          `a = ${formatNumber(a)}, 사전값 ${formatNumber(prior)}; 숫자는 범주`,
          `a = ${formatNumber(a)}, prior ${formatNumber(prior)}; the numbers are categories`,
        ),
        x: { name: say('행', 'row'), whole: true },
        y: { name: say('인코딩 값', 'encoding') },
        series: [
          { name: say('타깃 y', 'target y'), x: rows, y, look: 'crosses', colour: 'grey' },
          {
            name: say('전체 평균(누수)', 'greedy mean (leaks)'),
            x: rows,
            y: greedy,
            look: 'hollow',
            colour: 'vermillion',
          },
          {
            name: say('순서 방식', 'ordered'),
            x: rows,
            y: ordered,
            look: 'points',
            colour: 'blue',
            labels: category.length <= 30 ? category.map(String) : [],
          },
        ],
        marks: [{ axis: 'y', at: prior, label: say('사전값', 'prior'), colour: 'black' }],
      },
      see:
        lonely === undefined
          ? say(
              `${widest}번 행에서 두 방식의 차이가 가장 커요(${formatNumber(gaps[widest] ?? 0)}). 전체 평균에는 그 행 자신의 타깃이 섞여 있어서 누수가 생겨요.`,
              `The two differ most in row ${widest}, by ${formatNumber(gaps[widest] ?? 0)}. The greedy mean contains the row's own target, which leaks it.`,
            )
          : say(
              `한 번만 나온 범주 ${lonely}의 전체 평균은 자기 타깃 그대로예요(${formatNumber(y[category.indexOf(lonely)] ?? 0)}, 누수). 순서 방식은 앞선 행이 없어서 사전값을 줘요(${formatNumber(prior)}).`,
              `Category ${lonely} occurs once, so its greedy mean is its own target, ${formatNumber(y[category.indexOf(lonely)] ?? 0)}: a leak. The ordered kind has no earlier row and gives the prior, ${formatNumber(prior)}.`,
            ),
      numbers: [
        [say('행', 'rows'), String(category.length)],
        [say('범주', 'categories'), String(distinct(category).length)],
        [say('한 번만 나온 범주', 'categories seen once'), String(single.length)],
        [say('두 방식의 가장 큰 차이', 'largest gap between the two'), formatNumber(gaps[widest] ?? 0)],
      ],
      table: {
        columns: [
          say('행', 'row'),
          say('범주', 'category'),
          'y',
          say('순서 방식', 'ordered'),
          say('전체 평균', 'greedy'),
        ],
        rows: rows.map((i) => [
          String(i),
          String(category[i] ?? 0),
          ...[y[i] ?? 0, ordered[i] ?? 0, greedy[i] ?? 0].map((value) => formatNumber(value)),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: 'a × 10 (사전값을 더 믿기)', en: 'a × 10 (trust the prior more)' },
      change: ({ a }) => (a <= 10 ? { a: a * 10 } : undefined),
    },
    { label: { ko: 'a ÷ 10', en: 'a ÷ 10' }, change: ({ a }) => (a >= 0.1 ? { a: a / 10 } : undefined) },
    {
      label: { ko: '행을 거꾸로', en: 'rows in reverse' },
      change: ({ category, y }) => ({ category: [...category].reverse(), y: [...y].reverse() }),
    },
    {
      label: { ko: '모두 다른 범주(완전한 누수)', en: 'all categories different (full leak)' },
      change: ({ category }) => (category.length <= 51 ? { category: category.map((_, i) => i) } : undefined),
    },
  ],
});
