import type { HistogramChart, Marker } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { binOf, quantileEdges, uniformEdges } from '../../math/discretize.ts';
import { histogram } from '../../math/histogram.ts';
import { argMax, extent, mean } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { notConstant } from '../checks.ts';
import { defineDemo, type Say } from '../demo.ts';
import { choice, floats, int } from '../parameters.ts';

/** Labels nearer than this share of the range run into one another, or into the name of the axis. */
const APART = 0.14;
const NAME_ENDS = 0.2;
/** Bars of the picture of the data, whatever the bins are. */
const FINE = 24;

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

function edgesPanel(x: readonly number[], edges: readonly number[], say: Say): HistogramChart {
  const { min, max } = extent(x);
  const fine = histogram(x, FINE, min, max);
  return {
    kind: 'histogram',
    title: say('데이터와 구간의 경계', 'data and edges of the bins'),
    edges: fine.edges,
    x: { name: 'x' },
    y: { name: say('개수', 'count'), whole: true },
    series: [{ name: say('데이터', 'data'), counts: fine.counts, colour: 'sky' }],
    marks: markers(edges),
  };
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
        kind: 'panels',
        title: say(`구간 분할: ${kind}`, `Binning: ${kind}`),
        panels: [
          edgesPanel(x, edges, say),
          {
            kind: 'bars',
            title: say('구간별 개수', 'values by bin'),
            categories: counts.map((_, k) => String(k)),
            x: { name: say('구간', 'bin') },
            y: { name: say('개수', 'count'), min: 0, whole: true },
            series: [{ name: say('개수', 'count'), values: counts }],
          },
        ],
      },
      see: seen(strategy, x.length, counts, edges, say),
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

function seen(
  strategy: 'uniform' | 'quantile',
  n: number,
  counts: readonly number[],
  edges: readonly number[],
  say: Say,
): string {
  const share = formatPercent(Math.max(...counts) / n);
  const empty = counts.filter((count) => count === 0).length;
  const ends = [formatNumber(narrowest(edges), 3), formatNumber(widest(edges), 3)] as const;
  if (strategy === 'quantile')
    return say(
      `개수를 맞춰 나눠서 가장 찬 구간이 값의 ${share}를 담아요. ${ends[0] === ends[1] ? '값이 고르게 퍼져 있어 폭도 거의 같아요.' : `그 대신 구간의 폭이 ${ends[0]}부터 ${ends[1]}까지 달라요.`}`,
      `With equal counts the fullest bin holds ${share} of the values; ${ends[0] === ends[1] ? 'they are spread evenly, so the widths are about equal as well.' : `in return the widths go from ${ends[0]} to ${ends[1]}.`}`,
    );
  return empty === 0
    ? say(
        `폭이 같고 빈 구간이 없어요. 가장 찬 구간이 값의 ${share}를 담아요. 치우친 특성에서는 한 구간에 값이 몰리기 쉬워요.`,
        `The widths are equal and no bin is empty; the fullest holds ${share} of the values. On skewed features most values end up in one bin.`,
      )
    : say(
        `폭이 같아서 한 구간에 값의 ${share}가 몰리고 ${empty}개 구간이 비어요. 치우친 특성은 같은 개수로 나누면 구간을 더 고르게 써요.`,
        `With equal widths one bin holds ${share} of the values and ${empty} ${empty === 1 ? 'stays' : 'stay'} empty; on skewed features equal counts use the bins more evenly.`,
      );
}

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
