import type { Demo } from '../demo.ts';

export const recurrentDemos: readonly Demo[] = [];
