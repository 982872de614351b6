import type { Axis, XySeries } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { bagOfWordsOf } from '../../math/bag-of-words.ts';
import { cosineTable } from '../../math/cosine-table.ts';
import { type LatentAxes, largestBlock, latentAxes } from '../../math/latent-semantic.ts';
import { extent, sum } from '../../math/summary.ts';
import { norm } from '../../math/vector.ts';
import { atMost } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { int, text } from '../parameters.ts';
import { documentsOf, short } from './documents.ts';

const DOCS = 'cat dog pet / dog cat animal / car engine wheel / engine car road';

/** Beyond this the decomposition would take more than a second or two. */
const MAX_SIDE = 300;
const MAX_DOCUMENTS = 1500;
/** A singular value below this share of the largest is 0, and so is a document below this share of its counts. */
const NOTHING = 1e-10;

function checked(counts: readonly (readonly number[])[], k: number): LatentAxes {
  const r = Math.min(counts.length, counts[0]?.length ?? 0);
  atMost('k', k, r, '문서 수와 단어 수 중 작은 쪽', 'the smaller of documents and words');
  if (counts.length > MAX_DOCUMENTS || largestBlock(counts) > MAX_SIDE)
    refuse(
      'docs',
      `분해하기에 너무 커요. 문서나 단어를 ${MAX_SIDE}개 아래로 줄여 주세요.`,
      `are too many to decompose; use fewer than ${MAX_SIDE} documents or words.`,
    );
  const axes = latentAxes(counts, k);
  const rank = axes.values.filter((value) => value > (axes.values[0] ?? 0) * NOTHING).length;
  atMost('k', k, rank, '행렬의 계수(rank)', 'the rank of the matrix');
  const gone = axes.documents.findIndex((row, i) => norm(row) <= NOTHING * norm(counts[i] ?? []));
  if (gone >= 0)
    refuse(
      'k',
      `축 ${k}개로는 문서 ${gone}번이 영벡터가 되어 코사인을 정할 수 없어요. k를 늘려 보세요.`,
      `leaves document ${gone} without any part in the ${k} axes, so it has no cosine; use a larger k.`,
    );
  return axes;
}

/** Points that lie (almost) on one another share a label; each place appears once. */
function places(
  names: readonly string[],
  points: readonly (readonly number[])[],
  reach: number,
): { readonly x: number[]; readonly y: number[]; readonly labels: string[] } {
  const groups: { x: number; y: number; names: string[] }[] = [];
  points.forEach(([x = 0, y = 0], i) => {
    const near = groups.find((one) => Math.hypot(one.x - x, one.y - y) < reach * 0.02);
    if (near === undefined) groups.push({ x, y, names: [names[i] ?? ''] });
    else near.names.push(names[i] ?? '');
  });
  return {
    x: groups.map((one) => one.x),
    y: groups.map((one) => one.y),
    labels: groups.map((one) =>
      short(one.names.slice(0, 4).join(', ') + (one.names.length > 4 ? ', …' : ''), 28),
    ),
  };
}

const LABELLED_WORDS = 14;
const LABELLED_DOCUMENTS = 24;

/** Longest arrow of a word, as a share of the farthest document: apart, so that their names do not meet. */
const WORD_REACH = 0.62;

function longest(rows: readonly (readonly number[])[]): number {
  return rows.reduce((most, row) => Math.max(most, norm(row)), 0);
}

function seriesOf(axes: LatentAxes, vocabulary: readonly string[], say: Say): XySeries[] {
  const reach = longest(axes.documents);
  const labelled = axes.documents.length <= LABELLED_DOCUMENTS;
  const documents = places(
    axes.documents.map((_, i) => say(`문서 ${i}`, `doc ${i}`)),
    axes.documents,
    labelled ? reach : 0,
  );
  const series: XySeries[] = [
    {
      name: say('문서', 'documents'),
      x: documents.x,
      y: documents.y,
      look: 'points',
      colour: 'blue',
      ...(labelled ? { labels: documents.labels } : {}),
    },
  ];
  if (vocabulary.length > LABELLED_WORDS) return series;
  const scale = (WORD_REACH * reach) / longest(axes.words);
  const words = places(
    vocabulary.map((word) => short(word)),
    axes.words.map((row) => row.map((value) => value * scale)),
    reach,
  );
  const name = say('단어(방향만)', 'words (direction only)');
  return [...series, { name, ...words, look: 'crosses', colour: 'orange' }];
}

