import { formatNumber, formatPercent } from '../../charts/number.ts';
import { entropyNats } from '../../math/divergence.ts';
import { pathProbability } from '../../math/hierarchical-softmax.ts';
import { huffmanPaths, huffmanTree } from '../../math/huffman.ts';
import { argMax, argMin, sum } from '../../math/summary.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { floats, ints } from '../parameters.ts';

/** Codes stand under the bars up to here; beside lying bars up to there. */
const UPRIGHT = 8;
const LYING = 16;

export const hierarchicalSoftmax = defineDemo({
  id: 'hierarchical-softmax',
  title: { ko: '계층적 소프트맥스(허프만 트리)', en: 'Hierarchical softmax over a Huffman tree' },
  about: {
    ko: '빈도로 허프만 트리를 만들고, 뿌리에서 단어까지 갈림길마다 시그모이드 확률을 곱해요 (Morin과 Bengio, 2005; word2vec). 점수 k는 k번째로 만든 안쪽 노드 벡터와 은닉 벡터의 내적이에요.',
    en: 'Builds a Huffman tree from frequencies and multiplies sigmoid probabilities from the root down to a word (Morin & Bengio, 2005; word2vec). Score k stands for the dot product of the k-th inner node’s vector with the hidden vector.',
  },
  parameters: {
    freq: ints([5, 9, 12, 13, 16, 45], '2..32', '1..1000000'),
    scores: floats([0.5, -0.2, 0.1, 0.3, -0.4], '1..31', '-20..20'),
  },
  results: {
    code: 'text[n]',
    code_length: 'int[n]',
    expected_length: 'float',
    entropy_bits: 'float',
    p: 'float[n]',
    p_sum: 'float',
  },
  run({ freq, scores }) {
    if (scores.length !== freq.length - 1)
      refuse(
        'scores',
        `freq보다 하나 적어야 해요 (${freq.length - 1}개, 지금은 ${scores.length}개).`,
        `must have one entry fewer than freq (${freq.length - 1}, not ${scores.length}).`,
      );
    const paths = huffmanPaths(huffmanTree(freq));
    const total = sum(freq);
    const p = paths.map((path) => pathProbability(path, scores));
    return {
      code: paths.map((path) => path.map(({ bit }) => bit).join('')),
      code_length: paths.map((path) => path.length),
      expected_length: sum(paths.map((path, i) => (path.length * (freq[i] ?? 0)) / total)),
      entropy_bits: entropyNats(freq.map((count) => count / total)) / Math.LN2,
      p,
      p_sum: sum(p),
    };
  },
  view({ freq }, { code, code_length, expected_length, entropy_bits, p, p_sum }, say) {
    const n = freq.length;
    const short = argMin(code_length);
    const long = argMax(code_length);
    const category = (i: number): string =>
      n <= UPRIGHT ? `${i}\n${code[i] ?? ''}` : n <= LYING ? `${i}: ${code[i] ?? ''}` : String(i);
    return {
      chart: {
        kind: 'bars',
        title: say('계층적 소프트맥스의 단어 확률', 'Word probabilities of hierarchical softmax'),
        subtitle: say(
          `평균 코드 길이 ${formatNumber(expected_length)}비트, 단어 ${n}개`,
          `mean code length ${formatNumber(expected_length)} bits, ${countOf(n, 'word')}`,
        ),
        categories: freq.map((_, i) => category(i)),
        x: { name: n <= LYING ? say('단어와 허프만 코드', 'word and Huffman code') : say('단어', 'word') },
        y: { name: say('확률', 'probability'), min: 0 },
        series: [{ name: say('확률', 'probability'), values: p }],
        horizontal: n > UPRIGHT && n <= LYING,
      },
      see: say(
        `빈도 ${formatNumber(freq[short] ?? 0)}인 단어 ${short}의 확률은 시그모이드 ${code_length[short] ?? 0}번, 빈도 ${formatNumber(freq[long] ?? 0)}인 단어 ${long}의 확률은 ${code_length[long] ?? 0}번이면 나와요. 소프트맥스는 늘 단어 ${n}개를 모두 계산해야 해요.`,
        `Word ${short} (frequency ${formatNumber(freq[short] ?? 0)}) lies at depth ${code_length[short] ?? 0}, word ${long} (frequency ${formatNumber(freq[long] ?? 0)}) at ${code_length[long] ?? 0}: so many sigmoids give their probabilities, while a plain softmax always needs the scores of all ${n} words.`,
      ),
      numbers: [
        [
          say('평균 코드 길이', 'mean code length'),
          say(`${formatNumber(expected_length)}비트`, `${formatNumber(expected_length)} bits`),
        ],
        [
          say('빈도의 엔트로피 (하한)', 'entropy of the frequencies (lower bound)'),
          say(`${formatNumber(entropy_bits)}비트`, `${formatNumber(entropy_bits)} bits`),
        ],
        [say('확률의 합', 'sum of the probabilities'), formatNumber(p_sum)],
        [say('가장 큰 확률', 'largest probability'), formatPercent(Math.max(...p))],
      ],
      table: {
        columns: [
          say('단어', 'word'),
          say('빈도', 'frequency'),
          say('코드', 'code'),
          say('확률', 'probability'),
        ],
        rows: freq.map((count, i) => [
          String(i),
          formatNumber(count),
          code[i] ?? '',
          formatNumber(p[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '모든 빈도 같게', en: 'equal frequencies' },
      change: ({ freq }) => ({ freq: freq.map(() => 1) }),
    },
    {
      label: { ko: '치우친 빈도 (1, 2, 4, …)', en: 'skewed frequencies (1, 2, 4, …)' },
      change: ({ freq }) => (freq.length > 19 ? undefined : { freq: freq.map((_, i) => 2 ** i) }),
    },
    {
      label: { ko: '점수 모두 0', en: 'all scores 0' },
      change: ({ scores }) => ({ scores: scores.map(() => 0) }),
    },
  ],
});
