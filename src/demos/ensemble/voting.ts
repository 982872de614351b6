import { formatNumber, formatPercent } from '../../charts/number.ts';
import { firstLargest } from '../../math/first-largest.ts';
import { argMax, sum } from '../../math/summary.ts';
import { hardVotes, softVotes } from '../../math/weighted-vote.ts';
import { sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { floats, matrix } from '../parameters.ts';

const TOLERANCE = 1e-6;

function checkRows(p: readonly (readonly number[])[]): void {
  const row = p.findIndex((one) => Math.abs(sum(one) - 1) > TOLERANCE);
  if (row < 0) return;
  const total = formatNumber(sum(p[row] ?? []), 6);
  refuse(
    'p',
    `행마다 합이 1이어야 해요 (${row}번 행은 ${total}).`,
    `must sum to 1 in every row (row ${row} sums to ${total}).`,
  );
}

export const voting = defineDemo({
  id: 'voting',
  title: { ko: '하드·소프트 보팅', en: 'Hard and soft voting' },
  about: {
    ko: '행은 분류기, 열은 클래스 확률이에요. 하드 보팅은 각 분류기의 1등에 가중치만큼 표를 주고, 소프트 보팅은 확률을 가중 평균해요(scikit-learn의 VotingClassifier). 동점이면 낮은 클래스예요.',
    en: "Rows are classifiers, columns their class probabilities. Hard voting gives each classifier's favourite its weight, soft voting averages the probabilities (scikit-learn's VotingClassifier); ties go to the lower class.",
  },
  parameters: {
    p: matrix(
      [
        [0.9, 0.1],
        [0.4, 0.6],
        [0.45, 0.55],
      ],
      '1..50',
      '2..20',
      '0..1',
    ),
    weights: floats([1, 1, 1], '1..50', '0..1000'),
  },
  results: {
    hard_votes: 'float[k]',
    hard: 'int',
    soft: 'float[k]',
    soft_choice: 'int',
  },
  run({ p, weights }) {
    sameLength('weights', weights, 'p', p);
    checkRows(p);
    if (weights.every((weight) => weight === 0))
      refuse('weights', '모두 0이면 투표할 수 없어요.', 'must not all be 0.');
    const hard_votes = hardVotes(p, weights);
    const soft = softVotes(p, weights);
    return { hard_votes, hard: firstLargest(hard_votes), soft, soft_choice: firstLargest(soft) };
  },
  view({ p, weights }, { hard_votes, hard, soft, soft_choice }, say) {
    const total = sum(weights);
    const shares = hard_votes.map((votes) => votes / total);
    return {
      chart: {
        kind: 'bars',
        title: say('하드 보팅과 소프트 보팅', 'Hard and soft voting'),
        subtitle: say(
          `분류기 ${p.length}개, 클래스 ${soft.length}개`,
          `${countOf(p.length, 'classifier')}, ${countOf(soft.length, 'class', 'classes')}`,
        ),
        categories: soft.map((_, k) => (soft.length <= 10 ? say(`클래스 ${k}`, `class ${k}`) : String(k))),
        x: { name: say('클래스', 'class') },
        y: { name: say('표의 몫', 'share of the vote'), min: 0, max: 1 },
        series: [
          { name: say('하드 (1등에게 한 표)', 'hard (one vote each)'), values: shares, colour: 'blue' },
          {
            name: say('소프트 (확률의 평균)', 'soft (mean probability)'),
            values: soft,
            colour: 'vermillion',
          },
        ],
      },
      see:
        hard === soft_choice
          ? say(
              `두 방식의 선택은 모두 클래스 ${withJosa(hard, '이에요/예요')}(표의 ${formatPercent(shares[hard] ?? 0)}, 평균 확률 ${formatPercent(soft[hard] ?? 0)}). 소프트 보팅은 분류기의 확신까지 세니 확률이 잘 보정되어 있어야 믿을 수 있어요.`,
              `Both choose class ${hard}: ${formatPercent(shares[hard] ?? 0)} of the votes, mean probability ${formatPercent(soft[hard] ?? 0)}. Soft voting counts how sure each classifier is, so it needs well-calibrated probabilities.`,
            )
          : say(
              `표로는 클래스 ${hard}(${formatPercent(shares[hard] ?? 0)}), 평균 확률로는 클래스 ${soft_choice}(${formatPercent(soft[soft_choice] ?? 0)})예요. 소프트 보팅에서는 확신이 큰 소수가 어정쩡한 다수를 이길 수 있어요.`,
              `By votes class ${hard} wins (${formatPercent(shares[hard] ?? 0)}), by mean probability class ${soft_choice} (${formatPercent(soft[soft_choice] ?? 0)}): in soft voting a confident minority can beat a half-hearted majority.`,
            ),
      numbers: [
        [say('하드 보팅의 선택', 'choice of hard voting'), say(`클래스 ${hard}`, `class ${hard}`)],
        [say('그 표의 몫', 'its share of the votes'), formatPercent(shares[hard] ?? 0)],
        [
          say('소프트 보팅의 선택', 'choice of soft voting'),
          say(`클래스 ${soft_choice}`, `class ${soft_choice}`),
        ],
        [say('그 평균 확률', 'its mean probability'), formatPercent(soft[soft_choice] ?? 0)],
      ],
      table: {
        columns: [
          say('분류기', 'classifier'),
          say('가중치', 'weight'),
          say('1등', 'favourite'),
          say('확률', 'probability'),
        ],
        rows: p.map((row, i) => [
          String(i),
          formatNumber(weights[i] ?? 0),
          say(`클래스 ${argMax(row)}`, `class ${argMax(row)}`),
          formatPercent(row[argMax(row)] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '첫 분류기에 세 표', en: 'three votes for the first' },
      change: ({ weights }) => ({ weights: weights.map((weight, i) => (i === 0 ? 3 : weight)) }),
    },
    {
      label: { ko: '첫 분류기 빼기 (가중치 0)', en: 'without the first (weight 0)' },
      change: ({ weights }) =>
        weights.slice(1).some((weight) => weight > 0)
          ? { weights: weights.map((weight, i) => (i === 0 ? 0 : weight)) }
          : undefined,
    },
    {
      label: { ko: '첫 분류기의 확신을 낮추기', en: 'a less sure first classifier' },
      change: () => ({
        p: [
          [0.6, 0.4],
          [0.4, 0.6],
          [0.45, 0.55],
        ],
        weights: [1, 1, 1],
      }),
    },
  ],
});
