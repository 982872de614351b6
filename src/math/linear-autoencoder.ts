import type { SeededRandom } from './random.ts';
import { dot, matmul, multiply, norm, type Rows, range, transpose, type Vector } from './vector.ts';

/** A linear autoencoder x -> x E D with k units between, trained on centred data [n][d]. */

/** Mean over all entries of (x - x E D)^2. encoder[d][k], decoder[k][d]. */
function reconstructionMse(x: Rows, encoder: Rows, decoder: Rows): number {
  const output = matmul(matmul(x, encoder), decoder);
  const squares = x.map((row, i) =>
    row.reduce((sum, value, j) => sum + (value - (output[i]?.[j] ?? 0)) ** 2, 0),
  );
  return squares.reduce((sum, value) => sum + value, 0) / (x.length * (x[0]?.length ?? 1));
}

/** A direction that keeps less than this share of its length beside the others adds nothing. */
const NEGLIGIBLE = 1e-12;

/** Gram-Schmidt, each direction cleared twice against rounding; one that depends on the others becomes zero. */
function orthonormal(directions: Rows): number[][] {
  const basis: number[][] = [];
  for (const direction of directions) {
    const length = norm(direction);
    let rest: Vector = direction;
    for (let pass = 0; pass < 2; pass++)
      for (const one of basis) {
        const along = dot(one, rest);
        rest = rest.map((value, i) => value - along * (one[i] ?? 0));
      }
    const left = norm(rest);
    basis.push(left > NEGLIGIBLE * length ? rest.map((value) => value / left) : rest.map(() => 0));
  }
  return basis;
}

/** Steps of the two halves in one epoch. With 20, ten epochs come close to the optimum from every start. */
const STEPS_PER_EPOCH = 20;
/** After this many steps an epoch without any progress ends the training. */
const LEAST_STEPS = 200;

export interface TrainedAutoencoder {
  readonly first: number;
  readonly last: number;
}

/**
 * Alternating least squares from small random weights (Glorot): for a fixed encoder the best decoder spans S E with S = x'x, for a
 * fixed decoder with orthonormal rows the best encoder is its transpose. No step can raise the error, and the only stable optimum
 * is the span of the first k principal axes (Baldi & Hornik, Neural Networks 2, 1989).
 * Returns the errors at the start and at the end. Cost: epochs * 20 * d^2 k.
 */
export function trainLinearAutoencoder(
  x: Rows,
  k: number,
  epochs: number,
  random: SeededRandom,
): TrainedAutoencoder {
  const d = x[0]?.length ?? 0;
  const spread = Math.sqrt(2 / (d + k));
  const draw = (rows: number, columns: number): number[][] =>
    range(rows).map(() => range(columns).map(() => spread * random.normal()));
  const start = { encoder: draw(d, k), decoder: draw(k, d) };
  const scatter = matmul(transpose(x), x);
  let decoder: number[][] = transpose(start.encoder);
  let error = Number.POSITIVE_INFINITY;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let step = 0; step < STEPS_PER_EPOCH; step++)
      decoder = orthonormal(decoder.map((unit) => multiply(scatter, unit)));
    const now = reconstructionMse(x, transpose(decoder), decoder);
    if (!(now < error) && (epoch + 1) * STEPS_PER_EPOCH >= LEAST_STEPS) break;
    error = Math.min(error, now);
  }
  return { first: reconstructionMse(x, start.encoder, start.decoder), last: error };
}
