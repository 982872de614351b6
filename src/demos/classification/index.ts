import type { Demo } from '../demo.ts';
import { decisionTree } from './decision-tree.ts';
import { kernelTrick } from './kernel-trick.ts';
import { knn } from './knn.ts';
import { naiveBayes } from './naive-bayes.ts';
import { oneVsRest } from './one-vs-rest.ts';
import { svm } from './svm.ts';

export const classificationDemos: readonly Demo[] = [
  oneVsRest,
  knn,
  naiveBayes,
  decisionTree,
  kernelTrick,
  svm,
];
