import type { Demo } from '../demo.ts';
import { backprop } from './backprop.ts';
import { weightInit } from './weight-init.ts';

export const trainingDemos: readonly Demo[] = [backprop, weightInit];
