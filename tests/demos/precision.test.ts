import { describe, it } from 'vitest';
import { expectResults } from '../support/demo-values.ts';

/** Values by NumPy's float16 and float32 and by PyTorch's bfloat16. */

describe('loss scaling', () => {
  it('saves small gradients from underflow', () => {
    expectResults(
      'loss-scaling',
      { grads: [1e-8, 3e-8, 0, 0.5] },
      {
        fp16: [0, 2 ** -24, 0, 0.5],
        scaled: [1.0251998901367188e-5, 3.0696392059326172e-5, 0, 512],
        recovered: [1.0011717677116394e-8, 2.9976945370435715e-8, 0, 0.5],
        underflow_before: 1,
        underflow_after: 0,
        overflow_after: 0,
        max_safe_log2: 16,
      },
    );
  });

  it.each([
    [[65504], 0],
    [[65504.001], -1],
    [[1, -131008], -1],
    [[1], 15],
    [[2], 14],
    [[1.9990234375], 15],
    [[1.9990234376], 14],
    [[0, 0], null],
    // 2^-1074, the smallest double there is.
    [[5e-324], 1089],
  ])('the largest safe scale for %j is 2 to the %s', (grads, max_safe_log2) => {
    expectResults('loss-scaling', { grads }, { max_safe_log2 });
  });

  it('overflow is null, from 65520 on', () => {
    expectResults(
      'loss-scaling',
      { grads: [65519, 65520, -1e6], scale: 1 },
      { fp16: [65504, null, null], recovered: [65504, null, null], overflow_after: 2, underflow_after: 0 },
    );
  });
});

describe('floating-point formats', () => {
  it('fp16', () => {
    expectResults(
      'float-precision',
      {},
      {
        value: [0.0999755859375, 0, 65504, null, 3.140625],
        bits: ['2e66', '0000', '7bff', '7c00', '4248'],
        epsilon: 2 ** -10,
        max: 65504,
        min_normal: 2 ** -14,
        min_subnormal: 2 ** -24,
      },
    );
  });

  it('bf16', () => {
    expectResults(
      'float-precision',
      { format: 'bf16', x: [0.1, -70000, 1e300] },
      {
        value: [0.10009765625, -70144, null],
        bits: ['3dcd', 'c789', '7f80'],
        epsilon: 2 ** -7,
        max: 3.3895313892515355e38,
        min_normal: 2 ** -126,
        min_subnormal: 2 ** -133,
      },
    );
  });

  it('fp32', () => {
    expectResults(
      'float-precision',
      { format: 'fp32', x: [0.1, -1e300] },
      {
        value: [0.10000000149011612, null],
        bits: ['3dcccccd', 'ff800000'],
        epsilon: 2 ** -23,
        max: 3.4028234663852886e38,
        min_subnormal: 2 ** -149,
      },
    );
  });

  it('errors are null beyond the range, and the relative one at 0', () => {
    expectResults(
      'float-precision',
      { x: [0, 1e-8, 2049, -1e9] },
      { abs_error: [0, 1e-8, 1, null], rel_error: [null, 1, 1 / 2049, null] },
    );
  });
});
