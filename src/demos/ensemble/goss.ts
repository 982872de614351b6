import type { Colour, SingleChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { oneSideSample } from '../../math/one-side-sampling.ts';
import { argSort, sum } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { float, floats } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';

/** a + b may exceed 1 by rounding. */
const SLACK = 1e-9;

/** More bars than this are thinner than their gaps. */
const MAX_BARS = 80;

type Group = 'top' | 'sampled';

/** |g| from large to small, coloured by what becomes of each sample: bars, or thin stems where there are many. */
function picture(
  g: readonly number[],
  groupOf: ReadonlyMap<number, Group>,
  settings: string,
  weight: number,
  say: Say,
): SingleChart {
  const order = argSort(g.map((value) => -Math.abs(value)));
  const groups: readonly (readonly [Group | undefined, string, Colour])[] = [
    ['top', say('모두 남김 (큰 |g|)', 'kept (large |g|)'), 'vermillion'],
    ['sampled', say(`뽑힘 (× ${formatNumber(weight)})`, `drawn (× ${formatNumber(weight)})`), 'blue'],
    [undefined, say('버림', 'left out'), 'grey'],
  ];
  const sizes = (group: Group | undefined): (number | null)[] =>
    order.map((i) => (groupOf.get(i) === group ? Math.abs(g[i] ?? 0) : null));
  const common = {
    title: say('GOSS가 남긴 샘플', 'Samples that GOSS keeps'),
    subtitle: say(`|g|가 큰 순서, ${settings}`, `sorted by |g|, ${settings}`),
    y: { name: '|g|', min: 0 },
  };
  return g.length <= MAX_BARS
    ? {
        kind: 'bars',
        ...common,
        categories: order.map(String),
        x: { name: say('샘플 번호', 'index of the sample') },
        stacked: true,
        series: groups.map(([group, name, colour]) => ({ name, values: sizes(group), colour })),
      }
    : {
        kind: 'xy',
        ...common,
        x: { name: say('|g|의 순위', 'rank of |g|') },
        // What is left out first, so that the others stand before it.
        series: groups.toReversed().map(([group, name, colour]) => {
          const own = range(g.length).filter((rank) => groupOf.get(order[rank] ?? 0) === group);
          return {
            name,
            x: own.map((rank) => rank + 1),
            y: own.map((rank) => Math.abs(g[order[rank] ?? 0] ?? 0)),
            look: 'stems',
            colour,
          };
        }),
      };
}

export const goss = defineDemo({
  id: 'goss',
  title: { ko: 'LightGBM의 GOSS', en: 'Gradient-based one-side sampling' },
  about: {
    ko: '|g|가 큰 a·n개는 모두 남기고 나머지에서 b·n개를 비복원으로 뽑아, 뽑힌 것에 (1−a)/b를 곱해 합을 맞춰요(LightGBM, Ke 외 2017).',
    en: 'Keeps the a·n samples of largest |g|, draws b·n of the rest without replacement and counts each of these (1−a)/b times to keep sums about right (LightGBM, Ke et al. 2017).',
  },
  parameters: {
    g: floats([5, -4, 3, -2, 1, 0.5, -0.4, 0.3, -0.2, 0.1], '2..500', '-1000..1000'),
    a: float(0.2, '0<..<1'),
    b: float(0.3, '0<..<1'),
    seed: seed(),
  },
  results: {
    top: 'int[k]',
    sampled: 'int[m]',
    weight: 'float',
    sum_true: 'float',
    sum_estimate: 'float',
  },
  run({ g, a, b }, random) {
    if (a + b > 1 + SLACK) refuse('b', 'a와 더해 1 이하여야 해요.', 'plus a must be at most 1.');
    const { top, sampled, weight } = oneSideSample(g, a, b, random);
    const total = (indices: readonly number[]): number => sum(indices.map((i) => g[i] ?? 0));
    return {
      top,
      sampled,
      weight,
      sum_true: sum(g),
      sum_estimate: total(top) + weight * total(sampled),
    };
  },
  view({ g, a, b }, { top, sampled, weight, sum_true, sum_estimate }, say) {
    const used = top.length + sampled.length;
    return {
      chart: picture(
        g,
        new Map([...top.map((i) => [i, 'top'] as const), ...sampled.map((i) => [i, 'sampled'] as const)]),
        `a = ${formatNumber(a)}, b = ${formatNumber(b)}`,
        weight,
        say,
      ),
      see: say(
        `${g.length}개 가운데 ${used}개로 그래디언트 합을 추정해요(추정 ${formatNumber(sum_estimate)}, 참값 ${formatNumber(sum_true)}). 뽑힌 작은 그래디언트에 가중치(× ${formatNumber(weight)})를 곱해 버린 몫을 채워요.`,
        `With ${used} of ${countOf(g.length, 'sample')} the sum of gradients is estimated as ${formatNumber(sum_estimate)} (true: ${formatNumber(sum_true)}). Each drawn small gradient counts ${formatNumber(weight)} times, to stand in for those left out.`,
      ),
      numbers: [
        [say('쓰는 샘플', 'samples used'), `${used} / ${g.length}`],
        [say('뽑힌 샘플의 가중치', 'weight of drawn samples'), formatNumber(weight)],
        [say('그래디언트 합(참값)', 'sum of gradients (true)'), formatNumber(sum_true)],
        [say('그래디언트 합(추정)', 'sum of gradients (estimate)'), formatNumber(sum_estimate)],
      ],
    };
  },
  variations: [
    otherSeed,
    {
      label: { ko: 'a 없이 뽑기 (a = 0.01)', en: 'random only (a = 0.01)' },
      change: () => ({ a: 0.01, b: 0.5 }),
    },
    { label: { ko: 'a = 0.5, b = 0.2', en: 'a = 0.5, b = 0.2' }, change: () => ({ a: 0.5, b: 0.2 }) },
    {
      label: { ko: '나머지 모두 (b = 1 − a)', en: 'all of the rest (b = 1 − a)' },
      change: ({ a }) => ({ b: 1 - a }),
    },
  ],
});
