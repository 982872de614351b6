import type { Bank } from '../bank/bank.ts';
import { button, card, controls, MAX_LABEL, marked, menu, text } from '../cards/build.ts';
import type { Block, Card, Control, MenuItem } from '../cards/card.ts';
import { bold, code, type Locale } from '../cards/inline.ts';
import { MAX_LINE, writeLine } from '../core/line.ts';
import type { DemoRun } from '../core/ports.ts';
import type { Translate } from '../texts/index.ts';

/** A demo that was run: the picture first, what to see in it, the figures, then where to go on. */

const MAX_LINKS = 2;

/** Cuts a label to what every platform takes. */
export function shortLabel(words: string): string {
  return [...words].length > MAX_LABEL ? `${[...words].slice(0, MAX_LABEL - 1).join('')}…` : words;
}

/** A call that would be too long for a button is left out. */
function lineOf(command: string, args: Record<string, string>): MenuItem['line'] | undefined {
  const length = Object.entries(args).reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    command.length,
  );
  return length > MAX_LINE ? undefined : writeLine(command, args);
}

function variations(run: DemoRun): MenuItem[] {
  const seen = new Set<string>();
  return run.variations.flatMap(({ label, assignments }) => {
    const line = lineOf(
      'demo-again',
      assignments === '' ? { name: run.id } : { name: run.id, params: assignments },
    );
    if (line === undefined || seen.has(line)) return [];
    seen.add(line);
    return [{ label: shortLabel(label), line }];
  });
}

interface Taught {
  readonly id: string;
  readonly demos: readonly string[];
}

/** Those that have the demo, nearest first: the one of the same name, then those that name it before others. */
function nearestTo<T extends Taught>(demo: string, all: Iterable<T>): T[] {
  const rank = (one: T): number => (one.id === demo ? -1 : one.demos.indexOf(demo));
  return [...all]
    .filter((one) => one.demos.includes(demo))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MAX_LINKS);
}

/** What the bank teaches about the demo. */
function links(run: DemoRun, bank: Bank, locale: Locale, t: Translate): Control[] {
  const questions = nearestTo(run.id, bank.questions.values());
  const terms = nearestTo(run.id, bank.terms.values());
  return [
    ...questions.map((one) =>
      button(
        shortLabel(t('demo.question', { title: one.question[locale] })),
        writeLine('quiz', { question: one.id }),
      ),
    ),
    ...terms.flatMap((one) => {
      const line = lineOf('lookup', { query: `term:${one.id}` });
      return line === undefined ? [] : [button(shortLabel(t('demo.term', { title: one[locale] })), line)];
    }),
  ];
}

function parameterBlock(run: DemoRun, t: Translate): Block {
  return marked(
    'small',
    `${t('demo.parameters')}: `,
    code(run.parameters.map(([name, value]) => `${name}=${value}`).join('  ') || t('demo.defaults')),
  );
}

export function demoCard(run: DemoRun, bank: Bank, locale: Locale, t: Translate): Card {
  const { table } = run;
  return card(
    'neutral',
    run.title,
    { kind: 'chart', chart: run.chart, alt: run.alt, name: run.id },
    text(bold(run.see)),
    { kind: 'fields', fields: run.numbers.map(([label, value]) => ({ label, value })) },
    ...(table === undefined ? [] : [{ kind: 'table' as const, columns: table.columns, rows: table.rows }]),
    marked('small', run.about),
    parameterBlock(run, t),
    controls(menu(t('demo.vary'), variations(run)), ...links(run, bank, locale, t)),
  );
}
