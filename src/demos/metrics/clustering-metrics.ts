import type { Colour, SingleChart, XySeries } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { ORDER } from '../../charts/theme.ts';
import {
  adjustedRand,
  normalizedMutualInformation,
  purity as purityOf,
} from '../../math/partition-agreement.ts';
import { silhouettes } from '../../math/silhouette.ts';
import { argSort, distinct, mean } from '../../math/summary.ts';
import { type Rows, range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { defineDemo, type Say } from '../demo.ts';
import { ints, matrix } from '../parameters.ts';

/** Clusters with a colour and a place in the legend of their own; further ones share the last. */
const MAX_NAMED = 6;
const MAX_TRUE_NAMES = 24;
const MAX_BARS = 30;

function colourOf(cluster: number): Colour {
  return cluster < MAX_NAMED ? (ORDER[cluster] ?? 'blue') : 'grey';
}

function nameOf(clusters: readonly number[], cluster: number, say: Say): string {
  if (cluster === MAX_NAMED) return say('나머지', 'others');
  const label = formatNumber(clusters[cluster] ?? 0);
  return say(`군집 ${label}`, `cluster ${label}`);
}

/** The rows of each cluster in the plane of the first two columns, with the true class beside each point. */
function points(x: Rows, truth: readonly number[], labels: readonly number[], say: Say): SingleChart {
  const flat = (x[0]?.length ?? 0) === 1;
  const clusters = distinct(labels);
  const series = range(Math.min(clusters.length, MAX_NAMED + 1)).map((cluster): XySeries => {
    const own = range(x.length).filter(
      (i) => Math.min(clusters.indexOf(labels[i] ?? 0), MAX_NAMED) === cluster,
    );
    return {
      name: nameOf(clusters, cluster, say),
      x: own.map((i) => x[i]?.[0] ?? 0),
      y: own.map((i) => (flat ? 0 : (x[i]?.[1] ?? 0))),
      look: 'points',
      colour: colourOf(cluster),
      ...(x.length <= MAX_TRUE_NAMES ? { labels: own.map((i) => String(truth[i] ?? 0)) } : {}),
    };
  });
  return {
    kind: 'xy',
    title:
      x.length <= MAX_TRUE_NAMES
        ? say('색은 군집, 숫자는 실제 클래스', 'colour: cluster, number: true class')
        : say('색은 군집', 'colour: cluster'),
    x: { name: 'x0' },
    y: { name: flat ? '' : 'x1' },
    series,
    square: !flat,
  };
}

/** Silhouettes by cluster, the best first, as Rousseeuw draws them. */
function silhouetteChart(samples: readonly number[], labels: readonly number[], say: Say): SingleChart {
  const clusters = distinct(labels);
  const order = clusters.flatMap((cluster) =>
    argSort(samples.map((value) => -value)).filter((i) => labels[i] === cluster),
  );
  const named = range(Math.min(clusters.length, MAX_NAMED + 1));
  const group = (i: number): number => Math.min(clusters.indexOf(labels[i] ?? 0), MAX_NAMED);
  const frame = {
    title: say('점마다의 실루엣', 'silhouette of each point'),
    y: { name: say('실루엣', 'silhouette') },
  };
  if (order.length > MAX_BARS)
    return {
      ...frame,
      kind: 'xy',
      x: { name: say('군집 순서로 늘어놓은 점', 'points in the order of their clusters'), whole: true },
      series: named.map((cluster) => {
        const places = range(order.length).filter((at) => group(order[at] ?? 0) === cluster);
        return {
          name: nameOf(clusters, cluster, say),
          x: places,
          y: places.map((at) => samples[order[at] ?? 0] ?? 0),
          look: 'stems' as const,
          colour: colourOf(cluster),
          unlisted: true,
        };
      }),
    };
  return {
    ...frame,
    kind: 'bars',
    categories: order.map(String),
    x: { name: say('점의 번호', 'index of the point') },
    stacked: true,
    figures: false,
    series: named.map((cluster) => ({
      name: nameOf(clusters, cluster, say),
      values: order.map((i) => (group(i) === cluster ? (samples[i] ?? 0) : null)),
      colour: colourOf(cluster),
    })),
  };
}

export const clusteringMetrics = defineDemo({
  id: 'clustering-metrics',
  title: { ko: '군집 평가(ARI·NMI·실루엣)', en: 'Clustering metrics' },
  about: {
    ko: 'scikit-learn의 정의예요. ARI·NMI(산술평균)·순도는 실제 클래스와 견주고, 실루엣은 정답 없이 유클리드 거리만 봐요.',
    en: 'Definitions of scikit-learn. ARI, NMI (arithmetic mean) and purity compare with the true classes; the silhouette needs no truth, only Euclidean distances.',
  },
  parameters: {
    labels_true: ints([0, 0, 0, 1, 1, 1], '2..200', '-1..50'),
    labels_pred: ints([0, 0, 1, 1, 2, 2], '2..200', '-1..50'),
    x: matrix(
      [
        [1, 1],
        [1.2, 0.8],
        [2, 2],
        [6, 6],
        [8, 8],
        [8.2, 7.8],
      ],
      '2..200',
      '1..8',
      '-100000..100000',
    ),
  },
  results: {
    ari: 'float',
    nmi: 'float',
    silhouette: 'float?',
    silhouette_samples: 'float[n]',
    purity: 'float',
  },
  run({ labels_true, labels_pred, x }) {
    sameLength('labels_pred', labels_pred, 'labels_true', labels_true);
    sameLength('x', x, 'labels_true', labels_true);
    const samples = silhouettes(x, labels_pred);
    return {
      ari: adjustedRand(labels_true, labels_pred),
      nmi: normalizedMutualInformation(labels_true, labels_pred),
      silhouette: samples.length === 0 ? null : mean(samples),
      silhouette_samples: samples,
      purity: purityOf(labels_true, labels_pred),
    };
  },
  view({ labels_true, labels_pred, x }, { ari, nmi, silhouette, silhouette_samples, purity }, say) {
    const title = say('군집과 실루엣', 'Clusters and silhouettes');
    const subtitle = say(
      `ARI ${formatNumber(ari, 3)}, NMI ${formatNumber(nmi, 3)}, 순도 ${formatPercent(purity)}`,
      `ARI ${formatNumber(ari, 3)}, NMI ${formatNumber(nmi, 3)}, purity ${formatPercent(purity)}`,
    );
    const scatter = points(x, labels_true, labels_pred, say);
    const misplaced = silhouette_samples.filter((value) => value < 0).length;
    return {
      chart:
        silhouette === null
          ? { ...scatter, title: say('군집', 'Clusters'), subtitle }
          : {
              kind: 'panels',
              title,
              subtitle,
              panels: [scatter, silhouetteChart(silhouette_samples, labels_pred, say)],
            },
      see:
        silhouette === null
          ? say(
              `군집이 하나뿐이거나 점마다 하나여서 실루엣은 정의되지 않아요. 순도는 ${formatPercent(purity)}지만 군집을 잘게 나누면 저절로 오르므로 ARI ${formatNumber(ari, 3)}도 함께 봐야 해요.`,
              `With a single cluster, or one for each point, there is no silhouette. Purity is ${formatPercent(purity)}, but it rises with ever smaller clusters, so look at ARI (${formatNumber(ari, 3)}) as well.`,
            )
          : say(
              `순도 ${formatPercent(purity)}, 우연을 뺀 ARI ${formatNumber(ari, 3)}. 실루엣이 음수라서 자기 군집보다 이웃 군집에 더 가까운 점은 ${misplaced}개예요.`,
              `Purity is ${formatPercent(purity)}, while ARI, corrected for chance, is ${formatNumber(ari, 3)}. Points with a negative silhouette, nearer to another cluster than to their own: ${misplaced}.`,
            ),
      numbers: [
        ['ARI', formatNumber(ari)],
        ['NMI', formatNumber(nmi)],
        [say('순도', 'purity'), formatPercent(purity)],
        [say('평균 실루엣', 'mean silhouette'), silhouette === null ? '–' : formatNumber(silhouette)],
      ],
      table: {
        columns: [
          say('점', 'point'),
          say('실제', 'true'),
          say('군집', 'cluster'),
          say('실루엣', 'silhouette'),
        ],
        rows: labels_pred.map((label, i) => [
          String(i),
          String(labels_true[i] ?? 0),
          String(label),
          silhouette === null ? '–' : formatNumber(silhouette_samples[i] ?? 0, 3),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '정답과 같은 군집', en: 'clusters equal to the truth' },
      change: ({ labels_true }) => ({ labels_pred: [...labels_true] }),
    },
    {
      label: { ko: '모두 한 군집', en: 'all in one cluster' },
      change: ({ labels_true }) => ({ labels_pred: labels_true.map(() => 0) }),
    },
    {
      label: { ko: '점마다 따로 (순도 100%)', en: 'one cluster a point (purity 100%)' },
      change: ({ labels_true }) =>
        labels_true.length > 51 ? undefined : { labels_pred: labels_true.map((_, i) => i) },
    },
    {
      label: { ko: '번갈아 나누기', en: 'alternate labels' },
      change: ({ labels_true }) => ({ labels_pred: labels_true.map((_, i) => i % 2) }),
    },
  ],
});
