/** Learning rates that shrink where the gradients have been large; one parameter, PyTorch's formulas. */

/** AdaGrad (Duchi, Hazan & Singer, JMLR 12, 2011): every squared gradient is kept in the sum, which never falls. */
export function adagradSum(before: number, gradient: number): number {
  return before + gradient ** 2;
}

/** RMSProp (Hinton, Coursera lecture 6e, 2012): a running mean forgets old squares; it starts at 0, uncorrected. */
export function rmspropMean(before: number, gradient: number, rho: number): number {
  return rho * before + (1 - rho) * gradient ** 2;
}

/** lr / (√accumulator + ε): what the gradient is multiplied by. */
export function effectiveRate(lr: number, accumulator: number, eps: number): number {
  return lr / (Math.sqrt(accumulator) + eps);
}
