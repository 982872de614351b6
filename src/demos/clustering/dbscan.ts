import { formatNumber } from '../../charts/number.ts';
import { dbscan as cluster } from '../../math/dbscan.ts';
import { range } from '../../math/vector.ts';
import {
  featureAxes,
  groupSeries,
  hiddenFeatures,
  joined,
  nearlySquare,
  placesOf,
} from '../classification/points.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { float, int, matrix } from '../parameters.ts';

export const dbscan = defineDemo({
  id: 'dbscan',
  title: { ko: 'DBSCAN', en: 'DBSCAN' },
  about: {
    ko: '반경 eps 안에 자신을 포함해 min_samples개 이상이 있는 점이 핵심점이고, 군집은 핵심점을 따라 번져요. 어느 핵심점에서도 닿지 않는 점은 잡음(−1)이에요(scikit-learn 관례).',
    en: "A point with at least min_samples points within eps, itself included, is a core point; clusters spread along core points, and what none reaches is noise (−1). scikit-learn's conventions.",
  },
  parameters: {
    x: matrix(
      [
        [1, 1],
        [1.1, 1],
        [1, 1.2],
        [5, 5],
        [5.1, 5],
        [5, 5.2],
        [9, 1],
      ],
      '1..200',
      '1..8',
      '-100000..100000',
    ),
    eps: float(0.5, '0<..1000000'),
    min_samples: int(3, '1..100'),
  },
  results: { labels: 'int[n]', core: 'int[m]', clusters: 'int', noise: 'int' },
  run({ x, eps, min_samples }) {
    const { labels, core } = cluster(x, eps, min_samples);
    return {
      labels,
      core,
      clusters: Math.max(...labels) + 1,
      noise: labels.filter((label) => label === -1).length,
    };
  },
  view({ x, eps, min_samples }, { labels, core, clusters, noise }, say) {
    const features = x[0]?.length ?? 0;
    const at = placesOf(x);
    const lost = labels.flatMap((label, i) => (label === -1 ? [i] : []));
    const border = x.length - noise - core.length;
    return {
      chart: {
        kind: 'xy',
        title: say('DBSCAN 군집과 잡음', 'DBSCAN clusters and noise'),
        subtitle: joined(
          say(
            `eps ${formatNumber(eps)}, 최소 ${min_samples}개`,
            `eps ${formatNumber(eps)}, at least ${countOf(min_samples, 'point')}`,
          ),
          hiddenFeatures(features, say),
        ),
        ...featureAxes(features),
        square: features > 1 && nearlySquare(at),
        series: [
          ...groupSeries(at, labels, range(clusters), (label) => say(`군집 ${label}`, `cluster ${label}`)),
          {
            name: say('잡음', 'noise'),
            x: lost.map((i) => at.x[i] ?? 0),
            y: lost.map((i) => at.y[i] ?? 0),
            look: 'hollow',
            colour: 'grey',
            ...(noise === 0 ? { unlisted: true } : {}),
          },
        ],
      },
      see:
        clusters === 0
          ? say(
              `핵심점이 하나도 없어서 ${noise}개가 모두 잡음이에요. eps를 키우거나 min_samples를 줄이면 군집이 생겨요.`,
              `There is no core point, so all ${noise} points are noise; a larger eps or a smaller min_samples brings clusters.`,
            )
          : say(
              `군집의 수를 정해 주지 않아도 ${clusters}개를 찾았고 ${noise}개를 잡음으로 남겼어요. 핵심점은 ${core.length}개, 핵심점 곁에 있기만 한 경계점은 ${border}개예요.`,
              `Without being told how many, it finds ${clusters} ${clusters === 1 ? 'cluster' : 'clusters'} and leaves ${noise} as noise. Core points: ${core.length}; border points, which only lie near one: ${border}.`,
            ),
      numbers: [
        [say('군집', 'clusters'), String(clusters)],
        [say('잡음', 'noise'), String(noise)],
        [say('핵심점', 'core points'), String(core.length)],
        [say('경계점', 'border points'), String(border)],
      ],
      table: {
        columns: [say('군집', 'cluster'), say('점', 'points'), say('핵심점', 'core points')],
        rows: range(clusters).map((label) => [
          String(label),
          String(labels.filter((one) => one === label).length),
          String(core.filter((i) => labels[i] === label).length),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: 'eps ÷ 3', en: 'eps ÷ 3' }, change: ({ eps }) => ({ eps: eps / 3 }) },
    {
      label: { ko: 'eps × 12', en: 'eps × 12' },
      change: ({ eps }) => (eps <= 80_000 ? { eps: eps * 12 } : undefined),
    },
    {
      label: { ko: 'min_samples = 1', en: 'min_samples = 1' },
      change: ({ min_samples }) => (min_samples === 1 ? undefined : { min_samples: 1 }),
    },
    {
      label: { ko: '고리와 그 안의 무리', en: 'a ring round a group' },
      change: () => ({
        x: [
          ...range(24).map((i) => [4 * Math.cos((i * Math.PI) / 12), 4 * Math.sin((i * Math.PI) / 12)]),
          ...range(9).map((i) => [(i % 3) * 0.6 - 0.6, Math.floor(i / 3) * 0.6 - 0.6]),
        ],
        eps: 1.2,
        min_samples: 3,
      }),
    },
  ],
});
