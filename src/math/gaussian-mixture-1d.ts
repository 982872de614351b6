import { logSumExp } from './softmax.ts';
import { extent, sum } from './summary.ts';

export interface Component {
  readonly mean: number;
  readonly sd: number;
  readonly weight: number;
}

export interface ExpectationStep {
  /** [n][k]; every row sums to 1. */
  readonly responsibility: number[][];
  /** Their logarithms, exact also where they are 0 in double precision. */
  readonly logResponsibility: number[][];
  /** ln of the density of all data. */
  readonly logLikelihood: number;
}

const HALF_LOG_TAU = Math.log(2 * Math.PI) / 2;

/**
 * E step of a Gaussian mixture (Dempster, Laird & Rubin, J. R. Stat. Soc. B 39, 1977): r_ij = w_j N(x_i; m_j, s_j) over the
 * sum of these. In logarithms, so that far points keep their answer. x[n]. Cost: n k.
 */
export function expectation(x: readonly number[], components: readonly Component[]): ExpectationStep {
  const joint = x.map((value) =>
    components.map(
      ({ mean, sd, weight }) =>
        Math.log(weight) - Math.log(sd) - HALF_LOG_TAU - ((value - mean) / sd) ** 2 / 2,
    ),
  );
  const totals = joint.map(logSumExp);
  const logResponsibility = joint.map((row, i) => row.map((value) => value - (totals[i] ?? 0)));
  return {
    responsibility: logResponsibility.map((row) => row.map(Math.exp)),
    logResponsibility,
    logLikelihood: sum(totals),
  };
}

/** M step for means and weights. A component that is nearly without points still has a mean: that of its relative shares. */
export function maximisation(
  x: readonly number[],
  { responsibility, logResponsibility }: ExpectationStep,
  components: number,
): { readonly means: number[]; readonly weights: number[] } {
  const means: number[] = [];
  const weights: number[] = [];
  for (let j = 0; j < components; j++) {
    const logs = logResponsibility.map((row) => row[j] ?? 0);
    const { max } = extent(logs);
    const shares = logs.map((value) => Math.exp(value - max));
    means.push(sum(shares.map((share, i) => share * (x[i] ?? 0))) / sum(shares));
    weights.push(sum(responsibility.map((row) => row[j] ?? 0)) / x.length);
  }
  return { means, weights };
}
