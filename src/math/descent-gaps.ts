import { type Line, lineGradient } from './straight-line.ts';
import { mean } from './summary.ts';

/**
 * Gradient descent on the mean squared error of a line wx + b, told how far each position is above the least loss. For
 * least squares that gap is (1/n) Σ (Δw x + Δb)² with Δ the distance to the best line, which loses no digits to the
 * difference of two nearly equal losses. Gaps of the positions until one is below `tolerance`; undefined where `most` steps
 * do not get there or the path diverges. Cost: steps · n.
 */
export function descentGaps(
  { x, y, best }: { x: readonly number[]; y: readonly number[]; best: Line },
  start: Line,
  { lr, tolerance, most }: { lr: number; tolerance: number; most: number },
): number[] | undefined {
  const gaps: number[] = [];
  let { w, b } = start;
  for (let step = 0; step <= most; step++) {
    const gap = mean(x.map((at) => ((w - best.w) * at + (b - best.b)) ** 2));
    gaps.push(gap);
    if (gap < tolerance) return gaps;
    if (!(gap < LOST)) return undefined;
    const slope = lineGradient(x, y, { w, b });
    w -= lr * slope.w;
    b -= lr * slope.b;
  }
  return undefined;
}

/** A gap as large as this never comes back. */
const LOST = 1e100;
