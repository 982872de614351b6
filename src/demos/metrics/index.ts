import type { Demo } from '../demo.ts';
import { confusionMatrix } from './confusion-matrix.ts';

export const metricsDemos: readonly Demo[] = [confusionMatrix];
