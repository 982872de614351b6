import type { Demo } from '../demo.ts';
import { pipelineParallel } from './pipeline-parallel.ts';

export const systemsDemos: readonly Demo[] = [pipelineParallel];
