import { formatNumber, formatPercent } from '../../charts/number.ts';
import { bagOfWordsOf, wordsOf } from '../../math/bag-of-words.ts';
import { classPosterior, trainNaiveBayes } from '../../math/multinomial-naive-bayes.ts';
import { argSort } from '../../math/summary.ts';
import { defineDemo, refuse } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { float, ints, text } from '../parameters.ts';
import { documentsOf, short } from './documents.ts';

/** Posteriors closer than this are equal; the lower class then wins. */
const TIE = 1e-12;

function trained(docs: string, labels: readonly number[], alpha: number) {
  const documents = documentsOf('docs', docs);
  if (labels.length !== documents.length)
    refuse(
      'labels',
      `docs의 문서 수와 같아야 해요 (${labels.length}개와 ${documents.length}개).`,
      `must have one entry a document (${labels.length} and ${documents.length}).`,
    );
  const { vocabulary, counts } = bagOfWordsOf(documents);
  return { vocabulary, model: trainNaiveBayes(counts, labels, alpha) };
}

/** Places of the known words of a query in the vocabulary, repeats included. */
function knownWords(query: string, vocabulary: readonly string[]): number[] {
  const place = new Map(vocabulary.map((word, index) => [word, index]));
  return wordsOf(query).flatMap((word) => place.get(word) ?? []);
}

export const spamFilter = defineDemo({
  id: 'spam-filter',
  title: { ko: '나이브 베이즈 텍스트 분류', en: 'Naive Bayes text classifier' },
  about: {
    ko: 'scikit-learn의 MultinomialNB처럼 P(클래스)·ΠP(단어|클래스)에 비례하는 사후 확률을 구해요. P(단어|클래스) = (횟수 + α)/(클래스의 단어 수 + αV)이고, 학습에 없던 단어는 무시해요.',
    en: "As scikit-learn's MultinomialNB: the posterior is proportional to P(class) times the product of P(word | class) = (count + α)/(words of the class + αV); words not seen in training are ignored.",
  },
  parameters: {
    docs: text('free money now / win free prize / meeting at noon / project meeting notes', '1..5000'),
    labels: ints([1, 1, 0, 0], '1..100', '0..20', {
      ko: '문서마다 클래스(기본값에서 1이 스팸)',
      en: 'class of each document (1 is spam in the defaults)',
    }),
    query: text('free meeting now', '1..500', { ko: '분류할 글', en: 'text to classify' }),
    alpha: float(1, '0.0001..100', { ko: '라플라스 평활화', en: 'additive smoothing' }),
  },
  results: {
    classes: 'int[k]',
    prior: 'float[k]',
    posterior: 'float[k]',
    prediction: 'int',
    known_words: 'int',
  },
  run({ docs, labels, query, alpha }) {
    const { vocabulary, model } = trained(docs, labels, alpha);
    const known = knownWords(query, vocabulary);
    const posterior = classPosterior(model, known);
    const best = posterior.reduce((most, p) => Math.max(most, p), 0);
    return {
      classes: model.classes,
      prior: model.prior,
      posterior,
      prediction: model.classes[posterior.findIndex((p) => p >= best - TIE)] ?? 0,
      known_words: known.length,
    };
  },
  view({ docs, labels, query, alpha }, { classes, prior, posterior, prediction, known_words }, say) {
    const { vocabulary, model } = trained(docs, labels, alpha);
    const asked = wordsOf(query);
    const known = [...new Set(knownWords(query, vocabulary))];
    const winner = classes.indexOf(prediction);
    const p = formatPercent(posterior[winner] ?? 0);
    /** How much likelier a word is in the predicted class than in the likeliest other one. */
    const advantage = (word: number): number => {
      const others = model.logLikelihood.filter((_, index) => index !== winner).map((row) => row[word] ?? 0);
      const rest = others.length === 0 ? (model.logLikelihood[winner]?.[word] ?? 0) : Math.max(...others);
      return Math.exp((model.logLikelihood[winner]?.[word] ?? 0) - rest);
    };
    const strength = known.map(advantage);
    const order = argSort(strength.map((value) => -value));
    const lead = order[0];
    const leading = lead === undefined ? '' : short(vocabulary[known[lead] ?? 0] ?? '', 20);
    return {
      chart: {
        kind: 'bars',
        title: say('클래스의 사전 확률과 사후 확률', 'Prior and posterior of the classes'),
        subtitle: say(
          `“${short(query.trim(), 40)}”, 아는 단어 ${known_words}/${asked.length}개, α = ${formatNumber(alpha)}`,
          `“${short(query.trim(), 40)}”, known words ${known_words}/${asked.length}, α = ${formatNumber(alpha)}`,
        ),
        categories: classes.map((label) => say(`클래스 ${label}`, `class ${label}`)),
        x: { name: '' },
        y: { name: say('확률', 'probability'), min: 0, max: 1 },
        series: [
          { name: say('사전', 'prior'), values: prior, colour: 'grey' },
          { name: say('사후', 'posterior'), values: posterior, colour: 'blue' },
        ],
      },
      see:
        lead === undefined
          ? say(
              `아는 단어가 하나도 없어서 사후 확률이 사전 확률과 같고, 답은 클래스 ${withJosa(prediction, '이에요/예요')}.`,
              `No word is known, so the posterior equals the prior and the answer is class ${prediction}.`,
            )
          : say(
              `클래스 ${prediction}의 확률이 ${p}예요. 가장 크게 민 단어는 ‘${leading}’이고 다른 클래스보다 ${formatNumber(strength[lead] ?? 1, 3)}배 그럴듯해요. 단어가 독립이라고 보므로 확률은 실제보다 극단으로 치우치기 쉬워요.`,
              `Class ${prediction} gets ${p}; ‘${leading}’, ${formatNumber(strength[lead] ?? 1, 3)} times as likely there, speaks most for it. Since words count as independent, such probabilities tend to be too extreme.`,
            ),
      numbers: [
        [say('예측', 'prediction'), say(`클래스 ${prediction}`, `class ${prediction}`)],
        [say('사후 확률', 'posterior'), p],
        [say('어휘 크기', 'vocabulary size'), formatNumber(vocabulary.length)],
        [say('무시한 단어', 'words ignored'), formatNumber(asked.length - known_words)],
      ],
      table: {
        columns: [
          say('단어', 'word'),
          say(`다른 클래스의 몇 배 (클래스 ${prediction})`, `ratio for class ${prediction}`),
        ],
        rows: order.map((at) => [
          short(vocabulary[known[at] ?? 0] ?? '', 24),
          formatNumber(strength[at] ?? 1),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '업무 메일', en: 'a work mail' },
      change: () => ({ query: 'project meeting at noon' }),
    },
    { label: { ko: '모르는 단어뿐', en: 'unknown words only' }, change: () => ({ query: 'hello world' }) },
    {
      label: { ko: '평활화 거의 없이 (α = 0.01)', en: 'little smoothing (α = 0.01)' },
      change: () => ({ alpha: 0.01 }),
    },
    { label: { ko: '강한 평활화 (α = 10)', en: 'strong smoothing (α = 10)' }, change: () => ({ alpha: 10 }) },
    {
      label: { ko: '한쪽으로 치우친 사전 확률', en: 'an uneven prior' },
      change: () => ({
        docs: 'free money now / win free prize / free trial now / project meeting notes',
        labels: [1, 1, 1, 0],
      }),
    },
  ],
});
