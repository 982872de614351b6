/**
 * The type of a calendar date, its check and its number.
 *
 * A local date is plain text (`2026-08-22`): it sorts and compares with `<` and `===`, goes into SQLite as it is,
 * and cannot be mistaken for an instant.
 */

/** A calendar date `YYYY-MM-DD` of the proleptic Gregorian calendar, years 0000 to 9999, without a time zone. */
export type LocalDate = string & { readonly brand: 'local-date' };

const MS_PER_DAY = 86_400_000;
const DATE_SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a date written by a person, a file or a database.
 *
 * @throws RangeError when the text is not `YYYY-MM-DD` or names a day that does not exist (`2027-02-29`).
 */
export function toLocalDate(text: string): LocalDate {
  // V8 rolls 30 February over into March instead of refusing it, hence the way back.
  const isDate = DATE_SHAPE.test(text) && utcDate(Date.parse(text)) === text;
  if (!isDate) throw new RangeError(`not a calendar date: ${text}`);
  return text as LocalDate;
}

/** A date as a whole number of days since 1970-01-01, for arithmetic and long loops. Undone by {@link dateOfDayNumber}. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(date) / MS_PER_DAY; // a bare ISO date is read as UTC, where every day has 24 hours
}

/**
 * The date of a day number, see {@link dayNumber}.
 *
 * @throws RangeError when it is not a whole number, or lies outside the years 0000 to 9999.
 */
export function dateOfDayNumber(days: number): LocalDate {
  const text = Number.isInteger(days) ? utcDate(days * MS_PER_DAY) : '';
  if (!DATE_SHAPE.test(text)) throw new RangeError(`not a day within the years 0 to 9999: ${days}`);
  return text as LocalDate;
}

/** The UTC date of an instant; empty for one that `Date` cannot hold. */
function utcDate(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/T.*/, '');
}
