import type { Demo } from '../demo.ts';
import { adamSteps } from './adam-steps.ts';
import { adaptiveLr } from './adaptive-lr.ts';
import { earlyStopping } from './early-stopping.ts';
import { epochSteps } from './epoch-steps.ts';
import { featureScalingGd } from './feature-scaling-gd.ts';
import { gradientAccumulation } from './gradient-accumulation.ts';
import { gradientClipping } from './gradient-clipping.ts';
import { gradientDescent } from './gradient-descent.ts';
import { gradientDescent2d } from './gradient-descent-2d.ts';
import { lbfgs } from './lbfgs.ts';
import { localMinima } from './local-minima.ts';
import { lossSurface } from './loss-surface.ts';
import { lrSchedule } from './lr-schedule.ts';
import { minibatchNoise } from './minibatch-noise.ts';
import { momentumSteps } from './momentum-steps.ts';
import { newtonMethod } from './newton-method.ts';
import { optimizerRace } from './optimizer-race.ts';
import { saddlePoint } from './saddle-point.ts';
import { transferLearning } from './transfer-learning.ts';
import { weightDecayVsL2 } from './weight-decay-vs-l2.ts';

export const optimizationDemos: readonly Demo[] = [
  gradientDescent,
  gradientDescent2d,
  localMinima,
  lossSurface,
  optimizerRace,
  adamSteps,
  adaptiveLr,
  momentumSteps,
  newtonMethod,
  lbfgs,
  minibatchNoise,
  lrSchedule,
  gradientClipping,
  gradientAccumulation,
  saddlePoint,
  weightDecayVsL2,
  epochSteps,
  featureScalingGd,
  earlyStopping,
  transferLearning,
];
