import { formatNumber } from '../../charts/number.ts';
import { type BigramModel, bigramModel, bigramsOf } from '../../math/bigram-model.ts';
import { argMin, sum } from '../../math/summary.ts';
import { defineDemo, type Say } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { float, text } from '../parameters.ts';
import { documentsOf, short } from './documents.ts';

interface Outcome {
  readonly names: readonly string[];
  readonly p: readonly number[];
  readonly perplexity: number | null;
  readonly size: number;
}

function seen({ names, p, perplexity, size }: Outcome, k: number, say: Say): string {
  const worst = names[argMin(p)] ?? '';
  if (perplexity === null)
    return say(
      `${worst} = 0이라서 문장 전체의 확률도 0이 되고 퍼플렉서티는 정의되지 않아요. 학습에서 못 본 조합 때문에 평활화(k > 0)가 필요해요.`,
      `${worst} is 0, so the whole text has probability 0 and no perplexity: pairs never seen in training are why smoothing (k > 0) is needed.`,
    );
  return say(
    `퍼플렉서티 ${formatNumber(perplexity)}: 매번 단어 ${formatNumber(perplexity, 3)}개 가운데서 고르게 고르는 만큼 헷갈려요(어휘 ${size}개, k = ${formatNumber(k)}). 가장 뜻밖인 곳은 ${withJosa(worst, '이에요/예요')}.`,
    `A perplexity of ${formatNumber(perplexity)}: as unsure as an even choice among ${formatNumber(perplexity, 3)} words each time (vocabulary ${size}, k = ${formatNumber(k)}). ${worst} is the greatest surprise.`,
  );
}

function pairsOf(test: string): (readonly [string, string])[] {
  return documentsOf('test', test).flatMap((sentence) => bigramsOf(sentence));
}

/** ln P of all pairs; null where one is impossible. */
function logLikelihoodOf(p: readonly number[]): number | null {
  return p.includes(0) ? null : sum(p.map(Math.log));
}

function modelOf(train: string, k: number): BigramModel {
  return bigramModel(documentsOf('train', train), k);
}

export const ngramLm = defineDemo({
  id: 'ngram-lm',
  title: { ko: 'n-그램 언어 모델과 퍼플렉서티', en: 'Bigram language model' },
  about: {
    ko: '바이그램 확률 P(b|a) = (c(a b) + k) / (c(a) + kV)로 테스트 문장의 확률과 퍼플렉서티 exp(−평균 ln P)를 구해요. 문장은 "/"로 나누고 <s>와 </s>로 감싸요. V는 학습 단어와 </s>의 수예요(Jurafsky & Martin).',
    en: 'Bigram probabilities P(b|a) = (c(a b) + k) / (c(a) + kV) give the probability and the perplexity exp(−mean ln P) of the test. Sentences are parted by "/" and wrapped in <s> and </s>; V counts the training words and </s> (Jurafsky & Martin).',
  },
  parameters: {
    train: text('i am sam / sam i am / i do not like green eggs and ham', '1..5000', {
      ko: '학습 문장',
      en: 'training sentences',
    }),
    test: text('i am ham', '1..500', { ko: '테스트 문장', en: 'test sentence' }),
    k: float(1, '0..100', {
      ko: '평활화: 횟수마다 더하는 값',
      en: 'smoothing: what is added to every count',
    }),
  },
  results: {
    vocabulary_size: 'int',
    p: 'float[m]',
    log_likelihood: 'float?',
    perplexity: 'float?',
  },
  run({ train, test, k }) {
    const model = modelOf(train, k);
    const p = pairsOf(test).map(([a, b]) => model.probability(a, b));
    const log_likelihood = logLikelihoodOf(p);
    return {
      vocabulary_size: model.vocabularySize,
      p,
      log_likelihood,
      perplexity: log_likelihood === null ? null : Math.exp(-log_likelihood / p.length),
    };
  },
  view({ test, k }, { vocabulary_size, p, log_likelihood, perplexity }, say) {
    const names = pairsOf(test).map(([a, b]) => `P(${short(b)} | ${short(a)})`);
    return {
      chart: {
        kind: 'bars',
        title: say('테스트 문장의 바이그램 확률', 'Bigram probabilities of the test'),
        subtitle: say(
          `k = ${formatNumber(k)}, 어휘 ${vocabulary_size}개`,
          `k = ${formatNumber(k)}, vocabulary ${vocabulary_size}`,
        ),
        categories: names,
        x: { name: '' },
        y: { name: say('확률', 'probability'), min: 0 },
        series: [{ name: say('확률', 'probability'), values: p }],
        marks: [
          {
            axis: 'y',
            at: 1 / vocabulary_size,
            label: say(`고르게 고를 때 1/${vocabulary_size}`, `even choice 1/${vocabulary_size}`),
            colour: 'vermillion',
          },
        ],
      },
      see: seen({ names, p, perplexity, size: vocabulary_size }, k, say),
      numbers: [
        [say('퍼플렉서티', 'perplexity'), perplexity === null ? '–' : formatNumber(perplexity)],
        [
          say('로그 가능도', 'log-likelihood'),
          log_likelihood === null
            ? '–'
            : say(`${formatNumber(log_likelihood)} nat`, `${formatNumber(log_likelihood)} nats`),
        ],
        [say('어휘 크기', 'vocabulary size'), String(vocabulary_size)],
        [say('확률이 0인 바이그램', 'bigrams of probability 0'), String(p.filter((one) => one === 0).length)],
      ],
    };
  },
  variations: [
    { label: { ko: '평활화 없이 (k = 0)', en: 'no smoothing (k = 0)' }, change: () => ({ k: 0 }) },
    { label: { ko: 'k = 0.1', en: 'k = 0.1' }, change: () => ({ k: 0.1 }) },
    {
      label: { ko: '학습에 있던 문장', en: 'a sentence from training' },
      change: () => ({ test: 'i am sam' }),
    },
    { label: { ko: '처음 보는 단어', en: 'an unknown word' }, change: () => ({ test: 'i like tofu' }) },
  ],
});
