import type { Demo } from '../demo.ts';
import { kmeans } from './kmeans.ts';

export const clusteringDemos: readonly Demo[] = [kmeans];
