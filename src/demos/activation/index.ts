import type { Demo } from '../demo.ts';
import { activation } from './activation.ts';
import { activationCompare } from './activation-compare.ts';
import { dyingRelu } from './dying-relu.ts';
import { hierarchicalSoftmax } from './hierarchical-softmax.ts';
import { linearCollapse } from './linear-collapse.ts';
import { linearity } from './linearity.ts';
import { reluApproximation } from './relu-approximation.ts';
import { softmax } from './softmax.ts';
import { vanishingGradient } from './vanishing-gradient.ts';
import { zeroCentered } from './zero-centered.ts';

export const activationDemos: readonly Demo[] = [
  activation,
  activationCompare,
  zeroCentered,
  softmax,
  hierarchicalSoftmax,
  dyingRelu,
  reluApproximation,
  vanishingGradient,
  linearity,
  linearCollapse,
];
