import type { Demo } from '../demo.ts';
import { autoencoder } from './autoencoder.ts';
import { boltzmann } from './boltzmann.ts';
import { ganLoss } from './gan-loss.ts';
import { sparsityPenalty } from './sparsity-penalty.ts';
import { vaeKl } from './vae-kl.ts';

export const generativeDemos: readonly Demo[] = [ganLoss, vaeKl, autoencoder, sparsityPenalty, boltzmann];
