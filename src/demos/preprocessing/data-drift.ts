import type { BarChart, XyChart } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { quantileAtPlace } from '../../math/discretize.ts';
import { extent, mean, standardDeviation } from '../../math/summary.ts';
import { kolmogorovSmirnov, sharesBetween, stabilityIndex } from '../../math/two-sample-distance.ts';
import { range } from '../../math/vector.ts';
import { defineDemo, type Say } from '../demo.ts';
import { floats, int } from '../parameters.ts';

/** Empty bins count as this share, so that the index stays finite. */
const LEAST_SHARE = 1e-4;

/** Linear quantiles of the training values at 1/bins, 2/bins, ...; the place is a fraction of whole numbers, so ties are exact. */
function innerEdges(train: readonly number[], bins: number): number[] {
  const sorted = [...train].sort((a, b) => a - b);
  return range(bins - 1).map((i) => quantileAtPlace(sorted, ((sorted.length - 1) * (i + 1)) / bins));
}

/** (Mean of serve - mean of train) / population sd of train; null where train does not vary. */
function meanShift(train: readonly number[], serve: readonly number[]): number | null {
  const { min, max } = extent(train);
  if (min === max) return null;
  const sd = standardDeviation(train);
  return sd === 0 ? null : (mean(serve) - mean(train)) / sd;
}

/** The usual rule of thumb for the index, from credit scoring. */
function verdict(psi: number, say: Say): string {
  if (psi < 0.1) return say('안정', 'stable');
  return psi < 0.25 ? say('주의', 'moderate shift') : say('큰 변화', 'large shift');
}

/** Longer lists of names do not fit under half a picture. */
const NAMED = 6;

function binNames(edges: readonly number[]): string[] {
  return [...edges.map((edge) => `≤ ${formatNumber(edge, 3)}`), `> ${formatNumber(edges.at(-1) ?? 0, 3)}`];
}

/** The share of values up to each value, as steps. */
function distribution(values: readonly number[]): { x: number[]; y: number[] } {
  const sorted = [...values].sort((a, b) => a - b);
  return { x: [sorted[0] ?? 0, ...sorted], y: [0, ...sorted.map((_, i) => (i + 1) / sorted.length)] };
}

function sharesPanel(
  names: readonly string[],
  train: readonly number[],
  serve: readonly number[],
  psi: number,
  say: Say,
): BarChart {
  return {
    kind: 'bars',
    title: say('구간별 비율', 'shares by bin'),
    subtitle: `PSI ${formatNumber(psi, 3)}`,
    categories: names.length <= NAMED ? names : names.map((_, k) => String(k)),
    x: { name: say('학습 분위수 구간', 'quantile bin of training') },
    y: { name: say('비율', 'share'), min: 0 },
    series: [
      { name: say('학습', 'training'), values: train, colour: 'blue' },
      { name: say('서빙', 'serving'), values: serve, colour: 'vermillion' },
    ],
    figures: false,
  };
}

function distributionPanel(train: readonly number[], serve: readonly number[], say: Say): XyChart {
  const gap = kolmogorovSmirnov(train, serve);
  return {
    kind: 'xy',
    title: say('누적 분포', 'cumulative distributions'),
    subtitle: say(
      `KS ${formatNumber(gap.size, 3)}, x = ${formatNumber(gap.at, 3)}에서 가장 벌어져요`,
      `KS ${formatNumber(gap.size, 3)}, widest at x = ${formatNumber(gap.at, 3)}`,
    ),
    x: { name: 'x' },
    y: { name: say('누적 비율', 'cumulative share'), min: 0, max: 1 },
    series: [
      { name: say('학습', 'training'), ...distribution(train), look: 'step', colour: 'blue' },
      { name: say('서빙', 'serving'), ...distribution(serve), look: 'step', colour: 'vermillion' },
    ],
    marks: [{ axis: 'x', at: gap.at, label: 'KS', colour: 'black' }],
  };
}

