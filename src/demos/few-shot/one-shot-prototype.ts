import type { XySeries } from '../../charts/model.ts';
import { formatList, formatNumber, formatPercent } from '../../charts/number.ts';
import { classifyByPrototype } from '../../math/prototypes.ts';
import { sameLength } from '../checks.ts';
import { defineDemo, refuse } from '../demo.ts';
import { floats, ints, matrix } from '../parameters.ts';

const COLOURS = ['blue', 'vermillion', 'green', 'purple', 'orange', 'sky'] as const;
/** More names than this would fill the picture. */
const MAX_LISTED = 5;

export const oneShotPrototype = defineDemo({
  id: 'one-shot-prototype',
  title: { ko: '원샷 학습(프로토타입)', en: 'One-shot learning by prototypes' },
  about: {
    ko: '클래스마다 서포트 예시의 평균을 프로토타입으로 두고, 쿼리와의 제곱 유클리드 거리에 음수를 붙여 소프트맥스해요 (Prototypical Networks, Snell 외 2017). 거리가 같으면 번호가 작은 클래스예요.',
    en: 'Takes the mean of the support examples of each class as its prototype and the softmax of the negative squared Euclidean distances to the query (Prototypical Networks, Snell et al. 2017). On ties the smaller class wins.',
  },
  parameters: {
    support: matrix(
      [
        [1, 1],
        [1.2, 0.8],
        [4, 4],
        [4.2, 3.8],
      ],
      '1..100',
      '1..10',
      '-1000..1000',
    ),
    labels: ints([0, 0, 1, 1], '1..100', '0..50'),
    query: floats([1.5, 1.4], '1..10', '-1000..1000'),
  },
  results: {
    classes: 'int[c]',
    prototypes: 'float[c][d]',
    distances: 'float[c]',
    p: 'float[c]',
    prediction: 'int',
  },
  run({ support, labels, query }) {
    sameLength('labels', labels, 'support', support);
    const columns = support[0]?.length ?? 0;
    if (query.length !== columns)
      refuse(
        'query',
        `support의 열만큼(${columns}개) 있어야 해요.`,
        `must have as many entries as support has columns (${columns}).`,
      );
    return { ...classifyByPrototype(support, labels, query) };
  },
  view({ support, labels, query }, { classes, prototypes, distances, p, prediction }, say) {
    const listed = classes.length <= MAX_LISTED;
    const colour = (i: number) => COLOURS[i % COLOURS.length] ?? 'blue';
    const flat = query.length === 1;
    const y = (point: readonly number[]): number => (flat ? 0 : (point[1] ?? 0));
    const points: XySeries[] = classes.map((one, i) => {
      const rows = support.filter((_, row) => labels[row] === one);
      return {
        name: say(`클래스 ${one}`, `class ${one}`),
        x: rows.map((row) => row[0] ?? 0),
        y: rows.map(y),
        look: 'points',
        colour: colour(i),
        unlisted: !listed,
      };
    });
    const chosen = classes.indexOf(prediction);
    const nearest = prototypes[chosen] ?? [];
    const rivals = distances.filter((_, i) => i !== chosen);
    const second = rivals.length === 0 ? undefined : Math.min(...rivals);
    const series: XySeries[] = [
      {
        name: say('가장 가까운 프로토타입까지', 'to the nearest prototype'),
        x: [query[0] ?? 0, nearest[0] ?? 0],
        y: [y(query), y(nearest)],
        look: 'dashed',
        colour: 'grey',
        unlisted: true,
      },
      ...points,
      {
        name: say('프로토타입', 'prototypes'),
        x: prototypes.map((row) => row[0] ?? 0),
        y: prototypes.map(y),
        look: 'crosses',
        colour: 'black',
        labels: prototypes.map((_, i) => (classes.length <= 12 ? String(classes[i] ?? '') : '')),
      },
      {
        name: say('쿼리', 'query'),
        x: [query[0] ?? 0],
        y: [y(query)],
        look: 'hollow',
        colour: 'purple',
        labels: [say('쿼리', 'query')],
      },
    ];
    return {
      chart: {
        kind: 'xy',
        title: say('서포트 예시, 프로토타입, 쿼리', 'Support examples, prototypes and query'),
        subtitle:
          query.length > 2
            ? say(
                `${query.length}개 특성 가운데 처음 둘만 그렸어요`,
                `only the first two of ${query.length} features are drawn`,
              )
            : say(
                `예시 ${support.length}개, 클래스 ${classes.length}개`,
                `${support.length} examples, ${classes.length} ${classes.length === 1 ? 'class' : 'classes'}`,
              ),
        x: { name: 'x0' },
        y: { name: flat ? '' : 'x1' },
        // Distances decide, so both axes have one scale.
        square: true,
        series,
      },
      see:
        second === undefined
          ? say(
              `클래스가 ${prediction} 하나뿐이라 어떤 쿼리든 확률 100%로 이 클래스예요. 모르는 클래스를 알아채지는 못해요.`,
              `There is only class ${prediction}, so every query gets it with 100%: the method does not notice what belongs nowhere.`,
            )
          : say(
              `쿼리는 클래스 ${prediction}의 프로토타입에 가장 가까워서(제곱 거리 ${formatNumber(distances[chosen] ?? 0)}, 다음은 ${formatNumber(second)}) 확률 ${formatPercent(p[chosen] ?? 0)}로 이 클래스예요. 새 클래스는 예시의 평균만 더하면 되고 다시 학습하지 않아요.`,
              `The query is nearest to the prototype of class ${prediction} (squared distance ${formatNumber(distances[chosen] ?? 0)}, the next one ${formatNumber(second)}), which gets ${formatPercent(p[chosen] ?? 0)}. A new class needs only the mean of its examples, no training.`,
            ),
      numbers: [
        [say('예측한 클래스', 'predicted class'), String(prediction)],
        [say('확률', 'probability'), formatPercent(p[chosen] ?? 0)],
        [say('가장 가까운 제곱 거리', 'smallest squared distance'), formatNumber(distances[chosen] ?? 0)],
      ],
      table: {
        columns: [
          say('클래스', 'class'),
          say('예시', 'examples'),
          say('프로토타입', 'prototype'),
          say('제곱 거리', 'squared distance'),
          'p',
        ],
        rows: classes.map((one, i) => [
          String(one),
          String(labels.filter((label) => label === one).length),
          formatList(prototypes[i] ?? [], 4),
          formatNumber(distances[i] ?? 0),
          formatPercent(p[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '클래스마다 예시 하나', en: 'one example per class' },
      change: ({ support, labels }) => {
        const firsts = support.flatMap((_, i) => (labels.indexOf(labels[i] ?? 0) === i ? [i] : []));
        return firsts.length === support.length
          ? undefined
          : { support: firsts.map((i) => support[i] ?? []), labels: firsts.map((i) => labels[i] ?? 0) };
      },
    },
    {
      label: { ko: '쿼리를 가운데로', en: 'query half-way' },
      change: ({ support, query }) => ({
        query: query.map((_, d) => support.reduce((sum, row) => sum + (row[d] ?? 0), 0) / support.length),
      }),
    },
    {
      label: { ko: '좌표 ÷ 10 (확률이 퍼짐)', en: 'coordinates ÷ 10 (less certain)' },
      change: ({ support, query }) => ({
        support: support.map((row) => row.map((value) => value / 10)),
        query: query.map((value) => value / 10),
      }),
    },
  ],
});
