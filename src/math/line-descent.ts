/** A line w x + b and its mean squared error after some epochs. */
export interface LineStep {
  readonly w: number;
  readonly b: number;
  readonly loss: number;
}

/**
 * Full-batch gradient descent on mean (w x + b - y)^2; both gradients are taken at the same point:
 * w -= lr 2 mean(e x), b -= lr 2 mean(e). Returns epochs + 1 steps, the start first. Cost: epochs * n.
 */
export function lineDescent(
  x: readonly number[],
  y: readonly number[],
  start: { readonly w: number; readonly b: number },
  settings: { readonly lr: number; readonly epochs: number },
): LineStep[] {
  const n = x.length;
  let { w, b } = start;
  const steps: LineStep[] = [];
  for (let epoch = 0; ; epoch++) {
    let [loss, forW, forB] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const error = w * (x[i] ?? 0) + b - (y[i] ?? 0);
      loss += error * error;
      forW += error * (x[i] ?? 0);
      forB += error;
    }
    steps.push({ w, b, loss: loss / n });
    if (epoch === settings.epochs) return steps;
    w -= settings.lr * ((2 * forW) / n);
    b -= settings.lr * ((2 * forB) / n);
  }
}

/** The largest learning rate that does not diverge: 2 over the largest eigenvalue of the Hessian 2 [[mean x^2, mean x], [mean x, 1]]. */
export function lineRateLimit(x: readonly number[]): number {
  const square = x.reduce((total, value) => total + value * value, 0) / x.length;
  const mean = x.reduce((total, value) => total + value, 0) / x.length;
  return 1 / ((square + 1) / 2 + Math.hypot((square - 1) / 2, mean));
}
