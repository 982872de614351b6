/**
 * Early stopping as Keras' callback does it (EarlyStopping, mode "min", no baseline): a loss is an improvement when it is
 * below best − minDelta; after `patience` epochs in a row without one, training stops. Epochs count from 1. Cost: n.
 */
export interface EarlyStop {
  readonly bestEpoch: number;
  readonly bestLoss: number;
  readonly stopEpoch: number | undefined;
  /** Epochs without improvement, for each epoch seen. */
  readonly wait: readonly number[];
}

export function earlyStop(losses: readonly number[], patience: number, minDelta: number): EarlyStop {
  let bestLoss = Number.POSITIVE_INFINITY;
  let bestEpoch = 0;
  const wait: number[] = [];
  for (const [index, loss] of losses.entries()) {
    const better = loss < bestLoss - minDelta;
    if (better) [bestLoss, bestEpoch] = [loss, index + 1];
    wait.push(better ? 0 : (wait.at(-1) ?? 0) + 1);
    if ((wait.at(-1) ?? 0) >= patience) return { bestEpoch, bestLoss, stopEpoch: index + 1, wait };
  }
  return { bestEpoch, bestLoss, stopEpoch: undefined, wait };
}
