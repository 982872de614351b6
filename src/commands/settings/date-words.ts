import type { Locale } from '../../cards/inline.ts';

const TAGS: Readonly<Record<Locale, string>> = { ko: 'ko-KR', en: 'en-GB' };

/** A local date in words, with its weekday; the year where it is not that of `today`. */
export function dateWords(date: string, today: string, locale: Locale): string {
  const words = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: 'UTC' }).format(Date.parse(date));
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  const day = words({ ...(sameYear ? {} : { year: 'numeric' }), month: 'long', day: 'numeric' });
  const weekday = words({ weekday: 'short' });
  return locale === 'ko' ? `${day} (${weekday})` : `${weekday}, ${day}`;
}

/** The hour and minute of an instant in a zone: `21:05`. */
export function clockWords(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
}
