/**
 * Rounding of doubles to the shorter formats of IEEE 754-2019 (binary16, binary32) and to bfloat16: to the nearest value, ties
 * to the even one, with subnormals; beyond the largest value infinity. Cost: constant.
 */

export interface FloatFormat {
  /** Stored bits of the fraction. */
  readonly fractionBits: number;
  /** Exponents of the smallest and of the largest normal values, 2^e <= |x| < 2^(e+1). */
  readonly minExponent: number;
  readonly maxExponent: number;
}

export const FLOAT_FORMATS = {
  fp16: { fractionBits: 10, minExponent: -14, maxExponent: 15 },
  bf16: { fractionBits: 7, minExponent: -126, maxExponent: 127 },
  fp32: { fractionBits: 23, minExponent: -126, maxExponent: 127 },
} as const satisfies Readonly<Record<string, FloatFormat>>;

export type FloatFormatName = keyof typeof FLOAT_FORMATS;

/** The gap between 1 and the next larger value. */
export function epsilonOf({ fractionBits }: FloatFormat): number {
  return 2 ** -fractionBits;
}

export function largestOf(format: FloatFormat): number {
  return (2 - epsilonOf(format)) * 2 ** format.maxExponent;
}

export function smallestNormalOf({ minExponent }: FloatFormat): number {
  return 2 ** minExponent;
}

export function smallestSubnormalOf({ minExponent, fractionBits }: FloatFormat): number {
  return 2 ** (minExponent - fractionBits);
}

const view = new DataView(new ArrayBuffer(8));

/** The e of 2^e <= |x| < 2^(e+1), exact also where log2 would round up; -1023 for 0 and subnormal doubles. */
function exponentOf(x: number): number {
  view.setFloat64(0, x);
  return ((view.getUint16(0) >>> 4) & 0x7ff) - 1023;
}

/** |x| = significand 2^exponent with 1 <= significand < 2; x finite and not 0. */
export function significandAndExponent(x: number): {
  readonly significand: number;
  readonly exponent: number;
} {
  const shift = Math.abs(x) < 2 ** -1022 ? 64 : 0;
  const normal = Math.abs(x) * 2 ** shift;
  const exponent = exponentOf(normal);
  return { significand: normal * 2 ** -exponent, exponent: exponent - shift };
}

/** Adding and taking away 2^52 leaves a whole number, rounded by the processor's own ties-to-even; |x| < 2^51. */
function roundHalfEven(x: number): number {
  const whole = 2 ** 52;
  const rounded = Math.abs(x) + whole - whole;
  return x < 0 ? -rounded : rounded;
}

function roundTo(x: number, format: FloatFormat): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  // Scaling by a power of two is exact, so only one rounding takes place.
  const quantum = 2 ** (Math.max(exponentOf(x), format.minExponent) - format.fractionBits);
  const rounded = roundHalfEven(x / quantum) * quantum;
  if (Math.abs(rounded) <= largestOf(format)) return rounded;
  return x < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Nearest binary16 value (numpy's float16), straight from the double: 65519 -> 65504, 65520 -> Infinity, 1e-8 -> 0. */
export function toHalf(x: number): number {
  return roundTo(x, FLOAT_FORMATS.fp16);
}

/** Nearest bfloat16 value of the nearest binary32 value: the two roundings that PyTorch makes. */
export function toBfloat16(x: number): number {
  return roundTo(Math.fround(x), FLOAT_FORMATS.bf16);
}

/** The 32 bits of the nearest binary32 value, as a whole number. */
export function floatBits(x: number): number {
  view.setFloat32(0, x);
  return view.getUint32(0);
}

/** The 16 bits of the nearest bfloat16 value: the upper half of the binary32 with that value. */
export function bfloat16Bits(x: number): number {
  return floatBits(toBfloat16(x)) >>> 16;
}

/** The 16 bits of the nearest binary16 value: sign, 5 bits of exponent (bias 15), 10 of fraction. */
export function halfBits(x: number): number {
  const value = toHalf(x);
  const size = Math.abs(value);
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  if (Number.isNaN(value)) return 0x7e00;
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  // A subnormal is a count of the smallest steps; its exponent field stays 0.
  if (size < smallestNormalOf(FLOAT_FORMATS.fp16)) return sign | (size * 2 ** 24);
  const exponent = exponentOf(size);
  return sign | ((exponent + 15) << 10) | (size * 2 ** (10 - exponent) - 1024);
}
