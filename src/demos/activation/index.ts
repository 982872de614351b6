import type { Demo } from '../demo.ts';
import { activation } from './activation.ts';
import { softmax } from './softmax.ts';

export const activationDemos: readonly Demo[] = [activation, softmax];
