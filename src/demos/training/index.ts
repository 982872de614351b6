import type { Demo } from '../demo.ts';
import { backprop } from './backprop.ts';
import { batchNorm } from './batch-norm.ts';
import { dropout } from './dropout.ts';
import { layerNorm } from './layer-norm.ts';
import { layerParams } from './layer-params.ts';
import { perceptron } from './perceptron.ts';
import { weightInit } from './weight-init.ts';
import { xorMlp } from './xor-mlp.ts';

export const trainingDemos: readonly Demo[] = [
  weightInit,
  batchNorm,
  layerNorm,
  dropout,
  backprop,
  perceptron,
  xorMlp,
  layerParams,
];
