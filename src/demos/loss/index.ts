import type { Demo } from '../demo.ts';

export const lossDemos: readonly Demo[] = [];
