import type { Demo } from '../demo.ts';
import { gradientDescent } from './gradient-descent.ts';
import { gradientDescent2d } from './gradient-descent-2d.ts';

export const optimizationDemos: readonly Demo[] = [gradientDescent2d, gradientDescent];
