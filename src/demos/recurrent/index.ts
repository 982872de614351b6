import type { Demo } from '../demo.ts';
import { gruCell } from './gru-cell.ts';
import { lstmCell } from './lstm-cell.ts';
import { residualGradient } from './residual-gradient.ts';
import { rnnGradient } from './rnn-gradient.ts';

export const recurrentDemos: readonly Demo[] = [rnnGradient, lstmCell, gruCell, residualGradient];
