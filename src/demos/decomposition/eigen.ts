import type { SingleChart, XySeries } from '../../charts/model.ts';
import { formatList, formatNumber, formatPercent } from '../../charts/number.ts';
import { symmetricEigen } from '../../math/decomposition.ts';
import { determinant } from '../../math/determinant.ts';
import { powerIteration } from '../../math/power-iteration.ts';
import { linspace, multiply, type Rows, range, transpose, type Vector } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { int, matrix } from '../parameters.ts';

function checkSymmetric(a: Rows): void {
  if (a.length !== a[0]?.length) refuse('a', '정사각 행렬이어야 해요.', 'must be a square matrix.');
  a.forEach((row, i) => {
    row.forEach((value, j) => {
      if (value !== a[j]?.[i])
        refuse(
          'a',
          `대칭이어야 해요: (${i}, ${j})와 (${j}, ${i})의 값이 달라요.`,
          `must be symmetric: entries (${i}, ${j}) and (${j}, ${i}) differ.`,
        );
    });
  });
}

/** The unit circle and what the matrix makes of it; eigenvectors keep their direction. */
function circlePanel(a: Rows, vectors: Rows, values: Vector, say: Say): SingleChart {
  const circle = linspace(0, 2 * Math.PI, 121).map((angle) => [Math.cos(angle), Math.sin(angle)]);
  const image = circle.map((point) => multiply(a, point));
  const line = (
    name: string,
    points: Rows,
    look: XySeries['look'],
    colour: XySeries['colour'],
  ): XySeries => ({
    name,
    x: points.map((point) => point[0] ?? 0),
    y: points.map((point) => point[1] ?? 0),
    look,
    ...(colour === undefined ? {} : { colour }),
  });
  return {
    kind: 'xy',
    title: say('곱하기 전과 후', 'before and after multiplying by A'),
    x: { name: 'x0' },
    y: { name: 'x1' },
    series: [
      line(say('단위원', 'unit circle'), circle, 'line', 'grey'),
      line(say('A를 곱한 뒤', 'times A'), image, 'line', 'sky'),
      ...vectors.map((vector, i) =>
        line(
          `λ = ${formatNumber(values[i] ?? 0, 3)}`,
          [[0, 0], multiply(a, vector)],
          'line-points',
          i === 0 ? 'vermillion' : 'green',
        ),
      ),
      ...vectors.map((vector) => ({
        ...line(say('고유벡터', 'eigenvectors'), [vector], 'points', 'black'),
        unlisted: true,
      })),
    ],
    square: true,
  };
}

/** More dimensions: the eigenvectors as columns, and the same after multiplication. */
function columnsPanel(a: Rows, vectors: Rows, say: Say): SingleChart {
  const before = transpose(vectors);
  const after = transpose(vectors.map((vector) => multiply(a, vector)));
  return {
    kind: 'images',
    title: say('곱하기 전과 후 (열이 고유벡터)', 'before and after (columns are eigenvectors)'),
    images: [
      { title: 'V', values: before, scale: 'diverging' },
      { title: 'AV', values: after, scale: 'diverging' },
    ],
  };
}

function powerPanel(quotients: readonly (number | null)[], largest: number, say: Say): SingleChart {
  return {
    kind: 'xy',
    title: say('거듭제곱법', 'power iteration'),
    x: { name: say('반복', 'step'), whole: true },
    y: { name: say('레일리 몫', 'Rayleigh quotient') },
    series: [
      {
        name: say('레일리 몫', 'Rayleigh quotient'),
        x: range(quotients.length).map((i) => i + 1),
        y: quotients,
        look: 'line-points',
        colour: 'blue',
      },
    ],
    marks: [{ axis: 'y', at: largest, label: `λ = ${formatNumber(largest)}`, colour: 'vermillion' }],
  };
}

/** Where power iteration has nothing to show. */
function valuesPanel(values: Vector, say: Say): SingleChart {
  return {
    kind: 'bars',
    title: say('고유값', 'eigenvalues'),
    categories: values.map((_, i) => `λ${i + 1}`),
    x: { name: '' },
    y: { name: say('고유값', 'eigenvalue') },
    series: [{ name: say('고유값', 'eigenvalue'), values }],
  };
}

function largestOf(values: Vector): number {
  return values.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
}

/** Power iteration has arrived within this share of the eigenvalue. */
const ARRIVED = 1e-6;

