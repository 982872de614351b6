import type { Bank } from '../bank/bank.ts';
import type { Hit } from '../bank/lookup.ts';
import type { Term } from '../bank/term.ts';
import { button, card, controls, marked, text } from '../cards/build.ts';
import type { Block, Card, Control } from '../cards/card.ts';
import { code, type Locale } from '../cards/inline.ts';
import { MAX_LINE, writeLine } from '../core/line.ts';
import type { DemoEntry } from '../core/ports.ts';
import type { TextKey, Translate } from '../texts/index.ts';
import { shortLabel } from './demo-card.ts';

/** A glossary term: definition, formula, and where to go on. */

const MAX_LINKS = 4;
const MAX_QUESTIONS = 3;

interface Surroundings {
  readonly bank: Bank;
  readonly demos: readonly DemoEntry[];
  /** What else the query could have meant. */
  readonly others: readonly Hit[];
}

function termLink(term: Term, locale: Locale): Control | undefined {
  const id = `term:${term.id}`;
  return `lookup query:"${id}"`.length > MAX_LINE
    ? undefined
    : button(shortLabel(term[locale]), writeLine('lookup', { query: id }));
}

export function termCard(
  term: Term,
  { bank, demos, others }: Surroundings,
  locale: Locale,
  t: Translate,
): Card {
  const section = (key: TextKey, links: readonly (Control | undefined)[]): Block[] =>
    links.length === 0 ? [] : [marked('heading', t(key)), controls(...links)];
  const related = term.related.map((id) => bank.terms.get(id)).filter((one) => one !== undefined);
  const questions = term.questions.map((id) => bank.questions.get(id)).filter((one) => one !== undefined);
  const shown = term.demos
    .map((id) => demos.find((demo) => demo.id === id))
    .filter((one) => one !== undefined);
  const also = others
    .map((hit) => (hit.kind === 'term' ? bank.terms.get(hit.id) : undefined))
    .filter((one) => one !== undefined && !related.includes(one));
  return card(
    'neutral',
    term.ko === term.en ? term.ko : locale === 'ko' ? `${term.ko} (${term.en})` : `${term.en} (${term.ko})`,
    text(...term.definition[locale]),
    ...(term.formula === undefined ? [] : [text(`${t('lookup.formula')}: `, code(term.formula))]),
    ...section(
      'lookup.demos',
      shown
        .slice(0, MAX_LINKS)
        .map((one) => button(shortLabel(one.title[locale]), writeLine('demo', { name: one.id }))),
    ),
    ...section(
      'lookup.related',
      related.slice(0, MAX_LINKS).map((one) => termLink(one, locale)),
    ),
    ...section(
      'lookup.questions',
      questions
        .slice(0, MAX_QUESTIONS)
        .map((one) => button(shortLabel(one.question[locale]), writeLine('quiz', { question: one.id }))),
    ),
    ...section(
      'lookup.more',
      also.slice(0, 3).map((one) => (one === undefined ? undefined : termLink(one, locale))),
    ),
  );
}
