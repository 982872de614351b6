import { formatNumber, formatPercent } from '../../charts/number.ts';
import { majorityRight } from '../../math/majority-vote.ts';
import { range } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { float, int } from '../parameters.ts';

export const majorityVote = defineDemo({
  id: 'majority-vote',
  title: { ko: '다수결 앙상블', en: 'Majority vote' },
  about: {
    ko: '저마다 확률 p로 맞히는 독립인 투표자들의 다수결이 맞을 확률을 이항 분포로 계산해요(콩도르세의 배심 정리). 동점은 절반으로 세요.',
    en: "Probability that a majority of independent voters, each right with probability p, is right: a binomial sum (Condorcet's jury theorem). A tie counts half.",
  },
  parameters: {
    voters: int(11, '1..501'),
    p: float(0.6, '0..1'),
  },
  results: {
    p_majority: 'float',
    by_voters: 'float[m]',
    binomial_sd: 'float',
  },
  run({ voters, p }) {
    return {
      p_majority: majorityRight(voters, p),
      by_voters: range(Math.floor((voters + 1) / 2)).map((i) => majorityRight(2 * i + 1, p)),
      binomial_sd: Math.sqrt(voters * p * (1 - p)),
    };
  },
  view({ voters, p }, { p_majority, by_voters, binomial_sd }, say) {
    const counts = by_voters.map((_, i) => 2 * i + 1);
    const outcome =
      p > 0.5
        ? say(
            '한 명이 0.5보다 나으면 모을수록 1에 가까워져요',
            'voters better than a coin approach certainty as more join',
          )
        : p < 0.5
          ? say(
              '한 명이 0.5보다 못하면 모을수록 0에 가까워져요',
              'voters worse than a coin only make it worse as more join',
            )
          : say('한 명이 동전 던지기면 모아도 그대로예요', 'coin-flippers gain nothing from numbers');
    return {
      chart: {
        kind: 'xy',
        title: say('투표자 수에 따른 다수결 정확도', 'Accuracy of the majority by number of voters'),
        subtitle: say(
          `한 명의 정확도 p = ${formatNumber(p)}`,
          `each voter is right with p = ${formatNumber(p)}`,
        ),
        x: { name: say('투표자 수 (홀수)', 'number of voters (odd)'), whole: true },
        y: { name: say('다수결이 맞을 확률', 'probability that the majority is right'), min: 0, max: 1 },
        series: [
          {
            name: say('다수결', 'majority'),
            x: counts,
            y: by_voters,
            look: counts.length === 1 ? 'points' : counts.length > 40 ? 'line' : 'line-points',
            colour: 'blue',
          },
        ],
        marks: [{ axis: 'y', at: p, label: say('한 명', 'one voter'), colour: 'vermillion' }],
      },
      see: say(
        `한 명의 정확도는 ${formatPercent(p)}, ${voters}명의 다수결은 ${formatPercent(p_majority)}예요. ${outcome}. 단, 서로 독립일 때만 그래요.`,
        `One voter is right ${formatPercent(p)} of the time, a majority of ${voters} is right ${formatPercent(p_majority)} of the time: ${outcome}. This holds for independent voters only.`,
      ),
      numbers: [
        [say('다수결의 정확도', 'accuracy of the majority'), formatPercent(p_majority, 4)],
        [
          say('한 명보다', 'gain over one voter'),
          `${formatNumber((p_majority - p) * 100, 3)} ${say('%p', 'points')}`,
        ],
        [say('맞히는 사람 수의 기댓값', 'expected number right'), formatNumber(voters * p)],
        [say('맞히는 사람 수의 표준편차', 'standard deviation of that number'), formatNumber(binomial_sd)],
      ],
      table: {
        columns: [say('투표자', 'voters'), say('다수결의 정확도', 'accuracy')],
        rows: by_voters.map((value, i) => [String(2 * i + 1), formatPercent(value, 4)]),
      },
    };
  },
  variations: [
    { label: { ko: '투표자 101명', en: '101 voters' }, change: () => ({ voters: 101 }) },
    { label: { ko: 'p = 0.51', en: 'p = 0.51' }, change: () => ({ p: 0.51 }) },
    { label: { ko: 'p = 0.4 (0.5 아래)', en: 'p = 0.4 (below 0.5)' }, change: () => ({ p: 0.4 }) },
    { label: { ko: 'p = 0.8', en: 'p = 0.8' }, change: () => ({ p: 0.8 }) },
  ],
});
