import { softmax } from './softmax.ts';
import { argMin, distinct, mean } from './summary.ts';
import { column, type Rows, squaredDistance, type Vector } from './vector.ts';

export interface Prototypes {
  /** Ascending. */
  readonly classes: number[];
  readonly prototypes: number[][];
  readonly distances: number[];
  readonly p: number[];
  readonly prediction: number;
}

/**
 * Classifies a query by the mean of each class's support points: p = softmax(-squared Euclidean distance) (Snell, Swersky &
 * Zemel, "Prototypical Networks for Few-shot Learning", 2017). support[n][d], labels[n], query[d]. Cost: n d.
 */
export function classifyByPrototype(support: Rows, labels: readonly number[], query: Vector): Prototypes {
  const classes = distinct(labels);
  const prototypes = classes.map((one) => {
    const rows = support.filter((_, i) => labels[i] === one);
    return query.map((_, d) => mean(column(rows, d)));
  });
  const distances = prototypes.map((prototype) => squaredDistance(prototype, query));
  return {
    classes,
    prototypes,
    distances,
    p: softmax(distances.map((distance) => -distance)),
    prediction: classes[argMin(distances)] ?? 0,
  };
}
