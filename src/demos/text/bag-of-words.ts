import { formatNumber, formatPercent } from '../../charts/number.ts';
import { bagOfWordsOf } from '../../math/bag-of-words.ts';
import { argSort, sum } from '../../math/summary.ts';
import { column } from '../../math/vector.ts';
import { defineDemo, type Say } from '../demo.ts';
import { text } from '../parameters.ts';
import { documentHeat, documentsOf, short } from './documents.ts';

/** Two documents with the same counts, if there are any. */
function twins(counts: readonly (readonly number[])[]): readonly [number, number] | undefined {
  const seen = new Map<string, number>();
  for (const [index, row] of counts.entries()) {
    const key = row.join();
    const before = seen.get(key);
    if (before !== undefined) return [before, index];
    seen.set(key, index);
  }
  return undefined;
}

function seen(counts: readonly (readonly number[])[], sparsity: number, say: Say): string {
  const same = twins(counts);
  if (same !== undefined)
    return say(
      `문서 ${same[0]}번과 ${same[1]}번은 벡터가 완전히 같아요. BOW는 어순을 버리므로 단어 구성이 같으면 뜻이 달라도 구별하지 못해요.`,
      `Documents ${same[0]} and ${same[1]} have the very same vector: a bag of words drops the order, so texts of the same words cannot be told apart.`,
    );
  return say(
    `칸의 ${formatPercent(sparsity)}가 0이에요. 어휘가 커질수록 이 비율이 1에 가까워져서 실제 말뭉치는 희소 행렬로 저장해요.`,
    `${formatPercent(sparsity)} of the cells are 0. The share nears 1 as the vocabulary grows, which is why real corpora are kept as sparse matrices.`,
  );
}

export const bagOfWords = defineDemo({
  id: 'bag-of-words',
  title: { ko: 'BOW(단어 가방)', en: 'Bag of words' },
  about: {
    ko: '문서를 "/"로, 단어를 공백으로 나눈 뒤 문서마다 단어가 몇 번 나오는지 세요. 소문자로 바꾸고 어휘는 코드 포인트 순서로 늘어놓아요. 어순은 남지 않아요.',
    en: 'Counts how often each word occurs in each document (documents parted by "/", words by white space, lower-cased, vocabulary in code-point order). The order of the words is lost.',
  },
  parameters: {
    docs: text('나는 사과 를 먹다 / 나는 배 를 먹다 / 사과 사과 배', '1..5000'),
  },
  results: {
    vocabulary: 'text[v]',
    counts: 'int[n][v]',
    sparsity: 'float',
  },
  run({ docs }) {
    const { vocabulary, counts } = bagOfWordsOf(documentsOf('docs', docs));
    const zeros = sum(counts.map((row) => row.filter((count) => count === 0).length));
    return { vocabulary, counts, sparsity: zeros / (counts.length * vocabulary.length) };
  },
  view(_, { vocabulary, counts, sparsity }, say) {
    const totals = vocabulary.map((_, word) => sum(column(counts, word)));
    const spread = vocabulary.map((_, word) => column(counts, word).filter((count) => count > 0).length);
    const order = argSort(totals.map((total) => -total));
    return {
      chart: documentHeat(
        {
          title: say('문서마다 단어가 나온 횟수', 'Word counts by document'),
          vocabulary,
          values: counts,
          value: say('횟수', 'count'),
        },
        say,
      ),
      see: seen(counts, sparsity, say),
      numbers: [
        [say('문서 수', 'documents'), formatNumber(counts.length)],
        [say('어휘 크기', 'vocabulary size'), formatNumber(vocabulary.length)],
        [say('전체 단어 수', 'words in all'), formatNumber(sum(totals))],
        [say('희소성(0의 비율)', 'sparsity (share of zeros)'), formatPercent(sparsity)],
      ],
      table: {
        columns: [say('단어', 'word'), say('횟수', 'count'), say('나온 문서 수', 'documents')],
        rows: order.map((word) => [
          short(vocabulary[word] ?? '', 24),
          String(totals[word] ?? 0),
          String(spread[word] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '어순만 다른 두 문서', en: 'same words, other order' },
      change: () => ({ docs: '개 가 사람 을 물다 / 사람 이 개 를 물다 / 사람 을 개 가 물다' }),
    },
    {
      label: { ko: '겹치는 단어가 없는 문서', en: 'no shared words' },
      change: () => ({ docs: 'red apple / blue sky / green tea / black coffee' }),
    },
    {
      label: { ko: '대소문자와 구두점', en: 'upper case and punctuation' },
      change: () => ({ docs: 'Deep learning is deep / deep, Learning. / IS it deep?' }),
    },
  ],
});
