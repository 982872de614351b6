import type { Localised } from '../cards/inline.ts';
import type { Chart } from '../charts/model.ts';
import type { Parameters, ValuesOf } from '../core/parameter.ts';
import type { SeededRandom } from '../math/random.ts';
import type { ResultsOf, ResultTypes } from './results.ts';

/** A small computation that shows something: parameters in, named numbers out, a picture and a sentence about them. */

/** Picks the Korean or the English words. */
export type Say = (ko: string, en: string) => string;

export interface View {
  readonly chart: Chart;
  /** One sentence on what to see in these very numbers, not in general. */
  readonly see: string;
  /** Two to six figures that matter most: [name, value as text]. */
  readonly numbers: readonly (readonly [string, string])[];
  /** A small table, at most eight rows; more are left out with a mark. */
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** A button under the card that runs the demo again with something changed; undefined where it would change nothing or leave the limits. */
export interface Variation<P extends Parameters = Parameters> {
  readonly label: Localised;
  change(args: ValuesOf<P>): Partial<ValuesOf<P>> | undefined;
}

export interface Demo<P extends Parameters = Parameters, R extends ResultTypes = ResultTypes> {
  readonly id: string;
  readonly title: Localised;
  /** What it computes and by which convention (library, paper, formula), in a sentence or two. */
  readonly about: Localised;
  readonly parameters: P;
  /** Types of the results, `float[n]`, `int?`, in the order in which they are told. */
  readonly results: R;
  /** Pure: the same arguments and the same random stream give the same results. Throws DemoError. */
  run(args: ValuesOf<P>, random: SeededRandom): ResultsOf<R>;
  /** `random` begins the stream of `run` again, for what only the picture needs to see (a sample, say). */
  view(args: ValuesOf<P>, results: ResultsOf<R>, say: Say, random: SeededRandom): View;
  readonly variations?: readonly Variation<P>[];
}

/** A value that the parameters' own limits let through and the demo cannot use. */
export class DemoError extends Error {
  readonly parameter: string;
  readonly why: Localised;
  constructor(parameter: string, why: Localised) {
    super(`${parameter} ${why.en}`);
    this.name = 'DemoError';
    this.parameter = parameter;
    this.why = why;
  }
}

/** `why` goes on from the parameter's name: "x: 모두 같은 값이면 안 돼요", "x must not be constant". */
export function refuse(parameter: string, ko: string, en: string): never {
  throw new DemoError(parameter, { ko, en });
}

/** Keeps the types of parameters and results; a list holds demos of all kinds, so their own types are forgotten there. */
export function defineDemo<const P extends Parameters, const R extends ResultTypes>(demo: Demo<P, R>): Demo {
  return demo as unknown as Demo;
}
