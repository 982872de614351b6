import { formatNumber } from '../../charts/number.ts';
import { bagOfWordsOf } from '../../math/bag-of-words.ts';
import { argMax, argMin, argSort } from '../../math/summary.ts';
import { inverseDocumentFrequency, tfIdfOf } from '../../math/tf-idf.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { bool, choice, text } from '../parameters.ts';
import { documentHeat, documentsOf, short } from './documents.ts';

export const tfIdf = defineDemo({
  id: 'tf-idf',
  title: { ko: 'TF-IDF', en: 'TF-IDF' },
  about: {
    ko: 'scikit-learn의 TfidfTransformer와 같아요: idf = ln((1+n)/(1+df)) + 1(smooth를 끄면 ln(n/df) + 1)을 단어 빈도에 곱하고 행마다 정규화해요. sublinear는 tf 대신 1 + ln tf를 써요.',
    en: "As scikit-learn's TfidfTransformer: word counts times idf = ln((1+n)/(1+df)) + 1 (without smooth: ln(n/df) + 1), each row normalized; sublinear takes 1 + ln tf for tf.",
  },
  parameters: {
    docs: text('나는 사과 를 먹다 / 나는 배 를 먹다 / 사과 사과 배', '1..5000'),
    smooth: bool(true, { ko: 'idf를 평활화할지', en: 'whether to smooth the idf' }),
    norm: choice(['l2', 'l1', 'none'], 'l2', { ko: '행 정규화', en: 'normalization of the rows' }),
    sublinear: bool(false, { ko: 'tf 대신 1 + ln tf를 쓸지', en: 'whether to take 1 + ln tf for tf' }),
  },
  results: {
    vocabulary: 'text[v]',
    idf: 'float[v]',
    tfidf: 'float[n][v]',
  },
  run({ docs, smooth, norm, sublinear }) {
    const { vocabulary, counts } = bagOfWordsOf(documentsOf('docs', docs));
    const idf = inverseDocumentFrequency(counts, smooth);
    return { vocabulary, idf, tfidf: tfIdfOf(counts, idf, { norm, sublinear }) };
  },
  view({ smooth, norm, sublinear }, { vocabulary, idf, tfidf }, say) {
    const [common, rare] = [argMin(idf), argMax(idf)];
    const nameOf = (word: number): string => short(vocabulary[word] ?? '', 20);
    const [low, high] = [formatNumber(idf[common] ?? 0), formatNumber(idf[rare] ?? 0)];
    const first = tfidf[0] ?? [];
    const top = argMax(first);
    const even = idf[common] === idf[rare];
    return {
      chart: documentHeat(
        {
          title: say('문서마다 단어의 TF-IDF', 'TF-IDF of the words by document'),
          vocabulary,
          values: tfidf,
          value: 'TF-IDF',
        },
        say,
      ),
      see: even
        ? say(
            `모든 단어의 idf가 ${withJosa(low, '으로/로')} 같아서 단어 빈도만 차이를 만들어요. 문서가 적거나 단어가 겹치지 않으면 idf는 할 일이 없어요.`,
            `Every word has the same idf, ${low}, so only the counts make a difference; with few documents or no shared words idf has nothing to do.`,
          )
        : say(
            `드문 단어 ‘${nameOf(rare)}’의 idf는 ${high}, 흔한 단어 ‘${nameOf(common)}’의 idf는 ${withJosa(low, '이에요/예요')}. 같은 횟수로 나와도 드문 단어가 문서를 더 잘 나타내요.`,
            `The rare word ‘${nameOf(rare)}’ has an idf of ${high}, the common ‘${nameOf(common)}’ one of ${low}: at equal counts the rare word says more about its document.`,
          ),
      numbers: [
        [say('가장 큰 idf', 'largest idf'), high],
        [say('가장 작은 idf', 'smallest idf'), low],
        [
          say('문서 0의 대표 단어', 'top word of document 0'),
          `${nameOf(top)} (${formatNumber(first[top] ?? 0, 3)})`,
        ],
        [
          say('설정', 'settings'),
          [
            norm === 'none' ? say('정규화 없음', 'no norm') : norm.toUpperCase(),
            smooth ? say('평활화', 'smooth') : say('평활화 없음', 'not smooth'),
            ...(sublinear ? ['1 + ln tf'] : []),
          ].join(', '),
        ],
      ],
      table: {
        columns: [say('단어', 'word'), 'idf', say('가장 큰 TF-IDF', 'largest TF-IDF')],
        rows: argSort(idf.map((value) => -value))
          .slice(0, 9)
          .map((word) => [
            nameOf(word),
            formatNumber(idf[word] ?? 0),
            formatNumber(tfidf.reduce((most, row) => Math.max(most, row[word] ?? 0), 0)),
          ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '평활화 켜고 끄기', en: 'smoothing on or off' },
      change: ({ smooth }) => ({ smooth: !smooth }),
    },
    { label: { ko: '정규화 없이', en: 'without normalization' }, change: () => ({ norm: 'none' }) },
    { label: { ko: 'L1 정규화', en: 'L1 normalization' }, change: () => ({ norm: 'l1' }) },
    {
      label: { ko: '빈도를 1 + ln tf로', en: '1 + ln tf for the counts' },
      change: () => ({ sublinear: true }),
    },
    {
      label: { ko: '모든 문서에 나오는 단어', en: 'a word in every document' },
      change: () => ({ docs: 'the cat sat / the dog ran / the the the bird' }),
    },
  ],
});
