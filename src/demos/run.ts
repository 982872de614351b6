import { type ParameterValue, parseParameters } from '../core/parameter.ts';
import { type SeededRandom, seededRandom } from '../math/random.ts';
import { type Demo, DemoError, type Say, type View } from './demo.ts';
import { notFinite, type Results, withoutMinusZero } from './results.ts';

/** Runs a demo on parameters that may be anything. */

export type Arguments = Readonly<Record<string, ParameterValue>>;

export interface Run {
  readonly args: Arguments;
  readonly results: Results;
}

/**
 * Checks the parameters, computes, checks the results. Throws UserError for a parameter outside its declaration and
 * DemoError for one the demo cannot use, or for results beyond the range of double precision.
 */
export function runDemo(demo: Demo, given: Readonly<Record<string, unknown>>): Run {
  const args = parseParameters(demo.parameters, given);
  const raw = demo.run(args, randomOf(args)) as Results;
  const broken = notFinite(raw);
  if (broken !== undefined)
    throw new DemoError(Object.keys(demo.parameters)[0] ?? broken, {
      ko: `이 값들로는 ${broken} 결과가 유한한 수가 되지 않아요. 값을 더 작게 해 보세요.`,
      en: `these values make the result ${broken} infinite or undefined; try smaller ones.`,
    });
  const results = Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, withoutMinusZero(value)]),
  );
  return { args, results };
}

function randomOf(args: Arguments): SeededRandom {
  return seededRandom(typeof args.seed === 'number' ? args.seed : 0);
}

export function sayIn(locale: 'ko' | 'en'): Say {
  return locale === 'ko' ? (ko) => ko : (_, en) => en;
}

const MAX_ROWS = 8;

/** The picture and words of a run, in one language. */
export function viewOf(demo: Demo, run: Run, locale: 'ko' | 'en'): View {
  const view = demo.view(run.args, run.results as never, sayIn(locale), randomOf(run.args));
  const { table } = view;
  if (table === undefined || table.rows.length <= MAX_ROWS) return view;
  const rows = [...table.rows.slice(0, MAX_ROWS), table.columns.map(() => '…')];
  return { ...view, table: { ...table, rows } };
}
