import type { Demo } from '../demo.ts';

export const recommendationDemos: readonly Demo[] = [];
