import type { Hit, Lookup } from './bank/lookup.ts';
import { TOPICS } from './bank/topics.ts';
import type { Locale } from './cards/inline.ts';
import { type BotSettings, MAX_SUGGESTIONS } from './core/bot.ts';
import type { Suggestion } from './core/call.ts';
import type { Completion } from './core/option.ts';
import type { DemoEntry } from './core/ports.ts';
import { suggestZones } from './core/zones.ts';

const KINDS: Readonly<Record<Exclude<Completion, 'zone' | 'topic'>, readonly Hit['kind'][] | undefined>> = {
  question: ['question'],
  demo: ['demo'],
  entry: undefined,
};

/** Several topics in one value: what has been typed stays, the last word is completed. */
function suggestTopics(typed: string, locale: Locale): Suggestion[] {
  const cut = typed.lastIndexOf(',') + 1;
  const before = typed.slice(0, cut).replaceAll(' ', '');
  const word = typed.slice(cut).trim().toLowerCase();
  const chosen = before.split(',');
  return Object.entries(TOPICS)
    .filter(([id]) => !chosen.includes(id))
    .filter(([id, name]) => [id, name.ko, name.en.toLowerCase()].some((one) => one.includes(word)))
    .map(([id, name]) => ({ value: before + id, label: name[locale] }));
}

/** Completes the values of options from look-up; with nothing typed the demos show what there is. */
export function suggester(lookup: Lookup, demos: readonly DemoEntry[]): BotSettings['suggest'] {
  return (kind, typed, locale) => {
    if (kind === 'zone') return suggestZones(typed, locale, MAX_SUGGESTIONS);
    if (kind === 'topic') return suggestTopics(typed, locale);
    if (kind === 'demo' && typed.trim() === '')
      return demos.slice(0, MAX_SUGGESTIONS).map((demo) => ({ value: demo.id, label: demo.title[locale] }));
    return lookup
      .search(typed, locale, MAX_SUGGESTIONS, KINDS[kind])
      .map((hit) => ({ value: kind === 'entry' ? `${hit.kind}:${hit.id}` : hit.id, label: hit.title }));
  };
}
