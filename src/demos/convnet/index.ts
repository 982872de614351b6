import type { Demo } from '../demo.ts';
import { convolution2d } from './convolution-2d.ts';

export const convnetDemos: readonly Demo[] = [convolution2d];
