import { describe, it } from 'vitest';
import { expectRefusal, expectResults } from '../support/demo-values.ts';

/** Values from numpy 1.24 and Python 3.11. */

const NOT_OK = { ok: false, shape: [], size: 0, strides: [] };

describe('array shapes', () => {
  it.each([
    ['reshape', [5, 4], [2, -1], [2, 10], [10, 1]],
    ['reshape', [5, 4], [-1], [20], [1]],
    ['reshape', [2, 3, 4], [4, 6], [4, 6], [6, 1]],
    ['reshape', [0, 3], [-1, 5], [0, 5], [0, 0]],
    ['reshape', [0], [0, 7, 2], [0, 7, 2], [0, 0, 0]],
    ['broadcast', [5, 1], [4], [5, 4], [4, 1]],
    ['broadcast', [8, 1, 6, 1], [7, 1, 5], [8, 7, 6, 5], [210, 30, 5, 1]],
    ['broadcast', [3, 0], [1], [3, 0], [0, 0]],
    ['matmul', [3, 4], [4, 2], [3, 2], [2, 1]],
    ['matmul', [4], [4, 2], [2], [1]],
    ['matmul', [3, 4], [4], [3], [1]],
    ['matmul', [8, 1, 3, 4], [5, 4, 2], [8, 5, 3, 2], [30, 6, 2, 1]],
    ['matmul', [4], [2, 4, 3], [2, 3], [3, 1]],
    ['matmul', [2, 0], [0, 3], [2, 3], [3, 1]],
  ])('%s of %j and %j is %j', (op, a, b, shape, strides) => {
    const size = shape.reduce((product, side) => product * side, 1);
    expectResults('array-shapes', { op, a, b }, { ok: true, shape, size, strides });
  });

  it('the product of two vectors is a scalar of size 1', () => {
    expectResults(
      'array-shapes',
      { op: 'matmul', a: [4], b: [4] },
      { ok: true, shape: [], size: 1, strides: [] },
    );
  });

  it.each([
    ['reshape', [5, 4], [3, -1]],
    ['reshape', [5, 4], [3, 7]],
    ['reshape', [0], [0, -1]],
    ['broadcast', [3, 4], [3]],
    ['broadcast', [0], [2]],
    ['matmul', [3, 4], [3, 4]],
    ['matmul', [4], [3]],
    ['matmul', [2, 3, 4], [3, 4, 5]],
  ])('%s of %j and %j does not go', (op, a, b) => {
    expectResults('array-shapes', { op, a, b }, NOT_OK);
  });

  it('tells sizes apart that a double would round together', () => {
    const a = [10000, 10000, 10000, 10000, 10000, 10000];
    expectResults('array-shapes', { a, b: [9999, 10000, 10000, 10000, 10000, -1] }, NOT_OK);
    expectResults('array-shapes', { a, b: a }, { ok: true, size: 1e24 });
  });

  it.each([[{ op: 'broadcast', a: [2], b: [-1] }], [{ op: 'matmul', a: [2], b: [-1] }], [{ b: [-1, -1] }]])(
    'refuses the -1 of %o',
    (given) => {
      expectRefusal('array-shapes', given, 'b');
    },
  );
});

describe('casting', () => {
  const odd = [0.1, 2049, 2051, 65504, 65519, 65520, 1e-8, 6e-8];
  it.each([
    ['int8', [1.9, -1.9, 200, 300.5, 0], [1, -1, -56, 44, 0], 4, 1],
    ['int8', [127, 128, -128, -129], [127, -128, -128, 127], 2, 1],
    ['uint8', [-1, 255, 256, -0.9], [255, 255, 0, 0], 3, 1],
    ['int16', [32768, -32769.7, 1e9], [-32768, 32767, -13824], 3, 2],
    ['int32', [1e9, -1e9, 0.5], [1e9, -1e9, 0], 1, 4],
    ['float16', odd, [0.0999755859375, 2048, 2052, 65504, 65504, null, 0, 2 ** -24], 7, 2],
    ['float16', [-65520, -65519], [null, -65504], 2, 2],
    ['float32', [0.1, 16777217, 0.5], [0.10000000149011612, 16777216, 0.5], 2, 4],
    ['bool', [0, 1, -0.5, 1e-300], [0, 1, 1, 1], 2, 1],
  ])('to %s: %j', (to, values, cast, changed, bytes) => {
    expectResults(
      'dtype-cast',
      { values, to },
      { cast, changed, bytes_before: 8 * values.length, bytes_after: bytes * values.length },
    );
  });
});

describe('slicing', () => {
  it.each([
    ['::-1', 10, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0], 9, -1, -1],
    ['1:5', 10, [1, 2, 3, 4], 1, 5, 1],
    ['-3:', 10, [7, 8, 9], 7, 10, 1],
    [':-7', 10, [0, 1, 2], 0, 3, 1],
    ['8:2:-2', 10, [8, 6, 4], 8, 2, -2],
    ['5:100', 10, [5, 6, 7, 8, 9], 5, 10, 1],
    ['100:5', 10, [], 10, 5, 1],
    ['100::-4', 10, [9, 5, 1], 9, -1, -4],
    [':-100:-1', 3, [2, 1, 0], 2, -1, -1],
    ['::', 0, [], 0, 0, 1],
    ['::-1', 0, [], -1, -1, -1],
    [' 1 : +4 : 2 ', 10, [1, 3], 1, 4, 2],
  ])('x[%s] of %i', (slice, n, indices, start, stop, step) => {
    expectResults('slicing', { slice, n }, { indices, length: indices.length, start, stop, step });
  });

  it.each(['5', 'a:b', '1:2:3:4', '1.5:2', '1 2:3', '::0', '1,2', '--1:2', ':- 1'])('refuses %s', (slice) => {
    expectRefusal('slicing', { slice }, 'slice');
  });
});
