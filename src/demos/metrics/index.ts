import type { Demo } from '../demo.ts';
import { bleu } from './bleu.ts';
import { clusteringMetrics } from './clustering-metrics.ts';
import { confusionMatrix } from './confusion-matrix.ts';
import { distances } from './distances.ts';
import { imbalanceTrap } from './imbalance-trap.ts';
import { meteor } from './meteor.ts';
import { perplexity } from './perplexity.ts';
import { prCurve } from './pr-curve.ts';
import { regressionMetrics } from './regression-metrics.ts';
import { rocAuc } from './roc-auc.ts';
import { rouge } from './rouge.ts';

export const metricsDemos: readonly Demo[] = [
  regressionMetrics,
  confusionMatrix,
  rocAuc,
  prCurve,
  imbalanceTrap,
  rouge,
  bleu,
  meteor,
  perplexity,
  distances,
  clusteringMetrics,
];
