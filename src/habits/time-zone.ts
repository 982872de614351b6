/** What date it is where: the one place that turns instants into local dates. */
import type { LocalDate } from './local-date.ts';

// One day inside the four-digit years on each side, so that no offset (UTC-12 to UTC+14) leads out of them.
const FIRST_INSTANT = Date.parse('0001-01-02');
const LAST_INSTANT = Date.parse('9999-12-30');

// There are about 600 IANA names; more keys than that can only be odd spellings ("asia/SEOUL") typed by somebody.
const MAX_FORMATTERS = 700;
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The date on the wall calendar of a time zone at an instant (epoch milliseconds).
 *
 * Cheap enough for a rebuild over every stored answer: building a formatter is what costs (some 60 µs and much
 * memory), so one is kept per zone, and a call takes about 2 µs against some 12 µs through Temporal.
 *
 * @throws RangeError for an unknown zone, NaN, or an instant outside the years 1 to 9999.
 */
export function localDateOf(instantMs: number, timeZone: string): LocalDate {
  if (!(instantMs >= FIRST_INSTANT && instantMs <= LAST_INSTANT)) {
    throw new RangeError(`not an instant within the years 1 to 9999: ${instantMs}`);
  }
  let year = '';
  let month = '';
  let day = '';
  // By parts, because the order and separators of a locale's format are not promised to stay.
  for (const part of formatterFor(timeZone).formatToParts(instantMs)) {
    if (part.type === 'year') year = part.value.padStart(4, '0');
    else if (part.type === 'month') month = part.value;
    else if (part.type === 'day') day = part.value;
  }
  return `${year}-${month}-${day}` as LocalDate;
}

/**
 * Whether a text names an IANA time zone (`Asia/Seoul`, `UTC`), in any letter case.
 *
 * Offsets such as `+09:00` are refused even on a run time that takes them: they know no daylight saving, which is
 * what somebody who types one has usually forgotten. A bare city (`London`) is not a name either.
 */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    formatterFor(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  if (formatters.size >= MAX_FORMATTERS) formatters.clear();
  formatters.set(timeZone, formatter);
  return formatter;
}
