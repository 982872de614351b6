import type { Demo } from '../demo.ts';

export const validationDemos: readonly Demo[] = [];
