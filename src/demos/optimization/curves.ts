/** Functions of one variable to minimize, with their first and second derivatives. */

export interface Curve {
  readonly formula: string;
  readonly f: (x: number) => number;
  readonly df: (x: number) => number;
  readonly d2f: (x: number) => number;
}

/** ln cosh x = |x| + ln(1 + e^(-2|x|)) - ln 2, which does not overflow. */
function logCosh(x: number): number {
  const size = Math.abs(x);
  return size + Math.log1p(Math.exp(-2 * size)) - Math.LN2;
}

export const doubleWell: Curve = {
  formula: 'x⁴ − 3x² + x',
  f: (x) => x ** 4 - 3 * x ** 2 + x,
  df: (x) => 4 * x ** 3 - 6 * x + 1,
  d2f: (x) => 12 * x ** 2 - 6,
};

export const logcosh: Curve = {
  formula: 'ln cosh x',
  f: logCosh,
  df: Math.tanh,
  d2f: (x) => 1 / Math.cosh(x) ** 2,
};

export const shiftedSquare: Curve = {
  formula: '(x − 3)² + 1',
  f: (x) => (x - 3) ** 2 + 1,
  df: (x) => 2 * (x - 3),
  d2f: () => 2,
};

/** Smallest at x = ln 2. */
export const exponential: Curve = {
  formula: 'eˣ − 2x',
  f: (x) => Math.exp(x) - 2 * x,
  df: (x) => Math.exp(x) - 2,
  d2f: Math.exp,
};

/** Where the slope 4x³ − 6x + 1 of the double well is 0, by Viète's formula for three real roots. */
function doubleWellRoot(index: 0 | 1 | 2): number {
  const angle = Math.acos(-Math.SQRT2 / 4) / 3;
  return Math.SQRT2 * Math.cos(angle - (2 * Math.PI * index) / 3);
}

/** The deeper well on the left (-1.3008), the shallower one on the right (1.1309). */
export const DOUBLE_WELL = { global: doubleWellRoot(2), local: doubleWellRoot(0) } as const;

export const CURVES = {
  square: { formula: 'x²', f: (x) => x * x, df: (x) => 2 * x, d2f: () => 2 },
  quartic: { formula: 'x⁴', f: (x) => x ** 4, df: (x) => 4 * x ** 3, d2f: (x) => 12 * x ** 2 },
  'double-well': doubleWell,
  logcosh,
} as const satisfies Record<string, Curve>;
