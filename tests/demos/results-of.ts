import { expect } from 'vitest';
import { DemoError } from '../../src/demos/demo.ts';
import type { ResultValue } from '../../src/demos/results.ts';
import { resultsOf as results } from '../support/demo-values.ts';

/** Short ways to run a demo and to compare what it answers. */

export { results };

/** What a run answers under a name; undefined where there is no such name. */
type Answer = ResultValue | undefined | readonly Answer[];

/** Numbers of nested lists, one after another. */
export function flat(value: Answer): number[] {
  if (Array.isArray(value)) return value.flatMap((one: Answer) => flat(one));
  return typeof value === 'number' ? [value] : [Number.NaN];
}

export function expectClose(actual: Answer, expected: ResultValue, digits = 9): void {
  const [found, wanted] = [flat(actual), flat(expected)];
  expect(found.length).toBe(wanted.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(wanted[i] ?? Number.NaN, digits);
  });
}

/** The parameter that a run is refused for. */
export function refusal(id: string, given: Readonly<Record<string, unknown>>): string {
  try {
    results(id, given);
  } catch (error) {
    if (error instanceof DemoError) return error.parameter;
    throw error;
  }
  return 'nothing refused';
}
