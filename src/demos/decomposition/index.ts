import type { Demo } from '../demo.ts';
import { eigen } from './eigen.ts';
import { linearDiscriminant } from './linear-discriminant.ts';
import { nmf } from './nmf.ts';
import { pca } from './pca.ts';
import { svd } from './svd.ts';
import { tsne } from './tsne.ts';

export const decompositionDemos: readonly Demo[] = [pca, svd, eigen, nmf, linearDiscriminant, tsne];
