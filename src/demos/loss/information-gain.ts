import { formatNumber } from '../../charts/number.ts';
import { entropyBits, giniOf, groupsBy, weighted } from '../../math/information-gain.ts';
import { distinct } from '../../math/summary.ts';
import { sameLength } from '../checks.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { ints } from '../parameters.ts';

/** Groups that the picture shows one by one. */
const SHOWN = 7;
/** Gains are never negative; rounding may say otherwise. */
const gained = (before: number, after: number): number => Math.max(0, before - after);

export const informationGain = defineDemo({
  id: 'information-gain',
  title: { ko: '정보 이득과 지니 불순도', en: 'Information gain and Gini impurity' },
  about: {
    ko: '특성 값으로 나누기 전후의 불순도를 견줘요. 나눈 뒤의 값은 그룹 크기로 가중 평균을 내고, 이득비는 정보 이득을 특성 자신의 엔트로피로 나눠요 (Quinlan의 ID3와 C4.5, 밑 2).',
    en: 'Compares the impurity of labels before and after a split by the values of a feature, weighted by group size; the gain ratio divides the gain by the entropy of the feature itself (Quinlan’s ID3 and C4.5, base 2).',
  },
  parameters: {
    labels: ints([1, 1, 1, 0, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1], '1..300', '0..50'),
    feature: ints([0, 0, 1, 2, 2, 2, 1, 0, 0, 2, 0, 1, 1, 2], '1..300', '0..50'),
  },
  results: {
    entropy: 'float',
    entropy_after: 'float',
    gain: 'float',
    gini: 'float',
    gini_after: 'float',
    gini_gain: 'float',
    gain_ratio: 'float?',
  },
  run({ labels, feature }) {
    sameLength('feature', feature, 'labels', labels);
    const groups = groupsBy(feature, labels);
    const entropy = entropyBits(labels);
    const gini = giniOf(labels);
    const entropy_after = weighted(groups, 'entropy');
    const gini_after = weighted(groups, 'gini');
    const gain = gained(entropy, entropy_after);
    const split = entropyBits(feature);
    return {
      entropy,
      entropy_after,
      gain,
      gini,
      gini_after,
      gini_gain: gained(gini, gini_after),
      gain_ratio: split === 0 ? null : gain / split,
    };
  },
  view({ labels, feature }, { entropy, entropy_after, gain, gini, gini_after, gini_gain, gain_ratio }, say) {
    const groups = groupsBy(feature, labels);
    const shown = groups.length <= SHOWN ? groups : [];
    const all = distinct(feature).length === labels.length && labels.length > 1;
    const bits = (value: number): string => say(`${formatNumber(value)}비트`, `${formatNumber(value)} bits`);
    return {
      chart: {
        kind: 'bars',
        title: say('나누기 전과 뒤의 불순도', 'Impurity before and after the split'),
        subtitle: say(
          `정보 이득 ${bits(gain)}, 그룹 ${groups.length}개`,
          `information gain ${bits(gain)}, groups: ${groups.length}`,
        ),
        categories: [
          say('나누기 전', 'before'),
          ...shown.map(({ value, size }) => say(`값 ${value}\n(${size}개)`, `value ${value}\n(n = ${size})`)),
          say('나눈 뒤\n(가중 평균)', 'after\n(weighted)'),
        ],
        x: { name: shown.length > 0 ? say('특성 값에 따른 그룹', 'group by value of the feature') : '' },
        y: { name: say('불순도', 'impurity'), min: 0 },
        series: [
          {
            name: say('엔트로피 (비트)', 'entropy (bits)'),
            values: [entropy, ...shown.map((group) => group.entropy), entropy_after],
            colour: 'blue',
          },
          {
            name: say('지니 불순도', 'Gini impurity'),
            values: [gini, ...shown.map((group) => group.gini), gini_after],
            colour: 'orange',
          },
        ],
      },
      see: all
        ? say(
            `특성 값이 샘플마다 달라 정보 이득이 ${withJosa(bits(gain), '으로/로')} 가장 크지만, 이런 특성은 새 샘플에 쓸모가 없어요. 이득비는 이를 ${withJosa(gain_ratio === null ? '–' : formatNumber(gain_ratio), '으로/로')} 낮춰요.`,
            `Every sample has a value of its own, so the gain reaches its largest, ${bits(gain)}, yet such a feature tells nothing about new samples; the gain ratio lowers it to ${gain_ratio === null ? '–' : formatNumber(gain_ratio)}.`,
          )
        : gain === 0
          ? say(
              `나누어도 엔트로피가 ${bits(entropy)} 그대로예요. 이 특성은 레이블에 대해 아무것도 알려 주지 않아요.`,
              `The split leaves the entropy at ${bits(entropy)}: this feature says nothing about the labels.`,
            )
          : say(
              `이 특성을 알면 레이블의 엔트로피가 ${bits(entropy)}에서 ${withJosa(bits(entropy_after), '으로/로')} 줄고, 지니 불순도는 ${formatNumber(gini)}에서 ${withJosa(formatNumber(gini_after), '으로/로')} 줄어요. 트리는 이득이 가장 큰 특성으로 나눠요.`,
              `Knowing this feature lowers the entropy of the labels from ${bits(entropy)} to ${bits(entropy_after)} and the Gini impurity from ${formatNumber(gini)} to ${formatNumber(gini_after)}; a tree splits on the feature that gains most.`,
            ),
      numbers: [
        [say('정보 이득', 'information gain'), bits(gain)],
        [
          say('이득비', 'gain ratio'),
          gain_ratio === null ? say('정의되지 않음', 'not defined') : formatNumber(gain_ratio),
        ],
        [say('지니 이득', 'Gini gain'), formatNumber(gini_gain)],
      ],
      table: {
        columns: [
          say('특성 값', 'value'),
          say('샘플', 'samples'),
          say('엔트로피', 'entropy'),
          say('지니', 'Gini'),
        ],
        rows: groups.map(({ value, size, ...impurity }) => [
          String(value),
          String(size),
          formatNumber(impurity.entropy),
          formatNumber(impurity.gini),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '샘플마다 다른 값 (ID)', en: 'a value per sample (an id)' },
      change: ({ labels }) => (labels.length <= 51 ? { feature: labels.map((_, i) => i) } : undefined),
    },
    {
      label: { ko: '레이블과 같은 특성', en: 'feature equal to the label' },
      change: ({ labels }) => ({ feature: labels }),
    },
    {
      label: { ko: '값이 하나뿐인 특성', en: 'constant feature' },
      change: ({ feature }) => ({ feature: feature.map(() => 0) }),
    },
  ],
});
