import type { Hit, Lookup } from './bank/lookup.ts';
import type { Locale } from './cards/inline.ts';
import { type BotSettings, MAX_SUGGESTIONS } from './core/bot.ts';
import type { Completion } from './core/option.ts';
import type { DemoEntry } from './core/ports.ts';
import { suggestTimeZones } from './core/time-zones.ts';

const KINDS: Readonly<Record<Exclude<Completion, 'zone'>, readonly Hit['kind'][] | undefined>> = {
  question: ['question'],
  demo: ['demo'],
  entry: undefined,
};

/** Completes the values of options, mostly from look-up; with nothing typed the demos show what there is. */
export function suggester(lookup: Lookup, demos: readonly DemoEntry[]): BotSettings['suggest'] {
  return (kind, typed: string, locale: Locale) => {
    if (kind === 'zone') return suggestTimeZones(typed, locale, MAX_SUGGESTIONS);
    if (kind === 'demo' && typed.trim() === '')
      return demos.slice(0, MAX_SUGGESTIONS).map((demo) => ({ value: demo.id, label: demo.title[locale] }));
    return lookup
      .search(typed, locale, MAX_SUGGESTIONS, KINDS[kind])
      .map((hit) => ({ value: kind === 'entry' ? `${hit.kind}:${hit.id}` : hit.id, label: hit.title }));
  };
}
