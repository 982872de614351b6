/** Sizes of the parts of a split, as scikit-learn rounds them: the test part up, the training part down. */

/** Keeps 0.3 * 10 = 3.0000000000000004 from being rounded up to 4, or 0.7 * 10 = 6.999... down to 6. */
const SLACK = 1e-9;

export function testPartSize(share: number, n: number): number {
  return Math.max(0, Math.ceil(share * n - SLACK));
}

export function trainPartSize(share: number, n: number): number {
  return Math.floor(share * n + SLACK);
}
