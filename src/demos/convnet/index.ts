import type { Demo } from '../demo.ts';
import { cnnVsMlpParams } from './cnn-vs-mlp-params.ts';
import { convOutput } from './conv-output.ts';
import { convolution1d } from './convolution-1d.ts';
import { convolution2d } from './convolution-2d.ts';
import { pooling } from './pooling.ts';
import { receptiveField } from './receptive-field.ts';
import { translationEquivariance } from './translation-equivariance.ts';

export const convnetDemos: readonly Demo[] = [
  convOutput,
  convolution2d,
  convolution1d,
  translationEquivariance,
  pooling,
  receptiveField,
  cnnVsMlpParams,
];
