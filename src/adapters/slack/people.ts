import { setTimeout as sleep } from 'node:timers/promises';
import type { Locale } from '../../cards/inline.ts';
import type { Clients } from './clients.ts';
import { faultFields } from './faults.ts';
import type { SlackSettings } from './settings.ts';

/** Who somebody is: Slack's commands and buttons say neither language nor role, so they are asked for and kept for a while. */

export interface Person {
  readonly name: string;
  readonly admin: boolean;
  readonly locale: Locale;
}

/** A new admin waits this long at most. */
const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 5000;

/** Half of what Slack waits for a modal or for choices. */
const QUICK_MS = 1500;

export interface People {
  get(team: string, user: string, name: string): Promise<Person>;
  /** The same, or, where that takes long, somebody without rights in the language of the settings. */
  quick(team: string, user: string, name: string): Promise<Person>;
}

/** Slack's languages are `ko-KR`, `en-US` and a dozen more; those that are not spoken here get English. */
function localeOf(locale: string | undefined, fallback: Locale): Locale {
  if (locale === undefined || locale === '') return fallback;
  return locale.startsWith('ko') ? 'ko' : 'en';
}

export function createPeople(clients: Clients, { log, defaultLocale }: SlackSettings): People {
  const kept = new Map<string, Promise<Person>>();

  async function ask(team: string, user: string): Promise<Person> {
    const client = await clients.get(team);
    const { user: found } = await client.users.info({ user, include_locale: true });
    const { display_name: display, real_name: real } = found?.profile ?? {};
    return {
      name:
        [display, real, found?.real_name, found?.name].find((one) => one !== undefined && one !== '') ?? user,
      admin: found?.is_admin === true || found?.is_owner === true || found?.is_primary_owner === true,
      locale: localeOf(found?.locale, defaultLocale),
    };
  }

  async function get(team: string, user: string, name: string): Promise<Person> {
    const key = `${team}:${user}`;
    const known = kept.get(key);
    const person = known ?? ask(team, user);
    if (known === undefined) {
      kept.set(key, person);
      const oldest = kept.keys().next().value;
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      setTimeout(() => kept.delete(key), KEPT_MS).unref();
    }
    try {
      return await person;
    } catch (error) {
      kept.delete(key);
      log.warn({ ...faultFields(error), user }, 'a person could not be looked up');
      return { name, admin: false, locale: defaultLocale };
    }
  }

  return {
    get,
    quick(team, user, name) {
      const unknown: Person = { name, admin: false, locale: defaultLocale };
      return Promise.race([get(team, user, name), sleep(QUICK_MS, unknown, { ref: false })]);
    },
  };
}
