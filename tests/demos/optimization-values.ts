import type { Results } from '../../src/demos/results.ts';

/**
 * Values marked torch come from PyTorch 1.13 in double precision (its NAdam corrected as in 2.0, where the extra factor mu of
 * mu_product_next is gone); the others from numpy, SciPy or by hand, as said.
 */

export type Params = Readonly<Record<string, unknown>>;

/** Demo, what it shows, parameters, results that are held to. */
export const VALUES: readonly (readonly [string, string, Params, Results])[] = [
  [
    'local-minima',
    'starts of both wells (torch SGD)',
    {},
    {
      x: [-1.3008395659415903, -1.3008395659414251, 1.1309011120968515, 1.1309011236225572],
      global_x: -1.3008395659415772,
      global_f: -3.51390503893479,
      is_global: [true, true, false, false],
    },
  ],
  [
    'local-minima',
    'momentum 0.9 after 50 steps (torch SGD)',
    { momentum: 0.9, steps: 50 },
    {
      x: [-1.3358734086832782, -1.2618401990600003, 1.1328670267095704, -1.3729662053100582],
      is_global: [false, false, false, false],
    },
  ],
  ['loss-surface', 'two equal cells, the first wins (by hand)', {}, { w_best: 10, b_best: 4, loss_best: 2 }],
  [
    'loss-surface',
    'one point, a line of equal minima (by hand)',
    { x: [1], y: [3], w_lo: 0, w_hi: 2, b_lo: 0, b_hi: 4, n: 3 },
    {
      w: [0, 1, 2],
      b: [0, 2, 4],
      loss: [
        [9, 1, 1],
        [4, 0, 4],
        [1, 1, 9],
      ],
      w_best: 1,
      b_best: 2,
      loss_best: 0,
    },
  ],
  [
    'optimizer-race',
    'the quadratic (torch)',
    {},
    {
      x: [
        0.011841058440668047, -0.00996924622093064, -0.0007914791265480863, 1.1617739787117445,
        5.602847447698975e-10, -0.010715173054460653, -0.009369717680370622, -8.41514803301837e-5,
      ],
      f: [
        7.0105332497658e-5, 0.0001436573623095168, 3.1321960388066083e-7, 3.1072785280859847,
        1.569594976110127e-19, 0.0005251725860265944, 0.0004771951860541916, 2.800733332240445e-5,
      ],
      best: 'rmsprop',
    },
  ],
  [
    'optimizer-race',
    'the Rosenbrock valley (torch)',
    { fn: 'rosenbrock', x0: -1.2, y0: 1, lr: 0.001, steps: 200 },
    {
      f: [
        3.4622270093818432, 0.03519105730902541, 0.05336434892038931, 17.19792256764844, 4.248393537129077,
        4.450104718858761, 4.4345365962927685, 4.565659750678539,
      ],
      best: 'momentum',
    },
  ],
  [
    'optimizer-race',
    'Beale (torch)',
    { fn: 'beale', x0: 1, y0: 1, lr: 0.01, steps: 100 },
    {
      f: [
        0.08048171488926333, 0.0005675504813131378, 0.0006772807094101893, 9.338296823857391,
        0.13201413842924284, 0.6196285669833118, 0.6418702946671964, 0.6327307880671826,
      ],
    },
  ],
  [
    'adam-steps',
    'the defaults (torch Adam)',
    {},
    {
      m: [0.05, 0.075, 0.0475, 0.05275],
      v: [0.00025, 0.00033975, 0.00037941025, 0.00038903083975],
      m_hat: [0.5, 0.39473684210526316, 0.17527675276752772, 0.15338761267810408],
      v_hat: [0.25, 0.16995997998999746, 0.12659663777222646, 0.09740371813533683],
      theta: [1, 0.900000002, 0.8042509867088761, 0.7549888527635799, 0.7058412310811467],
    },
  ],
  [
    'adam-steps',
    'no memory: steps of lr·sign (torch Adam)',
    { beta1: 0, beta2: 0 },
    { theta: [1, 0.900000002, 0.8000000053333332, 0.9000000003333334, 0.8000000103333323] },
  ],
  [
    'adaptive-lr',
    'constant gradients (torch)',
    {},
    {
      adagrad_sum: [1, 2, 3, 4, 5],
      rmsprop_avg: [0.1, 0.19, 0.271, 0.3439, 0.40951],
      adagrad_theta: [
        1, 0.900000001, 0.8292893233813452, 0.771554296795716, 0.7215542970457159, 0.6768329376957202,
      ],
      rmsprop_theta: [
        1, 0.6837722439831617, 0.45435651537575766, 0.2622618314669698, 0.09173846233180544,
        -0.06452870419335754,
      ],
    },
  ],
  [
    'adaptive-lr',
    'a zero gradient in between (torch)',
    { grads: [2, 0, -1], rho: 0.5, lr: 0.5 },
    {
      adagrad_lr: [0.24999999875, 0.24999999875, 0.22360679674997896],
      rmsprop_lr: [0.35355338809327375, 0.499999995, 0.499999995],
    },
  ],
  [
    'momentum-steps',
    'classical (by hand)',
    { steps: 3 },
    { grad: [10, 8, 4.6], v: [1, 1.7, 1.99], theta: [5, 4, 2.3, 0.31] },
  ],
  [
    'momentum-steps',
    'Nesterov (by hand)',
    { steps: 2, nesterov: true },
    { grad: [10, 6.2], v: [1, 1.52], theta: [5, 4, 2.48] },
  ],
  [
    'newton-method',
    'e^x − 2x (numpy)',
    {},
    {
      x: [
        2, 1.2706705664732254, 0.8319573037399686, 0.702350584017167, 0.6931894022505121, 0.6931471814512684,
        0.6931471805599454,
      ],
      gd_x: [
        2, 1.4610943901069349, 1.2300269393672836, 1.0878947690382668, 0.9910928565321111, 0.9216751352095389,
        0.8703254038877041,
      ],
      converged: true,
      diverged: false,
    },
  ],
  [
    'newton-method',
    'one step on the quadratic (by hand)',
    { fn: 'quadratic', steps: 2 },
    { x: [2, 3, 3], f: [2, 1, 1], converged: true },
  ],
  [
    'newton-method',
    'ln cosh from 0.9 (numpy)',
    { fn: 'logcosh', x0: 0.9, steps: 3 },
    { x: [0.9, -0.5710871440478403, 0.13252532049469867, -0.0015571509034858766], converged: false },
  ],
  [
    'newton-method',
    'ln cosh from 20 is thrown out',
    { fn: 'logcosh', x0: 20 },
    { x: [20], diverged: true, converged: false },
  ],
  [
    'newton-method',
    'the double well from 0.3 ends at its maximum (numpy)',
    { fn: 'double-well', x0: 0.3, steps: 6 },
    {
      f: [
        0.0381, 0.08381748319509831, 0.08413521652547, 0.08413522071094308, 0.08413522071094306,
        0.08413522071094306, 0.08413522071094306,
      ],
      converged: true,
    },
  ],
  [
    'minibatch-noise',
    'the formula (numpy)',
    {},
    {
      gradient: -49.75,
      per_sample: [-2, -4, -24, -24, -60, -60, -112, -112],
      std_error: [41.32115075841911, 27.05104302187678, 15.617926970540706, 0],
    },
  ],
  [
    'minibatch-noise',
    'two samples (by hand)',
    { x: [1, 2], y: [0, 0], batch_sizes: [1, 2] },
    { gradient: 5, std_error: [3, 0] },
  ],
  [
    'lr-schedule',
    'warm restarts (torch)',
    { eta_min: 0.01, t0: 3, steps: 10 },
    { lr: [0.1, 0.0775, 0.0325, 0.1, 0.09397114317029975, 0.0775, 0.055, 0.0325, 0.01602885682970026, 0.1] },
  ],
  [
    'lr-schedule',
    'plateau without patience (torch)',
    { kind: 'plateau', patience: 0 },
    { lr: [0.1, 0.1, 0.1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-5, 1e-6] },
  ],
  [
    'lr-schedule',
    'plateau: a change under 1e-8 is left out (torch)',
    { kind: 'plateau', lr0: 1e-8, patience: 0, val_loss: [1, 1, 1] },
    { lr: [1e-8, 1e-8, 1e-8] },
  ],
  ['lr-schedule', 'constant (by hand)', { kind: 'constant', steps: 2 }, { lr: [0.1, 0.1] }],
  [
    'lr-schedule',
    'piecewise, a boundary twice (by hand)',
    { kind: 'piecewise', steps: 4, boundaries: [2, 2, 3], gamma: 0.5 },
    { lr: [0.1, 0.1, 0.025, 0.0125] },
  ],
  ['lr-schedule', 'power (by hand)', { kind: 'power', steps: 3, s: 1, c: 2 }, { lr: [0.1, 0.025, 0.1 / 9] }],
  [
    'lr-schedule',
    'exponential (by hand)',
    { kind: 'exponential', steps: 3, s: 2 },
    { lr: [0.1, 0.1 * Math.sqrt(0.1), 0.01] },
  ],
  [
    'lr-schedule',
    'one cycle (by hand)',
    { kind: 'one-cycle', steps: 7, final: 2, lr0: 1, lr_max: 3 },
    { lr: [1, 2, 3, 2, 1, 0.505, 0.01] },
  ],
  [
    'lr-schedule',
    'gradual warm-up (by hand)',
    { kind: 'warmup-gradual', steps: 4, warmup: 2 },
    { lr: [0.05, 0.1, 0.1, 0.1] },
  ],
  [
    'lr-schedule',
    'constant warm-up (by hand)',
    { kind: 'warmup-constant', steps: 4, warmup: 2 },
    { lr: [0.01, 0.01, 0.1, 0.1] },
  ],
  ['lr-schedule', 'cosine (by hand)', { kind: 'cosine', steps: 2, eta_min: 0.02 }, { lr: [0.1, 0.06] }],
  [
    'gradient-clipping',
    'by norm (by hand, torch adds 1e-6)',
    {},
    {
      norm_before: 5,
      scale: 1 / 5.000001,
      clipped: [3 / 5.000001, 4 / 5.000001],
      norm_after: 5 / 5.000001,
      cosine: 1,
    },
  ],
  [
    'gradient-clipping',
    'by value (torch)',
    { grads: [1, -5, 0.5], mode: 'value', threshold: 2 },
    { clipped: [1, -2, 0.5], norm_after: 2.29128784747792, scale: null, cosine: 0.9583148474999099 },
  ],
  [
    'gradient-clipping',
    'a zero vector has no direction',
    { grads: [0, 0] },
    { clipped: [0, 0], norm_after: 0, scale: 1, cosine: null },
  ],
  [
    'gradient-accumulation',
    'equal sizes (torch)',
    {},
    {
      full: [-36, -9],
      micro_grads: [
        [-10, -6],
        [-31, -9],
        [-67, -12],
      ],
      accumulated: [-36, -9],
      weighted: [-36, -9],
      max_gap: 0,
    },
  ],
  [
    'gradient-accumulation',
    'a short last batch (torch)',
    { micro: 4 },
    { accumulated: [-43.75, -9.75], weighted: [-36, -9], max_gap: 7.75 },
  ],
  [
    'saddle-point',
    'three dimensions (numpy)',
    {
      hessian: [
        [2, 1, 0],
        [1, -1, 0.5],
        [0, 0.5, 3],
      ],
      n: 3,
      p_positive: 0.7,
    },
    {
      p_minimum: 0.343,
      p_maximum: 0.027,
      p_saddle: 0.63,
      eigenvalues: [-1.3554245645002134, 2.2761290922861495, 3.0792954722140635],
      kind: 'saddle',
    },
  ],
  [
    'saddle-point',
    'one dimension has no saddles',
    { n: 1, p_positive: 0.3, hessian: [[-2]] },
    { p_minimum: 0.3, p_maximum: 0.7, p_saddle: 0, kind: 'maximum' },
  ],
  [
    'saddle-point',
    'a flat direction',
    {
      hessian: [
        [1, 1],
        [1, 1],
      ],
      p_positive: 1,
    },
    { p_saddle: 0, kind: 'degenerate' },
  ],
  [
    'saddle-point',
    'a bowl (by hand)',
    {
      hessian: [
        [2, 1],
        [1, 2],
      ],
    },
    { eigenvalues: [1, 3], kind: 'minimum' },
  ],
  [
    'weight-decay-vs-l2',
    'the defaults (torch)',
    {},
    {
      sgd_l2: [1, 0.94, 0.8906, 0.851694, 0.82317706, 0.8049452894],
      sgd_decay: [1, 0.94, 0.8906, 0.851694, 0.82317706, 0.8049452894],
      adam_l2: [
        1, 0.9000000016666666, 0.8010288770459297, 0.7041991214382132, 0.6111228953320732, 0.5240931122661173,
      ],
      adamw: [
        1, 0.890000002, 0.7822874237502178, 0.6781869035512899, 0.5796905735726702, 0.48971743903988474,
      ],
      adam_gap: 0.034375673226232584,
    },
  ],
  ['weight-decay-vs-l2', 'no decay, no difference', { wd: 0 }, { sgd_gap: 0, adam_gap: 0 }],
  ['epoch-steps', 'a short last batch', {}, { steps_per_epoch: 32, total_steps: 320, last_batch: 8 }],
  [
    'epoch-steps',
    'the short batch dropped',
    { drop_last: true },
    { steps_per_epoch: 31, total_steps: 310, last_batch: 32 },
  ],
  [
    'epoch-steps',
    'nothing left after dropping',
    { samples: 5, drop_last: true },
    { steps_per_epoch: 0, total_steps: 0, last_batch: 0 },
  ],
  [
    'feature-scaling-gd',
    'the defaults (numpy)',
    {},
    { condition_scaled: 9.473388518165692, steps_raw: 20000, steps_scaled: 53 },
  ],
  [
    'feature-scaling-gd',
    'two small features (numpy)',
    {
      x: [
        [1, 2],
        [2, 1],
        [3, 5],
        [4, 3],
      ],
      y: [1, 0, 5, 2],
      tol: 1e-6,
    },
    {
      condition_raw: 122.54289651169718,
      condition_scaled: 3.2476396172581055,
      steps_raw: 1567,
      steps_scaled: 39,
    },
  ],
  [
    'early-stopping',
    'the defaults (Keras, by hand)',
    {},
    {
      best_epoch: 8,
      best_loss: 0.57,
      stop_epoch: 11,
      stopped: true,
      wait: [0, 0, 0, 0, 0, 1, 2, 0, 1, 2, 3],
    },
  ],
  [
    'early-stopping',
    'a tie is no improvement',
    { val_loss: [1, 1, 0.5], patience: 5 },
    { best_epoch: 3, stop_epoch: null, stopped: false, wait: [0, 1, 0] },
  ],
  [
    'early-stopping',
    'less than min_delta is none either',
    { val_loss: [1, 0.96, 0.94], min_delta: 0.05, patience: 9 },
    { best_epoch: 3, wait: [0, 1, 0] },
  ],
  [
    'transfer-learning',
    'a similar task (numpy)',
    {},
    { pretrained: [2, 1], target: [2, 1.5], steps_scratch: 226, steps_transfer: 193 },
  ],
  [
    'transfer-learning',
    'an opposite task (numpy)',
    { y_a: [-3, -5, -7, -9] },
    { pretrained: [-2, -1], steps_scratch: 226, steps_transfer: 248 },
  ],
  ['transfer-learning', 'the same task needs no step', { y_a: [3.5, 5.5, 7.5, 9.5] }, { steps_transfer: 0 }],
];
