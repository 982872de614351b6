import type { Demo } from '../demo.ts';

export const ensembleDemos: readonly Demo[] = [];
