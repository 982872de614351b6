import type { Demo } from '../demo.ts';
import { binning } from './binning.ts';
import { dataDrift } from './data-drift.ts';
import { featureSelection } from './feature-selection.ts';
import { imputation } from './imputation.ts';
import { logTransform } from './log-transform.ts';
import { oneHot } from './one-hot.ts';
import { outliers } from './outliers.ts';
import { polynomialFeatures } from './polynomial-features.ts';
import { rfe } from './rfe.ts';
import { scalers } from './scalers.ts';
import { targetEncoding } from './target-encoding.ts';

export const preprocessingDemos: readonly Demo[] = [
  scalers,
  outliers,
  imputation,
  oneHot,
  binning,
  polynomialFeatures,
  featureSelection,
  logTransform,
  targetEncoding,
  dataDrift,
  rfe,
];
