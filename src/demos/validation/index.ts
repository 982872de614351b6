import type { Demo } from '../demo.ts';
import { crossValidation } from './cross-validation.ts';
import { curseOfDimensionality } from './curse-of-dimensionality.ts';
import { dataLeakage } from './data-leakage.ts';
import { gridSearch } from './grid-search.ts';
import { shuffleSplit } from './shuffle-split.ts';
import { trainTestSplit } from './train-test-split.ts';

export const validationDemos: readonly Demo[] = [
  crossValidation,
  shuffleSplit,
  trainTestSplit,
  gridSearch,
  dataLeakage,
  curseOfDimensionality,
];
