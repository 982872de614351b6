/**
 * A step along a line that fulfils the strong Wolfe conditions: enough decrease, and a slope small enough that the curvature
 * is known (Nocedal & Wright, Numerical Optimization, 2006, algorithms 3.5 and 3.6).
 */

/** The function and its slope at distance `step` along the line. */
export type AlongLine = (step: number) => { readonly f: number; readonly slope: number };

interface Trial {
  readonly step: number;
  readonly f: number;
  readonly slope: number;
}

/** The constants of L-BFGS-B (Zhu et al., ACM TOMS 23(4), 1997). */
const DECREASE = 1e-3;
const CURVATURE = 0.9;
const MAX_TRIALS = 40;
const GROWTH = 4;

/** Minimum of the cubic through two values and slopes, kept inside the middle of the bracket. */
function cubicMinimum(a: Trial, b: Trial): number {
  const d1 = a.slope + b.slope - (3 * (a.f - b.f)) / (a.step - b.step);
  const root = d1 * d1 - a.slope * b.slope;
  const d2 = Math.sign(b.step - a.step) * Math.sqrt(Math.max(0, root));
  const found = b.step - ((b.step - a.step) * (b.slope + d2 - d1)) / (b.slope - a.slope + 2 * d2);
  const [low, high] = [Math.min(a.step, b.step), Math.max(a.step, b.step)];
  const margin = 0.1 * (high - low);
  return found >= low + margin && found <= high - margin ? found : (low + high) / 2;
}

/** `start` is the slope at 0, negative; `first` the step to try first. Undefined where no better point is found. */
export function wolfeSearch(along: AlongLine, first: number): number | undefined {
  const origin: Trial = { step: 0, ...along(0) };
  const fallsEnough = (at: Trial): boolean => at.f <= origin.f + DECREASE * at.step * origin.slope;
  const flatEnough = (at: Trial): boolean => Math.abs(at.slope) <= -CURVATURE * origin.slope;
  let before = origin;
  let bracket: [Trial, Trial] | undefined;
  let step = first;
  for (let trial = 0; trial < MAX_TRIALS; trial++) {
    const at: Trial = { step, ...along(step) };
    if (bracket === undefined) {
      if (!(fallsEnough(at) && (trial === 0 || at.f < before.f))) bracket = [before, at];
      else if (flatEnough(at)) return step;
      else if (at.slope >= 0) bracket = [at, before];
      else {
        before = at;
        step *= GROWTH;
        continue;
      }
    } else {
      const [low, high] = bracket;
      if (!fallsEnough(at) || at.f >= low.f) bracket = [low, at];
      else if (flatEnough(at)) return step;
      else bracket = [at, at.slope * (high.step - low.step) >= 0 ? low : high];
    }
    step = cubicMinimum(...bracket);
  }
  const best = bracket?.[0].step ?? before.step;
  return best > 0 ? best : undefined;
}
