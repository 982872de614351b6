import { formatNumber } from '../../charts/number.ts';
import { firstLargest } from '../../math/first-largest.ts';
import { type GradientSums, leafWeight, splitGain } from '../../math/split-gain.ts';
import { extent, sum } from '../../math/summary.ts';
import { range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { defineDemo, refuse } from '../demo.ts';
import { float, floats, int } from '../parameters.ts';

/** Gains that differ by less than this share are equal on paper. */
const TIE = 1e-12;

function sumsOf(g: readonly number[], h: readonly number[], from: number, to: number): GradientSums {
  return { g: sum(g.slice(from, to)), h: sum(h.slice(from, to)) };
}

function plus(one: GradientSums, other: GradientSums): GradientSums {
  return { g: one.g + other.g, h: one.h + other.h };
}

function zeroDenominator(): never {
  return refuse(
    'lambda',
    '한쪽의 헤시안 합과 λ의 합이 0이라 나눌 수 없어요. λ를 키워 보세요.',
    'plus the Hessians of one side is 0, which nothing can be divided by; use a larger one.',
  );
}

export const xgboostGain = defineDemo({
  id: 'xgboost-gain',
  title: { ko: 'XGBoost 분기 이득', en: 'XGBoost split gain' },
  about: {
    ko: '그래디언트 합 G와 헤시안 합 H로 분기의 이득을 재요: (GL²/(HL+λ) + GR²/(HR+λ) − G²/(H+λ))/2 − γ. 정보 이득이 아니라 규제된 손실이 줄어드는 양이에요(Chen & Guestrin 2016). 앞의 split개가 왼쪽이에요.',
    en: 'Gain of a split from sums of gradients G and Hessians H: (GL²/(HL+λ) + GR²/(HR+λ) − G²/(H+λ))/2 − γ, the fall of the regularized loss and not an information gain (Chen & Guestrin 2016). The first `split` samples go left.',
  },
  parameters: {
    g: floats([-2, -1.5, -1, 1, 1.5, 2], '2..200', '-1000..1000'),
    h: floats([1, 1, 1, 1, 1, 1], '2..200', '0..1000'),
    split: int(3, '1..199'),
    lambda: float(1, '0..1000'),
    gamma: float(0, '0..1000'),
    g_missing: float(0, '-1000..1000'),
    h_missing: float(0, '0..1000'),
  },
  results: {
    gain: 'float',
    left_weight: 'float',
    right_weight: 'float',
    root_weight: 'float',
    keep: 'bool',
    gain_missing_left: 'float',
    gain_missing_right: 'float',
    default_left: 'bool',
  },
  run({ g, h, split, lambda, gamma, g_missing, h_missing }) {
    sameLength('h', h, 'g', g);
    if (split >= g.length)
      refuse(
        'split',
        `g의 개수(${g.length})보다 작아야 해요.`,
        `must be less than the length of g (${g.length}).`,
      );
    const left = sumsOf(g, h, 0, split);
    const right = sumsOf(g, h, split, g.length);
    const missing = { g: g_missing, h: h_missing };
    const gainOf = (one: GradientSums, other: GradientSums): number =>
      splitGain(one, other, lambda, gamma) ?? zeroDenominator();
    const gain = gainOf(left, right);
    const toLeft = gainOf(plus(left, missing), right);
    const toRight = gainOf(left, plus(right, missing));
    return {
      gain,
      left_weight: leafWeight(left, lambda),
      right_weight: leafWeight(right, lambda),
      root_weight: leafWeight(sumsOf(g, h, 0, g.length), lambda),
      keep: gain > 0,
      gain_missing_left: toLeft,
      gain_missing_right: toRight,
      default_left: toLeft >= toRight - TIE * Math.max(Math.abs(toLeft), Math.abs(toRight)),
    };
  },
  view({ g, h, split, lambda, gamma }, results, say) {
    const { gain, left_weight, right_weight, root_weight, keep, gain_missing_left, gain_missing_right } =
      results;
    const places = range(g.length - 1).map((i) => i + 1);
    const gains = places.map(
      (at) => splitGain(sumsOf(g, h, 0, at), sumsOf(g, h, at, g.length), lambda, gamma) ?? null,
    );
    const best = firstLargest(gains.map((value) => value ?? Number.NEGATIVE_INFINITY));
    const here = gains[best] === gain ? split : best + 1;
    const { min: low, max: high } = extent(gains.filter((value) => value !== null));
    return {
      chart: {
        kind: 'xy',
        title: say('분기 위치에 따른 이득', 'Gain against split position'),
        subtitle: `λ = ${formatNumber(lambda)}, γ = ${formatNumber(gamma)}`,
        x: { name: say('왼쪽으로 가는 샘플 수', 'samples that go left'), whole: true },
        y: { name: say('이득', 'gain'), ...(low > 0 ? { min: 0 } : high < 0 ? { max: 0 } : {}) },
        series: [
          {
            name: say('이득', 'gain'),
            x: places,
            y: gains,
            look: places.length === 1 ? 'points' : places.length > 60 ? 'line' : 'line-points',
            colour: 'blue',
          },
          {
            name: say('고른 분기', 'chosen split'),
            x: [split],
            y: [gain],
            look: 'points',
            colour: 'vermillion',
          },
        ],
        marks: [{ axis: 'y', at: 0, label: say('0: 나누지 않음', '0: no split'), colour: 'grey' }],
      },
      see: keep
        ? here === split
          ? say(
              `${split}번째 뒤에서 나눌 때의 이득(${formatNumber(gain)})이 모든 위치 가운데 가장 커요. XGBoost는 이득이 0보다 크지 않은 분기를 아래에서부터 쳐내요.`,
              `Splitting after sample ${split} gains ${formatNumber(gain)}, the most of all positions. From the bottom up, XGBoost prunes splits whose gain is not above 0.`,
            )
          : say(
              `${split}번째 뒤의 이득(${formatNumber(gain)})보다 ${here}번째 뒤의 이득(${formatNumber(gains[best] ?? 0)})이 더 커요. XGBoost는 모든 위치를 훑어 가장 큰 것을 골라요.`,
              `Splitting after sample ${split} gains ${formatNumber(gain)}, but after sample ${here} it would be ${formatNumber(gains[best] ?? 0)}; XGBoost scans all positions for the largest.`,
            )
        : say(
            `이득(${formatNumber(gain)})이 0보다 크지 않아 이 가지는 잘려요. γ는 분기마다 치르는 값이고, λ는 잎 값을 줄여요.`,
            `The gain of ${formatNumber(gain)} is not above 0, so the branch is pruned: γ is the price of a split, λ shrinks the leaf values.`,
          ),
      numbers: [
        [say('이득', 'gain'), formatNumber(gain)],
        [say('왼쪽 잎 값', 'left leaf value'), formatNumber(left_weight)],
        [say('오른쪽 잎 값', 'right leaf value'), formatNumber(right_weight)],
        [say('나누기 전 값', 'value before the split'), formatNumber(root_weight)],
        [say('결측을 왼쪽으로 보낸 이득', 'gain, missing to the left'), formatNumber(gain_missing_left)],
        [say('결측을 오른쪽으로 보낸 이득', 'gain, missing to the right'), formatNumber(gain_missing_right)],
      ],
    };
  },
  variations: [
    { label: { ko: 'λ = 0', en: 'λ = 0' }, change: () => ({ lambda: 0 }) },
    { label: { ko: 'λ × 10', en: 'λ × 10' }, change: ({ lambda }) => ({ lambda: lambda * 10 }) },
    { label: { ko: 'γ = 6 (가지치기)', en: 'γ = 6 (pruning)' }, change: () => ({ gamma: 6 }) },
    {
      label: { ko: '분기 위치 + 1', en: 'split + 1' },
      change: ({ split, g }) => (split + 1 < g.length ? { split: split + 1 } : undefined),
    },
    {
      label: { ko: '결측 있음 (G = 3, H = 2)', en: 'missing values (G = 3, H = 2)' },
      change: () => ({ g_missing: 3, h_missing: 2 }),
    },
  ],
});