/** An axis with room for the names of points at its ends. */
function axisOf(name: string, series: readonly XySeries[], side: 'x' | 'y'): Axis {
  if (series.every((one) => one.labels === undefined)) return { name };
  const { min, max } = extent([0, ...series.flatMap((one) => one[side].map((value) => value ?? 0))]);
  const step = 10 ** Math.floor(Math.log10(Math.max(max - min, Number.MIN_VALUE))) / 2;
  if (!(step > 0)) return { name };
  const room = (max - min) * 0.08;
  return { name, min: Math.floor((min - room) / step) * step, max: Math.ceil((max + room) / step) * step };
}

interface Change {
  readonly pair: readonly [number, number];
  readonly before: number;
  readonly after: number;
}

/** Pairs of documents, the largest change of similarity first. */
function changesOf(before: readonly (readonly number[])[], after: readonly (readonly number[])[]): Change[] {
  return before
    .slice(0, 60)
    .flatMap((row, i) =>
      row.slice(0, i).map((value, j): Change => ({ pair: [j, i], before: value, after: after[i]?.[j] ?? 0 })),
    )
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}

function seen(
  top: Change | undefined,
  { k, share, first }: { readonly k: number; readonly share: string; readonly first: string },
  say: Say,
): string {
  if (top === undefined)
    return say(
      `문서가 하나라서 비교할 것이 없어요. 특이값 하나(${first})가 전부를 설명해요.`,
      `There is one document and nothing to compare; its single value ${first} explains everything.`,
    );
  const [one, other] = top.pair;
  const [before, after] = [formatNumber(top.before, 3), formatNumber(top.after, 3)];
  if (Math.abs(top.after - top.before) < 1e-6)
    return say(
      `축 ${k}개가 제곱합의 ${share}를 담아 어느 문서 쌍의 코사인도 바뀌지 않았어요. 축을 줄여야 잡음이 걸러지고 비슷한 단어가 묶여요.`,
      `${countOf(k, 'axis holds', 'axes hold')} ${share} of the squares and no cosine changed; only fewer axes than the rank bring related words together.`,
    );
  return top.after > top.before
    ? say(
        `문서 ${one}번과 ${other}번의 코사인이 ${before} → ${withJosa(after, '으로/로')} 가장 크게 바뀌었어요. 함께 쓰이는 단어가 한 축으로 모이기 때문이에요. 축 ${k}개가 제곱합의 ${share}를 담아요.`,
        `The cosine of documents ${one} and ${other} changes most, ${before} → ${after}: words used together fall onto one axis. ${countOf(k, 'axis holds', 'axes hold')} ${share} of the squared singular values.`,
      )
    : say(
        `문서 ${one}번과 ${other}번의 코사인이 ${before} → ${withJosa(after, '으로/로')} 가장 크게 내려갔어요. 둘이 나누는 단어가 남은 축에서는 작은 몫이기 때문이에요. 축 ${k}개가 제곱합의 ${share}를 담아요.`,
        `The cosine of documents ${one} and ${other} falls most, ${before} → ${after}: what they share weighs little in the axes kept. ${countOf(k, 'axis holds', 'axes hold')} ${share} of the squared singular values.`,
      );
}

