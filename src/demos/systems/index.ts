import type { Demo } from '../demo.ts';
import { amdahl } from './amdahl.ts';
import { dataParallel } from './data-parallel.ts';
import { federatedAveraging } from './federated-averaging.ts';
import { gpuMemory } from './gpu-memory.ts';
import { gpuUtilization } from './gpu-utilization.ts';
import { pipelineParallel } from './pipeline-parallel.ts';

export const systemsDemos: readonly Demo[] = [
  gpuMemory,
  dataParallel,
  pipelineParallel,
  gpuUtilization,
  federatedAveraging,
  amdahl,
];
