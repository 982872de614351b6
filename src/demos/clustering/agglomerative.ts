import type { XySeries } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { cutInto, linkageOf, type Merge } from '../../math/linkage.ts';
import { range } from '../../math/vector.ts';
import { atMost } from '../checks.ts';
import { colourAt, groupSeries } from '../classification/points.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, type Say } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { choice, int, matrix } from '../parameters.ts';

/** A cluster in the drawing: its leaves from left to right, its middle and its height. */
interface Branch {
  readonly leaves: readonly number[];
  readonly middle: number;
  readonly height: number;
}

/** More leaves than this cannot be named under the tree. */
const NAMED = 24;

/** Leaves in an order in which no branches cross. */
function leafOrder(merges: readonly Merge[]): number[] {
  let groups = range(merges.length + 1).map((leaf) => [leaf]);
  for (const { a, b } of merges) {
    const [left, right] = [
      groups.find((one) => one.includes(a)) ?? [],
      groups.find((one) => one.includes(b)) ?? [],
    ];
    groups = [...groups.filter((one) => one !== left && one !== right), [...left, ...right]];
  }
  return groups[0] ?? [];
}

/** One line a merge, up from both branches and across; merges below the cut take the colour of their cluster. */
function dendrogram(
  merges: readonly Merge[],
  labels: readonly number[],
  order: readonly number[],
  say: Say,
): XySeries[] {
  const place = new Map(order.map((leaf, at) => [leaf, at]));
  let branches = order.map((leaf): Branch => ({ leaves: [leaf], middle: place.get(leaf) ?? 0, height: 0 }));
  const clusters = Math.max(...labels) + 1;
  const groups = range(clusters + 1).map((): { x: number[]; y: (number | null)[] } => ({ x: [], y: [] }));
  merges.forEach(({ a, b, height }, step) => {
    const [left, right] = [
      branches.find((one) => one.leaves.includes(a)),
      branches.find((one) => one.leaves.includes(b)),
    ];
    if (left === undefined || right === undefined) return;
    const own = groups[step < merges.length + 1 - clusters ? (labels[a] ?? 0) : clusters];
    own?.x.push(left.middle, left.middle, right.middle, right.middle, right.middle);
    own?.y.push(left.height, height, height, right.height, null);
    const joint = {
      leaves: [...left.leaves, ...right.leaves],
      middle: (left.middle + right.middle) / 2,
      height,
    };
    branches = [...branches.filter((one) => one !== left && one !== right), joint];
  });
  return groups.flatMap(({ x, y }, index): XySeries[] => {
    const joint = index === clusters;
    if (x.length === 0) return [];
    const name = joint ? say('자른 높이 위', 'above the cut') : String(index);
    return [{ name, x, y, look: 'line', colour: joint ? 'grey' : colourAt(index), unlisted: !joint }];
  });
}

