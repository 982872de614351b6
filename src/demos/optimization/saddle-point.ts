import type { SingleChart } from '../../charts/model.ts';
import { formatList, formatNumber } from '../../charts/number.ts';
import { criticalKind, curvatures, kindShares } from '../../math/critical-points.ts';
import { linspace } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { float, int, matrix } from '../parameters.ts';
import { thin } from './thin.ts';

/** Entries across the diagonal may differ by rounding only. */
const SYMMETRIC = 1e-9;

function checkSymmetric(rows: readonly (readonly number[])[]): void {
  if (rows.length !== rows[0]?.length)
    refuse('hessian', '행과 열의 수가 같아야 해요.', 'must have as many rows as columns.');
  const even = rows.every((row, i) =>
    row.every(
      (value, j) => Math.abs(value - (rows[j]?.[i] ?? 0)) <= SYMMETRIC * Math.max(1, Math.abs(value)),
    ),
  );
  if (!even) refuse('hessian', '대칭 행렬이어야 해요.', 'must be symmetric.');
}

/** Below this double precision holds no number (and a picture needs none). */
const FLOOR = 1e-300;

function sharesPanel(n: number, p: number, say: Say): SingleChart {
  const counts = thin(Math.max(n, 10), 100).map((i) => i + 1);
  const positive = (value: number): number | null => (value > FLOOR ? value : null);
  const shares = counts.map((count) => kindShares(count, p));
  const lines = [
    { name: say('극소', 'minimum'), y: shares.map((one) => positive(one.minimum)), colour: 'blue' },
    { name: say('극대', 'maximum'), y: shares.map((one) => positive(one.maximum)), colour: 'vermillion' },
    { name: say('안장점', 'saddle'), y: shares.map((one) => positive(one.saddle)), colour: 'green' },
  ] as const;
  return {
    kind: 'xy',
    title: say('차원에 따른 확률', 'chance by dimension'),
    x: { name: say('차원 n', 'dimension n'), whole: true },
    y: { name: say('확률 (로그)', 'probability (log)'), log: true },
    series: lines
      .filter((line) => line.y.some((value) => value !== null))
      .map((line) => ({
        ...line,
        x: counts,
        // With even odds minimum and maximum lie on one another.
        look: line.colour === 'vermillion' ? 'dashed' : 'line',
      })),
  };
}

/** The quadratic shape along the directions of the smallest and the largest curvature. */
function shapePanel(eigenvalues: readonly number[], say: Say): SingleChart {
  const [low, high] = [eigenvalues[0] ?? 0, eigenvalues.at(-1) ?? 0];
  const title = say('임계점 둘레의 모양', 'shape around the point');
  const grid = linspace(-1, 1, 41);
  if (eigenvalues.length === 1)
    return {
      kind: 'xy',
      title,
      x: { name: 'u' },
      y: { name: say('f의 변화', 'change of f') },
      series: [
        { name: 'f', x: grid, y: grid.map((u) => (low * u * u) / 2), look: 'line' },
        {
          name: say('임계점', 'critical point'),
          x: [0],
          y: [0],
          look: 'points',
          colour: 'vermillion',
          unlisted: true,
        },
      ],
    };
  return {
    kind: 'plane',
    title,
    x: { name: say(`곡률 ${formatNumber(low, 3)}인 방향`, `direction of curvature ${formatNumber(low, 3)}`) },
    y: {
      name: say(`곡률 ${formatNumber(high, 3)}인 방향`, `direction of curvature ${formatNumber(high, 3)}`),
    },
    field: {
      xs: grid,
      ys: grid,
      z: grid.map((v) => grid.map((u) => (low * u * u + high * v * v) / 2)),
      show: 'contours',
      name: say('f의 변화', 'change of f'),
    },
    series: [
      {
        name: say('임계점', 'critical point'),
        x: [0],
        y: [0],
        look: 'crosses',
        colour: 'vermillion',
        unlisted: true,
      },
    ],
  };
}

const KIND_WORDS = {
  minimum: ['극소점', 'a minimum'],
  maximum: ['극대점', 'a maximum'],
  saddle: ['안장점', 'a saddle point'],
  degenerate: ['2차 미분으로 판정할 수 없는 점', 'degenerate (second derivatives do not decide)'],
} as const;

