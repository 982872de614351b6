import type { Inline, Locale, TimeStyle } from '../cards/inline.ts';

/** An instant in a card: a door that can shows it in the reader's own zone, the others in these words. */

const SHAPES: Readonly<Record<Exclude<TimeStyle, 'relative'>, Intl.DateTimeFormatOptions>> = {
  date: { month: 'long', day: 'numeric', weekday: 'short' },
  minute: {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
};

/** `at` in epoch milliseconds; `timeZone` is the zone of the words. How long until then is said as the moment itself. */
export function instant(at: number, as: TimeStyle, timeZone: string, locale: Locale): Inline {
  const shape = SHAPES[as === 'relative' ? 'minute' : as];
  const text = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', { ...shape, timeZone }).format(
    at,
  );
  return { kind: 'time', at, as, text };
}
