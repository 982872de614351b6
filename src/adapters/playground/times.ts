import type { Locale } from '../../cards/inline.ts';

/** Times as a reader sees them. Without a zone of the member the machine's own is used until the browser knows better. */

const TAGS: Readonly<Record<Locale, string>> = { ko: 'ko-KR', en: 'en-GB' };

export interface Moment {
  readonly iso: string;
  readonly time: string;
  readonly day: string;
  /** Equal for two moments of one day. */
  readonly dayKey: string;
}

export function momentOf(at: number, locale: Locale, timeZone: string | undefined): Moment {
  const zone = timeZone === undefined ? {} : { timeZone };
  const date = new Date(at);
  const format = (options: Intl.DateTimeFormatOptions, tag = TAGS[locale]) =>
    new Intl.DateTimeFormat(tag, { ...options, ...zone }).format(date);
  return {
    iso: date.toISOString(),
    time: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    day: format({ dateStyle: 'full' }),
    dayKey: format({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE'),
  };
}
