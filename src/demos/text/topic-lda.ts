import { formatNumber, formatPercent } from '../../charts/number.ts';
import { vocabularyOf } from '../../math/bag-of-words.ts';
import { type LdaFit, ldaByGibbs, ldaPerplexity } from '../../math/lda-gibbs.ts';
import { argMax, argSort } from '../../math/summary.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { float, int, text } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';
import { documentsOf, short } from './documents.ts';

const SHOWN = 20;

/** The words that weigh most in a topic. */
function topWords(weights: readonly number[], vocabulary: readonly string[], count: number): string {
  return argSort(weights.map((weight) => -weight))
    .slice(0, count)
    .map((word) => short(vocabulary[word] ?? '', 12))
    .join(', ');
}

export const topicLda = defineDemo({
  id: 'topic-lda',
  title: { ko: 'LDA 토픽 모델', en: 'LDA topic model' },
  about: {
    ko: '잠재 디리클레 할당(Blei 외, 2003)을 붕괴 깁스 표집(Griffiths & Steyvers, 2004)으로 맞추고 마지막 상태에서 추정해요. 문서는 토픽의 분포, 토픽은 단어의 분포예요. 퍼플렉서티는 학습 문서에서 재요.',
    en: 'Latent Dirichlet allocation (Blei et al., 2003) by collapsed Gibbs sampling (Griffiths & Steyvers, 2004), estimated from the last state: a document is a mixture of topics, a topic a distribution over words. The perplexity is that of the training documents.',
  },
  parameters: {
    docs: text(
      'apple banana fruit apple / banana fruit juice / ball goal team ball / team match goal',
      '1..5000',
    ),
    topics: int(2, '1..10', { ko: '토픽의 수', en: 'number of topics' }),
    iterations: int(200, '1..1000', { ko: '깁스 표집을 도는 횟수', en: 'passes of the Gibbs sampler' }),
    alpha: float(0.1, '0<..10', {
      ko: '문서의 토픽 분포에 대한 사전 분포',
      en: 'prior of topics in a document',
    }),
    eta: float(0.1, '0<..10', { ko: '토픽의 단어 분포에 대한 사전 분포', en: 'prior of words in a topic' }),
    seed: seed(),
  },
  results: {
    vocabulary: 'text[v]',
    doc_topic: 'float[n][topics]',
    topic_word: 'float[topics][v]',
    perplexity: 'float',
  },
  run({ docs, topics, iterations, alpha, eta }, random) {
    const documents = documentsOf('docs', docs);
    const vocabulary = vocabularyOf(documents.flat());
    const place = new Map(vocabulary.map((word, index) => [word, index]));
    const coded = documents.map((words) => words.map((word) => place.get(word) ?? 0));
    const fit: LdaFit = ldaByGibbs(coded, vocabulary.length, { topics, iterations, alpha, eta }, random);
    return {
      vocabulary,
      doc_topic: fit.documentTopic,
      topic_word: fit.topicWord,
      // Rounding must not take a certain corpus below 1.
      perplexity: Math.max(1, ldaPerplexity(coded, fit)),
    };
  },
  view({ topics, alpha, eta, ...args }, { vocabulary, doc_topic, topic_word, perplexity }, say) {
    const shown = doc_topic.slice(0, SHOWN);
    const names = topic_word.map((weights) => topWords(weights, vocabulary, topics <= 4 ? 3 : 2));
    const winners = doc_topic.map((row) => argMax(row));
    const purity =
      doc_topic.reduce((total, row, i) => total + (row[winners[i] ?? 0] ?? 0), 0) / doc_topic.length;
    const largest = argMax(topic_word.map((_, topic) => winners.filter((one) => one === topic).length));
    const held = winners.filter((one) => one === largest).length;
    const cut = doc_topic.length > SHOWN;
    return {
      chart: {
        kind: 'bars',
        title: say('문서마다 토픽의 비율', 'Share of the topics in each document'),
        subtitle: say(
          `α = ${formatNumber(alpha)}, η = ${formatNumber(eta)}, 시드 ${args.seed}${cut ? `, 처음 ${SHOWN}개 문서` : ''}`,
          `α = ${formatNumber(alpha)}, η = ${formatNumber(eta)}, seed ${args.seed}${cut ? `, the first ${SHOWN} documents` : ''}`,
        ),
        categories: shown.map((_, i) => String(i)),
        x: { name: say('문서', 'document') },
        y: { name: say('토픽 비율', 'share of the topic'), min: 0, max: 1 },
        series: names.map((name, topic) => ({
          name: topics <= 4 ? `${topic}: ${name}` : `${topic}: ${short(name, 16)}`,
          values: shown.map((row) => row[topic] ?? 0),
        })),
        stacked: true,
      },
      see: say(
        `문서 ${doc_topic.length}개 중 ${held}개의 주된 토픽은 ${largest}번(${names[largest] ?? ''})이에요. 주된 토픽의 비율은 평균 ${formatPercent(purity)}이고, 토픽의 이름은 단어를 보고 사람이 붙여요.`,
        `Topic ${largest} (${names[largest] ?? ''}) is the main one in ${held} of ${countOf(doc_topic.length, 'document')}. Main topics hold ${formatPercent(purity)} on average; naming a topic is left to people.`,
      ),
      numbers: [
        [say('퍼플렉서티(학습 문서)', 'perplexity (training)'), formatNumber(perplexity)],
        [say('주된 토픽의 평균 비율', 'mean share of the main topic'), formatPercent(purity)],
        [say('어휘 크기', 'vocabulary size'), formatNumber(vocabulary.length)],
        [say('문서 수', 'documents'), formatNumber(doc_topic.length)],
      ],
      table: {
        columns: [say('토픽', 'topic'), say('대표 단어', 'top words'), say('주된 문서 수', 'documents')],
        rows: topic_word.map((weights, topic) => [
          String(topic),
          topWords(weights, vocabulary, 4),
          String(winners.filter((one) => one === topic).length),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '토픽 + 1', en: 'one topic more' },
      change: ({ topics }) => (topics < 10 ? { topics: topics + 1 } : undefined),
    },
    { label: { ko: 'α = 5 (고르게 섞인 문서)', en: 'α = 5 (evenly mixed)' }, change: () => ({ alpha: 5 }) },
    { label: { ko: 'η = 5 (고르게 퍼진 토픽)', en: 'η = 5 (broad topics)' }, change: () => ({ eta: 5 }) },
    { label: { ko: '한 번만 표집', en: 'a single pass' }, change: () => ({ iterations: 1 }) },
    otherSeed,
  ],
});
