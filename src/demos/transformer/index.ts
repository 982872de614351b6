import type { Demo } from '../demo.ts';

export const transformerDemos: readonly Demo[] = [];
