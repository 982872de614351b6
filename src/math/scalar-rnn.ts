import type { Activation } from './activations.ts';

/** A recurrent network with one unit, h[t] = f(w h[t-1] + u x[t]) (Elman, Cognitive Science 14(2), 1990). */

export interface RnnRun {
  /** h[0] is the start; as many more as inputs. */
  readonly h: readonly number[];
  /** d h[T] / d h[i], the last 1. */
  readonly gradH: readonly number[];
  /** d h[T] / d w and d u, through all the steps in which the shared weights were used. */
  readonly dhDw: number;
  readonly dhDu: number;
}

/** Backpropagation through time for the last state (Werbos, Proc. IEEE 78(10), 1990). Cost: the number of steps. */
export function runScalarRnn(
  { f, df }: Activation,
  { w, u, h0 }: { readonly w: number; readonly u: number; readonly h0: number },
  inputs: readonly number[],
): RnnRun {
  const h = [h0];
  const slopes: number[] = [];
  for (const [t, x] of inputs.entries()) {
    const z = w * (h[t] ?? 0) + u * x;
    slopes.push(df(z));
    h.push(f(z));
  }
  const gradH = [1];
  let [dhDw, dhDu] = [0, 0];
  for (let t = inputs.length - 1; t >= 0; t--) {
    const atSum = (gradH.at(-1) ?? 0) * (slopes[t] ?? 0);
    dhDw += atSum * (h[t] ?? 0);
    dhDu += atSum * (inputs[t] ?? 0);
    gradH.push(atSum * w);
  }
  return { h, gradH: gradH.reverse(), dhDw, dhDu };
}
