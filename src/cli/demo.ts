import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { chartText, columns } from '../charts/text.ts';
import { UserError } from '../core/errors.ts';
import { boundsText, type Parameter, readAssignments, writeValue } from '../core/parameter.ts';
import { type Demo, DemoError } from '../demos/demo.ts';
import { FAMILIES } from '../demos/index.ts';
import { type Run, runDemo, viewOf } from '../demos/run.ts';
import { translator } from '../texts/index.ts';
import { findDemo } from '../work/tasks.ts';
import { FailedError, type Io, jsonLines, write, writeJson } from './io.ts';

/** `demo`: one run, a batch of them, or the list. Runs here and not in a worker: nobody waits beside it. */

type Locale = 'ko' | 'en';

/** What was wrong, in a sentence that names the parameter; undefined for an error that is none of the user's. */
function wording(error: unknown, locale: Locale): string | undefined {
  const t = translator(locale);
  if (error instanceof UserError) return t(error.key, error.params);
  if (error instanceof DemoError)
    return t('demo.refused', { parameter: error.parameter, why: error.why[locale] });
  return undefined;
}

export interface DemoOptions {
  readonly json: boolean;
  readonly png?: string;
  readonly locale: Locale;
}

function textOf(demo: Demo, run: Run, locale: Locale): string {
  const view = viewOf(demo, run, locale);
  return [
    demo.title[locale],
    view.see,
    '',
    chartText(view.chart),
    '',
    columns(view.numbers.map(([name, value]) => [name, value])),
    ...(view.table === undefined ? [] : ['', columns([view.table.columns, ...view.table.rows])]),
    '',
    Object.entries(run.args)
      .map(([name, value]) => `${name}=${writeValue(value)}`)
      .join(' '),
    '',
  ]
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n');
}

/** `demo ID k=v …`: the numbers and the chart, as JSON or for a terminal; with `png` also the picture. Throws FailedError. */
export async function demoOne(
  io: Io,
  id: string,
  words: readonly string[],
  options: DemoOptions,
): Promise<void> {
  try {
    const demo = findDemo(id);
    const run = runDemo(demo, readAssignments(words.join(' ')));
    if (options.png !== undefined) await writePicture(demo, run, options.png, options.locale);
    if (!options.json) return await write(io.stdout, textOf(demo, run, options.locale));
    const { chart } = viewOf(demo, run, options.locale);
    await writeJson(io, { demo: demo.id, params: run.args, results: run.results, chart });
  } catch (error) {
    const words = wording(error, 'en');
    if (words === undefined) throw error;
    throw new FailedError(words);
  }
}

async function writePicture(demo: Demo, run: Run, file: string, locale: Locale): Promise<void> {
  const { chartPng } = await import('../charts/png.ts');
  const png = chartPng(viewOf(demo, run, locale).chart);
  try {
    writeFileSync(file, png);
  } catch (error) {
    throw new FailedError(
      `the picture cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const batchLine = z.object({ demo: z.string(), params: z.record(z.string(), z.unknown()).default({}) });

/** `demo --batch`: `{"demo", "params"}` lines in, `{"demo", "results"}` or `{"demo", "error"}` lines out, in order. */
export async function demoBatch(io: Io): Promise<void> {
  await jsonLines(io, (value, fault) => {
    if (fault !== undefined) return { demo: null, error: fault };
    const line = batchLine.safeParse(value);
    if (!line.success) {
      const named = z.object({ demo: z.string() }).safeParse(value);
      const error = 'the line needs "demo" as text and "params" as an object';
      return { demo: named.success ? named.data.demo : null, error };
    }
    const { demo, params } = line.data;
    try {
      return { demo, results: runDemo(findDemo(demo), params).results };
    } catch (error) {
      return { demo, error: wording(error, 'en') ?? 'the run failed' };
    }
  });
}

function described(name: string, parameter: Parameter): Record<string, unknown> {
  const common = { name, type: parameter.kind, default: parameter.initial };
  switch (parameter.kind) {
    case 'int':
    case 'float':
      return { ...common, limits: boundsText(parameter.bounds) };
    case 'bool':
      return common;
    case 'choice':
      return { ...common, choices: parameter.choices };
    case 'floats':
    case 'ints':
      return { ...common, length: boundsText(parameter.length), each: boundsText(parameter.each) };
    case 'matrix':
      return {
        ...common,
        rows: boundsText(parameter.rows),
        columns: boundsText(parameter.columns),
        each: boundsText(parameter.each),
      };
    case 'text':
      return { ...common, length: boundsText(parameter.length) };
  }
}

/** `demo --list`: every demo with its parameters and results. */
export async function demoList(io: Io, json: boolean, locale: Locale): Promise<void> {
  if (json)
    return writeJson(
      io,
      FAMILIES.flatMap((family) =>
        family.demos.map((demo) => ({
          id: demo.id,
          family: family.id,
          title: demo.title,
          about: demo.about,
          parameters: Object.entries(demo.parameters).map(([name, parameter]) => described(name, parameter)),
          results: demo.results,
        })),
      ),
    );
  const lines = FAMILIES.flatMap((family) => [
    `${family.title[locale]} (${family.id})`,
    columns(
      family.demos.map((demo) => [
        `  ${demo.id}`,
        demo.title[locale],
        Object.keys(demo.parameters).join(' '),
      ]),
    ),
    '',
  ]);
  await write(io.stdout, lines.join('\n'));
}
