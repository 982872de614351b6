import type { Demo } from '../demo.ts';
import { attention } from './attention.ts';
import { positionalEncoding } from './positional-encoding.ts';

export const transformerDemos: readonly Demo[] = [attention, positionalEncoding];
