import type { XySeries } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { jointProbabilities, neighbourProbabilities } from '../../math/neighbour-probabilities.ts';
import { argMax } from '../../math/summary.ts';
import { divergence, embed, startingPlane } from '../../math/tsne.ts';
import { type Rows, range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { float, int, matrix } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';

/** A line from each point to the one it is most similar to. */
function nearestLinks(p: Rows, y: Rows, name: string): XySeries {
  const ends = p.flatMap((row, i) => [i, argMax(row), -1]);
  return {
    name,
    x: ends.map((i) => y[Math.max(0, i)]?.[0] ?? 0),
    y: ends.map((i) => (i < 0 ? null : (y[i]?.[1] ?? 0))),
    look: 'line',
    colour: 'sky',
  };
}

/** How many points have the neighbour they are most similar to as their nearest in the embedding as well. */
function kept(p: Rows, y: Rows): number {
  const nearest = y.map((a, i) =>
    argMax(
      y.map((b, j) =>
        i === j
          ? Number.NEGATIVE_INFINITY
          : -Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0)),
      ),
    ),
  );
  return p.filter((row, i) => argMax(row) === nearest[i]).length;
}

export const tsne = defineDemo({
  id: 'tsne',
  title: { ko: 't-SNE', en: 't-SNE' },
  about: {
    ko: '점마다 가우스 폭을 퍼플렉서티에 맞춰 이웃 확률 P를 만들고, 평면의 t 분포 확률 Q와의 KL 발산을 경사 하강법으로 줄여요(van der Maaten·Hinton 2008). 점이 적어서 초기 과장(early exaggeration)은 쓰지 않아요.',
    en: 'Fits a Gaussian width to each point so that its neighbours have the wanted perplexity, and lowers the KL divergence from these probabilities P to Student t probabilities Q in the plane by gradient descent (van der Maaten & Hinton 2008). With so few points there is no early exaggeration.',
  },
  parameters: {
    x: matrix(
      [
        [0, 0],
        [0.2, 1],
        [1, 0.1],
        [10, 10],
        [10.3, 11],
        [11.2, 10],
        [20, 0.4],
        [20.1, 1.5],
        [21.3, 0],
      ],
      '4..30',
      '1..10',
      '-1000..1000',
    ),
    perplexity: float(3, '1.1..20'),
    iterations: int(300, '50..1000'),
    seed: seed(),
  },
  results: {
    p_joint: 'float[n][n]',
    achieved_perplexity: 'float[n]',
    y: 'float[n][2]',
    kl_first: 'float',
    kl_last: 'float',
  },
  run({ x, perplexity, iterations }, random) {
    if (perplexity >= x.length - 1)
      refuse(
        'perplexity',
        `행 수보다 1 작은 값(${x.length - 1})보다 작아야 해요.`,
        `must be less than the number of rows less one (${x.length - 1}).`,
      );
    const neighbours = neighbourProbabilities(x, perplexity);
    if (neighbours === undefined)
      refuse(
        'perplexity',
        '가장 가까운 이웃이 같은 거리에 이보다 많은 점이 있어서 맞출 수 없어요. 더 크게 하거나 겹친 점을 빼 주세요.',
        'cannot be reached: some point has more nearest neighbours at the same distance; make it larger or remove repeated points.',
      );
    const p_joint = jointProbabilities(neighbours);
    const start = startingPlane(x.length, random);
    const y = embed(p_joint, start, iterations);
    return {
      p_joint,
      achieved_perplexity: neighbours.map((one) => one.perplexity),
      y,
      kl_first: divergence(p_joint, start),
      kl_last: divergence(p_joint, y),
    };
  },
  view({ x, perplexity, iterations, seed: from }, { p_joint, y, kl_first, kl_last }, say) {
    const names = range(x.length).map(String);
    const stayed = kept(p_joint, y);
    return {
      chart: {
        kind: 'panels',
        title: 't-SNE',
        subtitle: say(
          `퍼플렉서티 ${formatNumber(perplexity)}, ${iterations}번 반복, 시드 ${from}`,
          `perplexity ${formatNumber(perplexity)}, ${countOf(iterations, 'iteration')}, seed ${from}`,
        ),
        panels: [
          {
            kind: 'matrix',
            title: say('원래 공간의 이웃 확률 P', 'neighbour probabilities P'),
            x: { name: '' },
            y: { name: '' },
            columns: names,
            rows: names,
            values: p_joint,
            cells: p_joint.map((row) => row.map(() => '')),
            scale: 'sequential',
            value: 'P',
          },
          {
            kind: 'xy',
            title: say('평면에 놓은 점', 'embedding'),
            x: { name: say('축에는 뜻이 없어요', 'the axes have no meaning') },
            y: { name: '' },
            series: [
              nearestLinks(p_joint, y, say('가장 비슷한 이웃', 'most similar neighbour')),
              {
                name: say('점 (행 번호)', 'points (row number)'),
                x: y.map((one) => one[0] ?? 0),
                y: y.map((one) => one[1] ?? 0),
                look: 'points',
                colour: 'blue',
                labels: names,
              },
            ],
            square: true,
          },
        ],
      },
      see: say(
        `KL 발산이 ${formatNumber(kl_first, 3)} → ${formatNumber(kl_last, 3)}, ${x.length}개 가운데 ${stayed}개가 가장 비슷한 이웃 곁에 놓였어요. 가까운 이웃을 지키는 방법이라 무리 사이의 거리와 크기는 읽으면 안 돼요.`,
        `The divergence fell from ${formatNumber(kl_first, 3)} to ${formatNumber(kl_last, 3)}, and ${stayed} of ${x.length} points landed next to their most similar neighbour. The method keeps neighbours; sizes of groups and distances between them mean little.`,
      ),
      numbers: [
        [
          say('KL 발산(처음)', 'KL divergence at the start'),
          say(`${formatNumber(kl_first)} nat`, `${formatNumber(kl_first)} nats`),
        ],
        [
          say('KL 발산(끝)', 'KL divergence at the end'),
          say(`${formatNumber(kl_last)} nat`, `${formatNumber(kl_last)} nats`),
        ],
        [say('퍼플렉서티', 'perplexity'), formatNumber(perplexity)],
        [say('지켜진 가장 가까운 이웃', 'nearest neighbours kept'), `${stayed} / ${x.length}`],
      ],
    };
  },
  variations: [
    otherSeed,
    { label: { ko: '퍼플렉서티 2', en: 'perplexity 2' }, change: () => ({ perplexity: 2 }) },
    {
      label: { ko: '퍼플렉서티 6 (더 넓게 보기)', en: 'perplexity 6 (a wider view)' },
      change: ({ x }) => (x.length > 7 ? { perplexity: 6 } : undefined),
    },
    { label: { ko: '50번만 반복', en: '50 iterations only' }, change: () => ({ iterations: 50 }) },
    {
      label: { ko: '한 줄로 늘어선 점', en: 'points on a line' },
      change: () => ({ x: range(12).map((i) => [i * i * 0.2 + i, 0]), perplexity: 3 }),
    },
  ],
});
