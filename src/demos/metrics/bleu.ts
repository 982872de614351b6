import { formatNumber } from '../../charts/number.ts';
import { sentenceBleu } from '../../math/bleu.ts';
import { wordTokens } from '../../math/word-tokens.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, type Say } from '../demo.ts';
import { int, text } from '../parameters.ts';

function referencesOf(references: string): string[][] {
  return references.split('/').map(wordTokens);
}

interface Seen {
  readonly precisions: readonly number[];
  readonly brevity_penalty: number;
  readonly bleu: number;
}

function seeing({ precisions, brevity_penalty, bleu: score }: Seen, say: Say): string {
  const missing = precisions.indexOf(0) + 1;
  if (missing > 0)
    return say(
      `맞는 ${missing}-그램이 하나도 없어서 기하평균이 0이 되고 BLEU도 0이에요. 짧은 문장 하나를 잴 때는 그래서 평활화를 쓰거나 말뭉치 단위로 재요.`,
      `Not one ${missing}-gram matches, so the geometric mean and with it BLEU is 0; that is why single short sentences are smoothed or BLEU is taken over a corpus.`,
    );
  if (brevity_penalty < 1)
    return say(
      `후보가 참조보다 짧아 길이 벌점 ${formatNumber(brevity_penalty)}배를 곱해 BLEU는 ${formatNumber(score)}점이에요. 벌점이 없으면 짧게 줄인 번역이 정밀도만으로 높은 점수를 받아요.`,
      `The candidate is shorter than the reference, so the brevity penalty ${formatNumber(brevity_penalty)} brings BLEU to ${formatNumber(score)}; without it a clipped translation would score by precision alone.`,
    );
  if (precisions.length === 1)
    return say(
      `1-그램만 보면 BLEU ${formatNumber(score)}점이에요. 한 단어씩만 맞춰 보므로 어순이 뒤섞여도 점수가 같아요.`,
      `With 1-grams alone BLEU is ${formatNumber(score)}: single words are compared, so shuffling them would not change the score.`,
    );
  return say(
    `정밀도는 1-그램에서 ${formatNumber(precisions[0] ?? 0)}, ${precisions.length}-그램에서 ${formatNumber(precisions.at(-1) ?? 0)}이고, 1~${precisions.length}-그램의 기하평균이 BLEU ${formatNumber(score)}점이에요. 긴 n-그램일수록 어순까지 맞아야 해요.`,
    `From 1-grams (${formatNumber(precisions[0] ?? 0)}) to ${precisions.length}-grams (${formatNumber(precisions.at(-1) ?? 0)}) the precisions have the geometric mean ${formatNumber(score)}, the BLEU score; longer n-grams ask for the right word order as well.`,
  );
}

export const bleu = defineDemo({
  id: 'bleu',
  title: { ko: 'BLEU', en: 'BLEU score' },
  about: {
    ko: '문장 BLEU(Papineni 외, 2002)를 nltk처럼 세요: 참조에 있는 만큼만 인정한 n-그램 정밀도의 기하평균 × 길이 벌점이고, 평활화는 하지 않아요.',
    en: 'Sentence BLEU (Papineni et al., 2002) as nltk counts it: geometric mean of the clipped n-gram precisions times the brevity penalty, without smoothing.',
  },
  parameters: {
    candidate: text('the cat is on the mat', '1..2000'),
    references: text('the cat is sitting on the mat / there is a cat on the mat', '1..5000'),
    max_n: int(4, '1..4'),
  },
  results: {
    precisions: 'float[max_n]',
    matches: 'int[max_n]',
    totals: 'int[max_n]',
    brevity_penalty: 'float',
    candidate_length: 'int',
    reference_length: 'int',
    bleu: 'float',
  },
  run({ candidate, references, max_n }) {
    const words = wordTokens(candidate);
    const found = sentenceBleu(words, referencesOf(references), max_n);
    return {
      precisions: found.precisions,
      matches: found.matches,
      totals: found.totals,
      brevity_penalty: found.brevityPenalty,
      candidate_length: words.length,
      reference_length: found.referenceLength,
      bleu: found.score,
    };
  },
  view(_args, results, say) {
    const { precisions, matches, totals, brevity_penalty, candidate_length, reference_length } = results;
    const score = results.bleu;
    const fraction = (i: number): string => `${matches[i] ?? 0}/${totals[i] ?? 0}`;
    return {
      chart: {
        kind: 'bars',
        title: say('n-그램 정밀도', 'n-gram precision'),
        subtitle: say(
          `BLEU ${formatNumber(score)} = 기하평균 × 길이 벌점 ${formatNumber(brevity_penalty)} (후보 ${candidate_length}단어, 참조 ${reference_length}단어)`,
          `BLEU ${formatNumber(score)} = geometric mean × brevity penalty ${formatNumber(brevity_penalty)} (candidate ${countOf(candidate_length, 'word')}, reference ${reference_length})`,
        ),
        categories: precisions.map((_, i) => say(`${i + 1}-그램`, `${i + 1}-gram`)),
        x: { name: '' },
        y: { name: say('정밀도', 'precision'), min: 0, max: 1 },
        series: [
          {
            name: say('정밀도', 'precision'),
            values: precisions,
            notes: precisions.map((precision, i) => `${fraction(i)} = ${formatNumber(precision, 3)}`),
          },
        ],
      },
      see: seeing({ precisions, brevity_penalty, bleu: score }, say),
      numbers: [
        ['BLEU', formatNumber(score)],
        [say('길이 벌점', 'brevity penalty'), formatNumber(brevity_penalty)],
        [say('후보 길이', 'candidate length'), say(`${candidate_length}단어`, `${candidate_length} words`)],
        [
          say('가장 가까운 참조 길이', 'closest reference length'),
          say(`${reference_length}단어`, `${reference_length} words`),
        ],
      ],
      table: {
        columns: ['n', say('맞은 수', 'matches'), say('전체', 'total'), say('정밀도', 'precision')],
        rows: precisions.map((precision, i) => [
          String(i + 1),
          String(matches[i] ?? 0),
          String(totals[i] ?? 0),
          formatNumber(precision),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: 'n을 2까지만', en: 'up to bigrams' },
      change: ({ max_n }) => (max_n === 2 ? undefined : { max_n: 2 }),
    },
    {
      label: { ko: '참조와 똑같은 후보', en: 'candidate equal to a reference' },
      change: ({ references }) => {
        const words = referencesOf(references)[0] ?? [];
        const candidate = words.join(' ');
        return words.length === 0 || candidate.length > 2000 ? undefined : { candidate };
      },
    },
    {
      label: { ko: '후보의 앞 네 단어만', en: 'first four words of the candidate' },
      change: ({ candidate }) => {
        const words = wordTokens(candidate);
        return words.length > 4 ? { candidate: words.slice(0, 4).join(' ') } : undefined;
      },
    },
    {
      label: { ko: '한 단어만 되풀이', en: 'one word over and over' },
      change: () => ({
        candidate: 'the the the the the the the',
        references: 'the cat is on the mat / there is a cat on the mat',
        max_n: 1,
      }),
    },
  ],
});
