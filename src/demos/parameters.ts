import type { Localised } from '../cards/inline.ts';
import type {
  BoolParameter,
  Bounds,
  ChoiceParameter,
  FloatParameter,
  IntParameter,
  ListParameter,
  MatrixParameter,
  TextParameter,
} from '../core/parameter.ts';

/** Short builders for the parameters of a demo. Limits are written as in "0..1", "0<..1" or "0..<1". */

const LIMITS = /^(-?[\d.e+-]+?)(<)?\.\.(<)?(-?[\d.e+-]+)$/i;

export function limits(text: string): Bounds {
  const found = LIMITS.exec(text.replaceAll(' ', ''));
  if (found === null) throw new RangeError(`no limits: ${text}`);
  return {
    min: Number(found[1]),
    max: Number(found[4]),
    ...(found[2] === undefined ? {} : { aboveMin: true }),
    ...(found[3] === undefined ? {} : { belowMax: true }),
  };
}

type About = Localised | undefined;

function aboutOf(about: About): { about?: Localised } {
  return about === undefined ? {} : { about };
}

export function int(initial: number, range: string, about?: About): IntParameter {
  return { kind: 'int', initial, bounds: limits(range), ...aboutOf(about) };
}

export function float(initial: number, range: string, about?: About): FloatParameter {
  return { kind: 'float', initial, bounds: limits(range), ...aboutOf(about) };
}

export function bool(initial: boolean, about?: About): BoolParameter {
  return { kind: 'bool', initial, ...aboutOf(about) };
}

export function choice<const V extends string>(
  choices: readonly V[],
  initial: NoInfer<V>,
  about?: About,
): ChoiceParameter<V> {
  return { kind: 'choice', choices, initial, ...aboutOf(about) };
}

export function floats(
  initial: readonly number[],
  length: string,
  each: string,
  about?: About,
): ListParameter {
  return { kind: 'floats', initial, length: limits(length), each: limits(each), ...aboutOf(about) };
}

export function ints(initial: readonly number[], length: string, each: string, about?: About): ListParameter {
  return { kind: 'ints', initial, length: limits(length), each: limits(each), ...aboutOf(about) };
}

export function matrix(
  initial: readonly (readonly number[])[],
  rows: string,
  columns: string,
  each: string,
  about?: About,
): MatrixParameter {
  return {
    kind: 'matrix',
    initial,
    rows: limits(rows),
    columns: limits(columns),
    each: limits(each),
    ...aboutOf(about),
  };
}

export function text(initial: string, length: string, about?: About): TextParameter {
  return { kind: 'text', initial, length: limits(length), ...aboutOf(about) };
}