function seen(psi: number, ks: number, empty: number, say: Say): string {
  const index = formatNumber(psi, 3);
  const distance = formatNumber(ks, 3);
  const rule = say(
    `PSI ${index}, 경험칙으로는 '${verdict(psi, say)}' 단계예요.`,
    `A PSI of ${index} counts as ${verdict(psi, say)} by the rule of thumb.`,
  );
  const more =
    empty > 0
      ? say(
          `서빙에서 빈 구간이 ${empty}개 있어 PSI가 구간 수에 크게 좌우되니 KS ${distance}도 함께 보세요.`,
          `${empty} ${empty === 1 ? 'bin is' : 'bins are'} empty in serving, where the PSI depends much on the number of bins; look at the KS of ${distance} as well.`,
        )
      : say(
          `KS ${distance}도 함께 보세요. 입력 분포만 본 것이라 레이블과의 관계가 바뀌었는지는 따로 확인해야 해요.`,
          `Look at the KS of ${distance} as well. Both see the inputs only; whether their relation to the label changed is another question.`,
        );
  return `${rule} ${more}`;
}

export const dataDrift = defineDemo({
  id: 'data-drift',
  title: { ko: '데이터 드리프트(학습과 서빙 분포)', en: 'Data drift between training and serving' },
  about: {
    ko: '두 표본의 KS 통계량과, 학습 분위수로 나눈 구간의 PSI = Σ(s − t)·ln(s/t)를 구해요. 0.0001보다 작은 비율은 0.0001로 세요. PSI 0.1·0.25 기준은 신용 평가에서 온 경험칙이에요.',
    en: 'The two-sample Kolmogorov-Smirnov statistic, and the PSI = Σ(s − t)·ln(s/t) over bins at the quantiles of training; shares below 0.0001 count as 0.0001. The PSI limits 0.1 and 0.25 are rules of thumb from credit scoring.',
  },
  parameters: {
    train: floats([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], '5..500', '-1000000..1000000'),
    serve: floats([3, 4, 5, 6, 7, 8, 9, 10, 11, 12], '5..500', '-1000000..1000000'),
    bins: int(5, '2..20'),
  },
  results: {
    ks: 'float',
    psi: 'float',
    mean_shift: 'float?',
    train_share: 'float[bins]',
    serve_share: 'float[bins]',
  },
  run({ train, serve, bins }) {
    const edges = innerEdges(train, bins);
    const train_share = sharesBetween(train, edges);
    const serve_share = sharesBetween(serve, edges);
    return {
      ks: kolmogorovSmirnov(train, serve).size,
      psi: stabilityIndex(train_share, serve_share, LEAST_SHARE),
      mean_shift: meanShift(train, serve),
      train_share,
      serve_share,
    };
  },
  view({ train, serve, bins }, { ks, psi, mean_shift, train_share, serve_share }, say) {
    const names = binNames(innerEdges(train, bins));
    const shift =
      mean_shift === null
        ? '–'
        : say(`표준편차의 ${formatNumber(mean_shift, 3)}배`, `${formatNumber(mean_shift, 3)} sd`);
    const empty = serve_share.filter((share) => share === 0).length;
    return {
      chart: {
        kind: 'panels',
        title: say('학습 분포와 서빙 분포', 'Training and serving distributions'),
        panels: [
          sharesPanel(names, train_share, serve_share, psi, say),
          distributionPanel(train, serve, say),
        ],
      },
      see: seen(psi, ks, empty, say),
      numbers: [
        ['PSI', `${formatNumber(psi)} (${verdict(psi, say)})`],
        ['KS', formatNumber(ks)],
        [say('평균의 이동', 'shift of the mean'), shift],
        [say('서빙에서 빈 구간', 'bins empty in serving'), `${empty} / ${bins}`],
      ],
      table: {
        columns: [say('구간', 'bin'), say('학습', 'training'), say('서빙', 'serving')],
        rows: names.map((name, k) => [
          `${k}: ${name}`,
          formatPercent(train_share[k] ?? 0),
          formatPercent(serve_share[k] ?? 0),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '드리프트 없음', en: 'no drift' }, change: ({ train }) => ({ serve: train }) },
    { label: { ko: '구간 2개', en: '2 bins' }, change: () => ({ bins: 2 }) },
    { label: { ko: '구간 10개', en: '10 bins' }, change: () => ({ bins: 10 }) },
    {
      label: { ko: '평균은 같고 퍼짐만 다름', en: 'same mean, wider spread' },
      change: ({ train }) => {
        const centre = mean(train);
        const serve = train.map((value) => centre + 2 * (value - centre));
        return serve.every((value) => Math.abs(value) <= 1e6) ? { serve } : undefined;
      },
    },
  ],
});
