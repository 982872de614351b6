import type { Demo } from '../demo.ts';
import { outliers } from './outliers.ts';

export const preprocessingDemos: readonly Demo[] = [outliers];
