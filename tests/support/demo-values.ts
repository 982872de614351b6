import { expect } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { DemoError } from '../../src/demos/demo.ts';
import { DEMOS_BY_ID } from '../../src/demos/index.ts';
import type { Results, ResultValue } from '../../src/demos/results.ts';
import { runDemo } from '../../src/demos/run.ts';

/** Short forms for tests of demos' values. */

export type Given = Readonly<Record<string, unknown>>;

export function resultsOf(id: string, given: Given = {}): Results {
  const demo = DEMOS_BY_ID.get(id);
  if (demo === undefined) throw new Error(`no demo ${id}`);
  return runDemo(demo, given).results;
}

/** Numbers, texts and nulls in order, lists flattened. */
function leaves(value: ResultValue): (number | string | boolean | null)[] {
  return Array.isArray(value)
    ? value.flatMap((item: ResultValue) => leaves(item))
    : [value as number | string | boolean | null];
}

/** Relative to the expected number; near 0 absolutely. */
const TOLERANCE = 1e-9;

/** The results of these names, entry by entry. */
export function expectResults(id: string, given: Given, expected: Results): void {
  const results = resultsOf(id, given);
  for (const [name, wanted] of Object.entries(expected)) {
    const found = leaves(results[name] ?? null);
    const list = leaves(wanted);
    expect(found.length, `entries of ${name}`).toBe(list.length);
    list.forEach((value, i) => {
      const at = found[i];
      if (typeof value !== 'number' || typeof at !== 'number') expect(at, `${name}, entry ${i}`).toBe(value);
      else
        expect(Math.abs(at - value), `${name}, entry ${i}: ${at} and ${value}`).toBeLessThanOrEqual(
          TOLERANCE * Math.max(1e-3, Math.abs(value)),
        );
    });
  }
}

/** The run is refused in a message that names the parameter. */
export function expectRefusal(id: string, given: Given, parameter: string): void {
  let error: unknown;
  try {
    resultsOf(id, given);
  } catch (caught) {
    error = caught;
  }
  const named =
    error instanceof DemoError
      ? error.parameter
      : error instanceof UserError
        ? String(error.params.parameter)
        : 'no refusal';
  expect(named).toBe(parameter);
}

export function numbersIn(value: ResultValue | undefined): number[] {
  return leaves(value ?? null).filter((one) => typeof one === 'number');
}
