import type { Demo } from '../demo.ts';
import { autoregressive } from './autoregressive.ts';
import { biasTerm } from './bias-term.ts';
import { biasVariance } from './bias-variance.ts';
import { linearRegression } from './linear-regression.ts';
import { logisticRegression } from './logistic-regression.ts';
import { ols } from './ols.ts';
import { polynomialOverfit } from './polynomial-overfit.ts';
import { ridgeLasso } from './ridge-lasso.ts';

export const regressionDemos: readonly Demo[] = [
  biasTerm,
  ols,
  linearRegression,
  ridgeLasso,
  logisticRegression,
  polynomialOverfit,
  biasVariance,
  autoregressive,
];
