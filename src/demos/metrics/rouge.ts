import { formatNumber, formatPercent } from '../../charts/number.ts';
import { rougeL, rougeN, rougeS } from '../../math/rouge.ts';
import { wordTokens } from '../../math/word-tokens.ts';
import { defineDemo } from '../demo.ts';
import { int, text } from '../parameters.ts';

export const rouge = defineDemo({
  id: 'rouge',
  title: { ko: 'ROUGE(1·2·L·S)', en: 'ROUGE scores' },
  about: {
    ko: '후보와 참조가 겹치는 단어(1), 바이그램(2), 최장 공통 부분 수열(L), 건너뛴 단어 쌍(S)을 세요(Lin, 2004). 소문자로 바꾸고 공백으로 나누며 어간 추출은 하지 않아요.',
    en: 'Counts what candidate and reference share: words (1), bigrams (2), the longest common subsequence (L), skip-bigrams (S) (Lin, 2004). Lower-cased, split on white space, no stemming.',
  },
  parameters: {
    candidate: text('the cat sat on the mat', '1..2000'),
    reference: text('the cat was on the mat', '1..2000'),
    window: int(4, '2..50'),
  },
  results: {
    rouge_1: 'float[3]',
    rouge_2: 'float[3]',
    rouge_l: 'float[3]',
    rouge_s: 'float[3]',
    lcs: 'int',
  },
  run({ candidate, reference, window }) {
    const [ours, theirs] = [wordTokens(candidate), wordTokens(reference)];
    const longest = rougeL(ours, theirs);
    return {
      rouge_1: rougeN(ours, theirs, 1),
      rouge_2: rougeN(ours, theirs, 2),
      rouge_l: longest.scores,
      rouge_s: rougeS(ours, theirs, window),
      lcs: longest.lcs,
    };
  },
  view({ candidate, reference, window }, { rouge_1, rouge_2, rouge_l, rouge_s, lcs }, say) {
    const all = [
      ['ROUGE-1', rouge_1],
      ['ROUGE-2', rouge_2],
      ['ROUGE-L', rouge_l],
      [`ROUGE-S${window}`, rouge_s],
    ] as const;
    const lengths = [wordTokens(candidate).length, wordTokens(reference).length] as const;
    const part = (at: number): number[] => all.map(([, scores]) => scores[at] ?? 0);
    return {
      chart: {
        kind: 'bars',
        title: say('ROUGE의 정밀도·재현율·F1', 'Precision, recall and F1 of ROUGE'),
        subtitle: say(
          `후보 ${lengths[0]}단어, 참조 ${lengths[1]}단어`,
          `candidate of ${lengths[0]} words, reference of ${lengths[1]}`,
        ),
        categories: all.map(([name]) => name),
        x: { name: '' },
        y: { name: say('점수', 'score'), min: 0, max: 1 },
        series: [
          { name: say('정밀도', 'precision'), values: part(0), colour: 'sky' },
          { name: say('재현율', 'recall'), values: part(1), colour: 'blue' },
          { name: 'F1', values: part(2), colour: 'vermillion' },
        ],
      },
      see: say(
        `참조 단어의 ${formatPercent(rouge_1[1] ?? 0)}가 후보에 있지만 이어진 두 단어로 보면 ${formatPercent(rouge_2[1] ?? 0)}예요. 순서를 지키며 겹치는 단어는 ${lcs}개예요. 표면의 단어만 세므로 뜻이 같은 다른 말은 점수를 받지 못해요.`,
        `${formatPercent(rouge_1[1] ?? 0)} of the reference's words occur in the candidate, ${formatPercent(rouge_2[1] ?? 0)} of its bigrams; words shared in order: ${lcs}. Only surface words count, so a paraphrase earns nothing.`,
      ),
      numbers: [
        ['ROUGE-1 F1', formatNumber(rouge_1[2] ?? 0)],
        ['ROUGE-2 F1', formatNumber(rouge_2[2] ?? 0)],
        ['ROUGE-L F1', formatNumber(rouge_l[2] ?? 0)],
        ['ROUGE-S F1', formatNumber(rouge_s[2] ?? 0)],
        [say('최장 공통 부분 수열', 'longest common subsequence'), say(`${lcs}단어`, `${lcs} words`)],
      ],
      table: {
        columns: ['', say('정밀도', 'precision'), say('재현율', 'recall'), 'F1'],
        rows: all.map(([name, scores]) => [name, ...scores.map((score) => formatNumber(score))]),
      },
    };
  },
  variations: [
    {
      label: { ko: '참조의 단어 순서를 거꾸로', en: 'reference reversed, word by word' },
      change: ({ reference }) => ({ candidate: wordTokens(reference).reverse().join(' ') || reference }),
    },
    {
      label: { ko: '후보의 앞 세 단어만', en: 'first three words of the candidate' },
      change: ({ candidate }) => {
        const words = wordTokens(candidate);
        return words.length > 3 ? { candidate: words.slice(0, 3).join(' ') } : undefined;
      },
    },
    {
      label: { ko: '뜻이 같은 다른 말', en: 'a paraphrase' },
      change: () => ({ candidate: 'a kitten rested upon a rug', reference: 'the cat was on the mat' }),
    },
    { label: { ko: '창 2 (이어진 쌍만)', en: 'window 2 (adjacent pairs)' }, change: () => ({ window: 2 }) },
  ],
});
