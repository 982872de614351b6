import type { Demo } from '../demo.ts';
import { floatPrecision } from './float-precision.ts';
import { lossScaling } from './loss-scaling.ts';

export const precisionDemos: readonly Demo[] = [lossScaling, floatPrecision];
