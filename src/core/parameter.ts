import type { Localised } from '../cards/inline.ts';
import { UserError } from './errors.ts';
import { nearest } from './nearest.ts';

/** Typed parameters of a demo: what they may be, their defaults, and how `lr=0.1 x=1,2,3` or JSON is read. */

export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** The bound itself is left out. */
  readonly aboveMin?: boolean;
  readonly belowMax?: boolean;
}

interface Common<V> {
  readonly initial: V;
  /** What it is; common names are known without. */
  readonly about?: Localised;
}

export interface IntParameter extends Common<number> {
  readonly kind: 'int';
  readonly bounds: Bounds;
}
export interface FloatParameter extends Common<number> {
  readonly kind: 'float';
  readonly bounds: Bounds;
}
export interface BoolParameter extends Common<boolean> {
  readonly kind: 'bool';
}
export interface ChoiceParameter<V extends string = string> extends Common<V> {
  readonly kind: 'choice';
  readonly choices: readonly V[];
}
export interface ListParameter extends Common<readonly number[]> {
  readonly kind: 'floats' | 'ints';
  readonly length: Bounds;
  readonly each: Bounds;
}
export interface MatrixParameter extends Common<readonly (readonly number[])[]> {
  readonly kind: 'matrix';
  readonly rows: Bounds;
  readonly columns: Bounds;
  readonly each: Bounds;
}
export interface TextParameter extends Common<string> {
  readonly kind: 'text';
  /** In code points. */
  readonly length: Bounds;
}

export type Parameter =
  | IntParameter
  | FloatParameter
  | BoolParameter
  | ChoiceParameter
  | ListParameter
  | MatrixParameter
  | TextParameter;
export type Parameters = Readonly<Record<string, Parameter>>;

export type ParameterValue = number | boolean | string | readonly number[] | readonly (readonly number[])[];
export type ValuesOf<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends ChoiceParameter<infer V> ? V : P[K]['initial'];
};

/** "0 < x ≤ 1" as people write limits: 0<..1, 1..50. */
export function boundsText(bounds: Bounds): string {
  return `${bounds.min}${bounds.aboveMin === true ? '<' : ''}..${bounds.belowMax === true ? '<' : ''}${bounds.max}`;
}

function within(value: number, bounds: Bounds): boolean {
  const above = bounds.aboveMin === true ? value > bounds.min : value >= bounds.min;
  const below = bounds.belowMax === true ? value < bounds.max : value <= bounds.max;
  return above && below;
}

const FLOAT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function fault(key: 'demo.number' | 'demo.int', name: string, raw: unknown, bounds: Bounds): UserError {
  return new UserError(key, { parameter: name, value: shown(raw), limits: boundsText(bounds) });
}

/** A value as it may be repeated in a message: short, on one line. */
function shown(raw: unknown): string {
  const text = typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? String(raw));
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

function numberOf(name: string, raw: unknown, bounds: Bounds, whole: boolean): number {
  const key = whole ? 'demo.int' : 'demo.number';
  const text = typeof raw === 'string' ? raw.trim().replace('−', '-') : undefined;
  const value =
    typeof raw === 'number' ? raw : text !== undefined && FLOAT.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value) || (whole && !Number.isInteger(value)) || !within(value, bounds))
    throw fault(key, name, raw, bounds);
  // Minus zero is nobody's wish.
  return value === 0 ? 0 : value;
}

function listOf(
  name: string,
  raw: unknown,
  each: Bounds,
  length: Bounds,
  whole: boolean,
  place = '',
): number[] {
  const items: readonly unknown[] = Array.isArray(raw)
    ? raw
    : typeof raw === 'string'
      ? raw.trim() === ''
        ? []
        : raw.split(',')
      : typeof raw === 'number'
        ? [raw]
        : wrongType(name, raw, 'demo.list');
  if (!within(items.length, length))
    throw new UserError('demo.length', {
      parameter: name + place,
      count: items.length,
      limits: boundsText(length),
    });
  return items.map((item, index) => numberOf(`${name}${place}[${index}]`, item, each, whole));
}

function wrongType(
  name: string,
  raw: unknown,
  key: 'demo.list' | 'demo.matrix' | 'demo.text' | 'demo.bool',
): never {
  throw new UserError(key, { parameter: name, value: shown(raw) });
}

function matrixOf(name: string, parameter: MatrixParameter, raw: unknown): number[][] {
  const rows: readonly unknown[] = Array.isArray(raw)
    ? raw
    : typeof raw === 'string'
      ? raw.trim() === ''
        ? []
        : raw.split('/')
      : wrongType(name, raw, 'demo.matrix');
  if (!within(rows.length, parameter.rows))
    throw new UserError('demo.rows', {
      parameter: name,
      count: rows.length,
      limits: boundsText(parameter.rows),
    });
  const matrix = rows.map((row, index) => {
    if (!Array.isArray(row) && typeof row !== 'string') return wrongType(name, raw, 'demo.matrix');
    return listOf(name, row, parameter.each, parameter.columns, false, `[${index}]`);
  });
  const width = matrix[0]?.length ?? 0;
  const ragged = matrix.findIndex((row) => row.length !== width);
  if (ragged >= 0)
    throw new UserError('demo.ragged', {
      parameter: name,
      row: ragged,
      count: matrix[ragged]?.length ?? 0,
      width,
    });
  return matrix;
}

