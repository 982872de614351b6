import type { Bank } from '../bank/bank.ts';
import type { Hit, Lookup } from '../bank/lookup.ts';
import type { Term } from '../bank/term.ts';
import { button, card, controls, MAX_LABEL, marked, text } from '../cards/build.ts';
import type { Card, Control } from '../cards/card.ts';
import { code, type Locale } from '../cards/inline.ts';
import { type Command, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { MAX_LINE, writeLine } from '../core/line.ts';
import { textOption } from '../core/option.ts';
import type { Translate } from '../texts/index.ts';
import { findQuestion } from './find-question.ts';
import { quizCard } from './question-card.ts';

/** Below this a hit is a guess: the nearest titles are offered instead. */
const SURE = 0.6;
const MAX_LINKS = 4;

function label(words: string): string {
  return [...words].length > MAX_LABEL ? `${[...words].slice(0, MAX_LABEL - 1).join('')}…` : words;
}

function termLink(term: Term, locale: Locale): Control | undefined {
  const id = `term:${term.id}`;
  return `lookup query:"${id}"`.length > MAX_LINE
    ? undefined
    : button(label(term[locale]), writeLine('lookup', { query: id }));
}

function termCard(term: Term, bank: Bank, others: readonly Hit[], locale: Locale, t: Translate): Card {
  const related = term.related.map((id) => bank.terms.get(id)).filter((one) => one !== undefined);
  const questions = term.questions.map((id) => bank.questions.get(id)).filter((one) => one !== undefined);
  const also = others
    .map((hit) => (hit.kind === 'term' ? bank.terms.get(hit.id) : undefined))
    .filter((one) => one !== undefined && !related.includes(one));
  return card(
    'neutral',
    term.ko === term.en ? term.ko : locale === 'ko' ? `${term.ko} (${term.en})` : `${term.en} (${term.ko})`,
    text(...term.definition[locale]),
    ...(term.formula === undefined ? [] : [text(`${t('lookup.formula')}: `, code(term.formula))]),
    ...(related.length === 0
      ? []
      : [
          marked('heading', t('lookup.related')),
          controls(...related.slice(0, MAX_LINKS).map((one) => termLink(one, locale))),
        ]),
    ...(questions.length === 0
      ? []
      : [
          marked('heading', t('lookup.questions')),
          controls(
            ...questions
              .slice(0, 3)
              .map((one) => button(label(one.question[locale]), writeLine('quiz', { question: one.id }))),
          ),
        ]),
    ...(also.length === 0
      ? []
      : [
          marked('heading', t('lookup.more')),
          controls(...also.slice(0, 3).map((one) => (one === undefined ? undefined : termLink(one, locale)))),
        ]),
  );
}

/** `lookup` answers from the bank; the index is built once by whoever builds the commands. */
export function lookupCommand(lookup: Lookup): Command {
  return defineCommand({
    name: 'lookup',
    aliases: ['용어', '찾기'],
    summary: { ko: '용어와 질문을 찾아요', en: 'Looks up a term or a question' },
    options: {
      query: textOption({ ko: '찾을 말', en: 'What to look up' }, true, {
        max: 100,
        rest: true,
        completion: 'entry',
      }),
    },
    mode: 'private',
    listed: true,
    examples: ['lookup 드롭아웃', 'lookup batch norm', 'lookup ㄱㅅㅎㄱㅂ'],
    async run({ query }, { bank, locale, t }) {
      const exact = /^(term|question):(.+)$/.exec(query);
      if (exact?.[1] === 'question') return quizCard(findQuestion(bank, exact[2] ?? ''), locale, t, false);
      const named = exact?.[1] === 'term' ? bank.terms.get(exact[2] ?? '') : undefined;
      if (named !== undefined) return termCard(named, bank, [], locale, t);
      const [best, ...others] = lookup.search(query, locale, 6);
      if (best === undefined || best.score < SURE) {
        const near = [best, ...others]
          .filter((hit) => hit !== undefined)
          .slice(0, 3)
          .map((hit) => hit.title);
        throw new UserError(near.length > 0 ? 'lookup.none-near' : 'lookup.none', {
          query,
          near: near.join(', '),
        });
      }
      const term = best.kind === 'term' ? bank.terms.get(best.id) : undefined;
      return term === undefined
        ? quizCard(findQuestion(bank, best.id), locale, t, false)
        : termCard(
            term,
            bank,
            others.filter((hit) => hit.score >= SURE),
            locale,
            t,
          );
    },
  });
}
