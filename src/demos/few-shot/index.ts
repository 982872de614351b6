import type { Demo } from '../demo.ts';
import { oneShotPrototype } from './one-shot-prototype.ts';

export const fewShotDemos: readonly Demo[] = [oneShotPrototype];
