import { expect } from 'vitest';
import { type Demo, DemoError } from '../../src/demos/demo.ts';
import { DEMOS_BY_ID } from '../../src/demos/index.ts';
import type { ResultValue } from '../../src/demos/results.ts';
import { runDemo, viewOf } from '../../src/demos/run.ts';
import { type Given, resultsOf } from './demo-values.ts';

/** Runs of demos by id, and comparisons of what they give. */

export { resultsOf } from './demo-values.ts';

function demoOf(id: string): Demo {
  const demo = DEMOS_BY_ID.get(id);
  if (demo === undefined) throw new Error(`no demo ${id}`);
  return demo;
}

/** The English picture and words of a run, as JSON. */
export function viewText(id: string, given: Given): string {
  return JSON.stringify(viewOf(demoOf(id), runDemo(demoOf(id), given), 'en'));
}

/** The parameter that a refusal names. */
export function refusalOf(id: string, given: Given): string {
  try {
    resultsOf(id, given);
  } catch (error) {
    if (error instanceof DemoError) return error.parameter;
    throw error;
  }
  return 'nothing refused';
}

/** All numbers of a result, nested or not, in order. */
export function numbers(value: ResultValue | undefined): number[] {
  return Array.isArray(value) ? value.flatMap(numbers) : typeof value === 'number' ? [value] : [];
}

/** Equal to a share of each expected number (1e-9 unless given); 0 to the same share of 1e-6. */
export function expectClose(value: ResultValue | undefined, expected: readonly number[], share = 1e-9): void {
  const found = numbers(value);
  expect(found.length).toBe(expected.length);
  found.forEach((one, i) => {
    const target = expected[i] ?? 0;
    const slack = share * (target === 0 ? 1e-6 : Math.abs(target));
    expect(Math.abs(one - target), `entry ${i}: ${one}, not ${target}`).toBeLessThanOrEqual(slack);
  });
}

/** A hundred seeds, far apart. */
export const SEEDS = Array.from({ length: 100 }, (_, i) => i * 37);
