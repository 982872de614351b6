import { formatList, formatNumber } from '../../charts/number.ts';
import { wordsOf } from '../../math/bag-of-words.ts';
import { argSort } from '../../math/summary.ts';
import { cosineSimilarity } from '../../math/unit-vector.ts';
import { norm } from '../../math/vector.ts';
import { defineDemo, refuse } from '../demo.ts';
import { matrix, text } from '../parameters.ts';
import { short } from './documents.ts';

const WORDS = 'man woman king queen car';

/** Scores closer than this are equal: parallel vectors must not be told apart by rounding. */
const TIE = 1e-12;

function wordAt(name: string, typed: string, words: readonly string[]): number {
  const word = typed.trim().toLowerCase();
  const at = words.indexOf(word);
  if (at < 0)
    refuse(name, `words에 없는 단어예요: ${short(word, 20)}`, `is not one of the words: ${short(word, 20)}`);
  return at;
}

function checkedWords(words: string, vectors: readonly (readonly number[])[]): string[] {
  const list = wordsOf(words);
  if (list.length !== vectors.length)
    refuse(
      'words',
      `vectors의 행과 개수가 같아야 해요 (단어 ${list.length}개, 행 ${vectors.length}개).`,
      `must have as many words as vectors has rows (${list.length} and ${vectors.length}).`,
    );
  const twice = list.find((word, at) => list.indexOf(word) !== at);
  if (twice !== undefined)
    refuse('words', `같은 단어가 두 번 나와요: ${short(twice, 20)}`, `has a word twice: ${short(twice, 20)}`);
  const zero = vectors.findIndex((row) => row.every((value) => value === 0));
  if (zero >= 0)
    refuse(
      'vectors',
      `${zero}행이 영벡터라서 코사인을 정할 수 없어요.`,
      `has a zero vector in row ${zero}, which has no cosine.`,
    );
  return list;
}

/** b - a + c; refused where it vanishes (up to rounding), since no cosine to it exists. */
function targetOf(from: readonly number[], to: readonly number[], start: readonly number[]): number[] {
  const target = to.map((value, i) => value - (from[i] ?? 0) + (start[i] ?? 0));
  if (norm(target) <= TIE * (norm(from) + norm(to) + norm(start)))
    refuse('vectors', 'b − a + c가 영벡터예요.', 'make b - a + c a zero vector.');
  return target;
}

/** The best score among the words that are not asked about. */
function answerOf(scores: readonly number[], asked: readonly number[]): number {
  const open = scores.flatMap((score, at) => (asked.includes(at) ? [] : [{ score, at }]));
  const best = open.reduce((most, { score }) => Math.max(most, score), -1);
  const found = open.find(({ score }) => score >= best - TIE);
  if (found === undefined)
    refuse('words', 'a, b, c 말고 답이 될 단어가 더 있어야 해요.', 'must hold a word other than a, b and c.');
  return found.at;
}

