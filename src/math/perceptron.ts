import { dot, type Rows } from './vector.ts';

export interface Perceptron {
  readonly w: readonly number[];
  readonly b: number;
  /** Rows that were wrong when they came by, per epoch. */
  readonly errors: readonly number[];
  /** The last epoch had no error. */
  readonly converged: boolean;
}

export function fires(w: readonly number[], b: number, row: readonly number[]): 0 | 1 {
  return dot(w, row) + b >= 0 ? 1 : 0;
}

/**
 * The perceptron learning rule (Rosenblatt, Psychological Review 65(6), 1958): for each row in turn w += lr (y - out) x,
 * b += lr (y - out), from zero weights, until an epoch without errors or the limit. x[n][d], y[n] in {0, 1}.
 */
export function trainPerceptron(x: Rows, y: readonly number[], lr: number, epochs: number): Perceptron {
  const w = (x[0] ?? []).map(() => 0);
  let b = 0;
  const errors: number[] = [];
  while (errors.length < epochs) {
    let wrong = 0;
    x.forEach((row, i) => {
      const gap = (y[i] ?? 0) - fires(w, b, row);
      if (gap === 0) return;
      wrong += 1;
      row.forEach((value, d) => {
        w[d] = (w[d] ?? 0) + lr * gap * value;
      });
      b += lr * gap;
    });
    errors.push(wrong);
    if (wrong === 0) break;
  }
  return { w, b, errors, converged: errors.at(-1) === 0 };
}
