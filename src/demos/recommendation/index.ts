import type { Demo } from '../demo.ts';
import { associationRules } from './association-rules.ts';
import { collaborativeFiltering } from './collaborative-filtering.ts';

export const recommendationDemos: readonly Demo[] = [collaborativeFiltering, associationRules];
