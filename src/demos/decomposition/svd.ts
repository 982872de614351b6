import { formatNumber, formatPercent } from '../../charts/number.ts';
import { svd as decompose } from '../../math/decomposition.ts';
import { norm, range } from '../../math/vector.ts';
import { atMost } from '../checks.ts';
import { defineDemo, refuse } from '../demo.ts';
import { int, matrix } from '../parameters.ts';

/** Singular values below this share of the largest count as 0 for the rank. */
const RANK_TOLERANCE = 1e-10;

export const svd = defineDemo({
  id: 'svd',
  title: { ko: '특이값 분해(SVD)', en: 'Singular value decomposition' },
  about: {
    ko: '어떤 행렬이든 A = UΣVᵀ로 정확히 나뉘어요. 큰 특이값 k개만 남기면 랭크 k 행렬 가운데 프로베니우스 노름으로 가장 가까운 근사가 돼요(Eckart·Young 1936).',
    en: 'Any matrix factors exactly as A = UΣVᵀ. Keeping the k largest singular values gives the closest matrix of rank k in the Frobenius norm (Eckart & Young 1936).',
  },
  parameters: {
    a: matrix(
      [
        [3, 1, 1],
        [-1, 3, 1],
      ],
      '1..20',
      '1..20',
      '-100000..100000',
    ),
    k: int(1, '1..20'),
  },
  results: {
    singular_values: 'float[r]',
    u: 'float[n][k]',
    vt: 'float[k][d]',
    approximation: 'float[n][d]',
    frobenius_error: 'float',
    energy: 'float',
    rank: 'int',
  },
  run({ a, k }) {
    const most = Math.min(a.length, a[0]?.length ?? 0);
    atMost(
      'k',
      k,
      most,
      'a의 행 수와 열 수 가운데 작은 것',
      'the smaller of the numbers of rows and columns of a',
    );
    if (a.every((row) => row.every((value) => value === 0)))
      refuse('a', '모든 값이 0이면 안 돼요.', 'must not be zero throughout.');
    const { values, u, vt } = decompose(a);
    const largest = values[0] ?? 0;
    const kept = range(k);
    return {
      singular_values: values,
      u: u.map((row) => row.slice(0, k)),
      vt: vt.slice(0, k),
      approximation: a.map((row, i) =>
        row.map((_, j) =>
          kept.reduce((sum, r) => sum + (u[i]?.[r] ?? 0) * (values[r] ?? 0) * (vt[r]?.[j] ?? 0), 0),
        ),
      ),
      // What is left out is orthogonal to what is kept: its norm is that of the other singular values.
      frobenius_error: norm(values.slice(k)),
      energy: (norm(values.slice(0, k)) / norm(values)) ** 2,
      rank: values.filter((value) => value > RANK_TOLERANCE * largest).length,
    };
  },
  view({ a, k }, { singular_values, approximation, frobenius_error, energy, rank }, say) {
    const rows = a.length;
    const columns = a[0]?.length ?? 0;
    const stored = k * (rows + columns + 1);
    const flat = [...a.flat(), ...approximation.flat()];
    const reach = Math.max(...flat.map(Math.abs));
    return {
      chart: {
        kind: 'panels',
        title: say('특이값 분해', 'Singular value decomposition'),
        panels: [
          {
            kind: 'bars',
            title: say('특이값', 'singular values'),
            subtitle: say(`색칠한 것이 남긴 ${k}개`, `coloured: the ${k} kept`),
            categories: singular_values.map((_, i) => `σ${i + 1}`),
            x: { name: say('순서', 'rank order') },
            y: { name: say('특이값', 'singular value'), min: 0 },
            series: [{ name: say('특이값', 'singular value'), values: singular_values }],
            chosen: range(k),
          },
          {
            kind: 'images',
            title: say(`원래 행렬과 계수 ${k} 근사`, `the matrix and its rank-${k} approximation`),
            images: [
              { title: `A ${rows}×${columns}`, values: a, scale: 'diverging', range: [-reach, reach] },
              {
                title: say(`근사 (k = ${k})`, `approximation (k = ${k})`),
                values: approximation,
                scale: 'diverging',
                range: [-reach, reach],
              },
            ],
          },
        ],
      },
      see:
        k >= rank
          ? say(
              `랭크가 ${rank}인 행렬이라 특이값 ${rank}개면 원래 행렬이 그대로 나와요. SVD는 정확한 분해이고, 차원 축소는 작은 특이값을 버릴 때 생겨요.`,
              `The matrix has rank ${rank}, so ${rank} singular values give it back exactly. The factorization is exact; reduction comes from leaving small ones out.`,
            )
          : say(
              `특이값 ${k}개가 제곱합의 ${formatPercent(energy)}를 지녀요. 오차(${formatNumber(frobenius_error)})는 버린 특이값 제곱합의 제곱근과 같아요.`,
              `${k} of the singular values ${k === 1 ? 'carries' : 'carry'} ${formatPercent(energy)} of the sum of squares; the error, ${formatNumber(frobenius_error)}, is the root of the squares left out.`,
            ),
      numbers: [
        [say('남긴 에너지', 'energy kept'), formatPercent(energy)],
        [say('프로베니우스 오차', 'Frobenius error'), formatNumber(frobenius_error)],
        [say('계수', 'rank'), String(rank)],
        [
          say('저장할 수의 개수', 'numbers to store'),
          `${formatNumber(rows * columns)} → ${formatNumber(stored)}`,
        ],
      ],
      table: {
        columns: ['i', say('특이값', 'singular value'), say('누적 에너지', 'energy so far')],
        rows: singular_values.map((value, i) => [
          String(i + 1),
          formatNumber(value),
          formatPercent((norm(singular_values.slice(0, i + 1)) / norm(singular_values)) ** 2),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: 'k + 1', en: 'k + 1' },
      change: ({ k, a }) => (k < Math.min(a.length, a[0]?.length ?? 0) ? { k: k + 1 } : undefined),
    },
    {
      label: { ko: '계수 1인 행렬', en: 'a matrix of rank 1' },
      change: () => ({
        a: [
          [1, 2, 3],
          [2, 4, 6],
          [3, 6, 9],
        ],
        k: 1,
      }),
    },
    {
      label: { ko: '8×8 그림 압축', en: 'compress an 8×8 picture' },
      change: () => ({ a: PICTURE, k: 2 }),
    },
  ],
});

/** A ring on a slope. */
const PICTURE = range(8).map((i) =>
  range(8).map((j) => (Math.abs(Math.hypot(i - 3.5, j - 3.5) - 2.7) < 0.8 ? 9 : i === j ? 4 : 1)),
);
