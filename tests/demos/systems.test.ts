import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, resultsOf } from '../support/demo-values.ts';

/** Values by hand from the formulas, in exact fractions, unless a case says otherwise. */

describe('GPU memory', () => {
  it.each([
    // 16 bytes a parameter with Adam in either precision (Rajbhandari et al., ZeRO, 2020, section 3.1, for mixed).
    ['fp32', 'adam', 4, 4, 8],
    ['fp32', 'momentum', 4, 4, 4],
    ['fp32', 'sgd', 4, 4, 0],
    ['mixed', 'adam', 2, 2, 12],
    ['mixed', 'momentum', 2, 2, 8],
    ['mixed', 'sgd', 2, 2, 4],
  ])('%s with %s: %d + %d + %d bytes a parameter', (precision, optimizer, weights, gradients, states) => {
    const width = precision === 'fp32' ? 4 : 2;
    expectResults(
      'gpu-memory',
      { n_params: 1000, precision, optimizer, batch: 3, activations: 7 },
      {
        weights_bytes: 1000 * weights,
        gradient_bytes: 1000 * gradients,
        optimizer_bytes: 1000 * states,
        activation_bytes: 21 * width,
        total_bytes: 1000 * (weights + gradients + states) + 21 * width,
      },
    );
  });

  it('the defaults', () => {
    expectResults('gpu-memory', {}, { total_bytes: 240_000_000, total_gib: 240_000_000 / 2 ** 30 });
  });

  it('holds totals up to 2^53 bytes and refuses more', () => {
    const most = { n_params: 1, precision: 'mixed', optimizer: 'sgd' };
    const within = resultsOf('gpu-memory', { ...most, batch: 1_000_000, activations: 4_503_599_627 });
    expect(within.total_bytes).toBe(9_007_199_254_000_008);
    expectRefusal('gpu-memory', { ...most, batch: 1_000_000, activations: 4_503_599_628 }, 'batch');
  });
});

describe('data-parallel training', () => {
  it.each([
    [
      'the defaults',
      {},
      {
        per_gpu: 100,
        compute_ms: 100,
        comm_ms: 18,
        step_ms: 118,
        single_ms: 1000,
        speedup: 1000 / 118,
        efficiency: 100 / 118,
      },
    ],
    ['one GPU talks to nobody', { gpus: 1 }, { comm_ms: 0, speedup: 1, efficiency: 1 }],
    [
      'the slowest GPU has the rest',
      { batch: 1001, gpus: 8, params_mb: 0 },
      { per_gpu: 126, compute_ms: 126, comm_ms: 0, speedup: 1001 / 126 },
    ],
    [
      'more GPUs than samples on a thin wire',
      { batch: 1, gpus: 1024, ms_per_sample: 0.5, params_mb: 1e6, bandwidth_mb_s: 1e-3 },
      { per_gpu: 1, comm_ms: 1998046875000, step_ms: 1998046875000.5 },
    ],
  ])('%s', (_name, given, expected) => {
    expectResults('data-parallel', given, expected);
  });

  it('refuses a bandwidth with which the time overflows', () => {
    expectRefusal('data-parallel', { bandwidth_mb_s: 1e-320 }, 'bandwidth_mb_s');
  });
});

describe('pipeline parallelism', () => {
  it.each([
    [{}, { total_ms: 110, bubble: 3 / 11, sequential_ms: 320, speedup: 32 / 11, timeline: [0, 1, 2, 3] }],
    [{ stages: 1 }, { total_ms: 80, bubble: 0, speedup: 1, timeline: [0] }],
    [{ microbatches: 1 }, { total_ms: 40, bubble: 0.75, speedup: 1 }],
  ])('%o', (given, expected) => {
    expectResults('pipeline-parallel', given, expected);
  });
});

describe('GPU utilisation', () => {
  it.each([
    [{}, { step_ms: 40, utilization: 0.5, bottleneck: 'cpu', workers_needed: 4 }],
    [{ workers: 4 }, { step_ms: 20, utilization: 1, bottleneck: 'gpu', workers_needed: 4 }],
    [{ load_ms: 0 }, { step_ms: 20, utilization: 1, bottleneck: 'gpu', workers_needed: 1 }],
    [
      { load_ms: 10, compute_ms: 10, workers: 1 },
      { bottleneck: 'gpu', workers_needed: 1 },
    ],
    [
      { load_ms: 0.3, compute_ms: 0.1 },
      { utilization: 2 / 3, workers_needed: 3 },
    ],
    // In double precision 1.1 / 0.1 is above 11, but 1.1 / 11 is not above 0.1.
    [
      { load_ms: 1.1, compute_ms: 0.1, workers: 11 },
      { bottleneck: 'gpu', workers_needed: 11 },
    ],
  ])('%o', (given, expected) => {
    expectResults('gpu-utilization', given, expected);
  });

  it('refuses a GPU so fast that workers cannot be counted', () => {
    expectRefusal('gpu-utilization', { compute_ms: 1e-320 }, 'compute_ms');
  });
});

describe('federated averaging', () => {
  it.each([
    [
      'the defaults (numpy.average)',
      {},
      {
        global: [4, 1.4],
        share: [0.1, 0.3, 0.6],
        drift: [3.059411708155671, 2.785677655436824, 1.7204650534085253],
      },
    ],
    ['a client alone', { weights: [[7]], samples: [1] }, { global: [7], share: [1], drift: [0] }],
    [
      'equal clients agree',
      { weights: '1,1/1,1', samples: [3, 4] },
      { global: [1, 1], share: [3 / 7, 4 / 7], drift: [0, 0] },
    ],
  ])('%s', (_name, given, expected) => {
    expectResults('federated-averaging', given, expected);
  });

  it('refuses a number of samples too few', () => {
    expectRefusal('federated-averaging', { samples: [1, 2] }, 'samples');
  });
});

describe("Amdahl's law", () => {
  it.each([
    [
      {},
      {
        speedup: [1, 20 / 11, 40 / 13, 80 / 17, 6.4, 640 / 73],
        efficiency: [1, 10 / 11, 10 / 13, 10 / 17, 0.4, 10 / 73],
        gustafson: [1, 1.9, 3.7, 7.3, 14.5, 57.7],
        limit: 10,
      },
    ],
    [
      { parallel: 0, n: [1, 5] },
      { speedup: [1, 1], efficiency: [1, 0.2], gustafson: [1, 1], limit: 1 },
    ],
    [
      { parallel: 1, n: [1, 1_000_000] },
      { speedup: [1, 1e6], gustafson: [1, 1e6], limit: null },
    ],
    [
      { parallel: 0.999999, n: [1_000_000] },
      { speedup: [500000.2499929361], limit: 999999.9999712444 },
    ],
  ])('%o', (given, expected) => {
    expectResults('amdahl', given, expected);
  });
});
