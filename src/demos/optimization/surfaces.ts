/** Functions of two variables to minimize, with their slopes; the smallest value of each is 0. */

export type Point = readonly [number, number];

export interface Surface {
  readonly formula: string;
  readonly f: (at: Point) => number;
  readonly gradient: (at: Point) => Point;
  readonly minimum: Point;
}

/** Beale (1958): three residuals cᵢ − x + x yⁱ. */
const BEALE = [1.5, 2.25, 2.625] as const;

function bealeResiduals([x, y]: Point): [number, number, number] {
  return [BEALE[0] - x + x * y, BEALE[1] - x + x * y ** 2, BEALE[2] - x + x * y ** 3];
}

export const SURFACES = {
  quadratic: {
    formula: '(x² + 10y²)/2',
    f: ([x, y]) => (x * x + 10 * y * y) / 2,
    gradient: ([x, y]) => [x, 10 * y],
    minimum: [0, 0],
  },
  /** Rosenbrock, The Computer Journal 3(3), 1960: a curved valley. */
  rosenbrock: {
    formula: '(1 − x)² + 100(y − x²)²',
    f: ([x, y]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: ([x, y]) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
    minimum: [1, 1],
  },
  beale: {
    formula: 'Σ (cᵢ − x + x·yⁱ)²',
    f: (at) => bealeResiduals(at).reduce((total, residual) => total + residual ** 2, 0),
    gradient: ([x, y]) => {
      const [first, second, third] = bealeResiduals([x, y]);
      return [
        2 * (first * (y - 1) + second * (y ** 2 - 1) + third * (y ** 3 - 1)),
        2 * x * (first + 2 * second * y + 3 * third * y ** 2),
      ];
    },
    minimum: [3, 0.5],
  },
} as const satisfies Record<string, Surface>;

export type SurfaceName = keyof typeof SURFACES;
export const SURFACE_NAMES = ['quadratic', 'rosenbrock', 'beale'] as const satisfies readonly SurfaceName[];
