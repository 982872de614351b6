import type { Demo } from '../demo.ts';

export const regressionDemos: readonly Demo[] = [];
