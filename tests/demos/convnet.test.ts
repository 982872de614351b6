import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, resultsOf } from '../support/demo-values.ts';

/** Values from PyTorch 1.13 (conv1d, conv2d, max_pool2d, avg_pool2d, Conv2d.parameters) in double precision, unless by hand. */

const IMAGE = [
  [1, 3, 2, 4],
  [5, 6, 1, 2],
  [7, 2, 9, 0],
  [1, 8, 3, 4],
];

describe('the size of a convolution', () => {
  it.each([
    [{}, { out_height: 30, out_width: 30, parameters: 448, macs: 388800, output_values: 14400 }],
    [{ padding: 1 }, { out_height: 32, out_width: 32, parameters: 448 }],
    // The first layers of AlexNet and ResNet as torchvision has them.
    [
      { height: 224, width: 224, out_channels: 64, kernel: 11, stride: 4, padding: 2 },
      { out_height: 55, out_width: 55, parameters: 23296 },
    ],
    [
      { height: 224, width: 224, out_channels: 64, kernel: 7, stride: 2, padding: 3, bias: false },
      { out_height: 112, out_width: 112, parameters: 9408, macs: 118013952 },
    ],
    [{ dilation: 2 }, { out_height: 28, out_width: 28 }],
    [
      { height: 3, width: 5 },
      { out_height: 1, out_width: 3 },
    ],
  ])('%o', (given, expected) => {
    expectResults('conv-output', given, expected);
  });

  it('also counts more than 2^53 multiply-adds', () => {
    const most = {
      height: 10000,
      width: 10000,
      in_channels: 10000,
      out_channels: 10000,
      kernel: 1000,
      padding: 1000,
    };
    expectResults('conv-output', most, { macs: 1e6 * 1e8 * 11001 ** 2, parameters: 1e14 + 1e4 });
  });

  it.each([[{ height: 2 }], [{ width: 2 }], [{ kernel: 17, dilation: 2 }]])('refuses %o', (given) => {
    expectRefusal('conv-output', given, 'kernel');
  });
});

describe('one-dimensional convolution', () => {
  it('is numpy.correlate, and flipped numpy.convolve, on the defaults', () => {
    expectResults(
      'convolution-1d',
      {},
      { output: [-3, -5, -7, 0, 7, 5, 3], flipped: [3, 5, 7, 0, -7, -5, -3] },
    );
  });

  it('strides, pads and dilates as conv1d does', () => {
    expectResults(
      'convolution-1d',
      { kernel: [1, 2, 4], stride: 2, padding: 2, dilation: 2 },
      { output: [18, 53, 42, 23, 6], flipped: [6, 23, 42, 53, 18] },
    );
  });

  it('a kernel of one value scales, by hand', () => {
    expectResults('convolution-1d', { signal: [5], kernel: [-2] }, { output: [-10], flipped: [-10] });
  });

  it('refuses a kernel longer than the padded signal', () => {
    expectRefusal('convolution-1d', { signal: [1, 2], kernel: [1, 1, 1] }, 'kernel');
    expectRefusal('convolution-1d', { signal: [1, 2, 3], kernel: [1, 1], dilation: 3 }, 'kernel');
  });
});

describe('two-dimensional convolution', () => {
  it.each([
    [
      {},
      [
        [-6, 12],
        [-4, 7],
      ],
    ],
    [
      { stride: 2, padding: 1 },
      [
        [-7, 6],
        [-13, 7],
      ],
    ],
    [
      {
        kernel: [
          [1, 2],
          [3, 4],
        ],
        dilation: 2,
        bias: 0.5,
      },
      [
        [64.5, 34.5],
        [23.5, 19.5],
      ],
    ],
  ])('%o', (given, output) => {
    expectResults('convolution-2d', given, { output, height: 2, width: 2 });
  });

  it('refuses a kernel larger than the padded image', () => {
    expectRefusal(
      'convolution-2d',
      {
        image: [
          [1, 2],
          [3, 4],
        ],
      },
      'kernel',
    );
  });
});

