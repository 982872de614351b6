import type { Demo } from '../demo.ts';
import { decisionTree } from './decision-tree.ts';

export const classificationDemos: readonly Demo[] = [decisionTree];
