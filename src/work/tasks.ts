import type { Locale } from '../cards/inline.ts';
import { altText } from '../charts/alt.ts';
import type { Chart } from '../charts/model.ts';
import { formatNumber } from '../charts/number.ts';
import { UserError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import {
  type Parameters,
  type ParameterValue,
  parseParameters,
  writeAssignments,
  writeValue,
} from '../core/parameter.ts';
import type { DemoRequest, DemoRun } from '../core/ports.ts';
import { type Demo, DemoError } from '../demos/demo.ts';
import { DEMOS_BY_ID } from '../demos/index.ts';
import { runDemo, viewOf } from '../demos/run.ts';

/** What a worker does, as plain functions of data. */

export type Task =
  | { readonly kind: 'demo'; readonly request: DemoRequest }
  | { readonly kind: 'picture'; readonly chart: Chart };

/** The demo of this name. Throws UserError with the nearest names. */
export function findDemo(id: string): Demo {
  const demo = DEMOS_BY_ID.get(id.trim().toLowerCase());
  if (demo !== undefined) return demo;
  const near = nearest(id, DEMOS_BY_ID.keys());
  throw new UserError(near.length > 0 ? 'demo.unknown-near' : 'demo.unknown', {
    id: id.slice(0, 40),
    near: near.join(', '),
  });
}

const MAX_SHOWN = 60;

/** A parameter's value on a card: long lists are cut with a mark. */
function shownValue(value: ParameterValue): string {
  const text = typeof value === 'number' ? formatNumber(value, 6) : writeValue(value);
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}

function variationsOf(
  demo: Demo,
  args: Readonly<Record<string, ParameterValue>>,
  locale: Locale,
): DemoRun['variations'] {
  return (demo.variations ?? []).flatMap((variation) => {
    const change = variation.change(args) as Readonly<Record<string, ParameterValue>> | undefined;
    if (change === undefined) return [];
    const assignments = writeAssignments(demo.parameters, { ...args, ...change });
    if (
      assignments === writeAssignments(demo.parameters, args) ||
      !usable(demo.parameters, { ...args, ...change })
    )
      return [];
    return [{ label: variation.label[locale], assignments }];
  });
}

/** Whether changed values are still within their limits: "lr × 10" is not offered where it would be refused. */
function usable(parameters: Parameters, values: Readonly<Record<string, ParameterValue>>): boolean {
  try {
    parseParameters(parameters, values);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** Runs a demo and puts it into words. Throws UserError. */
export function demoRun({ id, given, locale }: DemoRequest): DemoRun {
  const demo = findDemo(id);
  try {
    const run = runDemo(demo, given);
    const view = viewOf(demo, run, locale);
    return {
      id: demo.id,
      title: demo.title[locale],
      about: demo.about[locale],
      assignments: writeAssignments(demo.parameters, run.args),
      parameters: Object.entries(run.args).map(([name, value]) => [name, shownValue(value)]),
      chart: view.chart,
      alt: altText(view.chart, view.see, locale),
      see: view.see,
      numbers: view.numbers,
      ...(view.table === undefined ? {} : { table: view.table }),
      variations: variationsOf(demo, run.args, locale),
    };
  } catch (error) {
    if (error instanceof DemoError)
      throw new UserError('demo.refused', { parameter: error.parameter, why: error.why[locale] });
    throw error;
  }
}