function seen(last: number | null, largest: number, steps: number, say: Say): string {
  if (last === null)
    return say(
      '모두 1인 벡터에 행렬을 곱하면 0이 되어 거듭제곱법이 멈춰요. 시작 벡터를 바꿔야 해요.',
      'The matrix takes the vector of ones to 0, so power iteration stops; it needs another start.',
    );
  const gap = largest === 0 ? 0 : Math.abs(last / largest - 1);
  const reached = gap <= ARRIVED;
  return say(
    `고유벡터는 곱해도 같은 직선 위에 남고 λ배가 돼요. 거듭제곱법은 ${steps}번 만에 절댓값이 가장 큰 고유값(${formatNumber(largest)})${reached ? '에 닿았어요.' : `과 아직 ${formatPercent(gap)} 달라요. 고유값들의 크기가 비슷할수록 느려요.`}`,
    `Multiplying keeps an eigenvector on its line and scales it by its eigenvalue. After ${countOf(steps, 'step')} power iteration ${reached ? 'has reached' : `is still ${formatPercent(gap)} off`} the eigenvalue of largest size, ${formatNumber(largest)}${reached ? '.' : '; the closer the eigenvalues are in size, the slower it is.'}`,
  );
}

export const eigen = defineDemo({
  id: 'eigen',
  title: { ko: '고유값과 고유벡터', en: 'Eigenvalues and eigenvectors' },
  about: {
    ko: '대칭 행렬의 고유값과 직교하는 고유벡터를 구하고(Av = λv), 모두 1인 벡터에서 시작하는 거듭제곱법이 절댓값이 가장 큰 고유값으로 다가가는 모습을 보여 줘요.',
    en: 'Eigenvalues and orthogonal eigenvectors of a symmetric matrix (Av = λv), and how power iteration from the vector of ones nears the eigenvalue of largest size.',
  },
  parameters: {
    a: matrix(
      [
        [2, 1],
        [1, 3],
      ],
      '1..8',
      '1..8',
      '-100000..100000',
    ),
    steps: int(10, '1..100'),
  },
  results: {
    values: 'float[d]',
    vectors: 'float[d][d]',
    trace: 'float',
    determinant: 'float',
    power_iteration: 'float?[steps]',
  },
  run({ a, steps }) {
    checkSymmetric(a);
    const { values, vectors } = symmetricEigen(a);
    return {
      values,
      vectors,
      trace: a.reduce((sum, row, i) => sum + (row[i] ?? 0), 0),
      determinant: determinant(a),
      power_iteration: powerIteration(a, steps),
    };
  },
  view({ a, steps }, { values, vectors, trace, determinant: det, power_iteration }, say) {
    const largest = largestOf(values);
    const last = power_iteration.at(-1) ?? null;
    return {
      chart: {
        kind: 'panels',
        title: say('고유값과 고유벡터', 'Eigenvalues and eigenvectors'),
        panels: [
          a.length === 2 ? circlePanel(a, vectors, values, say) : columnsPanel(a, vectors, say),
          last === null ? valuesPanel(values, say) : powerPanel(power_iteration, largest, say),
        ],
      },
      see: seen(last, largest, steps, say),
      numbers: [
        [say('고유값', 'eigenvalues'), formatList(values)],
        [say('대각합 = 고유값의 합', 'trace = sum of eigenvalues'), formatNumber(trace)],
        [say('행렬식 = 고유값의 곱', 'determinant = product of eigenvalues'), formatNumber(det)],
        [
          say('거듭제곱법의 마지막 값', 'last value of power iteration'),
          last === null ? '–' : formatNumber(last, 8),
        ],
      ],
      table: {
        columns: [say('고유값', 'eigenvalue'), say('고유벡터', 'eigenvector')],
        rows: values.map((value, i) => [
          formatNumber(value),
          (vectors[i] ?? []).map((one) => formatNumber(one, 3)).join(', '),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '부호가 다른 고유값', en: 'eigenvalues of both signs' },
      change: () => ({
        a: [
          [1, 2],
          [2, 1],
        ],
      }),
    },
    {
      label: { ko: '비슷한 고유값(느린 수렴)', en: 'close eigenvalues (slow)' },
      change: () => ({
        a: [
          [3, 0.1],
          [0.1, 2.9],
        ],
      }),
    },
    {
      label: { ko: '시작이 0으로 가는 행렬', en: 'a matrix that sends ones to 0' },
      change: () => ({
        a: [
          [1, -1],
          [-1, 1],
        ],
      }),
    },
    {
      label: { ko: '3×3 행렬', en: 'a 3×3 matrix' },
      change: () => ({
        a: [
          [2, -1, 0],
          [-1, 2, -1],
          [0, -1, 2],
        ],
      }),
    },
  ],
});
