import type { Demo } from '../demo.ts';

export const textDemos: readonly Demo[] = [];
