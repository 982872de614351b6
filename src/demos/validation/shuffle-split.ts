import type { Colour } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import type { SeededRandom } from '../../math/random.ts';
import { testPartSize, trainPartSize } from '../../math/split-size.ts';
import { range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { float, int } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';
import { sampleAxis, sampleSpans } from './sample-spans.ts';

interface Split {
  readonly train: number[];
  readonly test: number[];
}

/** A fresh order of all samples: its first part is the test part, the next the training part. Both ascending. */
function drawSplit(n: number, train: number, test: number, random: SeededRandom): Split {
  const order = random.permutation(n);
  const ascending = (part: number[]): number[] => part.sort((a, b) => a - b);
  return { test: ascending(order.slice(0, test)), train: ascending(order.slice(test, test + train)) };
}

export const shuffleSplit = defineDemo({
  id: 'shuffle-split',
  title: { ko: '임의 분할 교차 검증', en: 'Shuffle-split validation' },
  about: {
    ko: '분할마다 새로 섞어 검증(올림)과 학습(내림) 샘플을 뽑아요(scikit-learn의 ShuffleSplit). K-겹과 달리 횟수와 크기를 따로 정하고, 한 샘플이 여러 번 검증되거나 한 번도 안 될 수 있어요.',
    en: "Shuffles anew for every split and draws test (rounded up) and training samples (rounded down), as scikit-learn's ShuffleSplit. Unlike K-fold, number and size of splits are free, and a sample may be tested several times or never.",
  },
  parameters: {
    n: int(20, '2..500'),
    test_size: float(0.3, '0<..<1'),
    train_size: float(0.5, '0<..<1'),
    splits: int(3, '1..20'),
    seed: seed(),
  },
  results: { train: 'int[splits][]', test: 'int[splits][]', n_train: 'int', n_test: 'int' },
  run({ n, test_size, train_size, splits }, random) {
    const n_test = testPartSize(test_size, n);
    const n_train = trainPartSize(train_size, n);
    if (n_train < 1)
      refuse(
        'train_size',
        '학습 샘플이 하나도 남지 않아요. 더 키워 보세요.',
        'leaves no training sample; use a larger share.',
      );
    if (n_train + n_test > n)
      refuse(
        'train_size',
        `검증 샘플까지 ${n_train + n_test}개로, n(${n})보다 많아요.`,
        `and test_size together need ${countOf(n_train + n_test, 'sample')}, more than n (${n}).`,
      );
    const drawn = range(splits).map(() => drawSplit(n, n_train, n_test, random));
    return { train: drawn.map((one) => one.train), test: drawn.map((one) => one.test), n_train, n_test };
  },
  view({ n, splits }, { train, test, n_train, n_test }, say) {
    const tested = range(n).map((i) => test.filter((part) => part.includes(i)).length);
    const never = tested.filter((count) => count === 0).length;
    const often = Math.max(...tested);
    const colours = train.map((part, split) => {
      const [learns, checks] = [new Set(part), new Set(test[split])];
      return (i: number): Colour => (learns.has(i) ? 'blue' : checks.has(i) ? 'vermillion' : 'grey');
    });
    const unused = n - n_train - n_test;
    return {
      chart: {
        kind: 'gantt',
        title: say('분할마다의 학습·검증 샘플', 'Training and test samples of each split'),
        subtitle: say(
          `샘플 ${n}개를 ${splits}번 새로 섞어서 나눔`,
          `${countOf(n, 'sample')}, shuffled anew for each split (${splits})`,
        ),
        x: sampleAxis(say('샘플 번호', 'index of the sample'), n),
        rows: range(splits).map((split) => say(`분할 ${split}`, `split ${split}`)),
        spans: colours.flatMap((colourAt, row) => sampleSpans(n, row, colourAt)),
        legend: [
          { name: say(`학습 ${n_train}`, `training ${n_train}`), colour: 'blue' },
          { name: say(`검증 ${n_test}`, `test ${n_test}`), colour: 'vermillion' },
          ...(unused > 0
            ? [{ name: say(`안 씀 ${unused}`, `unused ${unused}`), colour: 'grey' as const }]
            : []),
        ],
      },
      see: say(
        `분할 ${splits}번에서 샘플 ${never}개는 한 번도 검증되지 않고, 많은 것은 ${often}번 검증돼요. K-겹이라면 모두 꼭 한 번씩이에요.`,
        `In ${countOf(splits, 'split')}, ${countOf(never, 'sample is', 'samples are')} never tested and the most tested comes up ${countOf(often, 'time')}; K-fold would test each exactly once.`,
      ),
      numbers: [
        [say('학습 샘플', 'training samples'), `${n_train} (${formatPercent(n_train / n)})`],
        [say('검증 샘플', 'test samples'), `${n_test} (${formatPercent(n_test / n)})`],
        [say('쓰지 않는 샘플', 'unused samples'), formatNumber(unused)],
        [say('한 번도 검증되지 않은 샘플', 'samples never tested'), formatNumber(never)],
      ],
    };
  },
  variations: [
    otherSeed,
    { label: { ko: '분할 20번', en: '20 splits' }, change: () => ({ splits: 20 }) },
    {
      label: { ko: '남김없이 (0.3 / 0.7)', en: 'nothing unused (0.3 / 0.7)' },
      change: () => ({ test_size: 0.3, train_size: 0.7 }),
    },
    { label: { ko: '샘플 100개', en: '100 samples' }, change: () => ({ n: 100 }) },
  ],
});
