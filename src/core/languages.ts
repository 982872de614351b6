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

/** A person on a door, whatever the workspace. */
function personKey({ door, member }: Pick<Actor, 'door' | 'member'>): string {
  return `${door}:${member}`;
}

/**
 * The languages that members have chosen. Few choose one, so all are kept at hand; a choice made in another process is known
 * here from the member's next call on. Somebody who was not seen in a workspace yet, a direct chat, is spoken to as elsewhere.
 */
export function createLanguages(
  store: Pick<MemberStore, 'chosenLocale' | 'chosenLocales'>,
  log: Log,
): Languages {
  const looked = new Map<string, Locale | undefined>();
  const elsewhere = new Map<string, { readonly workspace: string; readonly locale: Locale }>();
  store.chosenLocales().then(
    (all) => {
      for (const { locale, ...who } of all) {
        looked.set(memberKey(who), locale);
        elsewhere.set(personKey(who), { workspace: who.workspace, locale });
      }
    },
    (error: unknown) => log.error({ err: error }, 'the languages that members chose could not be read'),
  );
  return {
    known(actor) {
      const key = memberKey(actor);
      return looked.has(key) ? looked.get(key) : elsewhere.get(personKey(actor))?.locale;
    },
    async look(actor) {
      const person = personKey(actor);
      const { workspace } = actor;
      const here = await store.chosenLocale(actor);
      // Taken away here, or forgotten with the member.
      if (here == null && elsewhere.get(person)?.workspace === workspace) elsewhere.delete(person);
      const locale = here === undefined ? elsewhere.get(person)?.locale : (here ?? undefined);
      if (here != null) elsewhere.set(person, { workspace, locale: here });
      if (elsewhere.has(person)) looked.set(memberKey(actor), locale);
      else looked.delete(memberKey(actor));
      return locale;
    },
  };
}
