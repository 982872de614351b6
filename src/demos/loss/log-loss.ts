import { formatNumber, formatPercent } from '../../charts/number.ts';
import { binaryLogLoss, categoricalLogLoss, negativeLogSoftmax } from '../../math/log-loss.ts';
import { argMax, extent, mean, sum } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { sameLength, sumsToOne } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { choice, floats, ints, matrix } from '../parameters.ts';

type Kind = 'binary' | 'categorical' | 'sparse' | 'nll';
type Rows = readonly (readonly number[])[];

const EVEN = 0.5;
/** Smallest probability in the picture; the table has the others. */
const LEAST_SHOWN = 1e-240;
/** Below this the curve of -ln p is better seen on a logarithmic axis. */
const TINY = 1e-3;

function checkProbabilities(p: Rows): void {
  if (p.some((row) => row.some((value) => value < 0 || value > 1)))
    refuse('p', '확률은 0부터 1까지여야 해요.', 'must hold probabilities from 0 to 1.');
}

function check(kind: Kind, y: readonly number[], p: Rows, weights: readonly number[]): void {
  sameLength('p', p, 'y', y);
  const classes = p[0]?.length ?? 0;
  if (kind === 'binary') {
    if (classes !== 1)
      refuse('p', 'binary에서는 열이 하나여야 해요.', 'must have one column with kind=binary.');
    if (y.some((label) => label > 1))
      refuse('y', 'binary에서는 0과 1만 쓸 수 있어요.', 'must hold only 0 and 1 with kind=binary.');
    checkProbabilities(p);
    return;
  }
  if (y.some((label) => label >= classes))
    refuse(
      'y',
      `클래스 번호는 0부터 ${classes - 1}까지예요 (p의 열 수).`,
      `must hold classes from 0 to ${classes - 1} (p has ${countOf(classes, 'column')}).`,
    );
  if (kind !== 'nll') {
    checkProbabilities(p);
    for (const row of p) sumsToOne('p', row);
    return;
  }
  if (weights.length !== 1 && weights.length !== classes)
    refuse(
      'weights',
      `하나이거나 클래스마다 하나(${classes}개)여야 해요.`,
      `must be a single number or one a class (${classes}).`,
    );
  if (sum(y.map((label) => weightOf(weights, label))) === 0)
    refuse('weights', '나온 클래스의 가중치가 모두 0이에요.', 'must not be 0 for every class that occurs.');
}

function weightOf(weights: readonly number[], label: number): number {
  return (weights.length === 1 ? weights[0] : weights[label]) ?? 0;
}

function lossOf(kind: Kind, label: number, row: readonly number[]): number {
  switch (kind) {
    case 'binary':
      return binaryLogLoss(label, row[0] ?? 0);
    case 'categorical':
    case 'sparse':
      return categoricalLogLoss(label, row);
    case 'nll':
      return negativeLogSoftmax(label, row);
  }
}

function predicted(kind: Kind, row: readonly number[]): number {
  return kind === 'binary' ? ((row[0] ?? 0) >= EVEN ? 1 : 0) : argMax(row);
}

