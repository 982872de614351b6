import { describe, expect, it } from 'vitest';
import { bfloat16Bits, floatBits, halfBits, toBfloat16, toHalf } from '../../src/math/half.ts';

/** Values and bits from numpy's float16 and PyTorch's bfloat16. */

const { POSITIVE_INFINITY: INF } = Number;

describe('rounding to half precision', () => {
  it.each([
    [0.1, 0.0999755859375, 0x2e66],
    [1, 1, 0x3c00],
    [-2, -2, 0xc000],
    [65504, 65504, 0x7bff],
    [65519.99, 65504, 0x7bff],
    [65520, INF, 0x7c00],
    [-70000, -INF, 0xfc00],
    [1e300, INF, 0x7c00],
    [1e-8, 0, 0x0000],
    [2 ** -25, 0, 0x0000],
    [2 ** -25 * 1.0000001, 2 ** -24, 0x0001],
    [3 * 2 ** -25, 2 ** -23, 0x0002],
    [2 ** -14, 2 ** -14, 0x0400],
    [2 ** -14 - 2 ** -26, 2 ** -14, 0x0400],
    [1 + 2 ** -11, 1, 0x3c00],
    [1 + 3 * 2 ** -11, 1 + 2 ** -9, 0x3c02],
    [2049, 2048, 0x6800],
    [2051, 2052, 0x6802],
    [-1e-9, -0, 0x8000],
  ])('%d becomes %d', (x, value, bits) => {
    expect(toHalf(x)).toBe(value);
    expect(halfBits(x)).toBe(bits);
  });

  it('keeps what is no number', () => {
    expect(toHalf(Number.NaN)).toBeNaN();
    expect(toHalf(-INF)).toBe(-INF);
  });

  it('rounds every half-precision value to itself and to its own bits', () => {
    for (let bits = 0; bits < 0x7c00; bits++) {
      const exponent = bits >>> 10;
      const fraction = bits & 0x3ff;
      const value = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
      if (toHalf(value) !== value || halfBits(value) !== bits) expect.fail(`${bits} -> ${halfBits(value)}`);
    }
  });
});

describe('rounding to bfloat16', () => {
  it.each([
    [0.1, 0.10009765625, 0x3dcd],
    [Math.PI, 3.140625, 0x4049],
    [70000, 70144, 0x4789],
    [1 + 2 ** -8, 1, 0x3f80],
    [1 + 3 * 2 ** -8, 1 + 2 ** -6, 0x3f82],
    [3.3961775292304e38, INF, 0x7f80],
    [1e300, INF, 0x7f80],
    [1e-45, 0, 0x0000],
    [1e-40, 9.183549615799121e-41, 0x0001],
  ])('%d becomes %d', (x, value, bits) => {
    expect(toBfloat16(x)).toBe(value);
    expect(bfloat16Bits(x)).toBe(bits);
  });

  it('rounds twice, through single precision', () => {
    // Just above a tie: single precision drops the excess, and the tie goes to the even value.
    expect(toBfloat16(1 + 2 ** -8 + 2 ** -30)).toBe(1);
  });
});

it('tells the bits of single precision', () => {
  expect(floatBits(0.1)).toBe(0x3dcccccd);
  expect(floatBits(-0)).toBe(0x80000000);
});
