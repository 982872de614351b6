import type { Demo } from '../demo.ts';
import { agglomerative } from './agglomerative.ts';
import { dbscan } from './dbscan.ts';
import { kmeans } from './kmeans.ts';
import { softClustering } from './soft-clustering.ts';

export const clusteringDemos: readonly Demo[] = [kmeans, agglomerative, dbscan, softClustering];
