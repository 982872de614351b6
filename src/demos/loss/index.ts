import type { Demo } from '../demo.ts';
import { bceVsMseGradient } from './bce-vs-mse-gradient.ts';
import { entropyKlCrossentropy } from './entropy-kl-crossentropy.ts';
import { informationGain } from './information-gain.ts';
import { logLoss } from './log-loss.ts';

export const lossDemos: readonly Demo[] = [entropyKlCrossentropy, logLoss, bceVsMseGradient, informationGain];
