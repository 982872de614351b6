import type { Demo } from '../demo.ts';

export const decompositionDemos: readonly Demo[] = [];
