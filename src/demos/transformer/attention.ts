import { formatList, formatNumber, formatPercent } from '../../charts/number.ts';
import { attend } from '../../math/attention.ts';
import { argMax, extent } from '../../math/summary.ts';
import { defineDemo, refuse } from '../demo.ts';
import { bool, matrix } from '../parameters.ts';

const EYE = [
  [1, 0],
  [0, 1],
  [1, 1],
];

/** Every key has the same weight. */
function evenEntropy(keys: number): number {
  return Math.log(keys);
}

function entropy(row: readonly number[]): number {
  return -row.reduce((sum, p) => sum + (p === 0 ? 0 : p * Math.log(p)), 0);
}

export const attention = defineDemo({
  id: 'attention',
  title: { ko: '어텐션', en: 'Scaled dot-product attention' },
  about: {
    ko: '점수 qkᵀ/√d를 행마다 소프트맥스해서 v를 가중 평균해요(Vaswani 외, 2017). d는 q의 열 수이고, causal이면 뒤에 오는 키를 가려요. scores는 가리기 전 값이에요.',
    en: "Takes the softmax of the scores q k' / sqrt(d) row by row and averages v with these weights (Vaswani et al., 2017). d is the number of columns of q; causal hides later keys. `scores` are those before masking.",
  },
  parameters: {
    q: matrix(EYE, '1..16', '1..16', '-100..100'),
    k: matrix(EYE, '1..16', '1..16', '-100..100'),
    v: matrix(
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      '1..16',
      '1..16',
      '-1000..1000',
    ),
    causal: bool(false),
    scale: bool(true),
  },
  results: { scores: 'float[n][m]', weights: 'float[n][m]', output: 'float[n][d]' },
  run({ q, k, v, causal, scale }) {
    const [queryWidth, keyWidth] = [q[0]?.length ?? 0, k[0]?.length ?? 0];
    if (queryWidth !== keyWidth)
      refuse(
        'k',
        `q와 열 수가 같아야 해요 (${keyWidth}열과 ${queryWidth}열).`,
        `must have as many columns as q (${keyWidth} and ${queryWidth}).`,
      );
    if (k.length !== v.length)
      refuse(
        'v',
        `k와 행 수가 같아야 해요 (${v.length}행과 ${k.length}행).`,
        `must have as many rows as k (${v.length} and ${k.length}).`,
      );
    return attend(q, k, v, { causal, scale });
  },
  view({ q, k, causal, scale }, { scores, weights, output }, say) {
    const peaks = weights.map((row) => row[argMax(row)] ?? 0);
    // Under a causal mask the first query has no choice, so its 100% says nothing.
    const forced = causal && Math.min(q.length, k.length) > 1;
    const sharpest = argMax(peaks.map((peak, i) => (forced && i === 0 ? 0 : peak)));
    const key = argMax(weights[sharpest] ?? []);
    const width = q[0]?.length ?? 1;
    const { min, max } = extent(scores.flat());
    const hidden = (i: number, j: number): boolean => causal && j > i;
    const spread = weights.reduce((sum, row) => sum + entropy(row), 0) / weights.length;
    return {
      chart: {
        kind: 'matrix',
        title: say('어텐션 가중치', 'Attention weights'),
        subtitle: say(
          `점수 ${scale ? `÷ √${width}` : '그대로(나누지 않음)'}${causal ? ', 뒤의 키는 가림(–)' : ''}, 행마다 합이 1`,
          `scores ${scale ? `÷ √${width}` : 'not scaled'}${causal ? ', later keys hidden (–)' : ''}; each row sums to 1`,
        ),
        x: { name: say('키', 'key') },
        y: { name: say('쿼리', 'query') },
        columns: k.map((_, j) => `k${j}`),
        rows: q.map((_, i) => `q${i}`),
        values: weights.map((row, i) => row.map((weight, j) => (hidden(i, j) ? null : weight))),
        scale: 'sequential',
        value: say('가중치', 'weight'),
      },
      see: causal
        ? say(
            `첫 쿼리는 k0만 볼 수 있어 출력이 v0과 같고, 뒤로 갈수록 보는 키가 늘어요. 가장 쏠린 곳은 q${sharpest} → k${key}의 ${formatPercent(peaks[sharpest] ?? 0)}예요. 언어 모델이 다음 토큰을 미리 보지 못하게 하는 방법이에요.`,
            `The first query sees k0 alone, so its output is v0; later ones see more. The strongest weight is q${sharpest} → k${key} with ${formatPercent(peaks[sharpest] ?? 0)}. This is how a language model is kept from seeing the next token.`,
          )
        : width === 1 || min === max
          ? say(
              `가장 큰 가중치는 q${sharpest} → k${key}의 ${formatPercent(peaks[sharpest] ?? 0)}예요. 점수가 모두 같으면 v의 평균이 되고, 차이가 클수록 한 키에 쏠려요(지금은 최대 ${formatNumber(max - min)}).`,
              `The largest weight is q${sharpest} → k${key} with ${formatPercent(peaks[sharpest] ?? 0)}. Equal scores give the mean of v, larger differences single out one key (${formatNumber(max - min)} at most here).`,
            )
          : say(
              `가장 쏠린 곳은 q${sharpest} → k${key}의 ${formatPercent(peaks[sharpest] ?? 0)}예요. 점수의 차이가 ${formatNumber(max - min)}까지인데, ${scale ? `√${width}로 나누지 않으면` : `√${width}로 나누면`} 가중치가 더 ${scale ? '쏠려요' : '고르게 퍼져요'}.`,
              `The strongest weight is q${sharpest} → k${key} with ${formatPercent(peaks[sharpest] ?? 0)}. Scores differ by up to ${formatNumber(max - min)}; ${scale ? `without` : `with`} the division by √${width} the weights would be ${scale ? 'sharper' : 'more even'}.`,
            ),
      numbers: [
        [say('가장 큰 가중치', 'largest weight'), formatPercent(peaks[sharpest] ?? 0)],
        [say('점수의 범위', 'range of the scores'), `${formatNumber(min)} … ${formatNumber(max)}`],
        [
          say('평균 엔트로피 (최대)', 'mean entropy (largest possible)'),
          `${formatNumber(spread, 3)} (${formatNumber(evenEntropy(k.length), 3)}) nat`,
        ],
      ],
      table: {
        columns: [say('쿼리', 'query'), say('가중치', 'weights'), say('출력', 'output')],
        rows: weights.map((row, i) => [`q${i}`, formatList(row, 5, 3), formatList(output[i] ?? [], 5, 4)]),
      },
    };
  },
  variations: [
    {
      label: { ko: '인과 마스크 켜기/끄기', en: 'causal mask on/off' },
      change: ({ causal }) => ({ causal: !causal }),
    },
    {
      label: { ko: '√d로 나누기 켜기/끄기', en: 'scaling on/off' },
      change: ({ scale }) => ({ scale: !scale }),
    },
    {
      label: { ko: '쿼리 × 10 (쏠림)', en: 'queries × 10 (sharp)' },
      change: ({ q }) =>
        q.flat().every((value) => Math.abs(value) <= 10)
          ? { q: q.map((row) => row.map((value) => value * 10)) }
          : undefined,
    },
    {
      label: { ko: '쿼리 모두 0 (고른 평균)', en: 'zero queries (plain mean)' },
      change: ({ q }) => ({ q: q.map((row) => row.map(() => 0)) }),
    },
  ],
});