export const saddlePoint = defineDemo({
  id: 'saddle-point',
  title: { ko: '안장점과 임계점의 종류', en: 'Saddle points and critical-point type' },
  about: {
    ko: '헤시안 행렬의 고유값 부호로 임계점을 나눠요. 확률은 고유값 n개의 부호가 서로 독립이라고 가정한 거친 모델으로, Dauphin 외(2014)의 논의를 단순하게 한 것이에요.',
    en: 'Tells critical points apart by the signs of the eigenvalues of the Hessian; the chances come from a rough model in which the n signs are independent, a simplification of the argument of Dauphin et al. (2014).',
  },
  parameters: {
    n: int(10, '1..1000'),
    p_positive: float(0.5, '0..1'),
    hessian: matrix(
      [
        [2, 0],
        [0, -2],
      ],
      '1..6',
      '1..6',
      '-1000..1000',
    ),
  },
  results: {
    p_minimum: 'float',
    p_maximum: 'float',
    p_saddle: 'float',
    eigenvalues: 'float[d]',
    kind: 'text',
  },
  run({ n, p_positive, hessian }) {
    checkSymmetric(hessian);
    const { minimum, maximum, saddle } = kindShares(n, p_positive);
    const eigenvalues = curvatures(hessian);
    return {
      p_minimum: minimum,
      p_maximum: maximum,
      p_saddle: saddle,
      eigenvalues,
      kind: criticalKind(eigenvalues),
    };
  },
  view({ n, p_positive }, { p_minimum, p_maximum, p_saddle, eigenvalues, kind }, say) {
    const [ko, en] = KIND_WORDS[kind as keyof typeof KIND_WORDS];
    const negative = eigenvalues.filter((value) => value < 0).length;
    return {
      chart: {
        kind: 'panels',
        title: say('임계점은 대개 어떤 모양일까', 'What kind of critical point?'),
        subtitle: say(
          `고유값이 양수일 확률 ${formatNumber(p_positive)}, n = ${n}`,
          `chance of a positive eigenvalue ${formatNumber(p_positive)}, n = ${n}`,
        ),
        panels: [sharesPanel(n, p_positive, say), shapePanel(eigenvalues, say)],
      },
      see: say(
        `고유값 ${eigenvalues.length}개 가운데 음수가 ${negative}개인 이 임계점은 ${ko}이에요. ${n}차원에서 부호가 독립이라면 극소점일 확률은 ${formatNumber(p_minimum, 3)}, 안장점일 확률은 ${withJosa(formatNumber(p_saddle, 3), '이에요/예요')}. 이 가정에서는 대개 차원이 높을수록 안장점의 몫이 커져요.`,
        `Negative eigenvalues of this critical point: ${negative} of ${eigenvalues.length}; it is ${en}. With independent signs in ${countOf(n, 'dimension')} a critical point is a minimum with probability ${formatNumber(p_minimum, 3)} and a saddle with ${formatNumber(p_saddle, 3)}, a share that as a rule grows with the dimension.`,
      ),
      numbers: [
        [say('고유값', 'eigenvalues'), formatList(eigenvalues, 6)],
        [say('종류', 'kind'), say(ko, kind)],
        [say('극소점일 확률', 'chance of a minimum'), formatNumber(p_minimum)],
        [say('극대점일 확률', 'chance of a maximum'), formatNumber(p_maximum)],
        [say('안장점일 확률', 'chance of a saddle'), formatNumber(p_saddle)],
      ],
    };
  },
  variations: [
    { label: { ko: '100차원', en: '100 dimensions' }, change: () => ({ n: 100 }) },
    {
      label: { ko: '양수일 확률 0.9', en: 'chance of a positive sign 0.9' },
      change: () => ({ p_positive: 0.9 }),
    },
    {
      label: { ko: '극소점', en: 'a minimum' },
      change: () => ({
        hessian: [
          [2, 1],
          [1, 3],
        ],
      }),
    },
    {
      label: { ko: '평평한 방향 (퇴화)', en: 'a flat direction (degenerate)' },
      change: () => ({
        hessian: [
          [1, 1],
          [1, 1],
        ],
      }),
    },
    {
      label: { ko: '3차원 안장점', en: 'saddle in 3 dimensions' },
      change: () => ({
        hessian: [
          [2, 1, 0],
          [1, -1, 0.5],
          [0, 0.5, 3],
        ],
      }),
    },
  ],
});
