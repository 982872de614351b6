import { mean } from './summary.ts';
import { column, type Rows } from './vector.ts';

export interface Centred {
  readonly means: readonly number[];
  /** Rows minus the means of their columns. */
  readonly rows: Rows;
}

/** What is left of a column after its mean, below this share of the column, is rounding. */
const CONSTANT = 1e-14;

/** Takes the mean out of every column [n][d]; a column with one value throughout becomes exactly 0. */
export function centred(x: Rows): Centred {
  const columns = (x[0] ?? []).map((_, j) => column(x, j));
  const means = columns.map((one) => (one.every((value) => value === one[0]) ? (one[0] ?? 0) : mean(one)));
  const flat = columns.map((one, j) => {
    const largest = Math.max(...one.map(Math.abs));
    return one.every((value) => Math.abs(value - (means[j] ?? 0)) <= CONSTANT * largest);
  });
  return {
    means,
    rows: x.map((row) => row.map((value, j) => (flat[j] === true ? 0 : value - (means[j] ?? 0)))),
  };
}