export const lsa = defineDemo({
  id: 'lsa',
  title: { ko: 'LSA(잠재 의미 분석)', en: 'Latent semantic analysis' },
  about: {
    ko: '문서×단어 횟수 행렬의 특이값 분해에서 큰 특이값 k개만 남기고, 문서를 U_k S_k의 행으로 나타내 코사인을 비교해요(Deerwester 외, 1990). 확률 모델인 토픽 모델 LDA와는 다른 방법이에요.',
    en: 'Keeps the k largest singular values of the document-word count matrix and compares documents by the cosine of the rows of U_k S_k (Deerwester et al., 1990). Not to be confused with LDA, a probabilistic topic model.',
  },
  parameters: {
    docs: text(DOCS, '1..5000'),
    k: int(2, '1..10', { ko: '남길 잠재 축의 수', en: 'number of latent axes kept' }),
  },
  results: {
    singular_values: 'float[r]',
    similarity_before: 'float[n][n]',
    similarity_after: 'float[n][n]',
    explained: 'float',
  },
  run({ docs, k }) {
    const { counts } = bagOfWordsOf(documentsOf('docs', docs));
    const { values, documents } = checked(counts, k);
    const squares = values.map((value) => value * value);
    return {
      singular_values: values,
      similarity_before: cosineTable(counts),
      similarity_after: cosineTable(documents),
      explained: sum(squares.slice(0, k)) / sum(squares),
    };
  },
  view({ docs, k }, { singular_values, similarity_before, similarity_after, explained }, say) {
    const { vocabulary, counts } = bagOfWordsOf(documentsOf('docs', docs));
    const axes = latentAxes(counts, Math.min(2, singular_values.length));
    const flat = singular_values.length < 2;
    const series = seriesOf(axes, vocabulary, say);
    const changes = changesOf(similarity_before, similarity_after);
    const top = changes[0];
    const share = formatPercent(explained);
    return {
      chart: {
        kind: 'xy',
        title: say('처음 두 잠재 축 위의 문서', 'Documents in the first two latent axes'),
        subtitle: say(
          `특이값 ${formatNumber(singular_values[0] ?? 0)}, ${formatNumber(singular_values[1] ?? 0)}; 축 ${k}개가 제곱합의 ${share}`,
          `singular values ${formatNumber(singular_values[0] ?? 0)}, ${formatNumber(singular_values[1] ?? 0)}; ${countOf(k, 'axis holds', 'axes hold')} ${share} of the squares`,
        ),
        x: axisOf(say('잠재 축 1', 'latent axis 1'), series, 'x'),
        y: axisOf(flat ? '' : say('잠재 축 2', 'latent axis 2'), series, 'y'),
        series,
      },
      see: seen(top, { k, share, first: formatNumber(singular_values[0] ?? 0) }, say),
      numbers: [
        [say('문서 × 단어', 'documents × words'), `${counts.length} × ${vocabulary.length}`],
        [say('남긴 축', 'axes kept'), String(k)],
        [say('설명된 제곱합', 'squares explained'), share],
        [say('가장 큰 특이값', 'largest singular value'), formatNumber(singular_values[0] ?? 0)],
      ],
      table: {
        columns: [
          say('문서 쌍', 'documents'),
          say('코사인(전)', 'cosine before'),
          say('코사인(후)', 'cosine after'),
        ],
        rows: changes
          .slice(0, 9)
          .map(({ pair, before, after }) => [pair.join(' – '), formatNumber(before), formatNumber(after)]),
      },
    };
  },
  variations: [
    {
      label: { ko: '축을 모두 남기기 (k = 4)', en: 'keep every axis (k = 4)' },
      change: () => ({ docs: DOCS, k: 4 }),
    },
    {
      label: { ko: '두 주제가 섞인 문서', en: 'a document of both topics' },
      change: () => ({
        docs: `${DOCS} / dog in a car`,
        k: 2,
      }),
    },
    {
      label: { ko: '공통 단어 없이 이어진 문서', en: 'linked by a third document' },
      change: () => ({
        docs: 'car wheel / automobile motor / car automobile wheel motor / apple pie / apple tart',
        k: 2,
      }),
    },
  ],
});
