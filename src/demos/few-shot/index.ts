import type { Demo } from '../demo.ts';

export const fewShotDemos: readonly Demo[] = [];
