/** Functions of one variable to minimise, with their first and second derivatives. */

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

export const CURVES = {
  square: { formula: 'x²', f: (x) => x * x, df: (x) => 2 * x, d2f: () => 2 },
  quartic: { formula: 'x⁴', f: (x) => x ** 4, df: (x) => 4 * x ** 3, d2f: (x) => 12 * x ** 2 },
  'double-well': doubleWell,
  logcosh,
} as const satisfies Record<string, Curve>;
