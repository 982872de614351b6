import type { Demo } from '../demo.ts';
import { adaboost } from './adaboost.ts';
import { ensembleVariance } from './ensemble-variance.ts';
import { goss } from './goss.ts';
import { gradientBoosting } from './gradient-boosting.ts';
import { majorityVote } from './majority-vote.ts';
import { randomForest } from './random-forest.ts';
import { stacking } from './stacking.ts';
import { voting } from './voting.ts';
import { xgboostGain } from './xgboost-gain.ts';

export const ensembleDemos: readonly Demo[] = [
  randomForest,
  gradientBoosting,
  adaboost,
  xgboostGain,
  goss,
  majorityVote,
  voting,
  ensembleVariance,
  stacking,
];
