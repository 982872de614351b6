import type { PanelsChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import {
  descended,
  negativeSamplingGradients,
  negativeSamplingLoss,
  type WordVectors,
} from '../../math/negative-sampling.ts';
import { sigmoid } from '../../math/sigmoid.ts';
import { cosineSimilarity } from '../../math/unit-vector.ts';
import { dot } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { float, floats, matrix } from '../parameters.ts';

/** Vectors of one step: before, its gradients, after. */
function stepOf(vectors: WordVectors, lr: number) {
  const gradients = negativeSamplingGradients(vectors);
  return { gradients, after: descended(vectors, gradients, lr) };
}

/** P(pair is real) of the positive pair and of each negative one. */
function probabilities({ center, context, negatives }: WordVectors): number[] {
  return [context, ...negatives].map((vector) => sigmoid(dot(vector, center)));
}

function shownCosine(value: number | null): string {
  return value === null ? '–' : formatNumber(value);
}

/** A round range about 0 with room for the figures at the bars. */
function evenRange(values: readonly number[]): { readonly min?: number; readonly max?: number } {
  const most = 1.15 * values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const power = 10 ** Math.floor(Math.log10(most));
  const reach = (ROUND.find((one) => one * power >= most) ?? 10) * power;
  return most < 1e-12 ? {} : { min: -reach, max: reach };
}

const ROUND = [1, 2, 4, 6, 10] as const;

/** The probabilities, and their change on a scale of its own: one step moves them little. */
function chartOf(
  then: readonly number[],
  now: readonly number[],
  { lr, high, low }: { readonly lr: number; readonly high: string; readonly low: string },
  say: Say,
): PanelsChart {
  const many = then.length > 5;
  const categories = then.map((_, i) =>
    i === 0 ? say('문맥', 'context') : many ? String(i - 1) : say(`음성 ${i - 1}`, `neg. ${i - 1}`),
  );
  const digits = (values: readonly number[]): string[] => values.map((value) => formatNumber(value, 4));
  const change = now.map((value, i) => value - (then[i] ?? 0));
  return {
    kind: 'panels',
    title: say('실제 쌍일 확률: 갱신 전과 후', 'Probability of a real pair, before and after'),
    subtitle: say(
      `학습률 ${formatNumber(lr)}, 손실 ${high} → ${low}`,
      `learning rate ${formatNumber(lr)}, loss ${high} → ${low}`,
    ),
    panels: [
      {
        kind: 'bars',
        title: say('시그모이드(내적)', 'sigmoid of the dot product'),
        categories,
        x: { name: '' },
        y: { name: say('확률', 'probability'), min: 0 },
        series: [
          { name: say('전', 'before'), values: then, colour: 'grey', notes: digits(then) },
          { name: say('후', 'after'), values: now, colour: 'blue', notes: digits(now) },
        ],
      },
      {
        kind: 'bars',
        title: say('변화: 문맥은 위로, 음성은 아래로', 'change: context up, negatives down'),
        categories,
        x: { name: '' },
        y: { name: say('후 − 전', 'after − before'), ...evenRange(change) },
        series: [{ name: say('변화', 'change'), values: change, colour: 'green' }],
      },
    ],
  };
}

export const word2vec = defineDemo({
  id: 'word2vec',
  title: { ko: 'Word2Vec 음성 표집 한 걸음', en: 'Word2Vec negative sampling step' },
  about: {
    ko: '중심 벡터 v, 실제 문맥 u, 잡음 n에 대해 손실 −ln σ(u·v) − Σ ln σ(−n·v)의 기울기로 모든 벡터를 한 번 갱신해요(Mikolov 외, 2013). v는 입력 벡터, u와 n은 출력 벡터예요.',
    en: 'One gradient step on all vectors for the loss −ln σ(u·v) − Σ ln σ(−n·v): v the centre (input vector), u the true context, n the negatives (output vectors); Mikolov et al., 2013.',
  },
  parameters: {
    center: floats([0.1, 0.2, -0.1], '1..20', '-20..20', { ko: '중심 단어 벡터 v', en: 'centre vector v' }),
    context: floats([0.3, -0.1, 0.2], '1..20', '-20..20', {
      ko: '문맥 단어 벡터 u',
      en: 'context vector u',
    }),
    negatives: matrix(
      [
        [0.2, 0.1, 0.4],
        [-0.3, 0.2, 0.1],
      ],
      '1..20',
      '1..20',
      '-20..20',
      { ko: '음성 표본 벡터(행마다 하나)', en: 'negative vectors, one a row' },
    ),
    lr: float(0.1, '0<..10'),
  },
  results: {
    loss: 'float',
    p_positive: 'float',
    p_negative: 'float[k]',
    grad_center: 'float[d]',
    grad_context: 'float[d]',
    grad_negatives: 'float[k][d]',
    loss_after: 'float',
    cosine_before: 'float?',
    cosine_after: 'float?',
  },
  run({ center, context, negatives, lr }) {
    const size = center.length;
    for (const [name, found] of [
      ['context', context.length],
      ['negatives', negatives[0]?.length ?? 0],
    ] as const)
      if (found !== size)
        refuse(
          name,
          `center와 차원이 같아야 해요 (${found}차원과 ${size}차원).`,
          `must have the dimension of center (${found} and ${size}).`,
        );
    const before = { center, context, negatives };
    const { gradients, after } = stepOf(before, lr);
    const [p_positive = 0, ...p_negative] = probabilities(before);
    return {
      loss: negativeSamplingLoss(before),
      p_positive,
      p_negative,
      grad_center: gradients.center,
      grad_context: gradients.context,
      grad_negatives: gradients.negatives,
      loss_after: negativeSamplingLoss(after),
      cosine_before: cosineSimilarity(center, context) ?? null,
      cosine_after: cosineSimilarity(after.center, after.context) ?? null,
    };
  },
  view({ center, context, negatives, lr }, results, say) {
    const before = { center, context, negatives };
    const { after } = stepOf(before, lr);
    const [then, now] = [probabilities(before), probabilities(after)];
    const { loss, loss_after, cosine_before, cosine_after } = results;
    const [one, other] = [formatNumber(then[0] ?? 0), formatNumber(now[0] ?? 0)];
    const [high, low] = [formatNumber(loss), formatNumber(loss_after)];
    const fell = loss_after < loss;
    return {
      chart: chartOf(then, now, { lr, high, low }, say),
      see: fell
        ? say(
            `문맥의 확률이 ${one} → ${other}, 손실이 ${high} → ${withJosa(low, '으로/로')} 줄었어요. 어휘 전체의 소프트맥스 대신 음성 ${negatives.length}개만 갱신해서 계산이 싸요.`,
            `The context's probability goes ${one} → ${other}, the loss ${high} → ${low}. Only ${countOf(negatives.length, 'negative vector is', 'negative vectors are')} updated instead of a softmax over the whole vocabulary.`,
          )
        : say(
            `손실이 ${high} → ${withJosa(low, '으로/로')} 줄지 않았어요. 학습률 ${formatNumber(lr)}의 스텝이 너무 크거나 기울기가 0이라는 뜻이에요.`,
            `The loss goes ${high} → ${low} and does not fall: with a rate of ${formatNumber(lr)} the step is too long, or the gradient is 0.`,
          ),
      numbers: [
        [say('손실(전)', 'loss before'), high],
        [say('손실(후)', 'loss after'), low],
        [say('문맥의 확률(전 → 후)', 'probability of the context'), `${one} → ${other}`],
        [
          say('중심과 문맥의 코사인', 'cosine of centre and context'),
          `${shownCosine(cosine_before)} → ${shownCosine(cosine_after)}`,
        ],
      ],
      table: {
        columns: [say('쌍', 'pair'), say('전', 'before'), say('후', 'after')],
        rows: then.map((p, i) => [
          i === 0 ? say('문맥', 'context') : say(`음성 ${i - 1}`, `negative ${i - 1}`),
          formatNumber(p),
          formatNumber(now[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '학습률 × 10', en: 'learning rate × 10' },
      change: ({ lr }) => (lr <= 1 ? { lr: lr * 10 } : undefined),
    },
    { label: { ko: '학습률 ÷ 10', en: 'learning rate ÷ 10' }, change: ({ lr }) => ({ lr: lr / 10 }) },
    {
      label: { ko: '문맥을 중심의 반대로', en: 'context opposite to the centre' },
      change: ({ center }) => ({ context: center.map((value) => -value) }),
    },
    {
      label: { ko: '긴 벡터 (모두 × 10)', en: 'long vectors (all × 10)' },
      change: ({ center, context, negatives }) =>
        [...center, ...context, ...negatives.flat()].some((value) => Math.abs(value) > 2)
          ? undefined
          : {
              center: center.map((value) => value * 10),
              context: context.map((value) => value * 10),
              negatives: negatives.map((row) => row.map((value) => value * 10)),
            },
    },
  ],
});
