import { UserError } from '../../core/errors.ts';
import { addDays, type LocalDate, toLocalDate } from '../../habits/day.ts';
import { shown } from './read.ts';

/** Dates as people write them, from today to a year ahead. */

export const MAX_AHEAD_DAYS = 365;
/** Coming dates that a channel may skip one by one; a longer time is a pause. */
export const MAX_SKIPS = 60;

const SHORT = /^(\d{1,2})\s*(?:[-/.월])\s*(\d{1,2})\s*일?$/;
const NAMED: Readonly<Record<string, number>> = { 오늘: 0, today: 0, 내일: 1, tomorrow: 1, 모레: 2 };

function calendarDate(text: string): LocalDate | undefined {
  try {
    return toLocalDate(text);
  } catch {
    return undefined;
  }
}

/** The next such day: 12/25 is this year's until it is over. */
function withoutYear(month: string, day: string, today: LocalDate): LocalDate | undefined {
  const year = Number(today.slice(0, 4));
  const dates = [year, year + 1].map((one) =>
    calendarDate(`${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`),
  );
  return dates.find((date) => date !== undefined && date >= today);
}

function dateNamed(text: string, today: LocalDate): LocalDate | undefined {
  const typed = text.trim().toLowerCase();
  const ahead = Object.hasOwn(NAMED, typed) ? NAMED[typed] : undefined;
  if (ahead !== undefined) return addDays(today, ahead);
  const short = SHORT.exec(typed);
  if (short !== null) return withoutYear(short[1] ?? '', short[2] ?? '', today);
  const whole = /^(\d{4})\s*[-/.년]\s*(\d{1,2})\s*[-/.월]\s*(\d{1,2})\s*일?\.?$/.exec(typed);
  if (whole === null) return undefined;
  const [, year = '', month = '', day = ''] = whole;
  return calendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** A date between `earliest` and a year from today. */
export function readDate(text: string, option: string, today: LocalDate, earliest = today): LocalDate {
  const date = dateNamed(text, today);
  const last = addDays(today, MAX_AHEAD_DAYS);
  if (date === undefined || date < earliest || date > last)
    throw new UserError('error.setup-date', { option, value: shown(text), from: earliest, until: last });
  return date;
}

/** Dates and stretches of dates: `12/25, 2026-12-28..2026-12-31`. In order, each once. */
export function readDates(text: string, option: string, today: LocalDate): LocalDate[] {
  const dates = new Set<LocalDate>();
  for (const part of text.split(/[,;\n]/).filter((one) => one.trim() !== '')) {
    const ends = part.split(/\.\.+|~|–/);
    const from = readDate(ends[0] ?? '', option, today);
    const until = ends.length === 1 ? from : readDate(ends[1] ?? '', option, today, from);
    if (ends.length > 2)
      throw new UserError('error.setup-date', {
        option,
        value: shown(part),
        from: today,
        until: addDays(today, MAX_AHEAD_DAYS),
      });
    for (let date = from; date <= until; date = addDays(date, 1)) dates.add(date);
  }
  if (dates.size === 0)
    throw new UserError('error.setup-date', {
      option,
      value: shown(text),
      from: today,
      until: addDays(today, MAX_AHEAD_DAYS),
    });
  return [...dates].sort();
}
