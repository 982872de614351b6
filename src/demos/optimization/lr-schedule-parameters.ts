import type { ValuesOf } from '../../core/parameter.ts';
import { choice, float, floats, int, ints } from '../parameters.ts';

/** What the demo lr-schedule can be told; most of it matters to one kind of schedule only. */

export const KINDS = [
  'constant',
  'piecewise',
  'power',
  'exponential',
  'plateau',
  'one-cycle',
  'warmup-gradual',
  'warmup-constant',
  'cosine',
  'cosine-restarts',
] as const;
export const PARAMETERS = {
  kind: choice(KINDS, 'cosine-restarts'),
  lr0: float(0.1, '0<..10'),
  steps: int(20, '2..500'),
  boundaries: ints([5, 10, 15], '1..20', '0..500'),
  gamma: float(0.1, '0<..1'),
  s: float(5, '0<..500'),
  c: float(1, '0..5'),
  val_loss: floats([1, 0.8, 0.7, 0.7, 0.71, 0.72, 0.7, 0.69, 0.69, 0.7], '1..500', '0..1000000'),
  patience: int(2, '0..100'),
  lr_max: float(1, '0<..100'),
  final: int(2, '0..100'),
  warmup: int(5, '1..500'),
  warmup_factor: float(0.1, '0..1'),
  eta_min: float(0, '0..10'),
  t0: int(5, '1..500'),
  t_mult: int(2, '1..5'),
};
export type Args = ValuesOf<typeof PARAMETERS>;
