import type { Demo } from '../demo.ts';

export const rlDemos: readonly Demo[] = [];