export const wordAnalogy = defineDemo({
  id: 'word-analogy',
  title: { ko: '단어 유추(벡터 연산)', en: 'Word analogy by vectors' },
  about: {
    ko: 'a : b = c : ? 를 벡터 b − a + c에 코사인이 가장 가까운 단어로 풀어요. a, b, c 자신은 답에서 빼요(Mikolov 외, 2013).',
    en: 'Solves a : b = c : ? by the word whose vector has the largest cosine to b − a + c; a, b and c themselves are left out (Mikolov et al., 2013).',
  },
  parameters: {
    words: text(WORDS, '1..500', { ko: '단어(공백으로 구분)', en: 'words' }),
    vectors: matrix(
      [
        [1, 0, 0.2],
        [1, 1, 0.2],
        [1, 0, 0.9],
        [1, 1, 0.9],
        [-1, 0.1, 0.1],
      ],
      '2..40',
      '1..20',
      '-100..100',
      { ko: '단어마다 한 행', en: 'one row a word' },
    ),
    a: text('man', '1..40', { ko: 'a : b = c : ?', en: 'a : b = c : ?' }),
    b: text('king', '1..40', { ko: 'a : b = c : ?', en: 'a : b = c : ?' }),
    c: text('woman', '1..40', { ko: 'a : b = c : ?', en: 'a : b = c : ?' }),
  },
  results: {
    similarity: 'float[n][n]',
    target: 'float[d]',
    scores: 'float[n]',
    answer: 'text',
    cosine_ab: 'float',
    cosine_ac: 'float',
  },
  run({ words, vectors, a, b, c }) {
    const list = checkedWords(words, vectors);
    const [from, to, start] = [wordAt('a', a, list), wordAt('b', b, list), wordAt('c', c, list)];
    const target = targetOf(vectors[from] ?? [], vectors[to] ?? [], vectors[start] ?? []);
    const scores = vectors.map((row) => cosineSimilarity(row, target) ?? 0);
    const similarity = vectors.map((row) => vectors.map((other) => cosineSimilarity(row, other) ?? 0));
    return {
      similarity,
      target,
      scores,
      answer: list[answerOf(scores, [from, to, start])] ?? '',
      cosine_ab: similarity[from]?.[to] ?? 0,
      cosine_ac: similarity[from]?.[start] ?? 0,
    };
  },
  view({ words, a, b, c }, { similarity, target, scores, answer, cosine_ab, cosine_ac }, say) {
    const list = wordsOf(words);
    const place = (word: string): number => list.indexOf(word.trim().toLowerCase());
    const [from, to, start, found] = [place(a), place(b), place(c), list.indexOf(answer)];
    const names = list.map((word) => short(word, 10));
    const [one, two, three] = [names[from] ?? '', names[to] ?? '', names[start] ?? ''];
    const score = formatNumber(scores[found] ?? 0);
    const order = argSort(scores.map((value) => -value));
    const asked = [from, to, start];
    const shadowed = asked.some((at) => (scores[at] ?? 0) > (scores[found] ?? 0) + TIE);
    const shown = short(answer, 20);
    return {
      chart: {
        kind: 'matrix',
        title: say('단어 사이의 코사인 유사도', 'Cosine similarity between words'),
        subtitle: say(
          `${one} : ${two} = ${three} : ${shown} — 테두리는 두 쌍`,
          `${one} : ${two} = ${three} : ${shown}; framed are the two pairs`,
        ),
        x: { name: '' },
        y: { name: '' },
        columns: names,
        rows: names,
        values: similarity,
        scale: 'diverging',
        value: say('코사인', 'cosine'),
        chosen: [
          [from, to],
          [start, found],
        ],
      },
      see: shadowed
        ? say(
            `답은 ‘${shown}’(코사인 ${score})이지만 b − a + c에 더 가까운 것은 물은 단어 자신이에요. 유추 평가에서 a, b, c를 후보에서 빼는 까닭이에요.`,
            `The answer is ‘${shown}’ (cosine ${score}), though one of the words asked about is closer to b − a + c; that is why analogy tests leave a, b and c out.`,
          )
        : say(
            `${two} − ${one} + ${three} 벡터에 가장 가까운 단어는 ‘${shown}’(코사인 ${score})이에요. 두 단어의 차이가 같은 방향이면 관계를 덧셈으로 옮길 수 있어요.`,
            `The word closest to ${two} − ${one} + ${three} is ‘${shown}’ (cosine ${score}): where differences point the same way, a relation can be carried over by addition.`,
          ),
      numbers: [
        [say('답', 'answer'), `${shown} (${score})`],
        [say('b − a + c', 'b − a + c'), formatList(target, 5)],
        [say('cos(a, b)', 'cos(a, b)'), formatNumber(cosine_ab)],
        [say('cos(a, c)', 'cos(a, c)'), formatNumber(cosine_ac)],
      ],
      table: {
        columns: [say('단어', 'word'), say('b − a + c와의 코사인', 'cosine to b − a + c')],
        rows: order.map((at) => [
          asked.includes(at)
            ? say(`${names[at] ?? ''} (물은 단어)`, `${names[at] ?? ''} (asked)`)
            : (names[at] ?? ''),
          formatNumber(scores[at] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: 'king : queen = man : ?', en: 'king : queen = man : ?' },
      change: ({ words }) => (words === WORDS ? { a: 'king', b: 'queen', c: 'man' } : undefined),
    },
    {
      label: { ko: '거꾸로 묻기 (b : a = c : ?)', en: 'the other way round' },
      change: ({ a, b }) => ({ a: b, b: a }),
    },
    {
      label: { ko: '물은 단어가 더 가까운 예', en: 'an asked word is closer' },
      change: () => ({
        words: 'korea seoul japan tokyo river',
        vectors: [
          [1, 0.2, 0.1],
          [1, 0.5, 0.2],
          [0.2, 0.2, 1],
          [0.4, 0.9, 0.7],
          [-0.5, 0.6, 0.2],
        ],
        a: 'korea',
        b: 'seoul',
        c: 'japan',
      }),
    },
  ],
});
