import { formatNumber } from '../../charts/number.ts';
import {
  cosineOf,
  manhattan as gapSum,
  chebyshev as largestGap,
  minkowski as minkowskiOf,
  straightDistance,
} from '../../math/minkowski.ts';
import { sum } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { defineDemo } from '../demo.ts';
import { float, floats } from '../parameters.ts';

const LARGEST_P = 40;
const LIMIT = 1e6;

export const distances = defineDemo({
  id: 'distances',
  title: { ko: '벡터 거리와 유사도', en: 'Distances between vectors' },
  about: {
    ko: '민코프스키 거리 (Σ|aᵢ − bᵢ|ᵖ)^(1/p)는 p = 1이면 맨해튼, p = 2면 유클리드, p → ∞이면 체비쇼프예요. 코사인 거리는 1 − 코사인 유사도예요.',
    en: 'The Minkowski distance (Σ|a_i − b_i|^p)^(1/p) is Manhattan for p = 1, Euclidean for p = 2 and Chebyshev for p → ∞; the cosine distance is 1 − cosine similarity.',
  },
  parameters: {
    a: floats([1, 2, 3], '1..200', '-1000000..1000000'),
    b: floats([4, 0, 3], '1..200', '-1000000..1000000'),
    p: float(3, '1..40'),
  },
  results: {
    euclidean: 'float',
    manhattan: 'float',
    minkowski: 'float',
    chebyshev: 'float',
    cosine_similarity: 'float?',
    cosine_distance: 'float?',
    dot: 'float',
  },
  run({ a, b, p }) {
    sameLength('b', b, 'a', a);
    const cosine = cosineOf(a, b);
    return {
      euclidean: straightDistance(a, b),
      manhattan: gapSum(a, b),
      minkowski: minkowskiOf(a, b, p),
      chebyshev: largestGap(a, b),
      cosine_similarity: cosine?.similarity ?? null,
      cosine_distance: cosine?.distance ?? null,
      dot: sum(a.map((value, i) => value * (b[i] ?? 0))),
    };
  },
  view({ a, b, p }, { euclidean, manhattan, minkowski, chebyshev, cosine_similarity, dot, ...rest }, say) {
    const powers = linspace(0, Math.log(LARGEST_P), 121).map((at, i, all) =>
      i === 0 ? 1 : i === all.length - 1 ? LARGEST_P : Math.exp(at),
    );
    const distance = say('거리', 'distance');
    return {
      chart: {
        kind: 'panels',
        title: say('두 벡터 사이의 거리', 'Distances between the two vectors'),
        subtitle:
          cosine_similarity === null
            ? say('영벡터가 있어 코사인 유사도는 정의되지 않아요', 'a zero vector: no cosine similarity')
            : say(
                `코사인 유사도 ${formatNumber(cosine_similarity)}, 내적 ${formatNumber(dot)}`,
                `cosine similarity ${formatNumber(cosine_similarity)}, dot product ${formatNumber(dot)}`,
              ),
        panels: [
          {
            kind: 'bars',
            title: say('거리의 종류', 'Kinds of distance'),
            categories: [
              say('맨해튼', 'Manhattan'),
              say('유클리드', 'Euclidean'),
              say(`민코프스키 p = ${formatNumber(p, 3)}`, `Minkowski p = ${formatNumber(p, 3)}`),
              say('체비쇼프', 'Chebyshev'),
            ],
            x: { name: '' },
            y: { name: distance, min: 0 },
            horizontal: true,
            series: [{ name: distance, values: [manhattan, euclidean, minkowski, chebyshev] }],
          },
          {
            kind: 'xy',
            title: say('p에 따른 민코프스키 거리', 'Minkowski distance against p'),
            x: { name: say('p (로그)', 'p (log)'), log: true, min: 1, max: LARGEST_P },
            y: { name: distance },
            series: [
              {
                name: say('거리', 'distance'),
                x: powers,
                y: powers.map((one) => minkowskiOf(a, b, one)),
                look: 'line',
              },
              {
                name: 'p = 1, 2',
                x: [1, 2],
                y: [manhattan, euclidean],
                look: 'points',
                colour: 'blue',
                unlisted: true,
              },
              {
                name: `p = ${formatNumber(p, 3)}`,
                x: [p],
                y: [minkowski],
                look: 'points',
                colour: 'vermillion',
              },
              {
                name: say('체비쇼프', 'Chebyshev'),
                x: [1, LARGEST_P],
                y: [chebyshev, chebyshev],
                look: 'dashed',
                colour: 'grey',
              },
            ],
          },
        ],
      },
      see:
        manhattan === 0
          ? say('두 벡터가 같아서 모든 거리가 0이에요.', 'The two vectors are equal, so every distance is 0.')
          : say(
              `p가 커질수록 거리가 ${formatNumber(manhattan)}(맨해튼)에서 ${formatNumber(chebyshev)}(가장 큰 좌표 차이)까지 줄어요.${cosine_similarity === null ? '' : ` 코사인 유사도 ${formatNumber(cosine_similarity)}: 길이는 빼고 방향만 비교한 값이에요.`}`,
              `As p grows the distance falls from ${formatNumber(manhattan)} (Manhattan) to ${formatNumber(chebyshev)}, the largest gap of a coordinate.${cosine_similarity === null ? '' : ` The cosine similarity, ${formatNumber(cosine_similarity)}, leaves length out and compares directions.`}`,
            ),
      numbers: [
        [say('유클리드', 'Euclidean'), formatNumber(euclidean)],
        [say('맨해튼', 'Manhattan'), formatNumber(manhattan)],
        [say('체비쇼프', 'Chebyshev'), formatNumber(chebyshev)],
        [
          say('코사인 유사도', 'cosine similarity'),
          cosine_similarity === null ? '–' : formatNumber(cosine_similarity),
        ],
        [
          say('코사인 거리', 'cosine distance'),
          rest.cosine_distance === null ? '–' : formatNumber(rest.cosine_distance),
        ],
        [say('내적', 'dot product'), formatNumber(dot)],
      ],
    };
  },
  variations: [
    {
      label: { ko: 'b × 10 (방향은 그대로)', en: 'b × 10 (same direction)' },
      change: ({ b }) =>
        b.every((value) => Math.abs(value * 10) <= LIMIT) ? { b: b.map((value) => value * 10) } : undefined,
    },
    {
      label: { ko: 'b = −a (반대 방향)', en: 'b = −a (opposite)' },
      change: ({ a }) => ({ b: a.map((value) => -value) }),
    },
    { label: { ko: 'b = a', en: 'b = a' }, change: ({ a }) => ({ b: [...a] }) },
    {
      label: { ko: 'b = 0 (영벡터)', en: 'b = 0 (zero vector)' },
      change: ({ a }) => ({ b: a.map(() => 0) }),
    },
    { label: { ko: 'p = 40', en: 'p = 40' }, change: () => ({ p: LARGEST_P }) },
  ],
});
