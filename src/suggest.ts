import type { Hit, Lookup } from './bank/lookup.ts';
import type { Locale } from './cards/inline.ts';
import { type BotSettings, MAX_SUGGESTIONS } from './core/bot.ts';
import type { DemoEntry } from './core/ports.ts';

const KINDS: Readonly<Record<'question' | 'entry' | 'demo', readonly Hit['kind'][] | undefined>> = {
  question: ['question'],
  demo: ['demo'],
  entry: undefined,
};

/** Completes the values of options from look-up; with nothing typed the demos show what there is. */
export function suggester(lookup: Lookup, demos: readonly DemoEntry[]): BotSettings['suggest'] {
  return (kind, typed: string, locale: Locale) => {
    if (kind === 'demo' && typed.trim() === '')
      return demos.slice(0, MAX_SUGGESTIONS).map((demo) => ({ value: demo.id, label: demo.title[locale] }));
    return lookup
      .search(typed, locale, MAX_SUGGESTIONS, KINDS[kind])
      .map((hit) => ({ value: kind === 'entry' ? `${hit.kind}:${hit.id}` : hit.id, label: hit.title }));
  };
}
