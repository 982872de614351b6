import { formatNumber, formatPercent } from '../../charts/number.ts';
import { type Factors, multiplicativeUpdates, residual } from '../../math/nmf.ts';
import { matmul, norm, type Rows, range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { int, matrix } from '../parameters.ts';

/** The fixed start of this demo: largest near the diagonal, positive everywhere. */
function startFor(rows: number, columns: number, k: number): Factors {
  const near = (i: number, r: number): number => 1 / (1 + Math.abs(i - r));
  return {
    w: range(rows).map((i) => range(k).map((r) => near(i, r))),
    h: range(k).map((r) => range(columns).map((j) => near(r, j))),
  };
}

/** For the picture: what is under a hundredth of the largest entry is written as 0. */
function legible(rows: Rows): number[][] {
  const most = Math.max(...rows.flat());
  return rows.map((row) => row.map((value) => (value < most / 100 ? 0 : value)));
}

export const nmf = defineDemo({
  id: 'nmf',
  title: { ko: '비음수 행렬 분해(NMF)', en: 'Non-negative matrix factorisation' },
  about: {
    ko: '0 이상의 행렬 X를 0 이상의 W와 H의 곱으로 나눠요. 제곱 오차의 곱셈 갱신(Lee·Seung 2000, scikit-learn의 mu)을 W, H 차례로 되풀이하고, 난수 대신 정해진 시작값을 써요.',
    en: "Factors a matrix X of entries from 0 up into W·H, both without negative entries, by multiplicative updates for the squared error (Lee & Seung 2000, scikit-learn's mu), W first; from a fixed start instead of a random one.",
  },
  parameters: {
    x: matrix(
      [
        [1, 2, 0],
        [2, 4, 0],
        [0, 1, 3],
        [0, 2, 6],
      ],
      '2..20',
      '2..20',
      '0..100000',
    ),
    k: int(2, '1..5'),
    iterations: int(200, '1..1000'),
  },
  results: {
    w: 'float[n][k]',
    h: 'float[k][d]',
    reconstruction: 'float[n][d]',
    error: 'float',
    error_first: 'float',
  },
  run({ x, k, iterations }) {
    const start = startFor(x.length, x[0]?.length ?? 0, k);
    const { w, h } = multiplicativeUpdates(x, start, iterations);
    const reconstruction = matmul(w, h);
    return {
      w,
      h,
      reconstruction,
      error: residual(x, reconstruction),
      error_first: residual(x, matmul(start.w, start.h)),
    };
  },
  view({ x, k, iterations }, { w, h, reconstruction, error, error_first }, say) {
    const size = norm(x.flat());
    const share = size === 0 ? 0 : error / size;
    return {
      chart: {
        kind: 'images',
        title: say('비음수 행렬 분해: X ≈ W·H', 'Non-negative factorization: X ≈ W·H'),
        subtitle: say(
          `성분 ${k}개, ${iterations}번 갱신; 진할수록 큰 값`,
          `${k} ${k === 1 ? 'component' : 'components'}, ${countOf(iterations, 'update')}; darker is larger`,
        ),
        images: [
          { title: say('X (원래)', 'X (given)'), values: x, scale: 'sequential' },
          { title: 'W', values: legible(w), scale: 'sequential' },
          { title: 'H', values: legible(h), scale: 'sequential' },
          { title: 'W·H', values: legible(reconstruction), scale: 'sequential' },
        ],
      },
      see: say(
        `오차가 ${formatNumber(error_first)} → ${formatNumber(error)}, X 크기의 ${formatPercent(share)}가 남았어요. 음수가 없으니 성분이 서로 지우지 않고 더해지기만 해서 '부분'으로 읽혀요.`,
        `The error went from ${formatNumber(error_first)} to ${formatNumber(error)}, ${formatPercent(share)} of the size of X. Without negative numbers components add up and never cancel, so they read as parts.`,
      ),
      numbers: [
        [say('처음 오차', 'error at the start'), formatNumber(error_first)],
        [say('마지막 오차', 'error at the end'), formatNumber(error)],
        [say('X 크기에 대한 비율', 'relative to the size of X'), formatPercent(share)],
        [
          say('저장할 수의 개수', 'numbers to store'),
          `${formatNumber(x.length * (x[0]?.length ?? 0))} → ${formatNumber(k * (x.length + (x[0]?.length ?? 0)))}`,
        ],
      ],
    };
  },
  variations: [
    { label: { ko: '성분 1개', en: '1 component' }, change: () => ({ k: 1 }) },
    {
      label: { ko: '성분 + 1', en: 'one more component' },
      change: ({ k }) => (k < 5 ? { k: k + 1 } : undefined),
    },
    { label: { ko: '10번만 갱신', en: '10 updates only' }, change: () => ({ iterations: 10 }) },
    {
      label: { ko: '문서 × 단어 행렬', en: 'documents × words' },
      change: () => ({
        x: [
          [3, 2, 0, 0, 1],
          [4, 3, 0, 0, 1],
          [2, 2, 0, 1, 1],
          [0, 0, 4, 3, 1],
          [0, 1, 3, 3, 1],
          [0, 0, 5, 4, 1],
        ],
        k: 2,
      }),
    },
  ],
});
