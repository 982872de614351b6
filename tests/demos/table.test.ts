import { describe, expect, it } from 'vitest';
import { altText, MAX_ALT } from '../../src/charts/alt.ts';
import { UserError } from '../../src/core/errors.ts';
import type { Bounds, Parameter } from '../../src/core/parameter.ts';
import { boundsText } from '../../src/core/parameter.ts';
import { DemoError } from '../../src/demos/demo.ts';
import { DEMOS, FAMILIES } from '../../src/demos/index.ts';
import type { ResultValue } from '../../src/demos/results.ts';
import { runDemo, viewOf } from '../../src/demos/run.ts';

/** What holds for every demo, walked over all of them. */

/** Checks a value against its declared type and notes the size that each letter stands for. */
function misfit(type: string, value: ResultValue, sizes: Map<string, number>): string | undefined {
  const found = /^(float|int|bool|text)(\?)?((?:\[[^\]]*\])*)$/.exec(type);
  if (found === null) return `unreadable type ${type}`;
  const [, base = '', nullable, dims = ''] = found;
  const names = [...dims.matchAll(/\[([^\]]*)\]/g)].map((one) => one[1] ?? '');
  const walk = (at: ResultValue, depth: number): string | undefined => {
    if (depth < names.length) {
      if (!Array.isArray(at)) return `no list at depth ${depth}`;
      const name = names[depth] ?? '';
      const expected = /^\d+$/.test(name) ? Number(name) : /^[a-z]$/.test(name) ? sizes.get(name) : undefined;
      if (expected !== undefined && at.length !== expected)
        return `[${name}] is ${at.length}, not ${expected}`;
      if (/^[a-z]$/.test(name)) sizes.set(name, at.length);
      return at.map((item: ResultValue) => walk(item, depth + 1)).find((one) => one !== undefined);
    }
    if (at === null) return nullable === undefined ? 'null' : undefined;
    if (base === 'bool') return typeof at === 'boolean' ? undefined : typeof at;
    if (base === 'text') return typeof at === 'string' ? undefined : typeof at;
    if (typeof at !== 'number' || !Number.isFinite(at)) return String(at);
    return base === 'int' && !Number.isInteger(at) ? `${at} is no whole number` : undefined;
  };
  return walk(value, 0);
}

function outside(bounds: Bounds): number[] {
  const step = Math.max(1, Math.abs(bounds.max)) * 2;
  return [bounds.min - step, bounds.max + step, ...(bounds.aboveMin === true ? [bounds.min] : [])];
}

/** Values that a parameter must refuse. */
function badValues(parameter: Parameter): unknown[] {
  const numbers = (bounds: Bounds): unknown[] => ['nan', 'inf', '1e999', '', 'abc', ...outside(bounds)];
  switch (parameter.kind) {
    case 'int':
      return [...numbers(parameter.bounds), parameter.bounds.min + 0.5, null, [1], {}];
    case 'float':
      return [...numbers(parameter.bounds), null, [1], true];
    case 'bool':
      return ['yes', 1, null, ''];
    case 'choice':
      return ['nonsense', '', 3, null];
    case 'floats':
    case 'ints':
      return [
        '1,,2',
        'nan',
        [null],
        { a: 1 },
        [[1]],
        Array.from({ length: parameter.length.max + 1 }, () => parameter.each.max),
      ];
    case 'matrix':
      return ['1,2/3', [[1], [1, 2]], 'nan', 7, [['x']]];
    case 'text':
      return ['x'.repeat(parameter.length.max + 1), 5, null];
  }
}

describe('every demo', () => {
  it('has an id of its own, and every family demos', () => {
    expect(new Set(DEMOS.map((demo) => demo.id)).size).toBe(DEMOS.length);
    expect(FAMILIES.filter((family) => family.demos.length === 0).map((family) => family.id)).toEqual([]);
  });

  it.each(DEMOS.map((demo) => [demo.id, demo] as const))(
    '%s runs with its defaults, as declared',
    (_id, demo) => {
      const before = JSON.stringify(demo.parameters);
      const run = runDemo(demo, {});
      expect(Object.keys(run.results)).toEqual(Object.keys(demo.results));
      const sizes = new Map<string, number>();
      const faults = Object.entries(demo.results)
        .map(([name, type]) => [name, misfit(type, run.results[name] ?? null, sizes)])
        .filter(([, fault]) => fault !== undefined);
      expect(faults).toEqual([]);
      expect(runDemo(demo, {}).results, 'the same run again').toEqual(run.results);
      expect(JSON.stringify(demo.parameters), 'defaults are not changed by a run').toBe(before);
    },
  );

  it.each(DEMOS.map((demo) => [demo.id, demo] as const))(
    '%s is put into words in both languages',
    (_id, demo) => {
      for (const locale of ['ko', 'en'] as const) {
        const view = viewOf(demo, runDemo(demo, {}), locale);
        expect(view.see.length).toBeGreaterThan(15);
        expect(/NaN|undefined|Infinity|\[object/.test(JSON.stringify(view))).toBe(false);
        expect(view.numbers.length).toBeGreaterThan(0);
        expect(view.numbers.length).toBeLessThanOrEqual(6);
        for (const row of view.table?.rows ?? []) expect(row.length).toBe(view.table?.columns.length);
        expect([...altText(view.chart, view.see, locale)].length).toBeLessThanOrEqual(MAX_ALT);
        const hangul = /[가-힣]/.test(
          `${view.see}${view.chart.title}${view.numbers.map(([name]) => name).join('')}`,
        );
        expect(hangul, `${locale} words`).toBe(locale === 'ko');
      }
      expect(demo.about.ko.length).toBeGreaterThan(15);
      expect(demo.about.en.length).toBeGreaterThan(15);
    },
  );

  it.each(DEMOS.map((demo) => [demo.id, demo] as const))(
    '%s refuses what its parameters do not allow',
    (_id, demo) => {
      for (const [name, parameter] of Object.entries(demo.parameters)) {
        for (const bad of badValues(parameter)) {
          let error: unknown;
          try {
            runDemo(demo, { [name]: bad });
          } catch (caught) {
            error = caught;
          }
          expect(
            error instanceof UserError || error instanceof DemoError,
            `${name}=${JSON.stringify(bad)}`,
          ).toBe(true);
          const params =
            error instanceof UserError ? String(error.params.parameter) : (error as DemoError).parameter;
          expect(params.startsWith(name), `the message for ${JSON.stringify(bad)} names ${name}`).toBe(true);
        }
      }
    },
  );

  it.each(DEMOS.filter((demo) => (demo.variations ?? []).length > 0).map((demo) => [demo.id, demo] as const))(
    '%s offers variations that run',
    (_id, demo) => {
      const { args } = runDemo(demo, {});
      for (const variation of demo.variations ?? []) {
        const change = variation.change(args);
        if (change === undefined) continue;
        const run = runDemo(demo, { ...args, ...change });
        expect(viewOf(demo, run, 'en').see.length, variation.label.en).toBeGreaterThan(15);
      }
    },
  );
});

describe('limits', () => {
  it.each([
    [{ min: 0, max: 1 }, '0..1'],
    [{ min: 0, max: 1, aboveMin: true }, '0<..1'],
    [{ min: 0, max: 1, belowMax: true }, '0..<1'],
  ])('%o reads %s', (bounds, text) => {
    expect(boundsText(bounds)).toBe(text);
  });
});
