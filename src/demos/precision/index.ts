import type { Demo } from '../demo.ts';

export const precisionDemos: readonly Demo[] = [];
