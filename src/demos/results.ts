/** Types of results, written as in the table of demos: `float`, `int[k]`, `float?[n][m]`, `text[v]`, `bool`. */

export type ResultType = string;
export type ResultTypes = Readonly<Record<string, ResultType>>;

type Plain<T extends string> = T extends 'float' | 'int' ? number : T extends 'bool' ? boolean : string;
type Listed<V, D extends string> = D extends `[${string}]${infer Rest}` ? readonly Listed<V, Rest>[] : V;
type ValueOf<T extends string> = T extends `${infer B}?${infer D}`
  ? Listed<Plain<B> | null, D>
  : T extends `${infer B}[${infer D}`
    ? Listed<Plain<B>, `[${D}`>
    : Plain<T>;

export type ResultsOf<R extends ResultTypes> = { readonly [K in keyof R]: ValueOf<R[K]> };

export type ResultValue = number | string | boolean | null | readonly ResultValue[];
export type Results = Readonly<Record<string, ResultValue>>;

/** The first name whose value holds a number that is not finite; undefined when all is well. */
export function notFinite(results: Results): string | undefined {
  const broken = (value: ResultValue): boolean =>
    typeof value === 'number' ? !Number.isFinite(value) : Array.isArray(value) && value.some(broken);
  return Object.entries(results).find(([, value]) => broken(value))?.[0];
}

/** -0 becomes 0, so that no card ever shows "-0". */
export function withoutMinusZero(value: ResultValue): ResultValue {
  if (typeof value === 'number') return value === 0 ? 0 : value;
  return Array.isArray(value) ? value.map(withoutMinusZero) : value;
}
