import type { MatrixChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { predictRating, type RatingQuestion, type RatingSimilarity } from '../../math/neighbour-ratings.ts';
import { type Rows, range } from '../../math/vector.ts';
import { indexWithin } from '../checks.ts';
import { defineDemo, type Say } from '../demo.ts';
import { choice, int, matrix } from '../parameters.ts';

interface Found {
  readonly similarities: readonly number[];
  readonly neighbors: readonly number[];
  readonly prediction: number | null;
}

const SHOWN = 16;

/** The first rows (or columns), with those that matter in any case. */
function shownOf(count: number, needed: readonly number[]): number[] {
  if (count <= SHOWN) return range(count);
  const kept = new Set([...needed, ...range(count)].slice(0, SHOWN + needed.length));
  return [...kept].slice(0, SHOWN).sort((a, b) => a - b);
}

function heatOf(ratings: Rows, question: RatingQuestion, found: Found, say: Say): MatrixChart {
  const { user, item, method, k } = question;
  const byUser = method === 'user';
  const rows = shownOf(ratings.length, byUser ? [user, ...found.neighbors] : [user]);
  const columns = shownOf(ratings[0]?.length ?? 0, byUser ? [item] : [item, ...found.neighbors]);
  const similarityOf = (index: number): string => ` (${formatNumber(found.similarities[index] ?? 0, 2)})`;
  const own = byUser ? user : item;
  const nameOf = (index: number, name: string): string =>
    index === own ? name : `${name}${similarityOf(index)}`;
  const rowNames = rows.map((row) => {
    const name = say(`사용자 ${row}`, `user ${row}`);
    return byUser ? nameOf(row, name) : name;
  });
  const columnNames = columns.map((column) => {
    const name = say(`항목 ${column}`, `item ${column}`);
    return byUser ? name : nameOf(column, name);
  });
  const isTarget = (row: number, column: number): boolean => row === user && column === item;
  const shownValue = (row: number, column: number): number | null => {
    if (isTarget(row, column)) return found.prediction;
    const rating = ratings[row]?.[column] ?? 0;
    return rating === 0 ? null : rating;
  };
  const used = found.neighbors.map((index): readonly [number, number] =>
    byUser ? [index, item] : [user, index],
  );
  const chosen = [[user, item] as const, ...used]
    .map(([row, column]) => [rows.indexOf(row), columns.indexOf(column)] as const)
    .filter((at) => !at.includes(-1));
  return {
    kind: 'matrix',
    title: say('평점과 예측한 칸', 'Ratings and the predicted cell'),
    subtitle: say(
      `물음표가 예측, 다른 테두리는 쓰인 이웃(k = ${k}), 괄호는 유사도, –는 평가 없음`,
      `? is predicted, other frames are neighbours (k = ${k}), similarity in brackets, – is unrated`,
    ),
    x: { name: '' },
    y: { name: '' },
    columns: columnNames,
    rows: rowNames,
    values: rows.map((row) => columns.map((column) => shownValue(row, column))),
    cells: rows.map((row) =>
      columns.map((column) => {
        const value = shownValue(row, column);
        const text = value === null ? '' : formatNumber(value, 3);
        return isTarget(row, column) ? `${text}?` : text === '' ? '–' : text;
      }),
    ),
    scale: 'sequential',
    value: say('평점', 'rating'),
    chosen,
  };
}

function seen(prediction: number | null, neighbours: string, similarity: RatingSimilarity, say: Say): string {
  if (prediction === null)
    return say(
      '유사도가 0보다 크면서 그 칸을 평가한 이웃이 없어서 예측할 수 없어요. 새 사용자나 새 항목에서 생기는 콜드 스타트와 희소성 문제예요.',
      'No neighbour with a similarity above 0 has that rating, so nothing can be predicted: the cold-start and sparsity problem of new users and items.',
    );
  const value = formatNumber(prediction);
  return similarity === 'cosine'
    ? say(
        `이웃 ${neighbours}의 평점을 유사도로 가중해 ${value}점으로 예측했어요. 겹친 평가가 적으면 코사인은 쉽게 1에 가까워져서 취향이 달라도 이웃이 될 수 있어요.`,
        `Neighbours ${neighbours}, weighted by similarity, predict ${value}. With few shared ratings the cosine is easily near 1, even for opposite tastes.`,
      )
    : say(
        `이웃 ${neighbours}의 평점을 유사도로 가중해 ${value}점으로 예측했어요. 피어슨은 평균을 빼서 후하고 박한 차이를 없애지만, 겹친 평가가 둘뿐이면 늘 ±1이거나 정의되지 않아요.`,
        `Neighbours ${neighbours}, weighted by similarity, predict ${value}. Pearson takes out who rates high or low on average, but with two shared ratings it is always ±1 or undefined.`,
      );
}

export const collaborativeFiltering = defineDemo({
  id: 'collaborative-filtering',
  title: { ko: '협업 필터링', en: 'Collaborative filtering' },
  about: {
    ko: '비슷한 사용자(또는 항목) k개의 평점을 유사도로 가중 평균해서 빈 칸을 예측해요. 유사도는 둘 다 평가한 항목에서만 재고, 0은 평가하지 않음이에요(Resnick 외, 1994; Sarwar 외, 2001).',
    en: 'Predicts a rating as the similarity-weighted mean over the k most similar users (or items) that have one. Similarities use the entries both have rated; 0 means unrated (Resnick et al., 1994; Sarwar et al., 2001).',
  },
  parameters: {
    ratings: matrix(
      [
        [5, 3, 0, 1],
        [4, 0, 4, 1],
        [1, 1, 5, 4],
        [1, 0, 4, 5],
        [5, 4, 1, 0],
      ],
      '2..30',
      '2..30',
      '0..10',
      { ko: '행은 사용자, 열은 항목, 0은 평가 없음', en: 'users by items, 0 is unrated' },
    ),
    user: int(1, '0..29', { ko: '예측할 사용자(행)', en: 'user to predict for (row)' }),
    item: int(1, '0..29', { ko: '예측할 항목(열)', en: 'item to predict (column)' }),
    method: choice(['user', 'item'], 'user', {
      ko: '사용자 기반 또는 항목 기반',
      en: 'by users or by items',
    }),
    similarity: choice(['cosine', 'pearson'], 'cosine'),
    k: int(2, '1..29', { ko: '이웃의 수', en: 'number of neighbours' }),
  },
  results: {
    similarities: 'float[m]',
    neighbors: 'int[j]',
    prediction: 'float?',
  },
  run({ ratings, ...question }) {
    indexWithin('user', question.user, ratings.length);
    indexWithin('item', question.item, ratings[0]?.length ?? 0);
    const { similarities, neighbours, prediction } = predictRating(ratings, question);
    return { similarities, neighbors: neighbours, prediction: prediction ?? null };
  },
  view({ ratings, ...question }, found, say) {
    const { user, item, method } = question;
    const { similarities, neighbors, prediction } = found;
    const byUser = method === 'user';
    const who = (index: number): string =>
      byUser ? say(`사용자 ${index}`, `user ${index}`) : say(`항목 ${index}`, `item ${index}`);
    const ratingOf = (index: number): number =>
      (byUser ? ratings[index]?.[item] : ratings[user]?.[index]) ?? 0;
    const actual = ratings[user]?.[item] ?? 0;
    const list = neighbors
      .slice(0, 3)
      .map((index) => `${who(index)} (${formatNumber(ratingOf(index), 3)})`)
      .join(', ');
    return {
      chart: heatOf(ratings, question, found, say),
      see: seen(prediction, list, question.similarity, say),
      numbers: [
        [say('예측 평점', 'predicted rating'), prediction === null ? '–' : formatNumber(prediction)],
        [say('쓰인 이웃', 'neighbours used'), String(neighbors.length)],
        [
          say('가장 큰 유사도', 'largest similarity'),
          neighbors.length === 0 ? '–' : formatNumber(similarities[neighbors[0] ?? 0] ?? 0),
        ],
        ...(actual === 0 ? [] : [[say('적혀 있던 평점', 'rating on file'), formatNumber(actual)] as const]),
      ],
      table: {
        columns: [
          byUser ? say('사용자', 'user') : say('항목', 'item'),
          say('유사도', 'similarity'),
          say('평점', 'rating'),
        ],
        rows: neighbors.map((index) => [
          who(index),
          formatNumber(similarities[index] ?? 0),
          formatNumber(ratingOf(index)),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '항목 기반으로', en: 'by items' },
      change: ({ method }) => (method === 'item' ? undefined : { method: 'item' }),
    },
    {
      label: { ko: '피어슨 유사도로', en: 'Pearson similarity' },
      change: ({ similarity }) => (similarity === 'pearson' ? undefined : { similarity: 'pearson' }),
    },
    {
      label: { ko: '이웃 + 1', en: 'one neighbour more' },
      change: ({ k }) => (k < 29 ? { k: k + 1 } : undefined),
    },
    {
      label: { ko: '이웃 1명만', en: 'one neighbour only' },
      change: ({ k }) => (k === 1 ? undefined : { k: 1 }),
    },
    {
      label: { ko: '새 사용자(콜드 스타트)', en: 'a new user (cold start)' },
      change: ({ ratings, user }) => ({
        ratings: ratings.map((row, i) => (i === user ? row.map(() => 0) : [...row])),
      }),
    },
  ],
});
