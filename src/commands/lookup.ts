import type { Hit, Lookup } from '../bank/lookup.ts';
import type { Card } from '../cards/card.ts';
import { memberKey } from '../core/call.ts';
import { type Command, type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { textOption } from '../core/option.ts';
import { demoCard } from './demo-card.ts';
import { findQuestion } from './find-question.ts';
import { quizCard } from './question-card.ts';
import { termCard } from './term-card.ts';

/** Below this a hit is a guess: the nearest titles are offered instead. */
const SURE = 0.6;

/** A term's definition, a question to try, or a demo with its defaults. */
async function show(
  found: Pick<Hit, 'kind' | 'id'>,
  others: readonly Hit[],
  { bank, work, from, locale, t }: Context,
): Promise<Card> {
  if (found.kind === 'demo')
    return demoCard(await work.demo({ id: found.id, given: {}, locale }, memberKey(from)), bank, locale, t);
  const term = found.kind === 'term' ? bank.terms.get(found.id) : undefined;
  return term === undefined
    ? quizCard(findQuestion(bank, found.id), locale, t, false)
    : termCard(term, { bank, demos: work.demos, others }, locale, t);
}

export function lookupCommand(lookup: Lookup): Command {
  return defineCommand({
    name: 'lookup',
    aliases: ['용어', '찾기'],
    summary: { ko: '용어, 질문, 데모를 찾아요', en: 'Looks up a term, a question or a demo' },
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
    async run({ query }, context) {
      const exact = /^(term|question|demo):(.+)$/.exec(query);
      const named = exact === null ? undefined : { kind: exact[1] as Hit['kind'], id: exact[2] ?? '' };
      const isTerm = named?.kind !== 'term' || context.bank.terms.has(named.id);
      if (named !== undefined && isTerm) return show(named, [], context);
      const [best, ...others] = lookup.search(query, context.locale, 6);
      if (best !== undefined && best.score >= SURE)
        return show(
          best,
          others.filter((hit) => hit.score >= SURE),
          context,
        );
      const near = [best, ...others].filter((hit) => hit !== undefined).slice(0, 3);
      throw new UserError(near.length > 0 ? 'lookup.none-near' : 'lookup.none', {
        query,
        near: near.map((hit) => hit.title).join(', '),
      });
    },
  });
}
