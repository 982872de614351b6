import { formatNumber } from '../../charts/number.ts';
import { argMin, sum } from '../../math/summary.ts';
import { defineDemo, refuse } from '../demo.ts';
import { floats } from '../parameters.ts';

/** More bars than this are thinner than a hair. */
const MAX_BARS = 100;
/** Size of GPT-2's vocabulary (Radford et al., 2019). */
const GPT2_VOCABULARY = 50_257;

export const perplexity = defineDemo({
  id: 'perplexity',
  title: { ko: '퍼플렉서티', en: 'Perplexity' },
  about: {
    ko: '언어 모델이 실제로 나온 토큰마다 준 확률 p로 퍼플렉서티 exp(−평균 ln p)를 구해요. 1/p의 기하평균과 같아요.',
    en: 'Perplexity exp(−mean ln p) from the probabilities p that a language model gave to the tokens that came; it is the geometric mean of 1/p.',
  },
  parameters: { p: floats([0.2, 0.1, 0.5, 0.25], '1..1000', '0<..1') },
  results: {
    perplexity: 'float',
    bits_per_token: 'float',
    log_likelihood: 'float',
    mean_branching: 'float',
  },
  run({ p }) {
    if (p.some((value) => !Number.isFinite(1 / value)))
      refuse(
        'p',
        '1/p가 너무 커져요. 더 큰 확률을 써 보세요.',
        'makes 1/p overflow; use larger probabilities.',
      );
    const log_likelihood = sum(p.map(Math.log));
    return {
      perplexity: Math.exp(-log_likelihood / p.length),
      bits_per_token: -sum(p.map(Math.log2)) / p.length,
      log_likelihood,
      // Divided first: the sum of a thousand numbers near the largest double would overflow.
      mean_branching: sum(p.map((value) => 1 / value / p.length)),
    };
  },
  view({ p }, results, say) {
    const { bits_per_token, log_likelihood, mean_branching } = results;
    const bits = p.map((value) => -Math.log2(value));
    const shown = Math.min(p.length, MAX_BARS);
    const hardest = argMin(p);
    const total = sum(bits);
    const share = total === 0 ? 0 : (bits[hardest] ?? 0) / total;
    return {
      chart: {
        kind: 'bars',
        title: say('토큰마다의 놀라움 −log₂ p', 'Surprise of each token, −log₂ p'),
        subtitle:
          shown < p.length
            ? say(`처음 ${shown}개 토큰만 그렸어요`, `only the first ${shown} tokens are drawn`)
            : say(
                `2^(평균 비트) = 퍼플렉서티: 2^${formatNumber(bits_per_token)} = ${formatNumber(results.perplexity)}`,
                `2^(mean bits) = perplexity: 2^${formatNumber(bits_per_token)} = ${formatNumber(results.perplexity)}`,
              ),
        categories: p
          .slice(0, shown)
          .map((value, i) => (p.length <= 10 ? `${i}: p = ${formatNumber(value, 3)}` : String(i))),
        x: { name: say('토큰', 'token') },
        y: { name: say('놀라움 (비트)', 'surprise (bits)'), min: 0 },
        series: [{ name: '−log₂ p', values: bits.slice(0, shown) }],
        // Figures would lie across the line of the mean.
        figures: false,
        marks: [
          {
            axis: 'y',
            at: bits_per_token,
            label: say(`평균 ${formatNumber(bits_per_token)}`, `mean ${formatNumber(bits_per_token)}`),
            colour: 'vermillion',
          },
        ],
      },
      see:
        total === 0
          ? say(
              '모든 토큰에 확률 1을 주어서 퍼플렉서티가 가장 작은 값 1이에요.',
              'Every token had probability 1, so the perplexity is 1, the least there is.',
            )
          : say(
              `모델은 토큰마다 평균 ${formatNumber(results.perplexity)}개의 똑같이 그럴듯한 후보 사이에서 헷갈린 셈이에요. 가장 뜻밖이던 토큰 ${hardest} 하나가 전체 놀라움의 ${formatNumber(share * 100, 3)}%를 차지해요.`,
              `The model was as unsure as if choosing among ${formatNumber(results.perplexity)} equally likely tokens each time; the most surprising one (token ${hardest}) makes up ${formatNumber(share * 100, 3)}% of all surprise.`,
            ),
      numbers: [
        [say('퍼플렉서티', 'perplexity'), formatNumber(results.perplexity)],
        [say('토큰당 비트', 'bits per token'), formatNumber(bits_per_token)],
        [
          say('로그 가능도', 'log-likelihood'),
          say(`${formatNumber(log_likelihood)} nat`, `${formatNumber(log_likelihood)} nats`),
        ],
        [say('1/p의 산술평균', 'arithmetic mean of 1/p'), formatNumber(mean_branching)],
      ],
      table: {
        columns: [say('토큰', 'token'), 'p', say('−log₂ p (비트)', '−log₂ p (bits)')],
        rows: p.map((value, i) => [String(i), formatNumber(value), formatNumber(bits[i] ?? 0)]),
      },
    };
  },
  variations: [
    {
      label: { ko: '마지막 토큰의 p = 0.001', en: 'p = 0.001 for the last token' },
      change: ({ p }) => ({ p: [...p.slice(0, -1), 0.001] }),
    },
    {
      label: { ko: '모두 p = 1/4', en: 'p = 1/4 throughout' },
      change: ({ p }) => ({ p: p.map(() => 0.25) }),
    },
    {
      label: { ko: 'GPT-2 어휘에서 찍기 (1/50257)', en: 'guessing in GPT-2’s vocabulary' },
      change: ({ p }) => ({ p: p.map(() => 1 / GPT2_VOCABULARY) }),
    },
    {
      label: { ko: 'p를 모두 √p로 (더 확신)', en: 'every p to √p (more certain)' },
      change: ({ p }) => ({ p: p.map(Math.sqrt) }),
    },
  ],
});
