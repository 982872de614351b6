import type { TreeNode } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { ORDER } from '../../charts/theme.ts';
import {
  type ClassNode,
  encodeLabels,
  growTree,
  importanceOf,
  leafOf,
  preorder,
} from '../../math/decision-tree.ts';
import { argMax } from '../../math/summary.ts';
import { sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { choice, int, ints, matrix } from '../parameters.ts';

function treeNode(node: ClassNode, classes: readonly number[], edge?: string): TreeNode {
  const winner = argMax(node.counts);
  const colour = ORDER[winner % ORDER.length] ?? 'blue';
  const common = { colour, ...(edge === undefined ? {} : { edge }) };
  if (node.split === undefined)
    return { ...common, label: String(classes[winner] ?? 0), note: `n=${node.samples}`, look: 'chosen' };
  const { feature, threshold, left, right } = node.split;
  return {
    ...common,
    label: `x${feature} ≤ ${formatNumber(threshold, 3)}`,
    note: `${formatNumber(node.impurity, 2)}, n=${node.samples}`,
    children: [treeNode(left, classes, '✓'), treeNode(right, classes, '✗')],
  };
}

export const decisionTree = defineDemo({
  id: 'decision-tree',
  title: { ko: '결정 트리', en: 'Decision tree' },
  about: {
    ko: 'scikit-learn의 CART처럼 불순도를 가장 많이 줄이는 경계로 나눠요. 값이 경계 이하이면 왼쪽(✓)으로 가요.',
    en: "Splits where the impurity falls most, as scikit-learn's CART does; values up to the threshold go left (✓).",
  },
  parameters: {
    x: matrix(
      [
        [6, 3],
        [3, 8],
        [9, 6],
        [5, 2],
        [6, 3],
        [1, 6],
        [12, 7],
        [9, 8],
        [5, 4],
        [6, 4],
      ],
      '2..200',
      '1..8',
      '-10000..10000',
    ),
    y: ints([0, 0, 1, 1, 0, 0, 2, 1, 0, 0], '2..200', '0..10'),
    criterion: choice(['gini', 'entropy'], 'gini'),
    max_depth: int(3, '1..8'),
    min_leaf: int(1, '1..50'),
  },
  results: {
    feature: 'int[m]',
    threshold: 'float?[m]',
    impurity: 'float[m]',
    samples: 'int[m]',
    majority: 'int[m]',
    depth: 'int',
    leaves: 'int',
    prediction: 'int[n]',
    accuracy: 'float',
    importance: 'float[d]',
  },
  run({ x, y, criterion, max_depth, min_leaf }) {
    sameLength('y', y, 'x', x);
    const { classes, codes } = encodeLabels(y);
    const root = growTree(x, codes, classes.length, { criterion, maxDepth: max_depth, minLeaf: min_leaf });
    const nodes = preorder(root);
    const prediction = x.map((row) => classes[argMax(leafOf(root, row).counts)] ?? 0);
    return {
      feature: nodes.map((node) => node.split?.feature ?? -1),
      threshold: nodes.map((node) => node.split?.threshold ?? null),
      impurity: nodes.map((node) => node.impurity),
      samples: nodes.map((node) => node.samples),
      majority: nodes.map((node) => classes[argMax(node.counts)] ?? 0),
      depth: Math.max(...nodes.map((node) => node.depth)),
      leaves: nodes.filter((node) => node.split === undefined).length,
      prediction,
      accuracy: prediction.filter((label, i) => label === y[i]).length / y.length,
      importance: importanceOf(root, x[0]?.length ?? 0),
    };
  },
  view({ x, y, criterion, max_depth, min_leaf }, { depth, leaves, accuracy, importance }, say) {
    const { classes, codes } = encodeLabels(y);
    const root = growTree(x, codes, classes.length, { criterion, maxDepth: max_depth, minLeaf: min_leaf });
    const strongest = argMax(importance);
    return {
      chart: {
        kind: 'tree',
        title: say('결정 트리', 'Decision tree'),
        subtitle: say(
          `${criterion} 불순도, 칠해진 상자는 잎과 그 클래스`,
          `${criterion} impurity; filled boxes are leaves with their class`,
        ),
        root: treeNode(root, classes),
      },
      see: say(
        `잎 ${leaves}개로 학습 데이터의 ${formatPercent(accuracy)}를 맞혀요. 불순도를 가장 많이 줄인 특성은 x${withJosa(strongest, '이에요/예요')}.`,
        `With ${countOf(leaves, 'leaf', 'leaves')} the tree gets ${formatPercent(accuracy)} of the training rows right; feature x${strongest} lowers the impurity most.`,
      ),
      numbers: [
        [say('깊이', 'depth'), String(depth)],
        [say('잎', 'leaves'), String(leaves)],
        [say('학습 정확도', 'training accuracy'), formatPercent(accuracy)],
      ],
      table: {
        columns: [say('특성', 'feature'), say('중요도', 'importance')],
        rows: importance.map((value, i) => [`x${i}`, formatNumber(value)]),
      },
    };
  },
  variations: [
    { label: { ko: '깊이 + 1', en: 'depth + 1' }, change: ({ max_depth }) => ({ max_depth: max_depth + 1 }) },
    { label: { ko: '깊이 1 (그루터기)', en: 'depth 1 (stump)' }, change: () => ({ max_depth: 1 }) },
    { label: { ko: '엔트로피로', en: 'by entropy' }, change: () => ({ criterion: 'entropy' }) },
    { label: { ko: '잎마다 2개 이상', en: 'at least 2 a leaf' }, change: () => ({ min_leaf: 2 }) },
  ],
});
