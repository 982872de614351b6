import type { Marker } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { binOf, quantileEdges, uniformEdges } from '../../math/discretize.ts';
import { argMax, mean } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { notConstant } from '../checks.ts';
import { defineDemo } from '../demo.ts';
import { choice, floats, int } from '../parameters.ts';

/** Labels nearer than this share of the range run into one another, or into the name of the axis. */
const APART = 0.06;
const NAME_ENDS = 0.16;

/** The inner edges; only where there is room is the value written. */
function markers(edges: readonly number[]): Marker[] {
  const first = edges[0] ?? 0;
  const span = (edges.at(-1) ?? 0) - first;
  let free = NAME_ENDS;
  return edges.slice(1, -1).map((at) => {
    const place = (at - first) / span;
    const written = place >= free;
    if (written) free = place + APART;
    return { axis: 'x', at, label: written ? formatNumber(at, 3) : '', colour: 'vermillion' };
  });
}

export const binning = defineDemo({
  id: 'binning',
  title: { ko: '구간 분할', en: 'Binning a continuous feature' },
  about: {
    ko: 'scikit-learn의 KBinsDiscretizer처럼 같은 폭(uniform)이나 같은 개수(quantile, 선형 분위수)로 나눠요. 경계 위의 값은 오른쪽 구간에, 최댓값은 마지막 구간에 들어가고, 겹치는 분위수 경계는 하나로 합쳐요.',
    en: "Bins of equal width (uniform) or equal counts (quantile, linear quantiles) as scikit-learn's KBinsDiscretizer makes them. A value on an edge goes right, the largest into the last bin; repeated quantile edges are merged.",
  },
  parameters: {
    x: floats([1, 2, 3, 4, 5, 6, 7, 8, 20, 40], '2..500', '-1e9..1e9'),
    bins: int(4, '2..50'),
    strategy: choice(['uniform', 'quantile'], 'uniform'),
  },
  results: { edges: 'float[m]', bin: 'int[n]', counts: 'int[k]', bin_mean: 'float?[k]' },
  run({ x, bins, strategy }) {
    notConstant('x', x);
    const edges = strategy === 'uniform' ? uniformEdges(x, bins) : quantileEdges(x, bins);
    const bin = x.map((value) => binOf(edges, value));
    const members = range(edges.length - 1).map((k) => x.filter((_, i) => bin[i] === k));
    return {
      edges,
      bin,
      counts: members.map((own) => own.length),
      bin_mean: members.map((own) => (own.length === 0 ? null : mean(own))),
    };
  },
  view({ x, bins, strategy }, { edges, counts, bin_mean }, say) {
    const fullest = argMax(counts);
    const share = (counts[fullest] ?? 0) / x.length;
    const empty = counts.filter((count) => count === 0).length;
    const kind = strategy === 'uniform' ? say('같은 폭', 'equal width') : say('같은 개수', 'equal counts');
    return {
      chart: {
        kind: 'histogram',
        title: say(`구간 분할: ${kind}`, `Binning: ${kind}`),
        subtitle: say('점선은 구간의 경계, 점은 데이터', 'dashed: edges of the bins; dots: the data'),
        edges,
        x: { name: 'x' },
        y: { name: say('구간 안의 개수', 'values in the bin'), whole: true },
        series: [{ name: say('개수', 'count'), counts }],
        curves: [{ name: say('데이터', 'data'), x, y: x.map(() => 0), look: 'points', colour: 'black' }],
        marks: markers(edges),
      },
      see:
        strategy === 'uniform'
          ? say(
              `폭이 같아서 한 구간에 값의 ${formatPercent(share)}가 몰리고 ${empty}개 구간이 비어요. 치우친 특성에는 같은 개수로 나누는 편이 구간을 고르게 써요.`,
              `With equal widths one bin holds ${formatPercent(share)} of the values and ${empty} stay empty; on skewed features equal counts use the bins more evenly.`,
            )
          : say(
              `구간마다 개수를 맞춰서 가장 찬 구간도 값의 ${formatPercent(share)}예요. 그 대신 폭이 ${formatNumber(narrowest(edges), 3)}부터 ${formatNumber(widest(edges), 3)}까지 달라요.`,
              `With equal counts the fullest bin holds ${formatPercent(share)} of the values; the widths go from ${formatNumber(narrowest(edges), 3)} to ${formatNumber(widest(edges), 3)} in return.`,
            ),
      numbers: [
        [
          say('구간', 'bins'),
          counts.length < bins ? `${counts.length} (${say('합쳐짐', 'merged')})` : String(counts.length),
        ],
        [say('가장 찬 구간', 'fullest bin'), formatPercent(share)],
        [say('빈 구간', 'empty bins'), String(empty)],
        [
          say('구간의 폭', 'width of bins'),
          `${formatNumber(narrowest(edges), 3)} … ${formatNumber(widest(edges), 3)}`,
        ],
      ],
      table: {
        columns: [say('구간', 'bin'), say('범위', 'range'), say('개수', 'count'), say('평균', 'mean')],
        rows: counts.map((count, k) => [
          String(k),
          `${formatNumber(edges[k] ?? 0)} … ${formatNumber(edges[k + 1] ?? 0)}`,
          String(count),
          formatMean(bin_mean[k] ?? null),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '같은 개수로', en: 'equal counts' }, change: () => ({ strategy: 'quantile' }) },
    { label: { ko: '같은 폭으로', en: 'equal width' }, change: () => ({ strategy: 'uniform' }) },
    {
      label: { ko: '구간 × 2', en: 'bins × 2' },
      change: ({ bins }) => (bins <= 25 ? { bins: bins * 2 } : undefined),
    },
    {
      label: { ko: '같은 값이 많을 때(경계가 합쳐짐)', en: 'many equal values (edges merge)' },
      change: () => ({ x: [0, 0, 0, 0, 0, 0, 1, 2, 3, 9], strategy: 'quantile' }),
    },
  ],
});

function widths(edges: readonly number[]): number[] {
  return edges.slice(1).map((edge, k) => edge - (edges[k] ?? 0));
}

function narrowest(edges: readonly number[]): number {
  return Math.min(...widths(edges));
}

function widest(edges: readonly number[]): number {
  return Math.max(...widths(edges));
}

function formatMean(value: number | null): string {
  return value === null ? '–' : formatNumber(value);
}
