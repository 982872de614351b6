import type { Demo } from '../demo.ts';

export const generativeDemos: readonly Demo[] = [];
