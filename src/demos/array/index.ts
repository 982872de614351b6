import type { Demo } from '../demo.ts';
import { arrayShapes } from './array-shapes.ts';
import { dtypeCast } from './dtype-cast.ts';
import { slicing } from './slicing.ts';

export const arrayDemos: readonly Demo[] = [arrayShapes, dtypeCast, slicing];
