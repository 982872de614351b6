import { logSigmoid, sigmoid } from './sigmoid.ts';
import { dot, type Rows, type Vector } from './vector.ts';

export interface WordVectors {
  /** Input vector of the centre word. */
  readonly center: Vector;
  /** Output vector of the word that was seen beside it. */
  readonly context: Vector;
  /** Output vectors of the words drawn as noise, [k][d]. */
  readonly negatives: Rows;
}

/** -ln sigmoid(u.v) - sum ln sigmoid(-n.v), by Mikolov et al., "Distributed Representations of Words and Phrases", 2013. */
export function negativeSamplingLoss({ center, context, negatives }: WordVectors): number {
  return negatives.reduce(
    (loss, negative) => loss - logSigmoid(-dot(negative, center)),
    -logSigmoid(dot(context, center)),
  );
}

/**
 * Gradients of that loss. With p = sigmoid(u.v) and q = sigmoid(n.v): dv = (p-1) u + sum q n, du = (p-1) v, dn = q v;
 * p - 1 is taken as -sigmoid(-u.v), which keeps its digits where p is almost 1. Cost: k * d.
 */
export function negativeSamplingGradients({ center, context, negatives }: WordVectors): WordVectors {
  const pull = -sigmoid(-dot(context, center));
  const pushes = negatives.map((negative) => sigmoid(dot(negative, center)));
  return {
    center: center.map((_, i) =>
      negatives.reduce(
        (total, negative, j) => total + (pushes[j] ?? 0) * (negative[i] ?? 0),
        pull * (context[i] ?? 0),
      ),
    ),
    context: center.map((value) => pull * value),
    negatives: pushes.map((push) => center.map((value) => push * value)),
  };
}

/** One step of gradient descent on all vectors at once. */
export function descended(vectors: WordVectors, gradients: WordVectors, rate: number): WordVectors {
  const step = (from: Vector, along: Vector): number[] =>
    from.map((value, i) => value - rate * (along[i] ?? 0));
  return {
    center: step(vectors.center, gradients.center),
    context: step(vectors.context, gradients.context),
    negatives: vectors.negatives.map((row, i) => step(row, gradients.negatives[i] ?? [])),
  };
}