function choiceOf(name: string, parameter: ChoiceParameter, raw: unknown): string {
  const typed = typeof raw === 'string' ? raw.trim().toLowerCase() : '';
  const hit = parameter.choices.find((choice) => choice === typed);
  if (hit !== undefined) return hit;
  const near = nearest(typed, parameter.choices, 1)[0];
  throw new UserError(near === undefined ? 'demo.choice' : 'demo.choice-near', {
    parameter: name,
    value: shown(raw),
    allowed: parameter.choices.join(', '),
    near: near ?? '',
  });
}

/** The value that a JSON value or a text stands for. Throws UserError that names the parameter and its limits. */
export function parseParameter(parameter: Parameter, name: string, raw: unknown): ParameterValue {
  switch (parameter.kind) {
    case 'int':
      return numberOf(name, raw, parameter.bounds, true);
    case 'float':
      return numberOf(name, raw, parameter.bounds, false);
    case 'bool': {
      const text = typeof raw === 'string' ? raw.trim().toLowerCase() : raw;
      if (text === true || text === 'true') return true;
      if (text === false || text === 'false') return false;
      return wrongType(name, raw, 'demo.bool');
    }
    case 'choice':
      return choiceOf(name, parameter, raw);
    case 'floats':
    case 'ints':
      return listOf(name, raw, parameter.each, parameter.length, parameter.kind === 'ints');
    case 'matrix':
      return matrixOf(name, parameter, raw);
    case 'text': {
      if (typeof raw !== 'string') return wrongType(name, raw, 'demo.text');
      const count = [...raw].length;
      if (!within(count, parameter.length))
        throw new UserError('demo.text-length', {
          parameter: name,
          count,
          limits: boundsText(parameter.length),
        });
      return raw;
    }
  }
}

/** All parameters of a run: defaults for what is not given; unknown names are refused with the nearest ones. */
export function parseParameters<P extends Parameters>(
  parameters: P,
  given: Readonly<Record<string, unknown>>,
): ValuesOf<P> {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(parameters, name)) continue;
    const names = Object.keys(parameters);
    const near = nearest(name, names, 1)[0];
    throw new UserError(near === undefined ? 'demo.parameter' : 'demo.parameter-near', {
      parameter: shown(name),
      allowed: names.join(', '),
      near: near ?? '',
    });
  }
  const values: Record<string, ParameterValue> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const raw = Object.hasOwn(given, name) ? given[name] : undefined;
    values[name] = raw === undefined ? parameter.initial : parseParameter(parameter, name, raw);
  }
  // The loop gives every declared name a value of its kind; the compiler cannot follow the mapping.
  return values as ValuesOf<P>;
}

/** A value as it is typed: 0.1, 1,2,3 or 1,2/3,4. */
export function writeValue(value: ParameterValue): string {
  if (!Array.isArray(value)) return String(value);
  return value
    .map((item: number | readonly number[]) => (Array.isArray(item) ? item.join(',') : String(item)))
    .join(value.some((item) => Array.isArray(item)) ? '/' : ',');
}

function sameValue(a: ParameterValue, b: ParameterValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The assignments that differ from the defaults, as they are typed after a demo's name. */
export function writeAssignments(
  parameters: Parameters,
  values: Readonly<Record<string, ParameterValue>>,
): string {
  return Object.entries(parameters)
    .filter(([name, parameter]) => values[name] !== undefined && !sameValue(values[name], parameter.initial))
    .map(([name]) => assignment(name, writeValue(values[name] ?? '')))
    .join(' ');
}

function assignment(name: string, value: string): string {
  return /\s/.test(value) || value === '' ? `${name}='${value}'` : `${name}=${value}`;
}

const ASSIGNMENT = /\s*([A-Za-z_]\w*)\s*=\s*(?:'([^']*)'|"([^"]*)"|(.*?))(?=\s+[A-Za-z_]\w*\s*=|\s*$)/gy;

/**
 * Reads `lr=0.1 steps=50 text=hello world`: a value goes on until the next `name=`; quotation marks keep anything.
 * Throws UserError where something is no assignment, or a name is given twice.
 */
export function readAssignments(text: string): Record<string, string> {
  const given: Record<string, string> = {};
  ASSIGNMENT.lastIndex = 0;
  let at = 0;
  while (text.slice(at).trim() !== '') {
    ASSIGNMENT.lastIndex = at;
    const found = ASSIGNMENT.exec(text);
    if (found === null) throw new UserError('demo.assignment', { value: shown(text.slice(at).trim()) });
    const name = found[1] ?? '';
    if (Object.hasOwn(given, name)) throw new UserError('demo.twice', { parameter: name });
    given[name] = found[2] ?? found[3] ?? found[4] ?? '';
    at = ASSIGNMENT.lastIndex;
  }
  return given;
}
