import { formatNumber, formatPercent } from '../../charts/number.ts';
import { adaBoost, boostedClass } from '../../math/adaboost.ts';
import { argMax } from '../../math/summary.ts';
import { notConstant, sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { floats, int, ints } from '../parameters.ts';

/** Beyond this many cells frames round single ones only make the picture restless. */
const MAX_FRAMED = 150;

export const adaboost = defineDemo({
  id: 'adaboost',
  title: { ko: '에이다부스트', en: 'AdaBoost with stumps' },
  about: {
    ko: '가중 지니가 가장 작은 깊이 1 트리를 고르고, α = ln((1−e)/e)로 발언권을 주고, 틀린 샘플의 가중치를 e^α배 해요. scikit-learn의 SAMME와 같고, 오차가 0이거나 0.5 이상인 라운드 앞에서 멈춰요.',
    en: "Picks the stump of least weighted Gini impurity, gives it a say of α = ln((1−e)/e) and multiplies the weights of wrong samples by e^α, as scikit-learn's SAMME; stops before a round with error 0 or at least 0.5.",
  },
  parameters: {
    x: floats([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], '4..100', '-10000..10000'),
    y: ints([1, 1, 1, 0, 0, 0, 1, 1, 1, 0], '4..100', '0..1'),
    rounds: int(3, '1..50'),
  },
  results: {
    threshold: 'float[m]',
    left: 'int[m]',
    right: 'int[m]',
    error: 'float[m]',
    alpha: 'float[m]',
    weights: 'float[n]',
    prediction: 'int[n]',
    accuracy: 'float',
  },
  run({ x, y, rounds }) {
    sameLength('y', y, 'x', x);
    notConstant('x', x);
    const kept = adaBoost(x, y, rounds);
    if (kept.length === 0)
      refuse(
        'y',
        '첫 그루터기의 오차가 0이거나 0.5 이상이라 부스팅할 라운드가 없어요.',
        'leaves nothing to boost: the first stump has an error of 0 or of at least 0.5.',
      );
    const prediction = x.map((value) => boostedClass(kept, value));
    return {
      threshold: kept.map((round) => round.threshold),
      left: kept.map((round) => round.left),
      right: kept.map((round) => round.right),
      error: kept.map((round) => round.error),
      alpha: kept.map((round) => round.alpha),
      weights: kept.at(-1)?.weights ?? [],
      prediction,
      accuracy: prediction.filter((label, i) => label === y[i]).length / y.length,
    };
  },
  view({ x, y, rounds }, { threshold, left, right, error, alpha, weights, accuracy }, say) {
    const kept = adaBoost(x, y, rounds);
    const values = [y.map(() => 1 / y.length), ...kept.map((round) => round.weights)];
    const hardest = argMax(weights);
    const framed = values.length * x.length <= MAX_FRAMED;
    const stopped =
      kept.length < rounds
        ? say(`, ${kept.length}라운드에서 멈춤`, `, stopped after round ${kept.length}`)
        : '';
    return {
      chart: {
        kind: 'matrix',
        title: say('라운드마다의 샘플 가중치', 'Sample weights after each round'),
        subtitle: say(
          `${framed ? '주황 테두리는 그 라운드의 그루터기가 틀린 샘플' : '진할수록 무거운 샘플'}${stopped}`,
          `${framed ? "orange frames: samples that the round's stump got wrong" : 'darker samples weigh more'}${stopped}`,
        ),
        x: { name: say('샘플: x (클래스)', 'sample: x (class)') },
        y: { name: say('라운드', 'round') },
        columns: x.map((value, i) => `${formatNumber(value, 3)} (${y[i] ?? 0})`),
        rows: values.map((_, i) => (i === 0 ? say('처음', 'start') : String(i))),
        values,
        scale: 'sequential',
        value: say('가중치', 'weight'),
        ...(framed
          ? {
              chosen: kept.flatMap((round, r) =>
                round.wrong.flatMap((wrong, i): [number, number][] => (wrong ? [[r + 1, i]] : [])),
              ),
            }
          : {}),
      },
      see: say(
        `가장 무거워진 샘플은 x = ${formatNumber(x[hardest] ?? 0)}(가중치 ${formatNumber(weights[hardest] ?? 0, 3)})이고, 그루터기 ${kept.length}개의 가중 투표는 ${formatPercent(accuracy)}를 맞혀요. 틀린 샘플에 무게가 쏠리는 만큼 이상치와 잘못된 레이블에 약해요.`,
        `The sample at x = ${formatNumber(x[hardest] ?? 0)} has become the heaviest (${formatNumber(weights[hardest] ?? 0, 3)}); the weighted vote of ${countOf(kept.length, 'stump')} gets ${formatPercent(accuracy)} right. Because weight gathers on mistakes, outliers and wrong labels hurt.`,
      ),
      numbers: [
        [say('정확도', 'accuracy'), formatPercent(accuracy)],
        [say('남은 라운드', 'rounds kept'), String(kept.length)],
        [say('첫 라운드의 오차', 'error of the first round'), formatPercent(error[0] ?? 0)],
        [say('마지막 라운드의 α', 'alpha of the last round'), formatNumber(alpha.at(-1) ?? 0)],
      ],
      table: {
        columns: [
          say('라운드', 'round'),
          say('경계', 'threshold'),
          say('예측 (이하 / 초과)', 'predicts (≤ / >)'),
          say('가중 오차', 'weighted error'),
          'α',
        ],
        rows: threshold.map((at, i) => [
          String(i + 1),
          formatNumber(at),
          `${left[i] ?? 0} / ${right[i] ?? 0}`,
          formatNumber(error[i] ?? 0),
          formatNumber(alpha[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: '1라운드만', en: '1 round only' }, change: () => ({ rounds: 1 }) },
    { label: { ko: '10라운드', en: '10 rounds' }, change: () => ({ rounds: 10 }) },
    {
      label: { ko: '레이블 하나 뒤집기(잡음)', en: 'flip one label (noise)' },
      change: ({ y }) => ({ y: y.map((label, i) => (i === 1 ? 1 - label : label)) }),
    },
  ],
});