describe('translation equivariance', () => {
  it('the defaults, by hand', () => {
    expectResults(
      'translation-equivariance',
      {},
      {
        conv_shifted: [0, 0, -1, -2, 0, 2, 1, 0],
        shifted_conv: [0, 0, -1, -2, 0, 2, 1, 0],
        conv_gap: 0,
        dense_gap: 8,
      },
    );
  });

  it.each([1, 5, 7, 8, 63])('a ring of 8 shifted by %i keeps the convolution', (shift) => {
    const found = resultsOf('translation-equivariance', {
      shift,
      kernel: [0.1, -0.7, 0.3, 9, 1, 1, 1, 1, 1],
    });
    expect(found.conv_gap).toBe(0);
    expect(found.dense_gap === 0, 'a whole turn changes nothing').toBe(shift % 8 === 0);
  });
});

describe('pooling', () => {
  it.each([
    [
      '2×2 maxima, by hand',
      {},
      [
        [6, 4],
        [8, 9],
      ],
      9,
    ],
    [
      'overlapping 3×3 maxima',
      { size: 3, stride: 1 },
      [
        [9, 9],
        [9, 9],
      ],
      9,
    ],
    [
      '2×2 means, by hand',
      { kind: 'average' },
      [
        [3.75, 2.25],
        [4.5, 4],
      ],
      3.625,
    ],
    [
      'means count the zeros of the padding',
      { kind: 'average', padding: 1 },
      [
        [0.25, 1.25, 1],
        [3, 4.5, 0.5],
        [0.25, 2.75, 1],
      ],
      3.625,
    ],
  ])('%s', (_name, given, output, global) => {
    expectResults('pooling', given, { output, global });
  });

  it('maxima of negative values do not see the zeros of the padding', () => {
    const x = IMAGE.map((row) => row.map((value) => -value));
    expectResults(
      'pooling',
      { x, size: 3, padding: 1 },
      {
        output: [
          [-1, -1],
          [-1, 0],
        ],
        global: 0,
      },
    );
  });

  it.each([
    [{ padding: 2 }, 'padding'],
    [{ size: 1, stride: 1, padding: 1 }, 'padding'],
    [{ size: 5 }, 'size'],
    [{ x: [[1, 2, 3]] }, 'size'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('pooling', given, parameter);
  });
});

describe('receptive fields', () => {
  it.each([
    ['the defaults, by hand', {}, [3, 5, 13], [1, 2, 2]],
    ['two 3×3 layers see 5', { kernels: [3, 3], strides: [1, 1], dilations: [1, 1] }, [3, 5], [1, 1]],
    // van den Oord et al., WaveNet (2016), figure 3: dilations 1, 2, 4, 8 see 16 samples.
    [
      'WaveNet',
      { kernels: [2, 2, 2, 2], strides: [1, 1, 1, 1], dilations: [1, 2, 4, 8] },
      [2, 4, 8, 16],
      [1, 1, 1, 1],
    ],
    ['a single 1×1 layer', { kernels: [1], strides: [4], dilations: [9] }, [1], [4]],
  ])('%s', (_name, given, receptive_field, jump) => {
    expectResults('receptive-field', given, { receptive_field, jump });
  });

  it('refuses lists of different lengths', () => {
    expectRefusal('receptive-field', { strides: [1, 1] }, 'strides');
    expectRefusal('receptive-field', { dilations: [1] }, 'dilations');
  });
});

describe('parameters of CNN and MLP', () => {
  it('the defaults, by hand', () => {
    expectResults(
      'cnn-vs-mlp-params',
      {},
      {
        conv_parameters: 80,
        dense_equivalent: 784 * 5408 + 5408,
        ratio: 4245280 / 80,
        mlp_parameters: 784 * 128 + 128 + 1290,
        cnn_parameters: 80 + 13 * 13 * 8 * 10 + 10,
      },
    );
  });

  it('rounds the pooled size down: 5×4 after a 2×2 kernel is 4×3, pooled 2×1', () => {
    expectResults(
      'cnn-vs-mlp-params',
      { height: 5, width: 4, channels: 2, filters: 3, kernel: 2, hidden: 6, classes: 7 },
      {
        conv_parameters: 27,
        dense_equivalent: 40 * 36 + 36,
        ratio: 1476 / 27,
        mlp_parameters: 40 * 6 + 6 + 49,
        cnn_parameters: 27 + 6 * 7 + 7,
      },
    );
  });

  it('refuses a kernel that leaves nothing to pool', () => {
    expectRefusal('cnn-vs-mlp-params', { height: 3 }, 'kernel');
    expectRefusal('cnn-vs-mlp-params', { width: 3 }, 'kernel');
    expectResults('cnn-vs-mlp-params', { height: 4, width: 4 }, { conv_parameters: 80 });
  });
});
