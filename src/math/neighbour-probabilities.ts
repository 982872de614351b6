import { norm, type Rows, squaredDistance } from './vector.ts';

/** Gaussian neighbour probabilities with a bandwidth for each point, as t-SNE and SNE use them. */

export interface Neighbours {
  /** p[j] given the point; 0 for itself. */
  readonly p: readonly number[];
  /** 2 to the entropy in bits. */
  readonly perplexity: number;
}

/** Probabilities proportional to exp(-beta d) over the others; the nearest distance is taken out against underflow. */
function probabilities(distances: readonly number[], self: number, beta: number): Neighbours {
  let nearest = Number.POSITIVE_INFINITY;
  distances.forEach((distance, j) => {
    if (j !== self) nearest = Math.min(nearest, distance);
  });
  const weights = distances.map((distance, j) => (j === self ? 0 : Math.exp(-beta * (distance - nearest))));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // H = ln(total) + beta * mean excess distance
  const excess = weights.reduce(
    (sum, weight, j) => sum + (weight === 0 ? 0 : weight * ((distances[j] ?? 0) - nearest)),
    0,
  );
  return {
    p: weights.map((weight) => weight / total),
    perplexity: Math.exp(Math.log(total) + (beta * excess) / total),
  };
}

/** How close the perplexity must come, relative to the wanted one. */
const CLOSE = 1e-9;
const HALVINGS = 200;
/** exp of this is still finite. */
const LARGEST = 700;

/**
 * Searches beta by halving its logarithm: the perplexity falls from n-1 (beta = 0) to the number of nearest neighbours at the
 * same distance (beta -> infinity). Undefined where the wanted value lies outside.
 */
function fitted(distances: readonly number[], self: number, wanted: number): Neighbours | undefined {
  const others = distances.filter((_, j) => j !== self);
  const nearest = Math.min(...others);
  // Distances closer than their own rounding are one distance.
  const rounding = 16 * Number.EPSILON * Math.sqrt(nearest);
  const tied = distances.map((distance) => (distance - nearest <= rounding ? nearest : distance));
  const gaps = others.map((distance) => distance - nearest).filter((gap) => gap > rounding);
  if (gaps.length === 0) return undefined;
  // At these ends all weights are alike, or all but those of the nearest underflow.
  let low = Math.log(1e-12) - Math.log(Math.max(...gaps));
  let high = Math.min(LARGEST, Math.log(800) - Math.log(Math.min(...gaps)));
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (probabilities(tied, self, Math.exp(middle)).perplexity > wanted) low = middle;
    else high = middle;
  }
  const found = probabilities(tied, self, Math.exp((low + high) / 2));
  return Math.abs(found.perplexity - wanted) <= CLOSE * wanted ? found : undefined;
}

/** For every row of x the probabilities of the others at the wanted perplexity; undefined where a row cannot reach it. */
export function neighbourProbabilities(x: Rows, wanted: number): Neighbours[] | undefined {
  // The result does not depend on the unit; in units of the largest distance nothing underflows that matters.
  const reach = Math.max(...x.map((row) => norm(row.map((value, j) => value - (x[0]?.[j] ?? 0)))));
  if (reach === 0) return undefined;
  const scaled = x.map((row) => row.map((value, j) => (value - (x[0]?.[j] ?? 0)) / reach));
  const all = scaled.map((row, i) =>
    fitted(
      scaled.map((other) => squaredDistance(row, other)),
      i,
      wanted,
    ),
  );
  const found = all.filter((one) => one !== undefined);
  return found.length === all.length ? found : undefined;
}

/** The symmetric joint probabilities of t-SNE, (p(j|i) + p(i|j)) / 2n; they sum to 1. */
export function jointProbabilities(neighbours: readonly Neighbours[]): number[][] {
  const n = neighbours.length;
  return neighbours.map((one, i) =>
    neighbours.map((other, j) => (i === j ? 0 : ((one.p[j] ?? 0) + (other.p[i] ?? 0)) / (2 * n))),
  );
}