export const logLoss = defineDemo({
  id: 'log-loss',
  title: { ko: '로그 손실(이진·다중·희소·NLL)', en: 'Log loss, four forms' },
  about: {
    ko: '정답 클래스의 확률 p에 대한 −ln p의 평균이에요. 확률은 [10⁻¹⁵, 1 − 10⁻¹⁵]로 자르고, nll은 PyTorch의 CrossEntropyLoss처럼 점수에 로그 소프트맥스를 취한 뒤 클래스 가중치로 평균을 내요.',
    en: 'Mean of −ln p over the probabilities p of the true classes. Probabilities are clipped to [10⁻¹⁵, 1 − 10⁻¹⁵]; nll takes the log-softmax of raw scores and a mean weighted by class, as PyTorch’s CrossEntropyLoss.',
  },
  parameters: {
    kind: choice(['binary', 'categorical', 'sparse', 'nll'], 'binary'),
    y: ints([1, 0, 1, 1], '1..200', '0..50'),
    p: matrix([[0.9], [0.2], [0.8], [0.6]], '1..200', '1..50', '-1000..1000'),
    weights: floats([1], '1..50', '0..1000'),
  },
  results: { per_sample: 'float[n]', loss: 'float', accuracy: 'float' },
  run({ kind, y, p, weights }) {
    check(kind, y, p, weights);
    const per_sample = y.map((label, i) => lossOf(kind, label, p[i] ?? []));
    const share = y.map((label) => (kind === 'nll' ? weightOf(weights, label) : 1));
    return {
      per_sample,
      loss: sum(per_sample.map((value, i) => value * (share[i] ?? 0))) / sum(share),
      accuracy: mean(y.map((label, i) => (predicted(kind, p[i] ?? []) === label ? 1 : 0))),
    };
  },
  view({ kind, y, p }, { per_sample, loss, accuracy }, say) {
    const own = per_sample.map((value) => Math.exp(-value));
    const { min } = extent(own);
    const log = min < TINY;
    const floor = Math.max(min, LEAST_SHOWN);
    const grid = log
      ? linspace(Math.log(floor) - 1, 0, 201).map(Math.exp)
      : linspace(Math.min(0.02, min), 1, 201);
    const right = y.map((label, i) => predicted(kind, p[i] ?? []) === label);
    const worst = argMax(per_sample);
    const total = sum(per_sample);
    const share = total > 0 ? (per_sample[worst] ?? 0) / total : 0;
    const points = (wanted: boolean) =>
      own
        .map((value, i) => [value, per_sample[i] ?? 0, right[i]] as const)
        .filter((one) => one[2] === wanted);
    return {
      chart: {
        kind: 'xy',
        title: say('정답 확률과 로그 손실', 'Probability of the true class and log loss'),
        subtitle: say(`평균 손실 ${formatNumber(loss)}`, `mean loss ${formatNumber(loss)}`),
        x: {
          name: say(
            `정답 클래스의 확률 p${log ? ' (로그)' : ''}`,
            `probability p of the true class${log ? ' (log)' : ''}`,
          ),
          ...(log ? { log: true } : { min: 0 }),
          max: 1,
        },
        y: { name: say('손실 −ln p (nat)', 'loss −ln p (nats)'), min: 0 },
        series: [
          { name: '−ln p', x: grid, y: grid.map((value) => -Math.log(value)), look: 'line', colour: 'grey' },
          {
            name: say('맞힌 샘플', 'correct samples'),
            x: points(true).map((one) => one[0]),
            y: points(true).map((one) => one[1]),
            look: 'points',
            colour: 'blue',
          },
          {
            name: say('틀린 샘플', 'wrong samples'),
            x: points(false).map((one) => one[0]),
            y: points(false).map((one) => one[1]),
            look: 'crosses',
            colour: 'vermillion',
          },
        ],
      },
      see:
        total === 0
          ? say(
              `샘플 ${y.length}개 모두 정답에 확률 1을 주어 손실이 0이에요.`,
              `Every true class (${y.length} in all) was given probability 1, so the loss is 0.`,
            )
          : say(
              `샘플 ${worst}의 정답 확률이 ${withJosa(formatNumber(own[worst] ?? 0), '으로/로')} 가장 낮아 샘플별 손실을 더한 값의 ${formatPercent(share)}를 차지해요. 로그 손실은 자신 있게 틀린 예측을 크게 벌해요.`,
              `Sample ${worst} has the lowest probability of its true class, ${formatNumber(own[worst] ?? 0)}, and makes up ${formatPercent(share)} of the sum of these losses: log loss punishes confident mistakes heavily.`,
            ),
      numbers: [
        [say('손실', 'loss'), say(`${formatNumber(loss)} nat`, `${formatNumber(loss)} nats`)],
        [say('정확도', 'accuracy'), formatPercent(accuracy)],
        [
          say('가장 큰 손실', 'largest loss'),
          say(
            `${formatNumber(per_sample[worst] ?? 0)} (샘플 ${worst})`,
            `${formatNumber(per_sample[worst] ?? 0)} (sample ${worst})`,
          ),
        ],
      ],
      table: {
        columns: [
          say('샘플', 'sample'),
          say('정답', 'class'),
          say('정답 확률', 'p of the class'),
          say('손실', 'loss'),
        ],
        rows: y.map((label, i) => [
          String(i),
          String(label),
          formatNumber(own[i] ?? 0),
          formatNumber(per_sample[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '자신 있게 틀린 예측', en: 'a confident mistake' },
      change: () => ({ kind: 'binary', y: [1, 0, 1, 1], p: [[0.9], [0.2], [0.8], [0.001]] }),
    },
    {
      label: { ko: '세 클래스 (희소)', en: 'three classes (sparse)' },
      change: () => ({
        kind: 'sparse',
        y: [0, 2, 1],
        p: [
          [0.7, 0.2, 0.1],
          [0.1, 0.3, 0.6],
          [0.5, 0.3, 0.2],
        ],
      }),
    },
    {
      label: { ko: '점수에서 NLL', en: 'NLL from scores' },
      change: () => ({
        kind: 'nll',
        y: [0, 2, 1],
        p: [
          [2, 0.5, -1],
          [0.1, 0.3, 1.6],
          [1.5, 0.3, 0.2],
        ],
        weights: [1],
      }),
    },
    {
      label: { ko: '클래스 가중치 1, 5, 1', en: 'class weights 1, 5, 1' },
      change: () => ({
        kind: 'nll',
        y: [0, 2, 1],
        p: [
          [2, 0.5, -1],
          [0.1, 0.3, 1.6],
          [1.5, 0.3, 0.2],
        ],
        weights: [1, 5, 1],
      }),
    },
  ],
});
