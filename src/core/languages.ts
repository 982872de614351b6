import type { Locale } from '../cards/inline.ts';
import { type Actor, memberKey } from './call.ts';
import type { Log } from './ports.ts';
import type { MemberStore } from './stores/members.ts';

export interface Languages {
  /** What was known when last looked: a form has to be there at once. */
  known(actor: Actor): Locale | undefined;
  /** What is true now. */
  look(actor: Actor): Promise<Locale | undefined>;
}

/**
 * The languages that members have chosen. Few choose one, so all are kept at hand; a choice made in another process is known
 * here from the member's next call on.
 */
export function createLanguages(
  store: Pick<MemberStore, 'chosenLocale' | 'chosenLocales'>,
  log: Log,
): Languages {
  const chosen = new Map<string, Locale>();
  store.chosenLocales().then(
    (all) => {
      for (const { locale, ...who } of all) chosen.set(memberKey({ ...who, name: '', admin: false }), locale);
    },
    (error: unknown) => log.error({ err: error }, 'the languages that members chose could not be read'),
  );
  return {
    known: (actor) => chosen.get(memberKey(actor)),
    async look(actor) {
      const locale = await store.chosenLocale(actor);
      if (locale === undefined) chosen.delete(memberKey(actor));
      else chosen.set(memberKey(actor), locale);
      return locale;
    },
  };
}