export const agglomerative = defineDemo({
  id: 'agglomerative',
  title: { ko: '병합 군집(계층적)', en: 'Agglomerative clustering' },
  about: {
    ko: '점 하나씩을 군집으로 시작해 가장 가까운 두 군집을 차례로 합쳐요. SciPy의 linkage와 같은 높이(유클리드 거리)를 쓰고, k개 군집이 남는 곳에서 잘라요.',
    en: "Starts with every point as a cluster and merges the two nearest again and again; heights as in SciPy's linkage (Euclidean), cut where k clusters are left.",
  },
  parameters: {
    x: matrix(
      [
        [0, 0],
        [0, 1],
        [5, 5],
        [5, 6],
        [10, 0],
      ],
      '2..60',
      '1..8',
      '-100000..100000',
    ),
    linkage: choice(['single', 'complete', 'average', 'ward'], 'ward'),
    k: int(2, '1..60'),
  },
  results: { heights: 'float[n-1]', labels: 'int[n]' },
  run({ x, linkage, k }) {
    atMost('k', k, x.length, 'x의 행 수', 'the number of rows of x');
    const merges = linkageOf(x, linkage);
    return { heights: merges.map(({ height }) => height), labels: cutInto(merges, k) };
  },
  view({ x, linkage, k }, { heights, labels }, say) {
    const merges = linkageOf(x, linkage);
    const n = x.length;
    const order = leafOrder(merges);
    const below = heights[n - k - 1] ?? 0;
    const above = heights[n - k];
    const cut = above === undefined ? below * 1.08 : (below + above) / 2;
    const sizes = range(k).map((cluster) => labels.filter((label) => label === cluster).length);
    const names = {
      single: say('단일 연결', 'single linkage'),
      complete: say('완전 연결', 'complete linkage'),
      average: say('평균 연결', 'average linkage'),
      ward: say('워드 연결', "Ward's linkage"),
    };
    return {
      chart: {
        kind: 'xy',
        title: say('덴드로그램', 'Dendrogram'),
        subtitle: say(
          `${names[linkage]}, 군집 ${k}개에서 자름`,
          `${names[linkage]}, cut at ${k} ${k === 1 ? 'cluster' : 'clusters'}`,
        ),
        x: {
          name:
            n <= NAMED
              ? say(
                  `트리에서의 자리 · 왼쪽부터 x의 행 ${order.join(', ')}`,
                  `place in the tree · from the left rows of x ${order.join(', ')}`,
                )
              : say('트리에서의 자리', 'place in the tree'),
          whole: true,
        },
        y: { name: say('합친 높이', 'height of the merge') },
        series: [
          ...dendrogram(merges, labels, order, say),
          ...groupSeries(
            { x: range(n), y: order.map(() => 0) },
            order.map((leaf) => labels[leaf] ?? 0),
            range(k),
            (label) => say(`군집 ${label}`, `cluster ${label}`),
          ),
        ],
        marks: cut > 0 ? [{ axis: 'y', at: cut, label: say('자르는 곳', 'cut'), colour: 'black' }] : [],
      },
      see:
        above === undefined
          ? say(
              `모두 한 군집으로 합쳤어요. 마지막 병합의 높이는 ${formatNumber(below)}이고, 앞의 병합(${formatNumber(heights[n - 3] ?? 0)})과 차이가 클수록 두 군집으로 나누는 것이 자연스러워요.`,
              `All points are one cluster. The last merge is at ${formatNumber(below)}, the one before at ${formatNumber(heights[n - 3] ?? 0)}; the larger the jump, the more natural a split in two.`,
            )
          : say(
              `${k}개 군집에서 높이가 ${formatNumber(below)}에서 ${withJosa(formatNumber(above), '으로/로')} 뛰어요. 이 간격이 다른 곳보다 넓으면 k = ${withJosa(k, '이/가')} 자연스러워요. 군집의 크기는 ${k > 8 ? `${sizes.slice(0, 8).join(', ')}, …예요` : withJosa(sizes.join(', '), '이에요/예요')}.`,
              `At ${countOf(k, 'cluster')} the height jumps from ${formatNumber(below)} to ${formatNumber(above)}; where that gap is wider than others, k = ${k} is natural. Cluster sizes: ${sizes.slice(0, 8).join(', ')}${k > 8 ? ', …' : ''}.`,
            ),
      numbers: [
        [say('군집', 'clusters'), String(k)],
        [say('자르기 바로 아래 높이', 'height below the cut'), formatNumber(below)],
        ...(above === undefined
          ? []
          : [[say('바로 위 높이', 'height above the cut'), formatNumber(above)] as const]),
        [say('마지막 병합의 높이', 'height of the last merge'), formatNumber(heights.at(-1) ?? 0)],
      ],
      table: {
        columns: [say('군집', 'cluster'), say('점', 'points'), say('행', 'rows')],
        rows: sizes.map((size, cluster) => {
          const own = labels.flatMap((label, i) => (label === cluster ? [i] : []));
          return [String(cluster), String(size), own.slice(0, 10).join(', ') + (size > 10 ? ', …' : '')];
        }),
      },
    };
  },
  variations: [
    {
      label: { ko: '단일 연결', en: 'single linkage' },
      change: ({ linkage }) => (linkage === 'single' ? undefined : { linkage: 'single' }),
    },
    {
      label: { ko: '완전 연결', en: 'complete linkage' },
      change: ({ linkage }) => (linkage === 'complete' ? undefined : { linkage: 'complete' }),
    },
    {
      label: { ko: '평균 연결', en: 'average linkage' },
      change: ({ linkage }) => (linkage === 'average' ? undefined : { linkage: 'average' }),
    },
    { label: { ko: 'k + 1', en: 'k + 1' }, change: ({ k, x }) => (k < x.length ? { k: k + 1 } : undefined) },
    {
      label: { ko: '한 줄로 이어진 점들', en: 'points in a chain' },
      change: () => ({ x: range(10).map((i) => [i + (i >= 5 ? 0.4 : 0), (i % 2) * 0.2]) }),
    },
  ],
});
