import type { Demo } from '../demo.ts';
import { bandit } from './bandit.ts';

export const rlDemos: readonly Demo[] = [bandit];
