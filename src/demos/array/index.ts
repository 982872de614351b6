import type { Demo } from '../demo.ts';

export const arrayDemos: readonly Demo[] = [];
