import { formatNumber, formatPercent } from '../../charts/number.ts';
import { encodeLabels } from '../../math/decision-tree.ts';
import { firstLargest } from '../../math/first-largest.ts';
import { type ForestTree, forestImportance, growForest, leafShares } from '../../math/random-forest.ts';
import { argMax, mean } from '../../math/summary.ts';
import { type Rows, range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { int, ints, matrix } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';

/** shares[tree][row][class] */
type Shares = readonly (readonly (readonly number[])[])[];

function shareOfHits(prediction: readonly number[], truth: readonly number[]): number {
  return prediction.filter((label, i) => label === truth[i]).length / truth.length;
}

interface Progress {
  /** Sums of shares after each number of trees, for the last one: sums[row][class]. */
  readonly sums: readonly (readonly number[])[];
  /** Codes that all trees choose together. */
  readonly choice: readonly number[];
  /** After 1, 2, ... trees: accuracy on all rows; and on the rows that some trees left out, by these alone. */
  readonly accuracy: readonly number[];
  readonly outOfBag: readonly (number | null)[];
}

function add(sums: number[][], row: number, shares: readonly number[]): void {
  sums[row] = (sums[row] ?? []).map((sum, k) => sum + (shares[k] ?? 0));
}

/** Lets the trees vote one after another. */
function progressOf(
  trees: readonly ForestTree[],
  shares: Shares,
  codes: readonly number[],
  classes: number,
): Progress {
  const zeros = (): number[][] => codes.map(() => range(classes).map(() => 0));
  const [sums, unseen] = [zeros(), zeros()];
  const judged = new Set<number>();
  const accuracy: number[] = [];
  const outOfBag: (number | null)[] = [];
  trees.forEach((tree, t) => {
    codes.forEach((_, row) => {
      const share = shares[t]?.[row] ?? [];
      add(sums, row, share);
      if (tree.outOfBag[row] !== true) return;
      add(unseen, row, share);
      judged.add(row);
    });
    accuracy.push(shareOfHits(sums.map(firstLargest), codes));
    const hits = [...judged].filter((row) => firstLargest(unseen[row] ?? []) === codes[row]).length;
    outOfBag.push(judged.size === 0 ? null : hits / judged.size);
  });
  return { sums, choice: sums.map(firstLargest), accuracy, outOfBag };
}

function sharesOf(trees: readonly ForestTree[], x: Rows): Shares {
  return trees.map(({ root }) => x.map((row) => leafShares(root, row)));
}

export const randomForest = defineDemo({
  id: 'random-forest',
  title: { ko: '랜덤 포레스트', en: 'Random forest' },
  about: {
    ko: '트리마다 복원 추출한 행으로 배우고, 분기마다 특성 √d개(반올림)만 무작위로 봐요(Breiman 2001). 표는 각 트리의 잎에 있는 클래스 비율의 평균이고, OOB 정확도는 그 행을 뽑지 않은 트리만으로 재요.',
    en: 'Each tree learns from rows drawn with replacement and looks at √d (rounded) random features per split (Breiman 2001). Votes are mean class shares of the leaves; out-of-bag accuracy uses only trees that did not draw the row.',
  },
  parameters: {
    x: matrix(
      [
        [1, 5],
        [2, 4],
        [3, 6],
        [2, 5],
        [6, 1],
        [7, 2],
        [8, 1],
        [7, 3],
        [5, 5],
        [4, 4],
      ],
      '6..150',
      '1..8',
      '-10000..10000',
    ),
    y: ints([0, 0, 0, 0, 1, 1, 1, 1, 1, 0], '6..150', '0..10'),
    trees: int(25, '1..100'),
    max_depth: int(4, '1..8'),
    seed: seed(),
  },
  results: {
    classes: 'int[k]',
    votes: 'float[n][k]',
    prediction: 'int[n]',
    accuracy: 'float',
    oob_accuracy: 'float?',
    importance: 'float[d]',
    tree_accuracy: 'float[trees]',
  },
  run({ x, y, trees, max_depth }, random) {
    sameLength('y', y, 'x', x);
    const { classes, codes } = encodeLabels(y);
    const forest = growForest(x, codes, classes.length, { trees, maxDepth: max_depth }, random);
    const shares = sharesOf(forest, x);
    const { sums, choice, accuracy, outOfBag } = progressOf(forest, shares, codes, classes.length);
    return {
      classes,
      votes: sums.map((row) => row.map((sum) => sum / trees)),
      prediction: choice.map((code) => classes[code] ?? 0),
      accuracy: accuracy.at(-1) ?? 0,
      oob_accuracy: outOfBag.at(-1) ?? null,
      importance: forestImportance(forest, x[0]?.length ?? 0),
      tree_accuracy: shares.map((one) => shareOfHits(one.map(argMax), codes)),
    };
  },
  view({ x, y, trees, max_depth }, results, say, random) {
    const { accuracy, oob_accuracy, importance, tree_accuracy } = results;
    const { classes, codes } = encodeLabels(y);
    const forest = growForest(x, codes, classes.length, { trees, maxDepth: max_depth }, random);
    const shares = sharesOf(forest, x);
    const steps = range(trees).map((i) => i + 1);
    const path = progressOf(forest, shares, codes, classes.length);
    const alone = mean(tree_accuracy);
    const strongest = argMax(importance);
    const oob = oob_accuracy === null ? '–' : formatPercent(oob_accuracy);
    return {
      chart: {
        kind: 'xy',
        title: say('트리 수에 따른 정확도', 'Accuracy against number of trees'),
        subtitle: say(
          `트리 ${trees}그루, 깊이 ${max_depth} 이하, 행 ${x.length}개`,
          `${countOf(trees, 'tree')} of depth up to ${max_depth}, ${countOf(x.length, 'row')}`,
        ),
        x: { name: say('트리 수', 'number of trees'), whole: true },
        y: { name: say('정확도', 'accuracy'), max: 1 },
        series: [
          {
            name: say('트리 하나', 'single tree'),
            x: steps,
            y: tree_accuracy,
            look: 'points',
            colour: 'grey',
          },
          {
            name: say('숲: 학습 데이터', 'forest: training rows'),
            x: steps,
            y: path.accuracy,
            look: trees === 1 ? 'points' : 'line',
            colour: 'blue',
          },
          {
            name: say('숲: OOB', 'forest: out of bag'),
            x: steps,
            y: path.outOfBag,
            look: trees === 1 ? 'points' : 'line',
            colour: 'vermillion',
          },
        ],
      },
      see: say(
        `트리 하나의 정확도는 평균 ${formatPercent(alone)}, 함께 투표한 숲은 ${formatPercent(accuracy)}예요. 학습에 쓴 행으로 잰 값이라 후하니, 일반화는 OOB 정확도(${oob})로 보세요.`,
        `Single trees reach ${formatPercent(alone)} on average, the forest ${formatPercent(accuracy)}. Both were measured on training rows and flatter; the out-of-bag accuracy (${oob}) is the honest figure.`,
      ),
      numbers: [
        [say('숲의 정확도(학습)', 'forest accuracy (training)'), formatPercent(accuracy)],
        [say('OOB 정확도', 'out-of-bag accuracy'), oob],
        [say('트리 하나의 평균 정확도', 'mean accuracy of one tree'), formatPercent(alone)],
        [
          say('가장 중요한 특성', 'most important feature'),
          `x${strongest} (${formatPercent(importance[strongest] ?? 0)})`,
        ],
      ],
      table: {
        columns: [say('특성', 'feature'), say('중요도(불순도 감소의 몫)', 'importance (share of decrease)')],
        rows: importance.map((value, i) => [`x${i}`, formatNumber(value)]),
      },
    };
  },
  variations: [
    { label: { ko: '트리 1그루', en: '1 tree' }, change: () => ({ trees: 1 }) },
    { label: { ko: '트리 100그루', en: '100 trees' }, change: () => ({ trees: 100 }) },
    { label: { ko: '깊이 1 (그루터기)', en: 'depth 1 (stumps)' }, change: () => ({ max_depth: 1 }) },
    otherSeed,
  ],
});
